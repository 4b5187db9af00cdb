// Ce que font les réglages du panneau, et la règle de lecture.
(function () {
  "use strict";
  var comfort = window.filComfort;
  var opening = /** @type {HTMLElement} */ (document.querySelector(".fil-comfort-open"));
  var panel = /** @type {HTMLDialogElement} */ (document.querySelector(".fil-comfort"));
  var said = find(".fil-comfort-said");
  var size = find("strong");
  var less = find('[data-pas="-1"]');
  var more = find('[data-pas="1"]');
  var names = /** @type {Fil.Setting[]} */ (Object.keys(comfort.choices));
  /** @type {HTMLElement | null} */
  var ruler = null;
  var height = innerHeight / 2;
  /** @type {number | undefined} */
  var waiting;

  /** @template {Element} [E=HTMLElement] @param {string} selector @returns {E} */
  function find(selector) { return /** @type {E} */ (panel.querySelector(selector)); }
  /** @param {string} text */
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
    Array.prototype.forEach.call(panel.querySelectorAll("input"), function (/** @type {HTMLInputElement} */ input) {
      input.checked = input.value === comfort.chosen(/** @type {Fil.Setting} */ (input.name));
    });
    rule();
  }
  /* Change some settings, keep the others. */
  /** @param {Fil.Settings} changes @param {string} words */
  function set(changes, words) {
    /** @type {Fil.Settings} */
    var next = {};
    names.forEach(function (name) { next[name] = name in changes ? changes[name] : comfort.chosen(name); });
    var kept = comfort.keep(next);
    show();
    say(words + (kept ? "" : " Ce navigateur ne retient pas vos choix : ils durent le temps de cette page."));
  }
  /** @param {number} by */
  function step(by) {
    var sizes = comfort.choices.texte;
    var size = sizes[sizes.indexOf(comfort.chosen("texte")) + by];
    if (size) set({ texte: size }, "Taille du texte : " + size + "\u202f%.");
    else say(by > 0 ? "C’est la plus grande taille." : "C’est la plus petite taille.");
  }

  less.addEventListener("click", function () { step(-1); });
  more.addEventListener("click", function () { step(1); });
  panel.addEventListener("change", function (event) {
    var input = /** @type {HTMLInputElement} */ (event.target);
    var name = /** @type {Fil.Setting} */ (input.name);
    /** @type {Fil.Settings} */
    var changes = {};
    var holder = input.parentElement;
    var label = holder ? holder.textContent.trim() : "";
    var group = input.closest("fieldset");
    var legend = group && group.querySelector("legend");
    changes[name] = input.type === "radio" || input.checked ? input.value : comfort.choices[name][0];
    set(changes, input.type === "radio" && legend
      ? legend.textContent + " : " + label + "."
      : label + " : " + (input.checked ? "oui." : "non."));
  });
  find("[data-remettre]").addEventListener("click", function () {
    /** @type {Fil.Settings} */
    var none = {};
    names.forEach(function (name) { none[name] = comfort.choices[name][0]; });
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
    find("h2").focus();
  }
  function closed() {
    panel.removeAttribute("open");
    opening.focus();
  }
  function close() {
    if (panel.close) panel.close();
    else closed();
  }
  panel.addEventListener("close", closed);
  find("[data-fermer]").addEventListener("click", close);
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
    if (typeof panel.showModal === "function") return;
    /** @type {HTMLElement[]} */
    var stops = Array.prototype.slice.call(panel.querySelectorAll("button, input:checked, input[type=checkbox]"));
    var last = stops[stops.length - 1];
    var now = document.activeElement;
    if (event.key === "Escape" || event.key === "Esc") close();
    else if (event.key === "Tab" && !event.shiftKey && now === last) {
      event.preventDefault();
      stops[0].focus();
    } else if (event.key === "Tab" && event.shiftKey && (now === stops[0] || now === find("h2"))) {
      event.preventDefault();
      last.focus();
    }
  });

  /* The ruler follows the mouse, the finger and the focus. */
  /** @param {number} y */
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
  /** @param {TouchEvent} event */
  function follow(event) { place(event.touches[0].clientY); }
  document.addEventListener("touchstart", follow, { passive: true });
  document.addEventListener("touchmove", follow, { passive: true });
  document.addEventListener("focusin", function (event) {
    var target = event.target;
    if (!(target instanceof HTMLElement)) return;
    var box = target.getBoundingClientRect();
    if (target.tabIndex >= 0) place(box.top + Math.min(box.height, innerHeight) / 2);
  });

  opening.addEventListener("click", open);
  // After site/30-comfort.js, which reads the settings again.
  addEventListener("storage", show);
  addEventListener("pageshow", function (event) { if (event.persisted) show(); });
  show();
})();
