// Keys: none of them acts while one types, nor once the mediator has put them to rest. The digits are
// told by their place (`event.code`): where a keyboard is French, « 2 » without Shift writes « é ».
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one, find = desk.find, walk = desk.walk;
  var KEYS = "fil-touches";
  var COMMONS = ["q", "v", "l", "m", "p"];
  /** @type {HTMLInputElement} */
  var atRest = find(".fil-keys-at-rest");

  function onward() {
    var state = desk.now();
    if (walk.here(state)) desk.go(walk.onward(state));
  }
  /** @param {number} rank */
  function common(rank) { desk.guided(function () { desk.go(walk.common(desk.now(), rank)); }); }
  function urgent() {
    desk.guided(function () {
      var state = desk.now();
      desk.go(state.u ? walk.back(state) : walk.urgent(state));
    });
  }
  /** @type {Record<string, () => void>} */
  var ACTIONS = {
    continuer: onward,
    arriere: desk.undo,
    revenir: desk.back,
    autrement: function () {
      var found = walk.here(desk.now());
      if (found && found.autrement) desk.change({ o: desk.now().o ? 0 : 1 });
    },
    decrire: function () { desk.guided(function () { if (desk.describe) desk.describe(); }); },
    marquer: function () { desk.guided(function () { if (desk.markSentence) desk.markSentence(); }); },
    urgent: urgent,
    // What is typed next goes into the box, whether or not what answers it is there.
    commander: function () { if (desk.command) desk.command(); else find("#commande").focus(); },
    commencer: function () { desk.guided(desk.start); },
    recap: function () { desk.go(walk.but(desk.now(), { n: "recap", m: "", r: "" })); },
    terminer: desk.finish
  };
  /** @type {Record<string, string>} */
  var LETTERS = { a: "autrement", d: "decrire", x: "marquer", u: "urgent", r: "revenir", "/": "commander", arrowright: "continuer", enter: "continuer", arrowleft: "arriere" };

  all("[data-commande]").forEach(function (button) {
    button.addEventListener("click", function () { ACTIONS[button.getAttribute("data-commande") || ""](); });
  });
  all("[data-reponse-commune]").forEach(function (button, rank) {
    button.addEventListener("click", function () { common(rank); });
  });
  /* Do what a key does; whether it does anything. */
  /** @param {KeyboardEvent} event */
  function act(event) {
    var key = event.key.toLowerCase();
    var digit = /^([1-9])$/.exec(key) || !event.shiftKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    if (digit) { desk.answer(Number(digit[1]) - 1); return true; }
    if (COMMONS.indexOf(key) >= 0 && walk.isAsked(desk.now())) { common(COMMONS.indexOf(key)); return true; }
    if (key === "p" || key === "?") {
      desk.guided(function () { if (desk.card) desk.card(key === "p" ? "posture" : "touches"); });
      return true;
    }
    var name = key === "/" || event.code === "NumpadDivide" ? "commander" : LETTERS[key];
    if (name) ACTIONS[name]();
    return Boolean(name);
  }

  try { atRest.checked = localStorage.getItem(KEYS) === "repos"; } catch (_refused) { /* they act */ }
  atRest.addEventListener("change", function () {
    try {
      if (atRest.checked) localStorage.setItem(KEYS, "repos");
      else localStorage.removeItem(KEYS);
    } catch (_refused) { /* the choice lasts a page */ }
  });
  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key !== "Escape") {
      if (act(event)) event.preventDefault();
    } else if (!(desk.closeCard && desk.closeCard()) && isTyping(document.activeElement)) find(".fil-now").focus();
  }
  /** @param {Element | null} element */
  function isTyping(element) { return /^(INPUT|TEXTAREA|SELECT)$/.test((element || document.body).tagName); }
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || one("dialog[open]")) return;
    var target = /** @type {HTMLElement} */ (event.target);
    // The first of what the box offers is not there to be chosen yet.
    if (event.key === "Enter" && target.id === "commande" && !desk.command) {
      desk.guided(function () { target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" })); });
      return;
    }
    if (event.key !== "Escape") {
      if (desk.root.hasAttribute("data-fini") || atRest.checked && event.key.length === 1 || isTyping(target)) return;
      // Enter on a button presses it.
      if (event.key === "Enter" && target.closest("button, a, summary")) return;
    }
    // Behind a key whose answer is still coming, the next ones wait for their turn; but what is typed after
    // « / » is for the box, which is there.
    if (desk.isAwaited() && event.key !== "/" && (event.key.length === 1 || /^(?:Enter|Escape|ArrowLeft|ArrowRight)$/.test(event.key))) {
      event.preventDefault();
      desk.guided(function () { press(event); });
    } else press(event);
  });

  desk.draw = function () {
    var state = desk.now();
    desk.drawThing(state);
    desk.drawSides(state);
    desk.scrollPast();
    if (state.n === "recap") desk.guided(function () { if (desk.drawRecap) desk.drawRecap(); });
  };
  desk.graph = desk.readGraph();
  // Who has no keyboard has no keys to be told of; a browser that cannot say has one.
  find('.fil-foot [data-carte="touches"]').hidden = window.matchMedia("(hover: none) and (pointer: coarse)").matches;
  var comfort = one(".fil-comfort-open");
  if (comfort) find(".fil-foot").appendChild(comfort);
  document.documentElement.classList.add("fil-live");
  document.documentElement.classList.remove("fil-early");
  // What was under way in a guide or a gesture needs them; the rest does not wait.
  if (desk.call.debut) desk.guided(desk.arrive);
  else desk.arrive();
})();
