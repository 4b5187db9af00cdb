// The first answers, under the box as one types: a list to go through with the arrows. The page of
// results shows its own with the same words.
(function () {
  "use strict";
  var box = window.filBox;
  var form = box.form;
  var input = box.input;
  var told = form.dataset;
  // On the mediators' side, which the form tells, and the answers to it, a tutorial is opened at its
  // script; elsewhere, nothing speaks of one.
  var mediator = Boolean(form.elements.namedItem("pour")) || /[?&]pour=mediateurs(&|$)/.test(location.search);
  var ending = location.protocol === "file:" ? "index.html" : "";
  var FIRST = 5;
  // Pixels: around what is seen; for two answers and what is said of them; for one, at least.
  var EDGE = 8, ENOUGH = 260, LEAST = 120;
  var EVERYONE = "Tous publics";
  /** @type {Record<string, string>} */
  var audiences = {};
  (told.publics || "").split("|").forEach(function (pair) {
    audiences[pair.split("=")[0]] = pair.split("=")[1];
  });

  /** @type {Fil.Make} */
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    return element;
  }
  /** @type {Fil.Box["address"]} */
  function address(path, step) {
    return told.racine + path + ending + (step ? "#etape-" + step : "");
  }
  /** @param {string} text */
  function fold(text) {
    return text.toLowerCase().replace(/[-\u2010-\u2012\u00ad]/g, "").replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  // Text, never HTML; the words that matched stand out.
  /** @type {Fil.Box["mark"]} */
  function mark(element, text, words) {
    var plain = "";
    /** @param {string} word */
    function isMeant(word) { return words.indexOf(word) >= 0; }
    text.replace(/ (?=[?!;:»])/g, "\u202f").split(/(e[-\u2011]mails?|wi[-\u2011]fi|[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ\u00ad]+)/i).forEach(function (piece, rank) {
      var word = fold(piece);
      // « 17Cyber » is two words: both are meant, or neither stands out.
      if (!(rank % 2) || !(isMeant(word) || (word.match(/[0-9]+|[a-z]+/g) || [""]).every(isMeant))) { plain += piece; return; }
      element.appendChild(document.createTextNode(plain));
      element.appendChild(make("mark", "", piece));
      plain = "";
    });
    element.appendChild(document.createTextNode(plain));
    return element;
  }
  /** @type {Fil.Box["who"]} */
  function who(keys) {
    var all = Object.keys(audiences);
    var own = all.filter(function (key) { return (keys || []).indexOf(key) >= 0; });
    if (own.length > 1 && own.length === all.length) return EVERYONE;
    return own.map(function (key) { return audiences[key]; }).join(", ");
  }
  /** @type {Fil.Box["line"]} */
  function line(result) {
    return (result.etape ? "Étape " + result.etape + "\u00a0: " : "") + result.extrait;
  }
  // Words to show again: bounded, and without the signs that turn a line around.
  /** @type {Fil.Box["quote"]} */
  function quote(words) {
    return words.map(function (word) {
      var seen = word.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, " ").trim();
      return "«\u202f" + (seen.length > 80 ? seen.slice(0, 80) + "…" : seen) + "\u202f»";
    }).join(", ");
  }
  // Milliseconds without a key before a question is asked. A slow machine answers the last key only. Two
  // letters begin too many words to say anything, and what they find is loaded for nothing: whoever
  // goes on is not answered yet; « cv » is, once nothing follows.
  /** @type {Fil.Box["pause"]} */
  function pause(query) { return /^\s*$|\d|[a-zà-öø-ÿœ]{3}/i.test(query) ? 10 : 400; }
  // What was put right, and what was left aside.
  /** @type {Fil.Box["explain"]} */
  function explain(answer) {
    /** @type {string[]} */
    var said = [];
    if (answer.corriges.length) said.push("Résultats pour " + quote(answer.corriges.map(function (each) { return each.en; })) + ".");
    if (answer.ecartes.length && answer.gardes.length && answer.total) said.push("Aucune fiche avec " + quote(answer.ecartes) + "\u202f; voici pour " + quote(answer.gardes) + ".");
    return said.join(" ");
  }

  box.EVERYONE = EVERYONE;
  box.mediator = mediator;
  box.make = make;
  box.address = address;
  box.mark = mark;
  box.line = line;
  box.who = who;
  box.quote = quote;
  box.pause = pause;
  box.explain = explain;
  // A page may show the answers itself, and nothing under the box.
  box.close = function () { /* nothing is open */ };
  if (told.liste === "non") return;

  var popup = make("div", "fil-found" + (mediator ? " fil-found-two" : ""));
  var status = make("p", "fil-found-said");
  var list = make("ul", "fil-found-list");
  // Beside the list and not in it: an option holds no link. Where an option opens a script, the page
  // that the public reads is one link away.
  var pages = make("ul", "fil-found-pages");
  status.setAttribute("role", "status");
  list.id = "propositions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Premières réponses");
  pages.setAttribute("aria-label", "Voir la fiche");
  [status, list].concat(mediator ? pages : []).forEach(function (part) { popup.appendChild(part); });
  form.appendChild(popup);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  var active = -1;
  var sure = "";
  var turn = 0;
  /** @type {number | undefined} */
  var soon;
  /** @type {number | undefined} */
  var late;

  /** @param {number} rank */
  function choose(rank) {
    var options = entries(list);
    if (options[active]) options[active].setAttribute("aria-selected", "false");
    active = options[rank] ? rank : -1;
    input.removeAttribute("aria-activedescendant");
    if (active < 0) return;
    options[rank].setAttribute("aria-selected", "true");
    options[rank].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[rank].id);
  }
  /** @param {Element} holder @returns {HTMLElement[]} */
  function entries(holder) { return Array.prototype.slice.call(holder.children); }
  function isOpen() {
    return popup.classList.contains("fil-open");
  }
  /** @param {string} text @param {string} [hint] */
  function say(text, hint) {
    popup.classList.add("fil-open");
    status.textContent = text;
    if (hint) status.appendChild(make("span", "fil-found-hint", " " + hint));
    place();
  }
  function empty() {
    clearTimeout(late);
    choose(-1);
    list.textContent = "";
    list.hidden = true;
    pages.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }
  function close() {
    turn += 1;
    clearTimeout(soon);
    empty();
    status.textContent = "";
    popup.classList.remove("fil-open");
    form.classList.remove("fil-tight");
  }
  function place() {
    if (!isOpen()) return;
    fit();
    entries(pages).forEach(function (page) {
      var option = entries(list)[Number(page.dataset.rang)];
      page.style.top = option.offsetTop + option.offsetHeight - page.offsetHeight + "px";
    });
  }
  // The keyboard of a phone covers half of the page, and the list with it: where too little of the list
  // is seen, the box goes to the top of what is left of the screen, and the list holds in the rest.
  function fit() {
    // A browser that does not tell what its keyboard covers is counted as half covered.
    var touch = window.matchMedia("(pointer: coarse)").matches;
    var view = window.visualViewport || { offsetTop: 0, height: touch ? innerHeight / 2 : innerHeight };
    popup.style.maxHeight = "";
    form.classList.remove("fil-tight");
    var top = form.getBoundingClientRect().top - view.offsetTop;
    var under = popup.getBoundingClientRect().top - view.offsetTop;
    var whole = popup.offsetHeight + EDGE;
    var room = view.height - under;
    if (room < Math.min(whole, ENOUGH) && top > EDGE) {
      window.scrollBy(0, top - EDGE);
      // Where it will be: a page may take its time to scroll.
      room += top - EDGE;
    }
    if (whole <= room) return;
    if (room < ENOUGH) {
      // The box and its button, which may be on two lines, then hold on one.
      room += form.offsetHeight;
      form.classList.add("fil-tight");
      room -= form.offsetHeight;
    }
    popup.style.maxHeight = Math.max(room - EDGE, LEAST) + "px";
  }
  /** @param {Fil.Listed} result @param {number} rank */
  function option(result, rank) {
    var item = make("li");
    item.id = "proposition-" + rank;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.adresse = address(mediator && result.telephone || result.adresse) + (result.ancre || "");
    item.dataset.fiche = address(result.adresse) + (result.ancre || "");
    item.dataset.numero = result.numero || "";
    var title = make("span", "fil-found-title");
    if (result.numero) {
      title.appendChild(make("span", "fil-number", result.numero));
      title.appendChild(document.createTextNode(" "));
    }
    mark(title, result.titre, result.mots);
    item.appendChild(title);
    if (result.extrait) item.appendChild(mark(make("span", "fil-found-line"), line(result), result.mots));
    var minutes = result.minutes + "\u00a0min";
    var facts = result.genre || (mediator ? "Lire au téléphone · " + minutes : minutes + " · " + who(result.publics));
    if (result.type) item.appendChild(make("span", "fil-found-facts", facts));
    return item;
  }
  /** @param {Fil.Listed} result @param {number} rank */
  function page(result, rank) {
    var item = make("li");
    var link = make("a", "", "Voir la fiche");
    link.appendChild(make("span", "fil-hidden", " " + result.numero));
    link.href = address(result.adresse);
    item.dataset.rang = String(rank);
    item.appendChild(link);
    return item;
  }
  /** @param {Fil.Answer} answer */
  function count(answer) {
    if (answer.total > FIRST) return answer.total + " réponses, les " + FIRST + " premières ici.";
    return answer.total > 1 ? answer.total + " réponses." : "1 réponse.";
  }
  var keys = mediator && !window.matchMedia("(pointer: coarse)").matches ? " Entrée ouvre le script, Maj et Entrée la fiche." : "";
  /** @param {Fil.Answer} answer @param {Fil.Listed | null} path */
  function show(answer, path) {
    /** @type {Fil.Listed[]} */
    var results = answer.resultats.slice(0, FIRST);
    if (!answer.total) {
      results = answer.proches.slice(0, FIRST).map(function (call) {
        return { titre: quote([call.phrase]), adresse: call.adresse, mots: [] };
      });
    }
    // Letters that lead to a path; where they are a word too, what is found for it stays first.
    var isWord = answer.total && !answer.corriges.length && !answer.ecartes.length;
    sure = path && !isWord ? input.value : "";
    if (path) results = isWord ? results.concat(path) : [path].concat(answer.total ? results : []);
    // An answer that comes late leaves the choice where it is.
    var held = active < 0 ? "" : entries(list)[active].dataset.adresse;
    empty();
    results.forEach(function (result, rank) {
      list.appendChild(option(result, rank));
      if (mediator && result.telephone) pages.appendChild(page(result, rank));
    });
    // Shown before it is placed: what is hidden has no height.
    list.hidden = !results.length;
    var all = answer.total > FIRST ? "«\u202fChercher\u202f» les montre toutes." : "";
    var led = path ? "Ces lettres sont le code d’un parcours. " : "";
    if (answer.total) say((led + explain(answer) + " " + count(answer)).trim(), (all + keys).trim());
    else if (led) say(led);
    else say("Aucune fiche avec ces mots." + (results.length ? " D’autres personnes ont dit\u00a0:" : " Essayez un autre mot."));
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(entries(list).map(function (each) { return each.dataset.adresse; }).indexOf(held));
  }
  function ask() {
    var query = input.value;
    turn += 1;
    var mine = turn;
    clearTimeout(soon);
    clearTimeout(late);
    if (!query.trim()) { close(); return; }
    late = setTimeout(function () { empty(); say("Je cherche…"); }, 300);
    var asked = { prefix: true, limit: FIRST, current: function () { return mine === turn; } };
    Promise.all([box.search(query, asked), box.lettered(query)]).then(function (found) {
      if (mine === turn) show(found[0], found[1]);
    }, function (error) {
      if (mine !== turn) return;
      empty();
      say(box.isLost(error)
        ? "La recherche n’est pas arrivée jusqu’ici. Appuyez sur «\u202fChercher\u202f» pour réessayer."
        : "La recherche ne marche pas dans ce navigateur. Appuyez sur «\u202fChercher\u202f» pour trouver autrement.");
    });
  }

  /** @param {HTMLElement} chosen @param {boolean} other */
  function follow(chosen, other) {
    location.href = (other ? chosen.dataset.fiche : chosen.dataset.adresse) || "";
  }

  // A mediator who types a number reads its script, whoever types letters goes where they lead: the first
  // answer is known to be the one.
  function isSure() {
    var first = entries(list)[0];
    return first && (sure === input.value || mediator && first.dataset.numero === input.value.trim());
  }

  /** @type {Record<string, number>} */
  var WAYS = { ArrowDown: 1, ArrowUp: -1 };
  input.addEventListener("input", function () {
    clearTimeout(soon);
    soon = setTimeout(ask, pause(input.value));
  });
  input.addEventListener("keydown", function (event) {
    var places = list.children.length + 1;
    var way = WAYS[event.key];
    if (event.isComposing) return;
    // The box itself is one of the places that the arrows go through.
    if (way && places > 1) choose((active + 1 + way + places) % places - 1);
    else if (way) ask();
    else if (event.key === "Enter" && (active >= 0 || isSure())) follow(entries(list)[Math.max(active, 0)], event.shiftKey);
    else if (event.key === "Escape" && isOpen()) close();
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", close);
  form.addEventListener("focusout", function (event) {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !isOpen() || event.target === input) return;
    input.focus();
    close();
  });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    var chosen = event.target instanceof Element && event.target.closest("li");
    if (chosen) follow(chosen, event.shiftKey);
  });
  window.addEventListener("resize", place);
  if (window.visualViewport) window.visualViewport.addEventListener("resize", place);

  box.close = close;
  if (document.activeElement === input && input.value) ask();
})();
