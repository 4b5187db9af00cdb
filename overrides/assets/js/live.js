// The call desk takes its place before the first paint, so that nothing moves when its script
// arrives; if that one never comes, the page is the whole script again.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("fil-live", "fil-early");
  window.addEventListener("load", function () {
    if (root.classList.contains("fil-early")) root.classList.remove("fil-live", "fil-early");
  });
})();
