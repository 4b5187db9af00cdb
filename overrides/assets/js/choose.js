// Imprimer une fiche, ou la mettre dans « Mon livret » : la liste, courte, reste dans ce navigateur.
(function () {
  "use strict";
  var KEY = "fil-livret";
  var MOST = 24;
  /** @type {Fil.All} */
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  /** @returns {Fil.Chosen[]} */
  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter(function (/** @type {Fil.Chosen | null} */ entry) {
        return entry && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(entry.fiche);
      }) : [];
    } catch (_refused) { return []; }
  }
  /** @param {Fil.Chosen[]} list */
  function write(list) {
    try { localStorage.setItem(KEY, JSON.stringify(list)); return true; } catch (_refused) { return false; }
  }
  /** @param {Element} element @param {string} name */
  function told(element, name) { return element.getAttribute(name) || ""; }
  /** @param {Fil.Chosen[]} list @param {string} reference */
  function without(list, reference) {
    return list.filter(function (entry) { return entry.fiche !== reference; });
  }
  function show() {
    var kept = read();
    all("[data-ajouter]").forEach(function (button) {
      var reference = told(button, "data-ajouter");
      var chosen = without(kept, reference).length < kept.length;
      button.textContent = chosen ? "Retirer de mon livret" : "Ajouter à mon livret";
      button.setAttribute("aria-pressed", String(chosen));
      button.setAttribute("aria-label", button.textContent + " : fiche " + told(button, "data-numero"));
    });
    all("[data-livret]").forEach(function (link) {
      link.textContent = "Mon livret (" + kept.length + "\u00a0fiche" + (kept.length > 1 ? "s" : "") + ")";
      /** @type {HTMLElement | null} */
      var holder = link.closest("[data-avec-livret]") || link.parentElement;
      if (holder) holder.hidden = kept.length === 0;
    });
  }
  /** @param {HTMLElement} button */
  function press(button) {
    var reference = told(button, "data-ajouter");
    var kept = read();
    var others = without(kept, reference);
    if (others.length === kept.length) {
      if (kept.length >= MOST) {
        button.textContent = "Le livret est plein : " + MOST + " fiches";
        return;
      }
      others.push({ fiche: reference, numero: told(button, "data-numero"), titre: told(button, "data-titre") });
    }
    if (write(others)) show();
    else button.textContent = "Ce navigateur ne garde pas de liste";
  }

  all(".fil-cards > [data-tutoriel]").forEach(function (card) {
    if (card.closest(".fil-related")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.className = "fil-button fil-add";
    var number = card.querySelector(".fil-number");
    var link = card.querySelector("a");
    button.setAttribute("data-ajouter", told(card, "data-tutoriel"));
    button.setAttribute("data-numero", number && number.lastChild && number.lastChild.textContent || "");
    button.setAttribute("data-titre", link && link.textContent || "");
    card.appendChild(button);
  });
  // What its step shows first on paper, so that the words stand beside it: of several forms, the one
  // that is chosen.
  var PICTURE = ":scope > .fil-screen, :scope > .fil-known > :checked + label + .fil-variant > .fil-screen";
  /** @type {(() => void)[]} */
  var undone = [];
  function arrange() {
    if (document.documentElement.getAttribute("data-papier") !== "court") return;
    all(".fil-step").forEach(function (step) {
      var screen = step.querySelector(PICTURE);
      var title = step.querySelector("h3");
      if (!screen || !title) return;
      var moved = screen, place = document.createComment("");
      moved.replaceWith(place);
      title.after(moved);
      undone.push(function () { place.replaceWith(moved); });
    });
  }
  function disarrange() { undone.splice(0).forEach(function (undo) { undo(); }); }
  all("[data-tout-imprimer]").forEach(function (element) {
    var box = /** @type {HTMLInputElement} */ (element);
    function shorten() { document.documentElement.setAttribute("data-papier", box.checked ? "tout" : "court"); }
    if (box.parentElement && box.parentElement.parentElement) box.parentElement.parentElement.hidden = false;
    box.addEventListener("change", shorten);
    window.addEventListener("beforeprint", arrange);
    window.addEventListener("afterprint", disarrange);
    shorten();
  });
  all("[data-imprimer]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
    if (button.parentElement) button.parentElement.hidden = false;
  });
  all("[data-ajouter]").forEach(function (button) {
    button.addEventListener("click", function () { press(button); });
    if (button.parentElement) button.parentElement.hidden = false;
  });
  show();
  window.addEventListener("pageshow", show);
  window.addEventListener("storage", show);
})();
