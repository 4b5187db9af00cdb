// What the search needs, which the oldest browsers do not have: without this mark, the page of results
// says so from the start, and the box stays the plain form that it is without a script.
(function () {
  "use strict";
  if (!window.Promise || !window.URLSearchParams || !Object.getOwnPropertyDescriptors) return;
  document.documentElement.classList.add("fil-able");
})();
