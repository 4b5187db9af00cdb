// A diagnosis alone: one question a screen, back at any time, then the result. The address tells the
// screen; the answers are in the form, and nowhere else: nothing is kept, nothing is sent.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var form = document.querySelector(".fil-questions");
  if (!form || !window.filDiagnosis.read) return;
  var questions = form;
  var diagnosis = window.filDiagnosis.read();
  var root = diagnosis.root;
  var KEY = "fil-livret";
  var MOST = 24;
  // « #question-3 »; not « #question-3-a ».
  var ASKED = /^#question-(\d+)$/;
  /** @type {Fil.Suggestion[]} */
  var plan = [];

  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [inside] @returns {E} */
  function find(selector, inside) { return /** @type {E} */ ((inside || root).querySelector(selector)); }
  /** @type {Fil.All} */
  function all(selector, inside) { return Array.prototype.slice.call((inside || root).querySelectorAll(selector)); }
  /** @type {Fil.Make} */
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  var asked = all(".fil-asked");
  var next = find(".fil-diagnosis-next");
  // What one may wonder comes after the way on.
  var doubts = all(".fil-doubts");
  doubts.forEach(function (each) { questions.appendChild(each); });

  /** @returns {(number | null)[]} */
  function answers() {
    return asked.map(function (question) {
      /** @type {HTMLInputElement | null} */
      var chosen = question.querySelector("input:checked");
      return chosen ? Number(chosen.value) : null;
    });
  }
  /* The rank of the question that the address tells, from 1; the one after the last is the result. */
  function place() {
    if (location.hash === "#resultat") return asked.length + 1;
    var told = ASKED.exec(location.hash);
    return told && Number(told[1]) <= asked.length ? Number(told[1]) : 0;
  }
  /** @param {number} rank */
  function address(rank) {
    if (rank > asked.length) return "#resultat";
    return rank ? "#question-" + rank : "#";
  }
  function label() {
    var rank = place();
    var chosen = rank && rank <= asked.length && answers()[rank - 1] !== null;
    next.textContent = rank === asked.length ? "Voir mon résultat" : chosen ? "Question suivante" : "Passer cette question";
  }
  /** @param {number} rank */
  function ask(rank) {
    all(".fil-here", questions).forEach(function (each) { each.classList.remove("fil-here"); });
    var question = asked[rank - 1];
    question.classList.add("fil-here");
    var group = question.closest(".fil-group");
    var here = group ? group.id : "";
    if (group) group.classList.add("fil-here");
    doubts.forEach(function (each) { each.classList.toggle("fil-here", "etape-" + each.getAttribute("data-groupe") === here); });
    find(".fil-diagnosis-where").textContent = "Question " + rank + " sur " + asked.length;
    /** @type {HTMLProgressElement} */ (find(".fil-diagnosis-bar")).value = rank - 1;
    label();
  }
  /* Of each axis, the stage that one is at; the thread of its drawing is tied there. */
  /** @param {Record<string, number | null>} stages */
  function draw(stages) {
    all("[data-axe]").forEach(function (axis) {
      var stage = stages[axis.getAttribute("data-axe") || ""];
      axis.hidden = stage === null;
      axis.setAttribute("data-niveau", String(stage));
      all("[data-etat]", axis).forEach(function (each) {
        each.classList.toggle("fil-here", each.getAttribute("data-etat") === String(stage));
      });
    });
    var profile = root.querySelector(".fil-profile");
    if (profile) /** @type {HTMLElement} */ (profile).hidden = Object.keys(stages).every(function (axis) { return stages[axis] === null; });
  }
  /** @param {HTMLElement} list @param {Fil.Suggestion[]} advised */
  function fill(list, advised) {
    list.textContent = "";
    advised.forEach(function (each) {
      var item = make("li", "", "", list);
      item.setAttribute("data-tutoriel", each.fiche);
      var line = make("p", "", "", item);
      make("span", "fil-number", each.numero, line);
      line.appendChild(document.createTextNode(" "));
      make("a", "", each.titre, line).href = root.getAttribute("data-racine") + "tutoriels/" + each.fiche + "/" + (location.protocol === "file:" ? "index.html" : "");
      var reasons = each.raisons.length > 1 ? make("ul", "fil-reasons", "", item) : item;
      each.raisons.forEach(function (reason) {
        make(each.raisons.length > 1 ? "li" : "p", "fil-reason", window.filDiagnosis.sentence(reason), reasons);
      });
    });
  }
  function tell() {
    var given = answers();
    var found = window.filDiagnosis.result(diagnosis, given);
    plan = found.advice;
    draw(found.stages);
    find(".fil-result-none").hidden = given.some(function (each) { return each !== null; });
    fill(find(".fil-first-steps"), plan.slice(0, window.filDiagnosis.FIRST));
    /** @type {HTMLOListElement} */ (find(".fil-later ol")).start = window.filDiagnosis.FIRST + 1;
    fill(find(".fil-later ol"), plan.slice(window.filDiagnosis.FIRST));
    find(".fil-later").hidden = plan.length <= window.filDiagnosis.FIRST;
    find(".fil-plan").hidden = false;
    var text = window.filDiagnosis.message(diagnosis.recap, plan, diagnosis.numero);
    /** @type {HTMLTextAreaElement} */ (find(".fil-message")).value = text;
    /** @type {HTMLAnchorElement} */ (find(".fil-by-sms")).href = "sms:?body=" + encodeURIComponent(text);
    find(".fil-message-size").textContent = window.filMessage ? window.filMessage.segments(text) + " SMS, " + window.filMessage.length(text) + " caractères" : "";
    find(".fil-taken").textContent = "";
    find(".fil-booklet-way").hidden = true;
  }
  /* What the address tells is shown; what one reads first has the focus, once one has begun. */
  /** @param {boolean} moved */
  function show(moved) {
    var rank = place();
    if (rank && rank <= asked.length) document.documentElement.setAttribute("data-question-seule", "");
    else document.documentElement.removeAttribute("data-question-seule");
    root.setAttribute("data-ecran", rank > asked.length ? "resultat" : rank ? "question" : "debut");
    if (rank > asked.length) tell();
    else if (rank) ask(rank);
    if (!moved) return;
    window.scrollTo(0, 0);
    (rank > asked.length ? find("#resultat-titre") : rank ? find("legend", asked[rank - 1]) : find(".fil-diagnosis-start")).focus({ preventScroll: true });
  }
  /** @param {string} selector @param {() => void} act */
  function press(selector, act) {
    all(selector).forEach(function (button) { button.addEventListener("click", act); });
  }
  /** @param {number} rank */
  function back(rank) { location.replace(address(rank)); }
  /* One’s own booklet, which this browser keeps because one asks for it. */
  function toBooklet() {
    var said = find(".fil-taken");
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      /** @type {Fil.Chosen[]} */
      var list = Array.isArray(kept) ? kept : [];
      plan.forEach(function (each) {
        var isThere = list.some(function (other) { return other && other.fiche === each.fiche; });
        if (!isThere && list.length < MOST) list.push({ fiche: each.fiche, numero: each.numero, titre: each.titre });
      });
      localStorage.setItem(KEY, JSON.stringify(list));
      said.textContent = "C’est fait : ce navigateur garde la liste de ces fiches, et pas mes réponses.";
      find(".fil-booklet-way").hidden = false;
    } catch (_refused) { said.textContent = "Ce navigateur ne garde pas de liste."; }
  }
  function copy() {
    /** @type {HTMLTextAreaElement} */
    var text = find(".fil-message");
    text.focus();
    text.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (_refused) { /* it is selected all the same */ }
    find(".fil-taken").textContent = done ? "Le message est copié." : "Le message est choisi : je le copie moi-même.";
  }

  questions.addEventListener("change", label);
  press(".fil-diagnosis-start", function () { location.hash = address(1); });
  press(".fil-diagnosis-next", function () { location.hash = address(place() + 1); });
  press(".fil-diagnosis-back", function () { back(place() - 1); });
  press(".fil-diagnosis-again", function () { back(1); });
  press(".fil-diagnosis-erase", function () {
    /** @type {HTMLInputElement[]} */
    var chosen = all("input:checked", questions);
    chosen.forEach(function (each) { each.checked = false; });
    back(0);
  });
  press("[data-imprimer]", function () { window.print(); });
  press(".fil-to-booklet", toBooklet);
  press(".fil-copy", copy);
  window.addEventListener("beforeprint", function () {
    /** @type {HTMLDetailsElement} */ (find(".fil-later")).open = true;
  });
  window.addEventListener("hashchange", function () { show(true); });
  show(false);
})();
