// Both sides of the desk: the steps and the notes; the stop, the screen, the troubles. And the clock.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make, walk = desk.walk;
  var clock = find(".fil-clock");
  /** @type {HTMLTextAreaElement} */
  var notes = find("#notes");

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
        describe.hidden = !holder.querySelector("[aria-label]");
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
    fit(troubles);
  }
  /* What has no room is a key away: the command line finds every trouble. */
  /** @param {HTMLElement} list */
  function fit(list) {
    var aside = find(".fil-aside");
    var items = all("li", list);
    function overflows() { return items.length > 1 && aside.scrollHeight > aside.clientHeight + 1; }
    if (!overflows()) return;
    make("li", "fil-more", "D’autres soucis\u00a0: touche /", list);
    while (overflows()) list.removeChild(/** @type {HTMLElement} */ (items.pop()));
  }
  function tick() {
    clock.hidden = !desk.call.debut;
    find(".fil-start").hidden = Boolean(desk.call.debut);
    if (!desk.call.debut) return;
    var seconds = Math.max(0, Math.floor((Date.now() - desk.call.debut) / 1000));
    clock.textContent = ("0" + Math.floor(seconds / 60)).slice(-2) + ":" + ("0" + (seconds % 60)).slice(-2);
  }

  desk.drawSides = function (state) {
    desk.root.setAttribute("data-appareil", state.a);
    desk.root.setAttribute("data-situations", state.s.join(" "));
    if (desk.drawChips) desk.drawChips(state);
    if (document.activeElement !== notes) notes.value = desk.call.notes;
    tick();
    drawAside(state, drawSteps(state));
  };
  // A card comes with what is asked for at the first key: it opens once that is there.
  all("[data-carte]").forEach(function (button) {
    button.addEventListener("click", function () {
      desk.guided(function () { if (desk.card) desk.card(button.getAttribute("data-carte") || "", button); });
    });
  });
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
