// The end of a call: the message that is sent, what is noted in one's own register, the sentences
// that did not work; then all of it is erased.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make;
  /** @type {HTMLTextAreaElement} */
  var text = find("#recap-texte");
  /** @type {HTMLInputElement} */
  var meeting = find("#recap-rdv");
  /** @type {HTMLInputElement} */
  var added = find("#recap-ajout");

  /** @returns {Fil.Opened[]} */
  function opened() {
    if (desk.call.fiches.length) return desk.call.fiches;
    return [/** @type {Fil.Opened} */ ({ numero: desk.told("numero"), titre: desk.told("titre"), recap: desk.told("recap"), papier: desk.told("papier"), publique: desk.told("publique"), qr: desk.told("qr"), theme: desk.told("theme"), adresse: desk.told("adresse") })];
  }
  /* What the tutorials, the appointment, the codes and the mediator say. */
  function composed() {
    var call = desk.call;
    return opened().map(function (each) { return each.recap; })
      .concat(call.lieux || [], call.rdv ? ["Rendez-vous : " + call.rdv + "."] : [], call.ajout ? [call.ajout] : [], call.codes.length ? ["Pour reprendre : " + call.codes.join(", ") + "."] : [])
      .join(" ");
  }
  /** @param {string} name @param {string} address */
  function link(name, address) { /** @type {HTMLAnchorElement} */ (find(name)).href = address; }
  function count() {
    var message = text.value;
    var its = window.filMessage;
    find(".fil-segments").textContent = (its ? its.segments(message) + " SMS, " : "") + message.length + " caractères";
    link(".fil-sms", "sms:?body=" + encodeURIComponent(message));
    link(".fil-mail", "mailto:?subject=" + encodeURIComponent("Après notre appel") + "&body=" + encodeURIComponent(message));
    drawSheet();
  }
  /* The sheet that is printed, and what is dictated slowly. */
  function drawSheet() {
    var sheet = find(".fil-sheet-entries");
    sheet.textContent = "";
    opened().forEach(function (entry) {
      var item = make("section", "", "", sheet);
      make("h3", "", entry.titre, item);
      sentences(entry.papier).forEach(function (sentence) { make("p", "", sentence, item); });
      if (entry.publique) make("p", "fil-sheet-address", entry.publique, item);
      if (entry.qr) item.appendChild(drawn(entry.qr.split(";")));
    });
    if (desk.call.lieux && desk.call.lieux.length) {
      var places = make("section", "", "", sheet);
      make("h3", "", "Vers qui je vous oriente", places);
      desk.call.lieux.forEach(function (each) { make("p", "", each, places); });
    }
    var slowly = find(".fil-slowly");
    slowly.textContent = "";
    sentences(text.value).forEach(function (sentence) { make("li", "", sentence, slowly); });
  }
  /** @param {string} words */
  function sentences(words) { return window.filFrench && window.filFrench.sentences ? window.filFrench.sentences(words) : [words]; }
  /** @param {string[]} code */
  function drawn(code) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 " + code[0] + " " + code[0]);
    svg.setAttribute("class", "fil-qr");
    path.setAttribute("d", code[1]);
    path.setAttribute("stroke", "currentColor");
    svg.appendChild(path);
    return svg;
  }
  /* One line for one's own register: each field is chosen, no name is asked. */
  function register() {
    var minutes = desk.call.debut ? Math.max(1, Math.round((Date.now() - desk.call.debut) / 60000)) : 0;
    var today = new Date();
    /** @type {Record<string, string>} */
    var fields = {
      date: ("0" + today.getDate()).slice(-2) + "/" + ("0" + (today.getMonth() + 1)).slice(-2) + "/" + today.getFullYear(),
      duree: minutes + " min",
      theme: opened().map(function (each) { return each.theme; }).filter(function (each, rank, kept) { return kept.indexOf(each) === rank; }).join(", "),
      public: /** @type {HTMLSelectElement} */ (find("#registre-public")).value,
      fiches: opened().map(function (each) { return each.numero; }).join(", "),
      issue: /** @type {HTMLSelectElement} */ (find("#registre-issue")).value
    };
    /** @type {HTMLInputElement[]} */
    var chosen = all("[data-registre]");
    find("#registre-ligne").textContent = chosen.filter(function (box) { return box.checked; })
      .map(function (box) { return fields[box.getAttribute("data-registre") || ""]; }).filter(Boolean).join("\u00a0; ");
  }
  function drawMarks() {
    var list = find(".fil-marks");
    list.textContent = "";
    desk.call.marques.forEach(function (each) { make("li", "", each.code + "\u00a0: «\u202f" + each.texte + "\u202f»", list); });
    find(".fil-marked").hidden = !desk.call.marques.length;
  }
  desk.drawRecap = function () {
    if (desk.call.recap === undefined) text.value = composed();
    else text.value = desk.call.recap;
    meeting.value = desk.call.rdv;
    added.value = desk.call.ajout;
    count();
    register();
    drawMarks();
  };
  /* A place, or a structure, that the person is sent to: told once, in what is sent and on the sheet. */
  desk.note = function (words) {
    var call = desk.call;
    var known = call.lieux || [];
    if (known.indexOf(words) >= 0) return;
    call.lieux = known.concat([words]);
    // What was written by hand stays: what is noted comes after.
    if (call.recap !== undefined) call.recap += " " + words;
    desk.save();
    if (desk.now().n === "recap" && desk.drawRecap) desk.drawRecap();
  };
  /** @param {HTMLElement} shown */
  function lines(shown) {
    var items = all("li", shown).map(function (item) { return item.textContent; });
    return items.length ? items.join("\n") : shown.textContent;
  }
  /** @param {HTMLElement} said @param {string} words @param {Node} shown */
  function copy(said, words, shown) {
    function select() {
      var selection = window.getSelection();
      if (shown instanceof HTMLTextAreaElement) shown.select();
      else if (selection) selection.selectAllChildren(shown);
      said.textContent = "Le texte est choisi\u00a0: faites Ctrl et C.";
    }
    if (navigator.clipboard) navigator.clipboard.writeText(words).then(function () { said.textContent = "Copié."; }, select);
    else select();
  }
  all("[data-copier]").forEach(function (button) {
    button.addEventListener("click", function () {
      var shown = find("#" + button.getAttribute("data-copier"));
      copy(find(".fil-copied", button.parentElement || document), shown instanceof HTMLTextAreaElement ? shown.value : lines(shown), shown);
    });
  });
  text.addEventListener("input", function () { desk.call.recap = text.value; desk.save(); count(); });
  [meeting, added].forEach(function (field) {
    field.addEventListener("input", function () {
      desk.call.rdv = meeting.value;
      desk.call.ajout = added.value;
      // What was written by hand stays: what is added comes after.
      if (desk.call.recap === undefined) text.value = composed();
      desk.save();
      count();
    });
  });
  all("[data-registre], #registre-public, #registre-issue").forEach(function (field) { field.addEventListener("change", register); });
  find(".fil-print").addEventListener("click", function () {
    document.body.classList.add("fil-print-sheet");
    window.print();
  });
  function printed() { document.body.classList.remove("fil-print-sheet"); }
  window.addEventListener("afterprint", printed);
  // Safari, before its thirteenth version, only tells it so.
  window.matchMedia("print").addListener(function (paper) { if (!paper.matches) printed(); });
  find(".fil-note-code").addEventListener("click", function () {
    var its = find(".fil-code").textContent;
    if (desk.call.codes.indexOf(its) < 0) desk.call.codes.push(its);
    find(".fil-code-said").textContent = "Noté.";
    desk.change({});
  });
  function isMarked() {
    var its = placeCode();
    return desk.call.marques.some(function (each) { return each.code === its; });
  }
  desk.isMarked = isMarked;
  /* « Cette phrase n’a pas marché »: remembered until the end, told to nobody. */
  desk.markSentence = function () {
    var its = placeCode();
    var found = desk.walk.here(desk.now());
    if (isMarked()) desk.call.marques = desk.call.marques.filter(function (each) { return each.code !== its; });
    else if (found) desk.call.marques.push({ code: its, texte: found.texte });
    desk.change({});
  };
  function placeCode() {
    var state = desk.now();
    return state.g + "·" + state.n.replace(/^(\d+)/, "$1·");
  }
  // What is at the end was perhaps waited for.
  if (desk.call.etats.length && desk.now().n === "recap") desk.drawRecap();
})();
