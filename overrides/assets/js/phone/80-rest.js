// A desk that several people share: when nobody has touched it for half an hour, whoever sits down
// next finds nothing of the call. It is said two minutes before.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var WARNED = desk.LONGEST_REST - 120000;
  var A_LOOK = 10000;
  var warning = desk.find(".fil-rest");
  var touched = Date.now();
  var told = touched;

  function touch() { touched = Date.now(); }
  // Not as soon as the mouse moves: the button would go from under it, and what is below be pressed.
  function close() { warning.hidden = true; }
  function look() {
    if (!desk.call.debut) return;
    var rest = Date.now() - touched;
    if (rest >= desk.LONGEST_REST) desk.finish();
    else if (rest >= WARNED) warning.hidden = false;
    // What the tab keeps knows it too: a tab that is closed may be opened again another day.
    else if (touched > told) {
      told = touched;
      desk.save();
    }
  }
  ["keydown", "input", "mousedown", "mousemove", "touchstart", "wheel"].forEach(function (kind) {
    window.addEventListener(kind, touch, { passive: true });
  });
  window.addEventListener("keydown", close);
  desk.find("button", warning).addEventListener("click", close);
  document.addEventListener("visibilitychange", look);
  setInterval(look, A_LOOK);
})();
