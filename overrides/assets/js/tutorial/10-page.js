// Une fiche, dès que la page en est lue : ce que partagent les étapes cochées, l’appareil et le pas à
// pas. Ce dont on se souvient reste sur cet appareil (localStorage), n’est jamais envoyé, et seulement
// si l’on a coché ou choisi.
(function () {
  "use strict";
  /** @type {{ place: string, act: () => void }[]} */
  var waiting = [];
  var watch = new MutationObserver(begin);

  // Before the other scripts, and before what is read is shown: nothing moves under the eyes.
  function begin() {
    waiting = waiting.filter(function (each) {
      var isThere = document.querySelector(each.place);
      if (isThere) each.act();
      return !isThere;
    });
    if (document.querySelector(".fil-footer")) watch.disconnect();
  }
  watch.observe(document.documentElement, { childList: true, subtree: true });

  window.filReading = {
    all: function (selector, inside) {
      return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
    },
    find: /** @type {Fil.Find} */ (function (selector, inside) {
      return (inside || document).querySelector(selector);
    }),
    read: function (key) {
      try { return localStorage.getItem(key) || ""; } catch (_refused) { return ""; }
    },
    write: function (key, value) {
      try {
        if (value) localStorage.setItem(key, value);
        else localStorage.removeItem(key);
      } catch (_refused) { /* remembered on this page only */ }
    },
    once: function (place, act) { waiting.push({ place: place, act: act }); }
  };
})();
