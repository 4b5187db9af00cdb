// « Écouter », before anyone does: the voice and its French are asked for at the first press.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var box = document.querySelector(".fil-listen");
  var speech = window.speechSynthesis;
  if (!box || !speech || !window.SpeechSynthesisUtterance || document.documentElement.classList.contains("fil-unable")) return;
  var place = box;
  var start = /** @type {HTMLElement} */ (box.querySelector(".fil-listen-start"));
  var said = /** @type {HTMLElement} */ (box.querySelector(".fil-listen-said"));
  var isAsked = false;

  start.addEventListener("click", function () {
    if (place.hasAttribute("data-pret") || isAsked) return;
    isAsked = true;
    // An iPhone gives a voice to what is asked for during a press, and keeps it: here, a silence.
    speech.speak(new SpeechSynthesisUtterance(""));
    said.textContent = "La lecture arrive…";
    Promise.all((place.dataset.suite || "").split(" ").map(window.filLoad)).then(function () {
      said.textContent = "";
      place.setAttribute("data-pret", "");
      start.click();
    }, function () {
      isAsked = false;
      said.textContent = "La lecture n’est pas arrivée. Vérifiez la connexion, puis appuyez de nouveau.";
    });
  });
  box.hidden = false;
})();
