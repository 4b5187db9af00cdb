// What the search needs, which the oldest browsers do not have: the page of results then says so from
// the start, as it does without a script, and the box stays the plain form that it is.
(function () {
  "use strict";
  if (window.Promise && window.URLSearchParams && "getOwnPropertyDescriptors" in Object) return;
  document.documentElement.classList.add("fil-unable");
})();
