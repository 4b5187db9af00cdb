/* Dit depuis combien de mois une fiche a été relue : la page publiée, elle, ne connaît pas le jour. */
(function () {
  "use strict";
  var today = new Date();
  var dates = document.querySelectorAll(".fil-age");
  var place, parts, months, age;
  for (place = 0; place < dates.length; place += 1) {
    parts = dates[place].getAttribute("datetime").split("-");
    months = (today.getFullYear() - parts[0]) * 12 + today.getMonth() + 1 - parts[1];
    if (today.getDate() < Number(parts[2])) months -= 1;
    if (months < 0) continue;
    age = document.createElement("span");
    age.textContent = months === 0 ? " (moins d’un mois)" : " (" + months + " mois)";
    dates[place].parentNode.insertBefore(age, dates[place].nextSibling);
  }
})();
