// The device and the situations of the call, set by hand; and the cards that take, for a while, the
// place of what is at the right.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make, walk = desk.walk;
  var usual = find(".fil-usual");
  var cards = all(".fil-desk-card");
  /** @type {HTMLElement | null} */
  var opener = null;

  /* The chips: each one set is there, pressed again it is no more. */
  /** @param {Fil.State} state */
  function drawChips(state) {
    var name = desk.deviceName(state.a);
    find(".fil-device-chip span").textContent = name || "Appareil\u00a0?";
    find(".fil-device-chip").classList.toggle("fil-set", Boolean(name));
    var chips = find(".fil-call-chips");
    chips.textContent = "";
    /** @type {HTMLInputElement[]} */
    var boxes = all('.fil-desk-card [name="situation"]');
    boxes.forEach(function (box) {
      box.checked = state.s.indexOf(box.value) >= 0;
      if (!box.checked) return;
      var chip = desk.press(chips, "fil-call-chip fil-set", "", box.getAttribute("data-nom") || "", function () { toggle(box.value); });
      chip.title = (box.getAttribute("data-phrase") || "") + " Retirer.";
      make("span", "fil-hidden", "\u00a0: retirer", chip);
    });
    /** @type {HTMLInputElement[]} */
    var devices = all('.fil-desk-card [name="appareil-de-l-appel"]');
    devices.forEach(function (box) { box.checked = box.value === state.a; });
    /** @type {HTMLSelectElement} */ (find("#langue")).value = state.l;
  }
  /** @param {string} situation */
  function toggle(situation) {
    var state = desk.now();
    var kept = state.s.filter(function (each) { return each !== situation; });
    settle({ s: kept.length < state.s.length ? kept : kept.concat([situation]) });
  }
  /* What no longer holds is passed at once. */
  /** @param {Partial<Fil.State>} changes */
  function settle(changes) {
    var state = walk.but(desk.now(), changes);
    desk.change(state.n === "recap" ? state : walk.settle(state));
  }
  /* A card takes the place of what is at the right, until it is closed. */
  /** @param {string} name @param {HTMLElement} [button] */
  function show(name, button) {
    var shown = cards.filter(function (each) { return !each.hidden; })[0];
    var wanted = shown && shown.id === "carte-" + name ? "" : name;
    cards.forEach(function (each) { each.hidden = each.id !== "carte-" + wanted; });
    usual.hidden = Boolean(wanted);
    all("[data-carte]").forEach(function (each) { each.setAttribute("aria-expanded", String(each.getAttribute("data-carte") === wanted)); });
    if (wanted) {
      opener = button || opener || /** @type {HTMLElement} */ (document.activeElement);
      var title = find("#carte-" + wanted + " h2");
      title.focus();
      if (window.innerWidth < 900) title.scrollIntoView();
    } else if (opener) {
      opener.focus();
      // What is hidden takes no focus, nor does the page: the next key would go to the card that is closed.
      if (document.activeElement !== opener) find(".fil-now").focus();
      opener = null;
    }
  }
  function close() {
    var shown = cards.filter(function (each) { return !each.hidden; })[0];
    if (shown) show(shown.id.slice(6));
    return Boolean(shown);
  }
  all(".fil-desk-card-close").forEach(function (button) { button.addEventListener("click", close); });
  all('.fil-desk-card [name="situation"]').forEach(function (box) {
    box.addEventListener("change", function () { toggle(/** @type {HTMLInputElement} */ (box).value); });
  });
  all('.fil-desk-card [name="appareil-de-l-appel"]').forEach(function (box) {
    box.addEventListener("change", function () { settle({ a: /** @type {HTMLInputElement} */ (box).value }); });
  });
  find("#langue").addEventListener("change", function () { settle({ l: /** @type {HTMLSelectElement} */ (find("#langue")).value }); });
  /* The screen, in words that can be read aloud. */
  desk.describe = function () {
    var button = find('[data-commande="decrire"]');
    var holder = find(".fil-screens");
    var drawing = desk.one("[aria-label]", holder);
    var told = desk.one(".fil-description", holder);
    if (!drawing) return;
    if (told) holder.removeChild(told);
    else holder.insertBefore(make("p", "fil-description", drawing.getAttribute("aria-label") || ""), holder.firstChild);
    button.setAttribute("aria-expanded", String(!told));
  };
  desk.card = show;
  desk.closeCard = close;
  desk.drawChips = drawChips;
  if (desk.call.etats.length) drawChips(desk.now());
})();
