// The first answers, under the box as one types: a list to go through with the arrows. The page of
// results shows its own with the same words.
(function () {
  "use strict";
  var box = window.filBox;
  var form = box.form;
  var input = box.input;
  var told = form.dataset;
  var ending = location.protocol === "file:" ? "index.html" : "";
  var FIRST = 5;
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
    text.split(/(e[-\u2011]mails?|wi[-\u2011]fi|[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ\u00ad]+)/i).forEach(function (piece, rank) {
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
  // What was put right, and what was left aside.
  /** @type {Fil.Box["explain"]} */
  function explain(answer) {
    /** @type {string[]} */
    var said = [];
    if (answer.corriges.length) said.push("Résultats pour " + quote(answer.corriges.map(function (each) { return each.en; })) + ".");
    if (answer.ecartes.length && answer.gardes.length && answer.total) said.push("Aucune fiche avec " + quote(answer.ecartes) + "\u202f; voici pour " + quote(answer.gardes) + ".");
    return said.join(" ");
  }

  var popup = make("div", "fil-found");
  var status = make("p", "fil-found-said");
  var list = make("ul", "fil-found-list");
  // Beside the list and not in it: an option holds no link.
  var phones = make("ul", "fil-found-phones");
  status.setAttribute("role", "status");
  list.id = "propositions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Premières réponses");
  phones.setAttribute("aria-label", "Lire au téléphone");
  [status, list, phones].forEach(function (part) { popup.appendChild(part); });
  form.appendChild(popup);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  var active = -1;
  var turn = 0;
  /** @type {number | undefined} */
  var pause;
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
  /** @param {string} text */
  function say(text) {
    popup.classList.add("fil-open");
    status.textContent = text;
  }
  function empty() {
    clearTimeout(late);
    choose(-1);
    list.textContent = "";
    phones.textContent = "";
    input.setAttribute("aria-expanded", "false");
  }
  function close() {
    turn += 1;
    clearTimeout(pause);
    empty();
    status.textContent = "";
    popup.classList.remove("fil-open");
  }
  function place() {
    entries(phones).forEach(function (phone) {
      var option = entries(list)[Number(phone.dataset.rang)];
      phone.style.top = option.offsetTop + option.offsetHeight - phone.offsetHeight + "px";
    });
  }
  /** @param {Fil.Listed} result @param {number} rank */
  function option(result, rank) {
    var item = make("li");
    item.id = "proposition-" + rank;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.dataset.adresse = address(result.adresse);
    if (result.telephone) item.dataset.telephone = address(result.telephone);
    var title = make("span", "fil-found-title");
    if (result.numero) {
      title.appendChild(make("span", "fil-number", result.numero));
      title.appendChild(document.createTextNode(" "));
    }
    mark(title, result.titre, result.mots);
    item.appendChild(title);
    if (result.extrait) item.appendChild(mark(make("span", "fil-found-line"), line(result), result.mots));
    if (result.type) item.appendChild(make("span", "fil-found-facts", result.genre || result.minutes + "\u00a0min · " + who(result.publics)));
    return item;
  }
  /** @param {Fil.Listed} result @param {number} rank */
  function phone(result, rank) {
    var item = make("li");
    var link = make("a", "", "Lire au téléphone");
    link.appendChild(make("span", "fil-hidden", "\u00a0: fiche " + result.numero));
    link.href = address(result.telephone || "");
    item.dataset.rang = String(rank);
    item.appendChild(link);
    return item;
  }
  /** @param {Fil.Answer} answer */
  function count(answer) {
    var shown = Math.min(answer.total, FIRST);
    if (answer.total > shown) return answer.total + " réponses, les " + shown + " premières ici. «\u202fChercher\u202f» les montre toutes.";
    return answer.total > 1 ? answer.total + " réponses." : "1 réponse.";
  }
  // A mediator reads aloud: the keys that open the script are worth a line there.
  var mediator = /^(telephone|mediateurs)$/.test(document.body.getAttribute("data-page") || "");
  var keys = mediator ? " Maj et Entrée ouvrent le script." : "";
  /** @param {Fil.Answer} answer */
  function show(answer) {
    /** @type {Fil.Listed[]} */
    var results = answer.resultats.slice(0, FIRST);
    if (!answer.total) {
      results = answer.proches.slice(0, FIRST).map(function (call) {
        return { titre: quote([call.phrase]), adresse: call.adresse, mots: [] };
      });
    }
    // An answer that comes late leaves the choice where it is.
    var held = active < 0 ? "" : entries(list)[active].dataset.adresse;
    empty();
    results.forEach(function (result, rank) {
      list.appendChild(option(result, rank));
      if (result.telephone) phones.appendChild(phone(result, rank));
    });
    if (answer.total) say((explain(answer) + " " + count(answer) + keys).trim());
    else say("Aucune fiche avec ces mots." + (results.length ? " D’autres personnes ont dit\u00a0:" : " Essayez un autre mot."));
    input.setAttribute("aria-expanded", String(results.length > 0));
    place();
    choose(entries(list).map(function (each) { return each.dataset.adresse; }).indexOf(held));
  }
  function ask() {
    var query = input.value;
    turn += 1;
    var mine = turn;
    clearTimeout(pause);
    clearTimeout(late);
    if (!query.trim()) { close(); return; }
    late = setTimeout(function () { empty(); say("Je cherche…"); }, 300);
    box.search(query, { prefix: true, limit: FIRST }).then(function (answer) {
      if (mine === turn) show(answer);
    }, function (error) {
      if (mine !== turn) return;
      empty();
      say(box.isLost(error)
        ? "La recherche n’est pas arrivée jusqu’ici. Appuyez sur «\u202fChercher\u202f» pour réessayer."
        : "La recherche ne marche pas dans ce navigateur. Appuyez sur «\u202fChercher\u202f» pour trouver autrement.");
    });
  }

  /** @param {HTMLElement} chosen @param {boolean} aloud */
  function follow(chosen, aloud) {
    location.href = aloud && chosen.dataset.telephone || chosen.dataset.adresse || "";
  }

  /** @type {Record<string, number>} */
  var WAYS = { ArrowDown: 1, ArrowUp: -1 };
  input.addEventListener("input", function () {
    // A slow machine answers the last key only.
    clearTimeout(pause);
    pause = setTimeout(ask, 10);
  });
  input.addEventListener("keydown", function (event) {
    var places = list.children.length + 1;
    var way = WAYS[event.key];
    if (event.isComposing) return;
    // The box itself is one of the places that the arrows go through.
    if (way && places > 1) choose((active + 1 + way + places) % places - 1);
    else if (way) ask();
    else if (event.key === "Enter" && active >= 0) follow(entries(list)[active], event.shiftKey);
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

  box.EVERYONE = EVERYONE;
  box.make = make;
  box.address = address;
  box.mark = mark;
  box.line = line;
  box.who = who;
  box.quote = quote;
  box.explain = explain;
  box.close = close;
  if (document.activeElement === input && input.value) ask();
})();
