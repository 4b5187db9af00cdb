// Both sides of the desk: the steps and the notes; the stop, the screen, the troubles, and the cards
// that take their place for a while. And the bar: the clock, the device, the situations.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make, walk = desk.walk;
  var clock = find(".fil-clock");
  /** @type {HTMLTextAreaElement} */
  var notes = find("#notes");
  var usual = find(".fil-usual");
  var cards = all(".fil-desk-card");
  /** @type {HTMLElement | null} */
  var opener = null;

  /* The steps, strung on the thread. */
  /** @param {Fil.State} state */
  function drawSteps(state) {
    var base = walk.base(state);
    var here = (walk.here(walk.but(state, { g: base.g, n: base.n })) || { etape: state.n === "fin" || state.n === "recap" ? 99 : 0 }).etape;
    all(".fil-outline li").forEach(function (item) {
      var step = Number(item.getAttribute("data-pas"));
      item.classList.toggle("fil-passed", step < here);
      if (step === here) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    desk.root.setAttribute("data-etape-en-cours", String(here));
    return here;
  }
  /** @param {Fil.Graph} graph @param {string} name @param {number} step @param {boolean} stops @param {HTMLElement} list @param {Fil.State} state */
  function drawRescues(graph, name, step, stops, list, state) {
    (graph.secours || []).forEach(function (rescue, rank) {
      var isStop = walk.isStop(graph, rescue);
      if (isStop !== stops || rescue.etape !== step || !walk.holds(rescue, state)) return;
      var item = make("li", "", "", list);
      var label = desk.say(rescue.situation, state);
      desk.press(item, stops ? "fil-stop-button" : "fil-trouble", "", stops ? "Stop\u00a0: " + label : "«\u202f" + label + "\u202f»", function () {
        desk.go(walk.rescue(desk.now(), name, rank));
      });
    });
  }
  /* The screens of this step, on this device; of forms that differ, the first until it is known. */
  /** @param {Fil.State} state @param {number} step */
  function drawScreens(state, step) {
    var holder = find(".fil-screens");
    holder.textContent = "";
    var graph = walk.graph(state.g);
    var found = walk.here(state);
    var isKnown = false;
    var describe = find('[data-commande="decrire"]');
    describe.hidden = true;
    describe.setAttribute("aria-expanded", "false");
    /** @param {string[] | undefined} devices */
    function isShown(devices) {
      var several = Boolean(devices && devices.length);
      if (several && (isKnown || !walk.holds({ appareils: devices }, state))) return false;
      isKnown = isKnown || several && !state.a;
      return true;
    }
    /* One is seen, the others are one press away. */
    /** @param {Node} screen @param {string} title */
    function add(screen, title) {
      if (!holder.firstChild) {
        holder.appendChild(screen);
        var drawing = /** @type {Element} */ (screen).querySelector("[aria-label]");
        var words = make("p", "fil-description", drawing ? drawing.getAttribute("aria-label") || "" : "", holder);
        words.hidden = true;
        describe.hidden = !drawing;
        return;
      }
      var folded = make("details", "", "", holder);
      make("summary", "", title, folded);
      folded.appendChild(screen);
    }
    if (walk.isTutorial(state) || !graph) {
      var section = desk.sections.filter(function (each) { return Number(each.getAttribute("data-rang")) === step; })[0];
      if (section) all(".fil-seen .fil-screen", section).forEach(function (screen) {
        var held = screen.closest("[data-appareils]");
        if (isShown(held ? (held.getAttribute("data-appareils") || "").split(" ") : [])) add(screen.cloneNode(true), (desk.one("figcaption", screen) || screen).textContent);
      });
    } else {
      (graph.ecrans || []).forEach(function (screen) {
        if (!found || screen.etape !== found.etape || !isShown(screen.appareils)) return;
        var told = make("div", "fil-told-screen");
        make("strong", "", screen.titre, told);
        make("p", "", desk.say(screen.texte, state), told);
        add(told, screen.titre);
      });
    }
    find(".fil-screens-title").hidden = !holder.firstChild;
  }
  /** @param {Fil.State} state @param {number} step */
  function drawAside(state, step) {
    var stops = find(".fil-stops");
    var troubles = find(".fil-troubles");
    stops.textContent = "";
    troubles.textContent = "";
    drawRescues(desk.graph, desk.graph.numero, step, true, stops, state);
    var graph = walk.graph(state.g);
    var found = walk.here(state);
    if (graph && !walk.isTutorial(state) && found) {
      drawRescues(graph, state.g, found.etape, true, stops, state);
      drawRescues(graph, state.g, found.etape, false, troubles, state);
    } else drawRescues(desk.graph, desk.graph.numero, step, false, troubles, state);
    find(".fil-troubles-title").hidden = !troubles.firstChild;
    drawScreens(state, step);
  }
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
    desk.root.setAttribute("data-appareil", state.a);
    desk.root.setAttribute("data-situations", state.s.join(" "));
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
  function tick() {
    clock.hidden = !desk.call.debut;
    find(".fil-start").hidden = Boolean(desk.call.debut);
    if (!desk.call.debut) return;
    var seconds = Math.max(0, Math.floor((Date.now() - desk.call.debut) / 1000));
    clock.textContent = ("0" + Math.floor(seconds / 60)).slice(-2) + ":" + ("0" + (seconds % 60)).slice(-2);
  }

  desk.drawSides = function (state) {
    drawAside(state, drawSteps(state));
    drawChips(state);
    if (document.activeElement !== notes) notes.value = desk.call.notes;
    tick();
  };
  /* A card takes the place of what is at the right, until it is closed. */
  desk.card = function (name) {
    var shown = cards.filter(function (card) { return !card.hidden; })[0];
    var wanted = shown && shown.id === "carte-" + name ? "" : name;
    cards.forEach(function (card) { card.hidden = card.id !== "carte-" + wanted; });
    usual.hidden = Boolean(wanted);
    all("[data-carte]").forEach(function (button) { button.setAttribute("aria-expanded", String(button.getAttribute("data-carte") === wanted)); });
    if (wanted) {
      opener = opener || /** @type {HTMLElement} */ (document.activeElement);
      var title = find("#carte-" + wanted + " h2");
      title.focus();
      if (window.innerWidth < 900) title.scrollIntoView();
    } else if (opener) {
      if (opener.getClientRects().length) opener.focus();
      else find(".fil-now").focus();
      opener = null;
    }
    return Boolean(wanted);
  };
  desk.closeCard = function () {
    var shown = cards.filter(function (card) { return !card.hidden; })[0];
    if (shown) desk.card(shown.id.slice(6));
    return Boolean(shown);
  };
  all("[data-carte]").forEach(function (button) {
    button.addEventListener("click", function () { opener = button; desk.card(button.getAttribute("data-carte") || ""); });
  });
  all(".fil-desk-card-close").forEach(function (button) { button.addEventListener("click", desk.closeCard); });
  all('.fil-desk-card [name="situation"]').forEach(function (box) {
    box.addEventListener("change", function () { toggle(/** @type {HTMLInputElement} */ (box).value); });
  });
  all('.fil-desk-card [name="appareil-de-l-appel"]').forEach(function (box) {
    box.addEventListener("change", function () { settle({ a: /** @type {HTMLInputElement} */ (box).value }); });
  });
  find("#langue").addEventListener("change", function () { settle({ l: /** @type {HTMLSelectElement} */ (find("#langue")).value }); });
  all(".fil-outline button").forEach(function (button) {
    button.addEventListener("click", function () {
      var step = Number((button.closest("li") || button).getAttribute("data-pas"));
      if (step === 99) desk.go(walk.but(desk.now(), { n: "recap", m: "", r: "" }));
      else desk.step(step);
    });
  });
  notes.addEventListener("input", function () {
    desk.call.notes = notes.value;
    if (!desk.call.debut) desk.change({});
    else desk.save();
  });
  setInterval(tick, 1000);
})();
