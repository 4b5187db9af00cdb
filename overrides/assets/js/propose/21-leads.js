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
  function tell(field, words) { /** @type {Element} */ (field.querySelector(".fil-found")).textContent = words; }
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
    if (!isOther && !has(field, place)) offer(steps(field), place, "Une étape retirée");
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
      if (!has(field, chosen)) offer(group, chosen, "Une étape retirée");
      choice(field).value = chosen;
    });
  }
  /* The search of the site knows every number: nothing of it is on this page. */
  /** @param {HTMLElement} field @param {() => void} changed */
  function look(field, changed) {
    var asked = text.line(number(field).value);
    field.removeAttribute(REFERENCE);
    tell(field, "");
    if (!NUMBER.test(asked) || !window.filBox) return;
    window.filBox.search(String(Number(asked)), { limit: 5 }).then(function (answer) {
      if (text.line(number(field).value) !== asked) return;
      var its = answer.resultats.filter(function (each) { return each.type === "tutoriel" && Number(each.numero) === Number(asked); })[0];
      tell(field, its ? "C’est la fiche « " + its.titre + " »." : "Aucune fiche ne porte ce numéro.");
      if (!its) return;
      field.setAttribute(REFERENCE, its.ref);
      changed();
    }, function (error) {
      tell(field, window.filBox.isLost(error)
        ? "La recherche n’est pas arrivée jusqu’ici. La connexion est peut-être faible."
        : "La recherche ne marche pas dans ce navigateur : il est peut-être trop ancien.");
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

  text.leads = { read: read, write: write, refresh: refresh, changed: changed };
})();
