// The call desk follows the thread of the call: one thing to say now, its answers, what comes next.
// Without it, the page is the whole script. Here is what its parts share; each of the files that
// follow adds its own: graph, walk, call, then what is seen of them.
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
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  window.filDesk = /** @type {Fil.Desk} */ ({
    all: all,
    one: one,
    find: /** @type {Fil.Find} */ (one),
    make: make,
    /* A button with its key, which acts when pressed. */
    press: function (parent, className, key, label, act) {
      var button = make("button", className, "", parent);
      button.type = "button";
      if (key) {
        make("kbd", "", key, button).setAttribute("aria-hidden", "true");
        button.setAttribute("aria-keyshortcuts", key);
      }
      make("span", "", label, button);
      button.addEventListener("click", act);
      return button;
    },
    root: root,
    told: function (name) { return root && root.getAttribute("data-" + name) || ""; },
    /* The address of a page of the site, which also opens from a disk. */
    address: function (path, hash) {
      return root && root.getAttribute("data-racine") + path + (location.protocol === "file:" ? "index.html" : "") + (hash || "");
    }
  });
})();
