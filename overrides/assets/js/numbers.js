// The field for the number, where numbers are listed: it keeps those that begin so, and opens one.
(function () {
  "use strict";
  var form = /** @type {HTMLFormElement} */ (document.querySelector(".fil-number-field"));
  var input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  var said = /** @type {HTMLElement} */ (document.querySelector(".fil-filter-said"));
  /** @type {HTMLElement[]} */
  var entries = Array.prototype.slice.call(document.querySelectorAll(".fil-numbers > li"));
  var isWhole = !document.querySelector(".fil-pagination");

  // « fiche 101 », « 1 0 1 »: its figures.
  /** @param {string | null} text */
  function figures(text) { return (text || "").replace(/[^0-9]/g, ""); }
  /** @param {Element} entry @param {string} selector */
  function within(entry, selector) { return /** @type {HTMLElement} */ (entry.querySelector(selector)); }
  /** @param {Element} entry */
  function numberOf(entry) { return figures(within(entry, ".fil-number").textContent); }
  /** @param {Element} entry */
  function titleOf(entry) { return within(entry, ".fil-number ~ span").textContent; }
  // Those whose number begins so; one alone when it is the very number.
  function found() {
    var asked = figures(input.value);
    var same = entries.filter(function (entry) { return numberOf(entry) === asked; });
    return same.length ? same : entries.filter(function (entry) { return numberOf(entry).indexOf(asked) === 0; });
  }
  /** @param {string} asked @param {Element[]} kept */
  function summary(asked, kept) {
    if (!asked) return "";
    if (kept.length === 1) return "Fiche " + numberOf(kept[0]) + "\u00a0: " + titleOf(kept[0]) + ".";
    if (kept.length) return kept.length + " fiches commencent par " + asked + ".";
    return isWhole ?
      "Aucune fiche n’a le numéro " + asked + ". Les voici toutes." :
      "Le numéro " + asked + " n’est pas sur cette page. «\u202fOuvrir\u202f» le cherche partout.";
  }
  function show() {
    var kept = found();
    var shown = kept.length ? kept : entries;
    entries.forEach(function (entry) { entry.hidden = shown.indexOf(entry) < 0; });
    said.textContent = summary(figures(input.value), kept);
  }

  input.addEventListener("input", show);
  form.addEventListener("submit", function (event) {
    var asked = figures(input.value);
    var kept = found();
    // A number of another page is searched.
    if (asked && !kept.length && !isWhole) return;
    event.preventDefault();
    if (asked && kept.length === 1) location.href = /** @type {HTMLAnchorElement} */ (within(kept[0], "a")).href;
    else input.focus();
  });
  if (input.value) show();
})();
