// Imprimer une fiche, ou la mettre dans « Mon livret » : la liste, courte, reste dans ce navigateur.
(function () {
  "use strict";
  var KEY = "boutdufil.livret";
  var MOST = 24;
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept : [];
    } catch (refused) { return []; }
  }
  function write(list) {
    try { localStorage.setItem(KEY, JSON.stringify(list)); return true; } catch (refused) { return false; }
  }
  function without(list, reference) {
    return list.filter(function (entry) { return entry.fiche !== reference; });
  }
  function show() {
    var kept = read();
    all("[data-ajouter]").forEach(function (button) {
      var reference = button.getAttribute("data-ajouter");
      var chosen = without(kept, reference).length < kept.length;
      button.textContent = chosen ? "Retirer de mon livret" : "Ajouter à mon livret";
      button.setAttribute("aria-pressed", String(chosen));
      button.setAttribute("aria-label", button.textContent + " : fiche " + button.getAttribute("data-numero"));
    });
    all("[data-livret]").forEach(function (link) {
      link.textContent = "Mon livret (" + kept.length + "\u00a0fiche" + (kept.length > 1 ? "s" : "") + ")";
      (link.closest("[data-avec-livret]") || link.parentNode).hidden = kept.length === 0;
    });
  }
  function press(event) {
    var button = event.currentTarget;
    var reference = button.getAttribute("data-ajouter");
    var kept = read();
    var others = without(kept, reference);
    if (others.length === kept.length) {
      if (kept.length >= MOST) {
        button.textContent = "Le livret est plein : " + MOST + " fiches";
        return;
      }
      others.push({ fiche: reference, numero: button.getAttribute("data-numero"), titre: button.getAttribute("data-titre") });
    }
    if (write(others)) show();
    else button.textContent = "Ce navigateur ne garde pas de liste";
  }

  all(".fil-cards > [data-tutoriel]").forEach(function (card) {
    var section = card.closest("section");
    if (section && section.className.indexOf("fil-related") >= 0) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fil-button fil-add";
    button.setAttribute("data-ajouter", card.getAttribute("data-tutoriel"));
    button.setAttribute("data-numero", card.querySelector(".fil-number").lastChild.textContent);
    button.setAttribute("data-titre", card.querySelector("a").textContent);
    card.appendChild(button);
  });
  all("[data-imprimer]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
    button.parentNode.hidden = false;
  });
  all("[data-ajouter]").forEach(function (button) {
    button.addEventListener("click", press);
    button.parentNode.hidden = false;
  });
  show();
  window.addEventListener("pageshow", show);
  window.addEventListener("storage", show);
})();
