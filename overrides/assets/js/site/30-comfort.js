// « Texte plus grand » : le panneau des réglages ne vient qu’avec la première pression, et la règle de
// lecture qu’à qui l’a choisie.
(function () {
  "use strict";
  var comfort = window.filComfort;
  var opening = /** @type {HTMLElement} */ (document.querySelector(".fil-comfort-open"));
  if (!comfort || !opening) return;
  var words = opening.textContent;
  var coming = false;
  var pressed = false;

  function come() {
    if (coming) return;
    coming = true;
    Promise.all((opening.getAttribute("data-panneau") || "").split(" ").map(window.filLoad)).then(function () {
      // From here on, the panel answers.
      opening.removeEventListener("click", press);
      opening.textContent = words;
      if (pressed) opening.click();
    }, function () {
      // A weak connection: another press asks again.
      coming = false;
      if (pressed) opening.textContent = "Pas de connexion : réessayer";
    });
  }
  function press() {
    pressed = true;
    come();
  }
  function look() { if (comfort.chosen("regle") === "oui") come(); }
  opening.addEventListener("click", press);
  /* Another tab, or a page found again by « précédent », follows. */
  function again() {
    comfort.read();
    look();
  }
  addEventListener("storage", again);
  addEventListener("pageshow", function (event) { if (event.persisted) again(); });
  look();
})();
