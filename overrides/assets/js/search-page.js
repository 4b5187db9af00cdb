// The page of results: what was asked is in the address, with the filters, so that the back button,
// a reload and a link sent to someone give the same answers.
(function () {
  "use strict";
  var box = window.filBox;
  var make = box.make;
  var input = box.input;
  var results = one("#resultats");
  var said = one(".fil-said");
  var answers = one(".fil-answer");
  var failure = one(".fil-failure");
  var nothing = one(".fil-nothing");
  var lettered = one(".fil-lettered");
  var near = one(".fil-near");
  /** @type {HTMLDetailsElement} */
  var facets = one(".fil-facets");
  var clear = one(".fil-clear");
  var more = one(".fil-more");
  var further = one(".fil-further");
  /** @type {HTMLInputElement[]} */
  var boxes = all(".fil-facets input");
  /** @type {Fil.Facet[]} */
  var GROUPS = ["publics", "themes", "appareils", "niveaux"];
  var STEP = 20;
  var THEMES = 3;
  var title = document.title;
  /** @type {string | null} */
  var last = null;
  var turn = 0;
  /** @type {number | undefined} */
  var late;

  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [root] @returns {E} */
  function one(selector, root) {
    return /** @type {E} */ ((root || document).querySelector(selector));
  }
  /** @type {Fil.All} */
  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }
  /** @param {string} name */
  function each(name) {
    return boxes.filter(function (choice) { return choice.name === name; });
  }
  /** @param {string} name */
  function ticked(name) {
    return each(name).filter(function (choice) { return choice.checked; }).map(function (choice) { return choice.value; });
  }
  function filtered() {
    return boxes.some(function (choice) { return choice.checked; });
  }

  /* The address says what was asked; nothing else remembers it, but how far one went. */
  function asked() {
    return new URLSearchParams(location.search).get("q") || "";
  }
  function isWhole() {
    return new URLSearchParams(location.search).get("tout") === "1";
  }
  function read() {
    var parameters = new URLSearchParams(location.search);
    input.value = asked();
    boxes.forEach(function (choice) {
      choice.checked = (parameters.get(choice.name) || "").split(",").indexOf(choice.value) >= 0;
    });
  }
  /** @param {boolean} [whole] */
  function write(whole) {
    var parts = ["q=" + encodeURIComponent(input.value)];
    GROUPS.forEach(function (name) {
      var values = ticked(name);
      if (values.length) parts.push(name + "=" + values.map(encodeURIComponent).join(","));
    });
    if (box.mediator) parts.push("pour=mediateurs");
    if (whole) parts.push("tout=1");
    var address = location.pathname + "?" + parts.join("&");
    if (address === location.pathname + location.search) return;
    try {
      history.pushState(null, "", address);
    } catch (_refused) {
      // Some browsers refuse it on file:, where going there does the same.
      location.href = address;
    }
  }

  /** @param {string} name @param {string} query */
  function state(name, query) {
    results.setAttribute("data-requete", query);
    results.setAttribute("data-etat", name);
  }
  function reset() {
    results.textContent = "";
    failure.hidden = true;
    lettered.hidden = true;
    nothing.hidden = true;
    more.hidden = true;
    further.hidden = true;
  }
  /** @param {string} address @param {string} text @param {string[]} words */
  function link(address, text, words) {
    var element = make("a");
    element.href = address;
    return box.mark(element, text, words);
  }
  /** @param {Fil.Result} result */
  function item(result) {
    var entry = make("li", "fil-card fil-result");
    var heading = make("p", "fil-card-title");
    entry.setAttribute("data-" + result.type, result.ref);
    if (result.numero) {
      var number = make("span", "fil-number");
      number.appendChild(make("span", "fil-hidden", "Fiche "));
      number.appendChild(document.createTextNode(result.numero));
      heading.appendChild(number);
      heading.appendChild(document.createTextNode(" "));
    }
    heading.appendChild(link(box.address(result.adresse), result.titre, result.mots));
    entry.appendChild(heading);
    if (result.extrait) {
      var line = make("p", "fil-result-line");
      if (result.etape) line.appendChild(link(box.address(result.adresse, result.etape), box.line(result), result.mots));
      else box.mark(line, result.extrait, result.mots);
      entry.appendChild(line);
    }
    entry.appendChild(make("p", "fil-card-facts", result.genre || facts(result)));
    if (result.publics && result.publics.length) entry.appendChild(audiences(result.publics));
    if (box.mediator && result.telephone) {
      var phone = link(box.address(result.telephone), "Lire au téléphone", []);
      phone.className = "fil-button fil-result-phone";
      phone.appendChild(make("span", "fil-hidden", "\u00a0: fiche " + result.numero));
      entry.appendChild(phone);
    }
    return entry;
  }
  /** @param {Element} choice */
  function around(choice) { return /** @type {HTMLElement} */ (choice.parentNode); }
  /** @param {Element} choice */
  function name(choice) {
    return one("span", around(choice)).textContent;
  }
  /** @param {Fil.Result} result */
  function facts(result) {
    var level = each("niveaux").filter(function (choice) { return choice.value === String(result.niveau); })[0];
    return result.minutes + "\u00a0minutes" + (level ? " · " + name(level) : "");
  }
  /** @param {string[]} keys */
  function audiences(keys) {
    var tags = make("ul", "fil-card-tags");
    tags.setAttribute("aria-label", "Pour qui");
    if (box.who(keys) === box.EVERYONE) {
      tags.appendChild(make("li", "", box.EVERYONE));
      return tags;
    }
    each("publics").forEach(function (choice) {
      if (keys.indexOf(choice.value) < 0) return;
      var tag = make("li");
      var shape = one("svg", around(choice));
      if (shape) tag.appendChild(shape.cloneNode(true));
      tag.appendChild(document.createTextNode(name(choice)));
      tags.appendChild(tag);
    });
    return tags;
  }
  // A choice that would give nothing is left out, except one already made.
  /** @param {Fil.Answer["facettes"]} counts */
  function count(counts) {
    boxes.forEach(function (choice) {
      var found = counts[/** @type {Fil.Facet} */ (choice.name)][choice.value] || 0;
      var tally = one("small", around(choice));
      tally.textContent = String(found);
      tally.appendChild(make("span", "fil-hidden", found > 1 ? " réponses" : " réponse"));
      around(choice).hidden = !found && !choice.checked;
    });
    all("fieldset", facets).forEach(function (group) {
      group.hidden = !one("label:not([hidden])", group);
    });
  }
  /** @param {Fil.Answer} answer @param {string} query */
  function summary(answer, query) {
    var words = answer.total > 1 ? answer.total + " réponses" : answer.total ? "1 réponse" : "Aucune fiche";
    var sentence = words + " pour " + box.quote([query]) + (filtered() ? " avec ces filtres." : ".");
    return (box.explain(answer) + " " + sentence).trim();
  }
  // The doors of the themes that the nearest phrases are about: copies of those at the foot of the page.
  /** @param {Fil.Call[]} calls */
  function themes(calls) {
    var holder = one(".fil-near-themes");
    var doors = one("ul", holder);
    doors.textContent = "";
    calls.forEach(function (call) {
      var door = one('.fil-theme-doors a[href*="themes/' + call.adresse.split("/")[1] + '/"]');
      if (!door || doors.children.length >= THEMES) return;
      if (one('a[href="' + door.getAttribute("href") + '"]', doors)) return;
      doors.appendChild(around(door).cloneNode(true));
    });
    holder.hidden = !doors.firstChild;
  }
  // The path that letters lead to, beside what is found for them.
  /** @param {Fil.Listed} path */
  function lead(path) {
    var way = link(box.address(path.adresse) + path.ancre, "J’ouvre le parcours\u00a0: " + path.titre, []);
    way.className = "fil-button fil-button-main";
    lettered.textContent = "";
    lettered.appendChild(way);
    lettered.appendChild(document.createTextNode(" "));
    lettered.appendChild(make("span", "", "Code " + path.numero + "\u00a0: " + (path.extrait || "")));
    lettered.hidden = false;
  }
  /** @param {Fil.Answer} answer @param {string} query @param {number} limit @param {Fil.Listed | null} path */
  function show(answer, query, limit, path) {
    reset();
    said.textContent = path && !answer.total ? "Ces lettres sont le code d’un parcours." : summary(answer, query);
    answer.resultats.forEach(function (result) { results.appendChild(item(result)); });
    count(answer.facettes);
    clear.hidden = !filtered();
    facets.hidden = !filtered() && answer.total < 2;
    more.hidden = answer.resultats.length >= answer.total || answer.resultats.length < limit;
    further.hidden = !more.hidden || !answer.eloignes;
    one("span", further).textContent = answer.eloignes > 1 ?
      answer.eloignes + " autres réponses sont plus loin de votre question." :
      "1 autre réponse est plus loin de votre question.";
    nothing.hidden = answer.total > 0 || Boolean(path);
    if (path) lead(path);
    var calls = one(".fil-near-calls");
    calls.textContent = "";
    if (!answer.total) {
      answer.proches.forEach(function (call) {
        var entry = make("li");
        entry.appendChild(link(box.address(call.adresse), box.quote([call.phrase]), []));
        calls.appendChild(entry);
      });
    }
    near.hidden = !calls.firstChild;
    themes(answer.total ? [] : answer.proches);
    state(answer.total ? "pret" : "vide", query);
  }
  function search() {
    var query = asked();
    var limit = history.state && history.state.limit || STEP;
    turn += 1;
    var mine = turn;
    clearTimeout(late);
    last = location.search;
    document.title = (query.trim() ? box.quote([query]) + " – " : "") + title;
    answers.hidden = !query.trim();
    if (answers.hidden) {
      reset();
      said.textContent = "";
      state("attente", query);
      return Promise.resolve();
    }
    state("attente", query);
    late = setTimeout(function () {
      reset();
      said.textContent = "Je cherche…";
    }, 300);
    /** @type {NonNullable<Fil.Options["facets"]>} */
    var wanted = {};
    GROUPS.forEach(function (group) { wanted[group] = ticked(group); });
    return Promise.all([box.search(query, { prefix: true, limit: limit, facets: wanted, tout: isWhole() }), box.lettered(query)]).then(function (found) {
      if (mine !== turn) return;
      clearTimeout(late);
      show(found[0], query, limit, found[1]);
    }, function (error) {
      if (mine !== turn) return;
      clearTimeout(late);
      reset();
      facets.hidden = true;
      clear.hidden = true;
      said.textContent = "La recherche n’a pas pu répondre.";
      failure.hidden = !box.isLost(error);
      state("erreur", query);
    });
  }
  function go() {
    write();
    search();
  }
  // Shows more than there was, and goes to the first that is new.
  /** @param {number} before */
  function goOn(before) {
    search().then(function () {
      var first = results.children[before];
      if (first) one("a", first).focus();
    });
  }

  box.form.addEventListener("submit", function (event) {
    event.preventDefault();
    box.close();
    // The keyboard of a phone hides the answers.
    if (window.matchMedia("(pointer: coarse)").matches) input.blur();
    go();
  });
  facets.addEventListener("change", function () {
    write(isWhole());
    search();
  });
  one("button", clear).addEventListener("click", function () {
    boxes.forEach(function (choice) { choice.checked = false; });
    go();
    input.focus();
  });
  one("button", more).addEventListener("click", function () {
    var before = results.children.length;
    history.replaceState({ limit: before + STEP }, "");
    goOn(before);
  });
  one("button", further).addEventListener("click", function () {
    var before = results.children.length;
    write(true);
    history.replaceState({ limit: before + STEP }, "");
    goOn(before);
  });
  window.addEventListener("popstate", function () {
    // A link within the page is a step of the history too.
    if (location.search === last) return;
    box.close();
    read();
    search();
  });

  facets.open = window.matchMedia("(min-width: 54em)").matches;
  var typed = input.value;
  read();
  if (typed && document.activeElement === input) input.value = typed;
  search();
})();
