// Les écrans dans le formulaire : les cases de chaque élément, et le dessin à côté, qui suit ce que
// l’on choisit. Ce qui dessine ne vient qu’au premier écran.
(function () {
  "use strict";
  var text = window.filPropose;
  var make = text.form.make;
  var DRAWN = "data-dessine";
  var MORE = "Ces lignes disent plus que les cases : elles restent telles quelles.";
  /** @type {{ act: () => void, lost?: () => void }[]} */
  var waiting = [];

  /* What writes a new tutorial, draws a screen, reads a file: once, when it is first needed. */
  /** @type {Fil.Screens["late"]} */
  function late(then, lost) {
    if (window.filLate) {
      then();
      return;
    }
    waiting.push({ act: then, lost: lost });
    if (waiting.length > 1) return;
    var files = (/** @type {Element} */ (document.querySelector(".fil-propose")).getAttribute("data-ensuite") || "").split(" ");
    var sheet = make("link");
    sheet.rel = "stylesheet";
    sheet.href = files[1];
    document.head.appendChild(sheet);
    var script = make("script");
    script.src = files[0];
    script.onload = function () { waiting.splice(0).forEach(function (each) { each.act(); }); };
    // A weak connection: what is asked for next asks again.
    script.onerror = function () {
      document.head.removeChild(script);
      waiting.splice(0).forEach(function (each) { if (each.lost) each.lost(); });
    };
    document.head.appendChild(script);
  }

  // What one may choose a sign from.
  function offer() {
    var list = /** @type {HTMLElement} */ (document.getElementById("les-signes"));
    if (!list.firstChild) window.filDeclaration.ecrans.signes.forEach(function (sign) { list.appendChild(make("option")).value = sign; });
  }
  /** @param {ParentNode} root @returns {HTMLElement[]} */
  function screens(root) { return Array.prototype.slice.call(root.querySelectorAll('[data-liste="ecrans"] > .fil-items > .fil-item')); }
  /** @param {Element} item @param {string} selector @returns {HTMLElement} */
  function inside(item, selector) { return /** @type {HTMLElement} */ (item.querySelector(selector)); }
  /** @param {HTMLElement} item @returns {Fil.ScreenAnswers} */
  function values(item) { return /** @type {Fil.ScreenAnswers} */ (/** @type {unknown} */ (text.form.read(item))); }

  // Each field says what it is for: of an e-mail, its sender; of a browser, its tabs.
  /** @param {Element} root @param {string} kind */
  function arrange(root, kind) {
    Array.prototype.forEach.call(root.querySelectorAll("[data-pour]"), function (/** @type {HTMLElement} */ field) {
      if (field.closest("[data-genre], .fil-screen-other, .fil-screen-desk") === root) field.hidden = (field.getAttribute("data-pour") || "").split(" ").indexOf(kind) < 0;
    });
  }
  /** @param {HTMLElement} item */
  function arrangeAll(item) {
    var isBoxes = values(item).maniere === "cases";
    inside(item, ".fil-screen-boxes").hidden = !isBoxes;
    inside(item, ".fil-screen-lines").hidden = isBoxes;
    var frame = /** @type {HTMLSelectElement} */ (inside(item, '[data-champ="cadre"] select'));
    arrange(inside(item, ".fil-screen-desk"), frame.value || "telephone");
    Array.prototype.forEach.call(item.querySelectorAll(".fil-screen-other"), function (/** @type {HTMLElement} */ other) {
      arrange(other, /** @type {HTMLSelectElement} */ (inside(other, '[data-champ="cadre"] select')).value || frame.value);
    });
    Array.prototype.forEach.call(item.querySelectorAll("[data-genre]"), function (/** @type {HTMLElement} */ part) {
      arrange(part, /** @type {HTMLSelectElement} */ (inside(part, '[data-champ="genre"] select')).value || "texte");
    });
  }
  /* Draws what can be; lines that say more than boxes do not. */
  /** @type {Fil.Screens["draw"]} */
  function draw(place, screen) {
    if (!window.filLate) return false;
    var boxes = screen.maniere === "cases" ? screen : window.filLate.boxes(text.raw(screen.dessin || ""));
    if (!boxes) return false;
    window.filLate.draw(place, /** @type {Fil.ScreenAnswers} */ (Object.assign({}, boxes, { legende: text.line(screen.legende) })));
    return true;
  }
  /** @param {HTMLElement} item */
  function drawAgain(item) {
    var screen = values(item);
    var seen = JSON.stringify(screen);
    var place = inside(item, ".fil-screen-place");
    if (place.getAttribute(DRAWN) === seen) return;
    if (!text.filled(screen)) {
      place.textContent = "";
      return;
    }
    late(function () {
      place.setAttribute(DRAWN, seen);
      if (!draw(place, screen)) place.textContent = text.line(screen.dessin) ? "Le dessin paraîtra avec la fiche." : "";
    });
  }
  /** @type {Fil.Screens["refresh"]} */
  function refresh(root) {
    screens(root).forEach(function (item) {
      arrangeAll(item);
      drawAgain(item);
    });
  }
  /* From boxes to lines, and back where nothing would be lost. */
  /** @param {HTMLElement} item @param {() => void} changed */
  function convert(item, changed) {
    var screen = values(item);
    if (screen.maniere === "lignes") {
      text.form.write(item, { dessin: text.screenText(/** @type {Fil.ScreenAnswers} */ (Object.assign({}, screen, { maniere: "cases" }))) });
      return;
    }
    if (!text.line(screen.dessin)) return;
    late(function () {
      var boxes = window.filLate.boxes(text.raw(screen.dessin));
      text.form.write(item, /** @type {Fil.Values} */ (/** @type {unknown} */ (boxes || { maniere: "lignes" })));
      inside(item, '[data-champ="maniere"] .fil-answer-said').textContent = boxes ? "" : MORE;
      changed();
    });
  }
  /** @type {Fil.Screens["attend"]} */
  function attend(root, changed) {
    offer();
    root.addEventListener("change", function (event) {
      var field = event.target instanceof Element ? event.target.closest('[data-champ="maniere"]') : null;
      var item = field && field.closest(".fil-item");
      if (item) convert(/** @type {HTMLElement} */ (item), function () { changed(true); });
    });
  }

  text.screens = { late: late, draw: draw, refresh: refresh, attend: attend };
})();
