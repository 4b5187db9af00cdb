// The guides and the gestures: the same in every tutorial, in one file, asked for once the mediator
// does something, or as soon as a call is under way.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var missing = desk.find(".fil-guides-missing");
  /** @type {(() => void)[]} */
  var waiting = [];
  /** @type {HTMLScriptElement | null} */
  var asked = null;

  function load() {
    if (window.filGuides || asked) return;
    var script = desk.make("script");
    asked = script;
    script.src = desk.told("guides");
    script.onload = function () { done(false); };
    script.onerror = function () {
      document.head.removeChild(script);
      asked = null;
      done(true);
    };
    document.head.appendChild(script);
  }
  /** @param {boolean} failed */
  function done(failed) {
    missing.hidden = !failed;
    waiting.splice(0).forEach(function (each) { each(); });
    if (failed || !desk.call.etats.length) return;
    // A gesture that was waited for is gone into.
    var found = desk.walk.here(desk.now());
    if (found && found.genre === "geste") desk.change(desk.walk.settle(desk.now()));
    else desk.draw();
  }
  /* `act` once they are there, or once it is known that they will not come. */
  desk.guided = function (act) {
    if (window.filGuides) { act(); return; }
    waiting.push(act);
    load();
  };
  desk.find(".fil-retry").addEventListener("click", load);
  ["keydown", "pointerdown", "focusin"].forEach(function (name) { document.addEventListener(name, load, { once: true }); });
})();
