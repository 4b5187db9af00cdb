// « Avec vos mots »: as one types, the phrases that say it, in the place of the pages of all of them.
(function () {
  "use strict";
  var box = window.filBox;
  var input = box.input;
  var every = /** @type {HTMLElement} */ (document.querySelector(".fil-every-call"));
  var list = box.make("ul", "fil-calls");
  var said = box.make("p", "fil-filter-said");
  var turn = 0;
  /** @type {number | undefined} */
  var soon;

  said.setAttribute("role", "status");
  list.hidden = true;
  [said, list].forEach(function (part) {
    if (every.parentNode) every.parentNode.insertBefore(part, every);
  });

  /** @param {Fil.Phrase} found */
  function entry(found) {
    var item = box.make("li");
    var link = box.make("a");
    var answer = box.make("span", "fil-call-answer");
    var number = box.make("span", "fil-number");
    item.setAttribute("data-tutoriel", found.ref);
    link.href = box.address(found.adresse);
    box.mark(link, "«\u202f" + found.phrase + "\u202f»", found.mots);
    number.appendChild(box.make("span", "fil-hidden", "Fiche "));
    number.appendChild(document.createTextNode(found.numero));
    answer.appendChild(number);
    answer.appendChild(document.createTextNode(" " + found.titre));
    item.appendChild(link);
    item.appendChild(document.createTextNode(" "));
    item.appendChild(answer);
    return item;
  }
  // The phrases found stand for all of them; none, and all are there again.
  /** @param {Fil.Phrase[]} phrases @param {string} text */
  function show(phrases, text) {
    list.textContent = "";
    phrases.forEach(function (found) { list.appendChild(entry(found)); });
    list.hidden = !phrases.length;
    every.hidden = phrases.length > 0;
    said.textContent = text;
  }
  /** @param {number} count @param {string} query */
  function summary(count, query) {
    var words = box.quote([query]);
    if (!count) return "Aucune phrase avec " + words + ". «\u202fChercher\u202f» regarde aussi dans les fiches.";
    return (count > 1 ? "Les " + count + " phrases les plus proches de " : "La phrase la plus proche de ") + words + ".";
  }
  function ask() {
    var query = input.value;
    turn += 1;
    var mine = turn;
    if (!query.trim()) { show([], ""); return; }
    box.phrases(query, { prefix: true }).then(function (phrases) {
      if (mine === turn) show(phrases, summary(phrases.length, query));
    }, function () {
      if (mine === turn) show([], "La recherche n’est pas arrivée jusqu’ici. Toutes les phrases restent ci-dessous.");
    });
  }

  input.addEventListener("input", function () {
    clearTimeout(soon);
    soon = setTimeout(ask, box.pause(input.value));
  });
  if (input.value) ask();
})();
