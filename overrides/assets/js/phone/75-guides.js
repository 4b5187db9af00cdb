// What is not needed before the mediator does something: the guides and the gestures, the same in
// every tutorial; the command box and the recap; French. Asked for at the first key or touch, or as
// soon as a call is under way. Without them, the thread of the tutorial goes on, and ends.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var missing = desk.find(".fil-guides-missing");
  /** @type {(() => void)[]} */
  var waiting = [];
  /** @type {string[]} */
  var asked = [];
  var left = 0;

  /** @param {string} address */
  function add(address) {
    if (asked.indexOf(address) >= 0) return;
    asked.push(address);
    left += 1;
    var script = desk.make("script");
    script.src = address;
    script.async = false;
    script.onload = function () { done(); };
    script.onerror = function () {
      document.head.removeChild(script);
      asked.splice(asked.indexOf(address), 1);
      done();
    };
    document.head.appendChild(script);
  }
  function load() { desk.told("ensuite").split(" ").forEach(add); }
  function done() {
    left -= 1;
    if (left) return;
    missing.hidden = Boolean(window.filGuides);
    waiting.splice(0).forEach(function (each) { each(); });
    if (!window.filGuides || !desk.call.etats.length) return;
    // A gesture that was waited for is gone into. Nothing else moves: someone may be pressing it.
    var found = desk.walk.here(desk.now());
    if (found && found.genre === "geste") desk.change(desk.walk.settle(desk.now()));
    else if (desk.now().s.indexOf("appareil-en-anglais") >= 0) desk.draw();
    else desk.drawFoot(desk.now());
  }
  /* `act` once they are there, or once it is known that they will not come. */
  desk.guided = function (act) {
    if (window.filGuides && !left) { act(); return; }
    waiting.push(act);
    load();
    if (!left) waiting.splice(0).forEach(function (each) { each(); });
  };
  /* Whether something is waited for. */
  desk.isAwaited = function () { return waiting.length > 0; };
  desk.find(".fil-retry").addEventListener("click", load);
  ["keydown", "pointerdown", "touchstart", "focusin"].forEach(function (name) { document.addEventListener(name, load, { once: true }); });
})();
