// Keys: none of them fires while typing, nor once the mediator has put them to rest.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one;
  var KEYS = "fil-touches";
  /** @type {HTMLInputElement} */
  var atRest = desk.find(".fil-keys-at-rest");
  /** @type {Record<string, string>} */
  var PANELS = { g: "mots", p: "posture", i: "ouvrir", k: "fermer", n: "fil", "?": "touches" };
  /** @type {Record<string, () => void>} */
  var ACTIONS = {
    arrowright: function () { desk.go(desk.current + 1); },
    arrowleft: function () { desk.go(desk.current - 1); },
    s: function () { desk.findTrouble(); },
    a: function () { unfold(all(".fil-rephrase", desk.sections[desk.current])); },
    d: function () {
      /** @type {HTMLDetailsElement[]} */
      var described = all(".fil-described", desk.sections[desk.current]);
      unfold(described.filter(desk.shown));
    },
    "/": function () { var box = one('input[type="search"][name="q"]'); if (box) box.focus(); }
  };

  /** @param {HTMLDetailsElement[]} parts */
  function unfold(parts) {
    parts.forEach(function (part) { part.open = !part.open; });
  }
  /* Do what `key` does; whether it does anything. */
  /** @param {string} key */
  function act(key) {
    var rescue = /^[a-z]$/.test(key) && one('[data-secours="' + key + '"]');
    if (/^[1-9]$/.test(key)) desk.answer(Number(key));
    else if (ACTIONS[key]) ACTIONS[key]();
    else if (PANELS[key]) desk.openPanel(PANELS[key]);
    else if (rescue) desk.openPanel("secours", key);
    else return false;
    return true;
  }

  try { atRest.checked = localStorage.getItem(KEYS) === "repos"; } catch (_refused) { /* they act */ }
  atRest.addEventListener("change", function () {
    try {
      if (atRest.checked) localStorage.setItem(KEYS, "repos");
      else localStorage.removeItem(KEYS);
    } catch (_refused) { /* the choice lasts a page */ }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { desk.closePanel(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (atRest.checked && event.key.length === 1) return;
    var target = /** @type {HTMLInputElement} */ (event.target);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type)) return;
    var key = event.key.toLowerCase();
    if (target.tagName === "INPUT" && key.indexOf("arrow") === 0) return;
    if (act(key)) event.preventDefault();
  });

  desk.startDevice();
  desk.startSteps();
  document.documentElement.classList.remove("fil-early");
})();
