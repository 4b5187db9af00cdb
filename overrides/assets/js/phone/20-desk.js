// The call desk: one step at a time, answers and troubles at hand, the right words for the
// caller's device, and a key for everything. Without it, the page is the whole script.
// Here is what its parts share; each of the files that follow adds its own.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var root = document.querySelector(".fil-desk");
  if (!root) return;

  /** @type {Fil.All} */
  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  /** @type {Fil.One} */
  function one(selector, within) {
    return (within || document).querySelector(selector);
  }
  /** @type {Fil.Make} */
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    return element;
  }

  document.documentElement.classList.add("fil-live");
  window.filDesk = /** @type {Fil.Desk} */ ({
    all: all,
    one: one,
    find: /** @type {Fil.Find} */ (one),
    make: make,
    words: function (element) { return element ? element.textContent.replace(/\s+/g, " ").trim() : ""; },
    shown: function (element) { return element.getClientRects().length > 0; },
    tell: function (name, detail) { document.dispatchEvent(new CustomEvent(name, { detail: detail })); },
    root: root,
    sections: all("[data-ecran]", root),
    current: 0,
    opened: null
  });
})();
