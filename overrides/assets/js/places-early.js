// Read before the page of the places: what only a script answers has its room from the start, so that
// nothing moves when it comes. Without it, the list of the départements answers.
(function () {
  "use strict";
  var whole = document.documentElement.classList;
  whole.add("fil-scripted");
  if (navigator.geolocation && window.isSecureContext !== false) whole.add("fil-located");
})();
