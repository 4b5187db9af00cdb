// « M’entraîner », sous chaque écran où il y a quelque chose à toucher : ce qui le fait ne vient
// qu’avec la première pression.
(function () {
  "use strict";
  var reading = window.filReading;
  if (!window.HTMLDialogElement || !document.createElement("dialog").showModal) return;

  reading.once(".fil-footer", function () {
    /** @type {Element | null} */
    var steps = reading.find("[data-entrainement]");
    if (!steps) return;
    var files = (steps.getAttribute("data-entrainement") || "").split(" ");
    var figures = reading.all(".fil-screen").filter(function (figure) { return figure.querySelector("[data-but]"); });
    var coming = false;
    /** @type {HTMLElement} */
    var pressed;
    /** @param {Event} event */
    function press(event) {
      pressed = /** @type {HTMLElement} */ (event.currentTarget);
      if (coming || !window.filLoad) return;
      coming = true;
      Promise.all(files.map(window.filLoad)).then(function () {
        // From here on, each button answers.
        starts.forEach(function (start) {
          start.removeEventListener("click", press);
          start.textContent = "M’entraîner";
        });
        pressed.click();
      }, function () {
        // A weak connection: another press asks again.
        coming = false;
        pressed.textContent = "Pas de connexion : réessayer";
      });
    }
    var starts = figures.map(function (figure) {
      var start = document.createElement("button");
      start.type = "button";
      start.className = "fil-button fil-practise-start";
      start.textContent = "M’entraîner";
      var words = figure.querySelector("figcaption");
      if (words) start.setAttribute("aria-label", "M’entraîner : " + words.textContent);
      start.addEventListener("click", press);
      figure.appendChild(start);
      return start;
    });
  });
})();
