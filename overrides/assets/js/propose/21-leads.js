// Où mène une réponse : la suite, une étape, une autre fiche par son numéro, un geste, la fin.
(function () {
  "use strict";
  var text = window.filPropose;
  var OTHER = "fiche";
  var REFERENCE = "data-fiche";
  // A number as it is said: « 101 », « 0101 »; not « 12 ».
  var NUMBER = /^\d{3,4}$/;

  /** @param {Element} field @returns {HTMLSelectElement} */
  function choice(field) { return /** @type {HTMLSelectElement} */ (field.querySelector("select")); }
  /** @param {Element} field @returns {HTMLInputElement} */
  function number(field) { return /** @type {HTMLInputElement} */ (field.querySelector("input")); }
  /** @param {Element} field @param {string} words */
  function tell(field, words) { /** @type {Element} */ (field.querySelector(".fil-answer-said")).textContent = words; }
  /** @param {Element} field */
  function show(field) {
    var isOther = choice(field).value === OTHER;
    /** @type {HTMLElement} */ (number(field).parentElement).hidden = !isOther;
    if (!isOther) tell(field, "");
  }
  /** @param {Element} group @param {string} value @param {string} words */
  function offer(group, value, words) {
    var option = text.form.make("option", "", words);
    option.value = value;
    group.appendChild(option);
  }
  /** @param {Element} field @param {string} value */
  function has(field, value) {
    return Array.prototype.some.call(choice(field).options, function (option) { return option.value === value; });
  }
  /** @param {Element} field @returns {Element} */
  function steps(field) { return /** @type {Element} */ (field.querySelector("[data-etapes]")); }

  // What the list has no word for: a link of the tutorial that one began from, a step that has gone.
  /** @param {string} place */
  function unknown(place) {
    return place.indexOf("lien:") ? "Une étape retirée" : "Comme avant : " + place.slice("lien:".length).replace(/\]\([^)]*\)\s*\[/g, ", ").replace(/\[|\]\([^)]*\)/g, "");
  }
  /** @type {Fil.Leads["read"]} */
  function read(field) {
    if (choice(field).value !== OTHER) return choice(field).value;
    return [OTHER, text.line(number(field).value), field.getAttribute(REFERENCE) || ""].join(":");
  }
  /** @type {Fil.Leads["write"]} */
  function write(field, place) {
    var parts = place.split(":");
    var isOther = parts[0] === OTHER;
    // The step may not be there yet: « refresh » names it.
    if (!isOther && !has(field, place)) offer(steps(field), place, unknown(place));
    choice(field).value = isOther ? OTHER : place;
    number(field).value = isOther ? parts[1] || "" : "";
    field.setAttribute(REFERENCE, isOther ? parts[2] || "" : "");
    show(field);
    if (isOther && parts[2]) tell(field, "C’est la fiche " + parts[2] + ".");
  }
  /** @type {Fil.Leads["refresh"]} */
  function refresh(root) {
    /** @type {NodeListOf<HTMLElement>} */
    var written = root.querySelectorAll('[data-liste="etapes"] > .fil-items > .fil-item');
    /** @type {string[][]} */
    var offered = [];
    Array.prototype.forEach.call(written, function (/** @type {HTMLElement} */ item, /** @type {number} */ rank) {
      var title = text.line(/** @type {HTMLInputElement} */ (item.querySelector('[data-champ="titre"] input')).value);
      offered.push(["etape:" + item.getAttribute("data-cle"), "Étape " + (rank + 1) + (title ? " : " + title : "")]);
    });
    var seen = JSON.stringify(offered);
    Array.prototype.forEach.call(root.querySelectorAll('[data-sorte="vers"]'), function (/** @type {HTMLElement} */ field) {
      var group = steps(field);
      if (group.getAttribute("data-etapes") === seen) return;
      var chosen = choice(field).value;
      group.setAttribute("data-etapes", seen);
      group.textContent = "";
      offered.forEach(function (each) { offer(group, each[0], each[1]); });
      if (!has(field, chosen)) offer(group, chosen, unknown(chosen));
      choice(field).value = chosen;
    });
  }
  /* The search of the site knows every number and every title: nothing of them is on this page. */
  /** @type {Fil.Leads["search"]} */
  function search(field, control, isDirect, then) {
    var asked = text.line(control.value);
    var list = /** @type {Element} */ (field.querySelector(".fil-offered"));
    list.textContent = "";
    tell(field, "");
    if ((!NUMBER.test(asked) && !/[^\d\s]{3}/.test(asked)) || !window.filBox) return;
    window.filBox.search(NUMBER.test(asked) ? String(Number(asked)) : asked, { limit: 5 }).then(function (answer) {
      if (text.line(control.value) !== asked) return;
      var found = answer.resultats.filter(function (each) {
        return each.type === "tutoriel" && (!NUMBER.test(asked) || Number(each.numero) === Number(asked));
      });
      list.textContent = "";
      if (NUMBER.test(asked) && (isDirect || !found.length)) {
        var its = found[0];
        tell(field, its ? "C’est la fiche « " + its.titre + " »." : "Aucune fiche ne porte ce numéro.");
        if (its) then(its);
        return;
      }
      tell(field, found.length ? "Choisissez une fiche." : "Aucune fiche n’a ces mots.");
      found.forEach(function (each) {
        var button = text.form.make("button", "fil-button", each.numero + " : " + each.titre);
        button.type = "button";
        button.addEventListener("click", function () {
          control.value = each.numero;
          list.textContent = "";
          tell(field, "C’est la fiche « " + each.titre + " ».");
          control.focus();
          then(each);
        });
        list.appendChild(button);
      });
    }, function (error) {
      tell(field, window.filBox.isLost(error)
        ? "La recherche n’est pas arrivée jusqu’ici. La connexion est peut-être faible."
        : "La recherche ne marche pas dans ce navigateur : il est peut-être trop ancien.");
    });
  }
  /** @param {HTMLElement} field @param {() => void} changed */
  function look(field, changed) {
    field.removeAttribute(REFERENCE);
    search(field, number(field), true, function (its) {
      field.setAttribute("data-vu", number(field).value);
      field.setAttribute(REFERENCE, its.ref);
      changed();
    });
  }
  /** @type {Fil.Leads["changed"]} */
  function changed(field, control, then) {
    show(field);
    if (control === number(field) && !(field.getAttribute("data-vu") === number(field).value)) {
      field.setAttribute("data-vu", number(field).value);
      look(field, then);
    }
  }

  text.leads = { read: read, write: write, refresh: refresh, changed: changed, search: search };
})();
