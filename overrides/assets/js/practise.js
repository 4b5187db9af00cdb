// « M’entraîner »: the screens of a tutorial become ones to press, step after step, with nothing at
// stake: nothing is sent, nothing is kept. tutorial/60-practise.js offers it, and asks for it.
(function () {
  "use strict";
  /** @type {(selector: string, root: ParentNode) => HTMLElement[]} */
  function all(selector, root) {
    return Array.prototype.slice.call(root.querySelectorAll(selector));
  }
  /** @type {Fil.Make} */
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  /** @param {string} className @param {string} text @param {Node | null} parent @param {() => void} action */
  function button(className, text, parent, action) {
    var element = make("button", className, text, parent);
    element.type = "button";
    element.addEventListener("click", action);
    return element;
  }

  var figures = all(".fil-screen", document).filter(function (figure) { return figure.querySelector("[data-but]"); });
  var dialog = make("dialog", "fil-practise", "", document.body);
  dialog.setAttribute("aria-labelledby", "entrainement");
  var title = make("h2", "", "Je m’entraîne", dialog);
  title.id = "entrainement";
  title.tabIndex = -1;
  var caption = make("p", "", "", dialog);
  var said = make("p", "fil-practise-said", "", dialog);
  said.setAttribute("role", "status");
  var place = make("div", "", "", dialog);
  var ways = make("div", "fil-practise-ways", "", dialog);
  var next = button("fil-button fil-button-main", "Écran suivant", ways, function () { var figure = following(); if (figure) show(figure); });
  var close = button("fil-button", "Fermer", ways, function () { dialog.close(); });
  /** @type {HTMLElement | undefined} */
  var current;
  /** @type {HTMLElement | undefined} */
  var opener;
  /** @type {number | undefined} */
  var waiting;

  /* The screens that the reader sees: those of another device are behind a tab, those of a gesture
     may be folded, where some browsers measure them all the same. */
  function walk() {
    return figures.filter(function (figure) {
      return figure.getClientRects().length > 0 && !figure.closest("details:not([open])");
    });
  }
  function following() {
    var shown = walk();
    return current && shown[shown.indexOf(current) + 1];
  }
  /** @param {string} text @param {boolean} [right] */
  function say(text, right) {
    said.classList.toggle("fil-right", Boolean(right));
    // Emptied first: the same words said twice are announced twice.
    said.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(function () { said.textContent = text; }, 60);
  }
  /** @param {HTMLElement} holder @param {boolean} right @param {string | null} where */
  function press(holder, right, where) {
    var pressed = button("fil-try", "", null, function () {
      if (!right) {
        say("Pas tout à fait. Regardez " + where + ".");
        return;
      }
      pressed.classList.add("fil-found-it");
      next.hidden = !following();
      say("Oui, c’est là." + (next.hidden ? " C’était le dernier écran." : ""), true);
      (next.hidden ? close : next).focus();
    });
    while (holder.firstChild) pressed.appendChild(holder.firstChild);
    holder.appendChild(pressed);
  }
  /** @param {HTMLElement} figure */
  function show(figure) {
    current = figure;
    var step = figure.closest("[data-etape]");
    var heading = step && step.querySelector("h3");
    title.textContent = heading ? heading.textContent.replace(/\s+/g, " ").trim().replace(/^(Étape )?(\d+)/, "Étape $2 :") : "M’entraîner";
    var words = figure.querySelector("figcaption");
    caption.textContent = words ? words.textContent : "";
    say("À vous : touchez ce qu’il faut. Rien n’est envoyé.");
    var drawn = figure.querySelector(".fil-frame");
    if (!drawn) return;
    var frame = /** @type {Element} */ (drawn.cloneNode(true));
    frame.removeAttribute("role");
    frame.removeAttribute("aria-label");
    var goal = frame.querySelector("[data-but]");
    var where = goal && goal.getAttribute("data-but");
    all(".fil-marker", frame).forEach(function (marker) { if (marker.parentNode) marker.parentNode.removeChild(marker); });
    all(".fil-s", frame).forEach(function (thing) {
      var lines = all("li", thing);
      var target = thing.querySelector(".fil-goal");
      (lines.length ? lines : all(".fil-s-drawn", thing).slice(0, 1)).forEach(function (holder) {
        press(holder, thing.hasAttribute("data-but") && (!target || target === holder), where);
      });
    });
    place.textContent = "";
    place.appendChild(frame);
    next.hidden = true;
    dialog.scrollTop = 0;
    if (dialog.open) title.focus();
  }
  figures.forEach(function (figure) {
    var start = /** @type {HTMLElement} */ (figure.querySelector(".fil-practise-start"));
    start.addEventListener("click", function () {
      opener = start;
      show(figure);
      dialog.showModal();
      title.focus();
    });
  });
  dialog.addEventListener("close", function () { if (opener) opener.focus(); });
})();
