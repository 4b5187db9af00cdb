// The middle of the desk: what was said, the one thing to say now, its answers, what comes next.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var find = desk.find, make = desk.make, walk = desk.walk;
  var LAST = 12;
  var LONG = 170, LONGER = 330, LONGEST = 450;
  /** @type {Record<string, string>} */
  var CUES = { dire: "Dites", demander: "Demandez", preuve: "La preuve", stop: "Stop", geste: "Faites faire", fin: "À vous de choisir" };
  /** @type {Record<string, string>} */
  var NAMES = { ouvrir: "Ouvrir l’appel", fermer: "Fermer l’appel", secours: "Phrase de secours", reponses: "Réponse imprévue" };
  var now = find(".fil-now");
  var cue = find(".fil-now-cue");
  var said = find(".fil-now-words");
  var replies = find(".fil-replies");
  var past = find(".fil-past");
  var hint = find(".fil-hint");
  var thread = find(".fil-thread");
  /** @type {Fil.State | null} */
  var drawn = null;

  function isMarked() { return Boolean(desk.isMarked && desk.isMarked()); }
  /** @param {Fil.State} state */
  function spoken(state) {
    var found = walk.here(state);
    if (!found) return state.n === "recap" ? "Le récap" : "";
    return found.texte;
  }
  /* What was said and answered, small, the last at the bottom. */
  function drawPast() {
    past.textContent = "";
    var states = desk.call.etats.slice(-LAST);
    states.slice(0, -1).forEach(function (state, rank) {
      var next = states[rank + 1];
      var item = make("li", "", "", past);
      var text = desk.say([state.m, spoken(state)].filter(Boolean).join(" "), state);
      if (text) make("span", "", "«\u202f" + text + "\u202f»", item);
      if (next.r) make("strong", "", desk.say(next.r, state), item);
    });
  }
  /* The last of it is seen, once all is drawn: whoever asks for a height has the page laid out. */
  desk.scrollPast = function () { past.scrollTop = past.scrollHeight; };
  /* Where one is: a gesture, a guide, a trouble, and how many ways back. */
  /** @param {Fil.State} state @param {Fil.Thing | undefined} found */
  function place(state, found) {
    if (found && found.souci) return "La personne dit\u00a0: «\u202f" + desk.say(found.souci, state) + "\u202f»";
    var graph = walk.graph(state.g);
    if (walk.isTutorial(state) || !graph) return "";
    return NAMES[state.g] || graph.titre;
  }
  /** @param {Fil.State} state @param {Fil.Thing | undefined} found */
  function drawNow(state, found) {
    var kind = found ? found.genre : "fin";
    var text = found ? found.texte : desk.choices(state).texte;
    var where = place(state, found);
    now.setAttribute("data-genre", kind);
    cue.textContent = (!found && state.m ? "Dites, puis choisissez" : CUES[kind]) + (where ? " · " + where : "");
    said.textContent = "";
    if (state.m) make("p", "fil-now-first", desk.say(state.m, state), said);
    if (text) make("p", state.o || !found && state.m ? "fil-now-before" : "", desk.say(text, state), said);
    if (state.o && found && found.autrement) make("p", "", desk.say(found.autrement, state), said);
    var size = said.textContent.length;
    now.classList.toggle("fil-long", size > LONG && size <= LONGER);
    now.classList.toggle("fil-longer", size > LONGER);
    now.classList.toggle("fil-longest", size > LONGEST);
  }
  /** @param {string} label @param {number} rank @param {() => void} act @param {string} [way] */
  function button(label, rank, act, way) {
    var item = make("li", "", "", replies);
    var made = desk.press(item, "fil-reply", rank < 9 ? String(rank + 1) : "", label, act);
    made.setAttribute("data-reponse", String(rank + 1));
    if (way) make("small", "", way, made);
    return made;
  }
  /** @param {Fil.State} state @param {Fil.Thing | undefined} found */
  function drawReplies(state, found) {
    replies.textContent = "";
    if (!found) {
      desk.choices(state).choix.forEach(function (choice, rank) { button(choice.texte, rank, choice.act); });
      return;
    }
    if (!walk.isAsked(state)) return;
    // So many answers fill the screen: where each leads is left out.
    replies.classList.toggle("fil-many", (found.reponses || []).length > 6);
    (found.reponses || []).forEach(function (reply, rank) {
      var made = button(desk.say(reply.texte, state), rank, function () { desk.answer(rank); }, reply.lien ? "→ " + reply.lien : "");
      if (!rank && found.genre === "preuve") made.classList.add("fil-good");
    });
  }
  /** @param {Fil.State} state */
  function ahead(state) {
    var found = walk.here(state);
    if (!found) return "";
    var next = walk.isAsked(state) ? walk.answer(state, 0) : walk.onward(state);
    if (next.v) return "une autre fiche";
    var text = [next.m, spoken(next)].filter(Boolean).join(" ");
    return text && next.n !== "fin" ? "«\u202f" + desk.say(text, next) + "\u202f»" : "la fin de " + (walk.isTutorial(next) ? "la fiche" : "ce passage");
  }
  /* Repeating calms; after two repairs, another way, or someone else. */
  /** @param {Fil.State} state @param {Fil.Thing | undefined} found */
  function drawHint(state, found) {
    var marked = found && isMarked();
    var stuck = walk.repairs(state);
    hint.hidden = !(stuck || marked || state.o && found && found.autrement);
    hint.textContent = "";
    if (hint.hidden) return;
    if (stuck) {
      make("span", "", "Deux réparations n’ont pas suffi\u00a0: dites-le autrement, passez, ou orientez. ", hint);
      desk.press(hint, "fil-button", "p", "Vers qui j’oriente", function () { if (desk.card) desk.card("posture"); });
    } else make("span", "", (marked ? "C’est noté. " : "") + "Redites-la d’abord, mot pour mot\u00a0: répéter calme. Puis dites-la autrement.", hint);
  }
  /** @param {Fil.State} state */
  function drawFoot(state) {
    var found = walk.here(state);
    var base = walk.base(state);
    var code = /^\d+[a-z]+$/.test(base.n) ? base.g + "·" + base.n.replace(/(\d+)/, "$1·") : base.g;
    find(".fil-code").textContent = code;
    find(".fil-onward").classList.toggle("fil-button-main", !walk.isAsked(state));
    find(".fil-onward span").textContent = walk.isAsked(state) ? "Passer" : "Continuer";
    /** @type {HTMLButtonElement} */ (find(".fil-onward")).disabled = !walk.isPassed(state);
    /** @type {HTMLButtonElement} */ (find(".fil-undo")).disabled = desk.call.etats.length < 2;
    find(".fil-return").hidden = !state.p.length;
    find(".fil-ahead").hidden = !found;
    find(".fil-ahead span").textContent = ahead(state);
    find(".fil-commons").hidden = !found;
    desk.all("[data-reponse-commune]").forEach(function (each) { each.hidden = !walk.isAsked(state); });
    find('[data-commande="autrement"]').hidden = !(found && found.autrement);
    find('[data-commande="autrement"]').setAttribute("aria-pressed", String(Boolean(state.o)));
    find('[data-commande="marquer"]').setAttribute("aria-pressed", String(isMarked()));
  }
  desk.drawFoot = drawFoot;
  /** @type {Fil.Desk["drawThing"]} */
  desk.drawThing = function (state) {
    var found = state.n === "fin" || state.n === "recap" ? undefined : walk.here(state);
    var recap = state.n === "recap";
    // Once drawn, what had the focus may be gone; a step or a trouble that was chosen would be chosen
    // again by Enter. The thing to say has the focus then.
    var active = document.activeElement || document.body;
    var lost = drawn !== null && drawn !== state && (active === document.body || thread.contains(active) || active.matches(".fil-outline button, .fil-trouble, .fil-stop-button"));
    drawn = state;
    desk.root.setAttribute("data-noeud", state.n);
    find(".fil-recap-desk").hidden = !recap;
    now.hidden = recap;
    drawPast();
    past.hidden = recap;
    if (!recap) drawNow(state, found);
    drawReplies(state, recap ? undefined : found);
    replies.hidden = recap;
    drawHint(state, found);
    drawFoot(state);
    if (lost) {
      if (recap) find(".fil-recap-desk h2").focus();
      else now.focus({ preventScroll: true });
    }
    if (lost && window.innerWidth < 900) (recap ? find(".fil-recap-desk") : now).scrollIntoView({ block: "start" });
  };
  desk.answer = function (rank) {
    var state = desk.now();
    if (walk.isAsked(state)) desk.go(walk.answer(state, rank));
    else if (!walk.here(state) && state.n !== "recap") {
      var choice = desk.choices(state).choix[rank];
      if (choice) choice.act();
    }
  };
  /* What the desk asks the mediator, where a thread ends. */
  desk.choices = function (state) {
    var graph = desk.graph;
    var search = { texte: "Chercher une autre fiche", act: function () { desk.guided(function () { if (desk.command) desk.command(); }); } };
    var recap = { texte: "Le récap, puis terminer", act: function () { desk.go(walk.but(desk.now(), { n: "recap", m: "", r: "" })); } };
    var close = { texte: "Fermer l’appel ensemble", act: function () { desk.visit("fermer"); } };
    var read = { texte: "Lire la fiche " + graph.numero + "\u00a0: " + graph.titre, act: function () { desk.step(0); } };
    var back = { texte: "Revenir là où j’en étais", act: function () { desk.back(); } };
    if (state.g === "ouvrir") return { texte: "L’ouverture est faite.", choix: [read, search, close, recap] };
    if (state.g === "fermer") return { texte: "L’appel est fermé.", choix: [recap, search] };
    return { texte: "Ce fil est au bout.", choix: (state.p.length ? [back] : []).concat([close, search, recap]) };
  };
  desk.back = function () { desk.go(walk.back(desk.now())); };
})();
