// The call desk takes its place before the first paint, so that nothing moves when its script
// arrives; if that one never comes, the page is the whole script again, and what the tab holds of a
// call can still be erased.
(function () {
  "use strict";
  var KEY = "fil-appel";
  var FORMER = "fil-appareil";
  var root = document.documentElement;
  root.classList.add("fil-live", "fil-early");
  window.addEventListener("load", function () {
    if (!root.classList.contains("fil-early")) return;
    root.classList.remove("fil-live", "fil-early");
    /** @type {HTMLElement | null} */
    var line = document.querySelector(".fil-erase");
    try {
      if (!line || !sessionStorage.getItem(KEY)) return;
    } catch (_refused) { return; /* nothing was kept */ }
    line.hidden = false;
    line.addEventListener("click", function () {
      sessionStorage.removeItem(KEY);
      sessionStorage.removeItem(FORMER);
      if (line) line.hidden = true;
    });
  });
})();
