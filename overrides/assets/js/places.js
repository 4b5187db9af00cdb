// Places of help on their pages: the search near home, the filters of a département, and the age of
// what is told. Nothing leaves this browser: what is looked for stands after the « # » of the address.
(function () {
  "use strict";
  /** @type {Fil.All} */
  function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
  /** @type {Fil.One} */
  function one(selector, root) { return (root || document).querySelector(selector); }
  /** @type {Fil.Make} */
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  var A_YEAR = 365 * 24 * 3600 * 1000;

  /* What was told more than a year ago may have changed. */
  all(".fil-place-age time").forEach(function (time) {
    var day = Date.parse(time.getAttribute("datetime") || "");
    if (!(Date.now() - day > A_YEAR)) return;
    var line = /** @type {Element} */ (time.parentElement);
    make("strong", "fil-place-old", " Il y a plus d’un an : j’appelle avant de venir.", line);
  });

  /* The filters of a page: what does not fit is hidden, and what is left is counted. */
  function filter() {
    var form = one(".fil-place-filter");
    if (!form) return;
    form.classList.add("fil-on");
    var choices = /** @type {HTMLSelectElement[]} */ (all("select", form));
    var said = /** @type {Element} */ (one(".fil-filter-said", form));
    var places = all(".fil-place");
    function show() {
      var shown = 0;
      places.forEach(function (place) {
        place.hidden = choices.some(function (choice) {
          return Boolean(choice.value) && (place.getAttribute("data-" + choice.id) || "").split(" ").indexOf(choice.value) < 0;
        });
        if (!place.hidden) shown += 1;
      });
      all(".fil-commune").forEach(function (commune) {
        commune.hidden = all(".fil-place", commune).every(function (place) { return place.hidden; });
        var link = one('.fil-communes a[href="#' + commune.id + '"]');
        if (link && link.parentElement) link.parentElement.hidden = commune.hidden;
      });
      var isChosen = choices.some(function (choice) { return Boolean(choice.value); });
      said.textContent = !isChosen ? "" : shown ? shown + (shown > 1 ? " lieux" : " lieu") + " sur " + places.length + "." :
        "Aucun lieu de cette page ne le propose.";
    }
    choices.forEach(function (choice) { choice.addEventListener("change", show); });
    show();
  }

  function search() {
    var found = /** @type {HTMLFormElement | null} */ (one(".fil-near"));
    if (!found) return;
    var form = found;
    var where = /** @type {HTMLInputElement} */ (one("#ou"));
    var service = /** @type {HTMLSelectElement} */ (one("#service"));
    var section = /** @type {HTMLElement} */ (one(".fil-near-found"));
    var title = /** @type {HTMLElement} */ (one("#trouves"));
    var list = /** @type {HTMLElement} */ (one(".fil-near-found .fil-places"));
    var root = form.getAttribute("data-racine") || "";
    var turn = 0;
    /** @param {string} words */
    function say(words) {
      list.textContent = "";
      title.textContent = words;
      section.hidden = false;
    }
    /** @param {Fil.NearPlace} place @param {boolean} isExample */
    function draw(place, isExample) {
      var item = make("li", "fil-place", "", list);
      var name = make("h3", "", "", item);
      make("a", "", place.nom, name).href = place.adresse;
      if (isExample) make("p", "fil-example-mark", "Exemple : ce lieu n’existe pas.", item);
      var phone = make("p", "fil-place-phone", "", item);
      var digits = window.filNear.telephone(place.tel);
      if (place.tel && !isExample) make("a", "fil-button fil-button-main", digits, phone).href = "tel:" + place.tel;
      else phone.textContent = digits || "Pas de numéro de téléphone";
      var line = make("p", "", place.cp + " " + place.commune, item);
      if (place.km !== null) make("span", "fil-place-far", ", " + far(place.km), line);
    }
    /** @param {number} km */
    function far(km) { return km < 1 ? "à moins d’un kilomètre" : "à " + Math.round(km) + "\u00a0km à vol d’oiseau"; }
    /** @param {Fil.NearAnswer} answer @param {string} words */
    function show(answer, words) {
      var count = answer.lieux.length;
      say(count ? (count > 1 ? count + " lieux" : "Un lieu") + (answer.exact ? "" : ", les plus proches") + words :
        answer.communes.length ? "Quelle commune ?" : "Aucun lieu trouvé" + words + ". Les départements sont plus bas.");
      answer.lieux.forEach(function (place) { draw(place, answer.exemple); });
      answer.communes.forEach(function (commune) {
        var item = make("li", "fil-place", "", list);
        make("a", "", commune.nom + ", " + commune.cp, item).href = commune.adresse;
      });
      title.focus();
    }
    /** @param {string | Fil.Point} query @param {string} words */
    function ask(query, words) {
      turn += 1;
      var mine = turn;
      var option = service.options[service.selectedIndex];
      var rank = service.value ? Number(option.getAttribute("data-rang")) : -1;
      window.filNear.ask(root, query, rank).then(function (answer) {
        if (mine === turn) show(answer, words);
      }, function () {
        if (mine === turn) say("La recherche n’est pas arrivée. Les départements sont plus bas.");
      });
    }
    function look() {
      var typed = where.value.trim();
      var kept = [];
      if (typed) kept.push("ou=" + encodeURIComponent(typed));
      if (service.value) kept.push("service=" + service.value);
      history.replaceState(null, "", kept.length ? "#" + kept.join("&") : location.pathname + location.search);
      if (typed) ask(typed, " pour «\u202f" + typed + "\u202f»");
    }
    /* « #ou=26000&service=securite »: from a tutorial, or a page come back to. */
    function read() {
      location.hash.slice(1).split("&").forEach(function (part) {
        var pair = part.split("=");
        if (pair[0] === "service") service.value = pair[1] || "";
        try { if (pair[0] === "ou") where.value = decodeURIComponent(pair[1] || ""); } catch (_wrong) { /* nothing is looked for */ }
      });
      if (service.selectedIndex < 0) service.value = "";
      if (where.value) look();
    }
    form.addEventListener("submit", function (event) { event.preventDefault(); look(); });
    service.addEventListener("change", look);
    var here = /** @type {HTMLButtonElement} */ (one(".fil-near-me", form));
    here.addEventListener("click", function () {
      say("L’appareil cherche sa position…");
      navigator.geolocation.getCurrentPosition(function (place) {
        ask(window.filNear.point(place.coords.latitude, place.coords.longitude), " autour de vous");
      }, function () {
        say("L’appareil ne donne pas sa position. Écrivez votre code postal.");
      }, { maximumAge: 600000, timeout: 20000 });
    });
    read();
  }
  filter();
  search();
})();
