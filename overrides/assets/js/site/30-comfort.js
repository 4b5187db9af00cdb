// « Texte plus grand » : le panneau des réglages de confort, et la règle de lecture.
(function () {
  "use strict";
  var comfort = window.filComfort;
  var opening = document.querySelector(".fil-comfort-open");
  var panel = document.querySelector(".fil-comfort");
  if (!comfort || !opening || !panel) return;
  var said = panel.querySelector(".fil-comfort-said");
  var size = panel.querySelector("strong");
  var less = panel.querySelector('[data-pas="-1"]');
  var more = panel.querySelector('[data-pas="1"]');
  var ruler = null;
  var height = innerHeight / 2;
  var waiting;

  function each(list, action) { Array.prototype.forEach.call(list, action); }
  function say(text) {
    // Emptied first: the same words said twice are announced twice.
    said.textContent = "";
    clearTimeout(waiting);
    waiting = setTimeout(function () { said.textContent = text; }, 60);
  }
  function show() {
    var sizes = comfort.choices.texte;
    var rank = sizes.indexOf(comfort.chosen("texte"));
    size.textContent = sizes[rank] + "\u202f%";
    less.setAttribute("aria-disabled", String(rank === 0));
    more.setAttribute("aria-disabled", String(rank === sizes.length - 1));
    each(panel.querySelectorAll("input"), function (input) {
      var value = comfort.chosen(input.name);
      input.checked = input.value === value;
    });
    rule();
  }
  /* Change some settings, keep the others. */
  function set(changes, words) {
    var next = {};
    for (var name in comfort.choices) next[name] = name in changes ? changes[name] : comfort.chosen(name);
    var kept = comfort.keep(next);
    show();
    say(words + (kept ? "" : " Ce navigateur ne retient pas vos choix : ils durent le temps de cette page."));
  }
  function step(by) {
    var sizes = comfort.choices.texte;
    var size = sizes[sizes.indexOf(comfort.chosen("texte")) + by];
    if (size) set({ texte: size }, "Taille du texte : " + size + "\u202f%.");
    else say(by > 0 ? "C’est la plus grande taille." : "C’est la plus petite taille.");
  }

  less.addEventListener("click", function () { step(-1); });
  more.addEventListener("click", function () { step(1); });
  panel.addEventListener("change", function (event) {
    var input = event.target;
    var changes = {};
    var label = input.parentNode.textContent.trim();
    changes[input.name] = input.type === "radio" || input.checked ? input.value : comfort.choices[input.name][0];
    set(changes, input.type === "radio"
      ? input.parentNode.parentNode.parentNode.querySelector("legend").textContent + " : " + label + "."
      : label + " : " + (input.checked ? "oui." : "non."));
  });
  panel.querySelector("[data-remettre]").addEventListener("click", function () {
    var none = {};
    for (var name in comfort.choices) none[name] = comfort.choices[name][0];
    set(none, "Tout est remis comme avant.");
  });

  /* A dialog traps the focus; where there is none, Tab is turned round by hand. */
  function open() {
    show();
    said.textContent = "";
    if (panel.showModal) panel.showModal();
    else {
      panel.setAttribute("open", "");
      panel.setAttribute("role", "dialog");
      panel.setAttribute("aria-modal", "true");
    }
    panel.scrollTop = 0;
    panel.querySelector("h2").focus();
  }
  function closed() {
    panel.removeAttribute("open");
    opening.focus();
  }
  function close() {
    if (panel.close) panel.close();
    else closed();
  }
  opening.addEventListener("click", open);
  panel.addEventListener("close", closed);
  panel.querySelector("[data-fermer]").addEventListener("click", close);
  panel.addEventListener("click", function (event) {
    // Outside its box, a click falls on the backdrop, which is the dialog's.
    var box = panel.getBoundingClientRect();
    var inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    // A key that ticks a box is a click at 0, 0 in some browsers.
    if (event.target === panel && !inside) close();
  });
  panel.addEventListener("keydown", function (event) {
    // The keys of the call desk sleep meanwhile.
    event.stopPropagation();
    if (panel.showModal) return;
    var stops = panel.querySelectorAll("button, input:checked, input[type=checkbox]");
    var last = stops[stops.length - 1];
    if (event.key === "Escape" || event.key === "Esc") close();
    else if (event.key === "Tab" && !event.shiftKey && document.activeElement === last) {
      event.preventDefault();
      stops[0].focus();
    } else if (event.key === "Tab" && event.shiftKey && (document.activeElement === stops[0] || document.activeElement.tagName === "H2")) {
      event.preventDefault();
      last.focus();
    }
  });

  /* The ruler follows the mouse, the finger and the focus. */
  function place(y) {
    height = y;
    if (ruler) ruler.style.transform = "translateY(" + Math.round(y) + "px)";
  }
  function rule() {
    var wanted = comfort.chosen("regle") === "oui";
    if (wanted && !ruler) {
      ruler = document.createElement("div");
      ruler.className = "fil-ruler";
      ruler.setAttribute("aria-hidden", "true");
      document.body.appendChild(ruler);
      place(height);
    } else if (!wanted && ruler) {
      document.body.removeChild(ruler);
      ruler = null;
    }
  }
  document.addEventListener("mousemove", function (event) { place(event.clientY); });
  each(["touchstart", "touchmove"], function (kind) {
    document.addEventListener(kind, function (event) { place(event.touches[0].clientY); }, { passive: true });
  });
  document.addEventListener("focusin", function (event) {
    var box = event.target.getBoundingClientRect();
    if (event.target.tabIndex >= 0) place(box.top + Math.min(box.height, innerHeight) / 2);
  });

  /* Another tab, or a page found again by « précédent », follows. */
  function again() { comfort.read(); show(); }
  addEventListener("storage", again);
  addEventListener("pageshow", function (event) { if (event.persisted) again(); });
  rule();
})();
