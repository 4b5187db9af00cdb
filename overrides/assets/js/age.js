// Dit depuis combien de mois une fiche a été relue : la page publiée, elle, ne connaît pas le jour.
(function () {
  "use strict";
  var today = new Date();
  Array.prototype.forEach.call(document.querySelectorAll(".fil-age"), function (/** @type {HTMLTimeElement} */ time) {
    var parts = time.dateTime.split("-").map(Number);
    var months = (today.getFullYear() - parts[0]) * 12 + today.getMonth() + 1 - parts[1];
    if (today.getDate() < parts[2]) months -= 1;
    if (months < 0) return;
    var age = document.createElement("span");
    age.textContent = months === 0 ? " (moins d’un mois)" : " (" + months + " mois)";
    time.insertAdjacentElement("afterend", age);
  });
})();
