// The call: what was said and answered, the tutorials opened, the notes. All of it stays in this tab
// (sessionStorage), is never sent, and is erased by « Terminer », whatever else is missing.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var KEY = "fil-appel";
  var FORMER = "fil-appareil";
  var VERSION = 2;
  var MOST = 200;
  var walk = desk.walk;

  /** @returns {Fil.PhoneCall} */
  function blank() {
    return { version: VERSION, debut: 0, notes: "", fiches: [], etats: [], ici: "", marques: [], codes: [], rdv: "", ajout: "" };
  }
  /* What is kept may come from anywhere: it is a call when it has the shape of one. */
  var STATE = { g: "", n: "", m: "", r: "", o: 0, u: 0, f: 0, p: [{ g: "", n: "" }], e: {}, a: "", s: [""], l: "" };
  var OPENED = { numero: "", titre: "", adresse: "", theme: "", recap: "", papier: "", publique: "", qr: "" };
  var TRAVEL = { numero: "", adresse: "", etape: 0 };
  var CALL = { version: 0, debut: 0, notes: "", fiches: [OPENED], etats: [STATE], ici: "", marques: [{ code: "", texte: "" }], codes: [""], rdv: "", ajout: "" };
  /** @param {unknown} value @param {unknown} model @returns {boolean} */
  function isLike(value, model) {
    if (Array.isArray(model)) return Array.isArray(value) && value.every(function (each) { return isLike(each, model[0]); });
    if (typeof value !== typeof model || !value !== !model && typeof model === "object") return false;
    if (typeof model !== "object" || !model) return true;
    var held = /** @type {Record<string, unknown>} */ (value);
    var its = /** @type {Record<string, unknown>} */ (model);
    return !Array.isArray(value) && Object.keys(its).every(function (name) { return isLike(held[name], its[name]); });
  }
  /** @param {Fil.PhoneCall} kept @returns {boolean} */
  function isCall(kept) {
    return kept.version === VERSION && isLike(kept, CALL) && (kept.recap === undefined || typeof kept.recap === "string") &&
      (kept.lieux === undefined || isLike(kept.lieux, [""])) &&
      kept.etats.every(function (state) { return state.v === undefined || isLike(state.v, TRAVEL); }) &&
      kept.fiches.every(function (each) { return !/^[\s/\\]|:/.test(each.adresse); });
  }
  /* A call begun with the desk of before keeps its notes and its clock. */
  /** @returns {Fil.PhoneCall} */
  function read() {
    var fresh = blank();
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
      if (!kept) return fresh;
      if (typeof kept.vu === "number" && Date.now() - kept.vu >= desk.LONGEST_REST) {
        forget();
        return fresh;
      }
      if (isCall(kept)) return kept;
      if (typeof kept.debut === "number") fresh.debut = kept.debut;
      if (typeof kept.notes === "string") fresh.notes = kept.notes;
    } catch (_unreadable) { /* a call of its own */ }
    return fresh;
  }
  function forget() {
    try {
      sessionStorage.removeItem(KEY);
      sessionStorage.removeItem(FORMER);
    } catch (_refused) { /* nothing was kept */ }
  }
  function write() {
    desk.call.vu = Date.now();
    try { sessionStorage.setItem(KEY, JSON.stringify(desk.call)); } catch (_refused) { /* kept in this page only */ }
  }
  function begin() {
    if (!desk.call.debut) desk.call.debut = Date.now();
    open();
  }
  /* This tutorial is one of the call's. */
  function open() {
    var already = desk.call.fiches.some(function (each) { return each.numero === desk.graph.numero; });
    if (already || !desk.call.debut) return;
    /** @type {Record<string, string>} */
    var its = {};
    ["numero", "titre", "adresse", "theme", "recap", "papier", "publique", "qr"].forEach(function (name) { its[name] = desk.told(name); });
    desk.call.fiches.push(/** @type {Fil.Opened} */ (/** @type {unknown} */ (its)));
  }
  /** @param {number} step */
  function first(step) {
    var found = desk.graph.noeuds.filter(function (each) { return each.etape === step && !each.secours; })[0];
    return found ? found.id : desk.graph.depart;
  }
  /* The place that the address tells: a thing, a step, else the start. */
  function told() {
    var thing = /^#n-(\w+)$/.exec(location.hash);
    var step = /^#etape-(\d+)$/.exec(location.hash);
    if (thing && desk.graph.noeuds.some(function (each) { return thing && each.id === thing[1]; })) return thing[1];
    return step ? first(Number(step[1])) : desk.graph.depart;
  }
  /* Where the page opens: where the call was, where a jump leads, else what the address says. */
  /** @returns {Fil.State} */
  function arrive() {
    var last = desk.call.etats[desk.call.etats.length - 1];
    var number = desk.graph.numero;
    if (last && last.v) {
      desk.call.etats.pop();
      var came = last.v;
      var jumped = walk.but(last, { v: undefined });
      if (came.numero === number) return walk.settle(jumped);
      if (came.adresse === desk.told("fiche")) return walk.settle(walk.but(jumped, { g: number, n: came.etape ? first(came.etape) : desk.graph.depart }));
    }
    if (last && walk.base(last).g === number && (!location.hash || desk.call.ici === number + location.hash)) return /** @type {Fil.State} */ (desk.call.etats.pop());
    if (last) return walk.settle(walk.but(last, { g: number, n: told(), m: "", r: "", o: 0, u: 0, v: undefined, p: walk.base(last).g === number ? [] : [walk.base(last)] }));
    return walk.settle({ g: number, n: told(), m: "", r: "", o: 0, u: 0, f: 0, p: [], e: {}, a: "", s: [], l: "en" });
  }
  /* The address holds the place, so that a reload, or a link, finds it again. */
  function mark() {
    var place = walk.base(desk.now());
    if (!desk.call.debut) return;
    if (!/^\w+$/.test(place.n) || place.n === "fin" || place.n === "recap" || place.g !== desk.graph.numero) return;
    desk.call.ici = place.g + "#n-" + place.n;
    if (location.hash === "#n-" + place.n) return;
    try { history.replaceState(null, "", "#n-" + place.n); } catch (_refused) { /* some browsers, on a disk */ }
  }
  /** @param {Fil.Travel} to */
  function leave(to) {
    var opened = desk.call.fiches.filter(function (each) { return each.numero === to.numero; })[0];
    var address = to.adresse || opened && opened.adresse.replace(/telephone\/$/, "");
    if (address) location.href = desk.address(address + "telephone/", to.etape ? "#etape-" + to.etape : "");
  }

  desk.LONGEST_REST = 1800000;
  desk.call = read();
  desk.now = function () { return desk.call.etats[desk.call.etats.length - 1]; };
  desk.save = function () { if (desk.call.debut) write(); };
  /* On to another state; the one before stays, so that one can come back. */
  desk.go = function (next) {
    if (next === desk.now()) return;
    begin();
    desk.call.etats = desk.call.etats.concat([next]).slice(-MOST);
    if (next.v) { write(); leave(next.v); return; }
    mark();
    write();
    desk.draw();
  };
  /* The same thing, told otherwise: no way back of its own. */
  desk.change = function (changes) {
    desk.call.etats[desk.call.etats.length - 1] = walk.but(desk.now(), changes);
    begin();
    write();
    desk.draw();
  };
  desk.undo = function () {
    if (desk.call.etats.length < 2) return;
    desk.call.etats.pop();
    var former = walk.base(desk.now()).g;
    if (former !== desk.graph.numero) {
      desk.call.etats.push(walk.but(/** @type {Fil.State} */ (desk.call.etats.pop()), { v: { numero: former, adresse: "", etape: 0 } }));
      write();
      leave({ numero: former, adresse: "", etape: 0 });
      return;
    }
    mark();
    write();
    desk.draw();
  };
  /* « Commencer l’appel »: the first question that is asked, then this tutorial. */
  desk.start = function () {
    begin();
    var opening = walk.graph("ouvrir");
    if (!opening) { write(); desk.draw(); return; }
    var state = desk.now();
    var greeted = walk.but(state, { g: "ouvrir", n: opening.depart, m: "", r: "", o: 0, p: state.p.concat([{ g: state.g, n: state.n, u: 0, d: 1 }]) });
    var greeting = walk.here(greeted);
    // One greets and asks in one breath.
    if (greeting && greeting.genre === "dire") greeted = walk.but(greeted, { n: greeting.suite || "fin", m: greeting.texte });
    desk.go(walk.settle(greeted));
  };
  desk.visit = function (name, id) { desk.go(walk.visit(desk.now(), name, id)); };
  desk.step = function (step) { desk.go(walk.settle(walk.but(desk.now(), { g: desk.graph.numero, n: first(step), m: "", r: "", o: 0, u: 0, p: [] }))); };
  desk.end = function () {
    desk.call = blank();
    forget();
    /** @type {HTMLInputElement[]} */
    var fields = desk.all("textarea, input", desk.root);
    fields.forEach(function (field) {
      if (/^(?:text|textarea)$/.test(field.type)) field.value = "";
      field.checked = field.defaultChecked;
    });
    try { history.replaceState(null, "", location.pathname); } catch (_refused) { /* some browsers, on a disk */ }
  };
  desk.arrive = function () {
    var state = arrive();
    desk.call.etats.push(state);
    open();
    mark();
    desk.save();
    desk.draw();
  };
  // Erased first: whatever follows may fail.
  desk.finish = function () {
    desk.end();
    var ended = desk.find(".fil-ended");
    ended.hidden = false;
    desk.root.setAttribute("data-fini", "");
    desk.find("h2", ended).focus();
  };
  window.addEventListener("hashchange", function () {
    if (desk.call.ici === desk.graph.numero + location.hash || location.hash === "#fil-contenu") return;
    desk.go(walk.but(desk.now(), { g: desk.graph.numero, n: told(), m: "", r: "", o: 0, u: 0, p: [] }));
  });
  // A page that the browser kept aside knows nothing of what was done since.
  window.addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });
})();
