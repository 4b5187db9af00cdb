// La liste des parcours : un code écrit mène au sien ; ceux que l’on a commencés disent où l’on en est.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("form.fil-resume");
    if (!(form instanceof HTMLFormElement)) return;
    var KEY = "fil-parcours:";
    var code = window.filPathCode;
    var box = /** @type {HTMLInputElement} */ (document.getElementById("code"));
    var said = /** @type {HTMLElement} */ (document.getElementById("code-dit"));
    /** @type {HTMLElement[]} */
    var cards = Array.prototype.slice.call(document.querySelectorAll(".fil-path-card"));

    /** @param {string} letters */
    function open(letters) {
      var progress = code.read(letters);
      var card = cards.filter(function (each) { return Number(each.getAttribute("data-code")) === progress.path; })[0];
      var fiches = card && Number(card.getAttribute("data-fiches"));
      said.textContent = progress.wrong;
      if (progress.wrong) return;
      if (!card || progress.states.slice(fiches).some(Boolean)) said.textContent = "Aucun parcours n’a ce code aujourd’hui. Je relis le code, ou je choisis un parcours plus bas.";
      else {
        var link = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
        location.href = link.href + "#" + code.write(progress.path, progress.states);
      }
    }
    function show() {
      cards.forEach(function (card) {
        var kept = "";
        try { kept = localStorage.getItem(KEY + card.getAttribute("data-parcours")) || ""; } catch (_refused) { /* nothing begun, then */ }
        var fiches = Number(card.getAttribute("data-fiches"));
        var done = code.read(kept.split(" ")[0]).states.slice(0, fiches).filter(Boolean).length;
        var words = /** @type {HTMLElement} */ (card.querySelector(".fil-so-far"));
        var thread = /** @type {Element} */ (card.querySelector(".fil-path-done"));
        words.textContent = done ? " · " + done + " sur " + fiches + (done > 1 ? " faites" : " faite") : "";
        thread.setAttribute("stroke-dasharray", 100 * done / fiches + " 200");
      });
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      open(box.value);
      if (said.textContent) box.focus();
    });
    function arrive() {
      var letters = /^#([a-z]{5})$/i.exec(location.hash);
      if (location.hash === "#reprendre") box.focus();
      if (!letters) return;
      box.value = letters[1].toUpperCase();
      open(letters[1]);
    }
    show();
    window.addEventListener("pageshow", show);
    window.addEventListener("hashchange", arrive);
    arrive();
  });
})();
