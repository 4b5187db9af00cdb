// Le lien copié : celui de la page publiée, sinon celui de cette page ; et ce qui est replié sur
// l’écran est entier sur le papier.
(function () {
  "use strict";
  var page = window.filReading;

  page.once(".fil-footer", function () {
    var button = page.find("[data-copie]");
    var said = page.find(".fil-copied");
    function link() { return button.getAttribute("data-copie") || location.href.replace(/#.*/, ""); }
    if (!navigator.clipboard || /^file:/.test(link())) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(link()).then(
        function () { said.textContent = "Lien copié."; },
        function () { said.textContent = "Le lien de cette fiche : " + link(); }
      );
    });
  });

  // Some browsers print nothing of what is folded.
  addEventListener("beforeprint", function () {
    /** @type {HTMLDetailsElement[]} */
    var folded = page.all(".fil-ready:not([open]), .fil-sinon:not([open])");
    folded.forEach(function (each) { each.open = true; });
    addEventListener("afterprint", function fold() {
      removeEventListener("afterprint", fold);
      folded.forEach(function (each) { each.open = false; });
    });
  });
})();
