// The key of a diagnosis, read from its page: its words are there once.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var root = document.querySelector(".fil-diagnosis");
  if (!root) return;
  var within = root;

  /** @type {Fil.All} */
  function all(selector, inside) { return Array.prototype.slice.call((inside || within).querySelectorAll(selector)); }
  /** @param {Element} element @param {string} name */
  function told(element, name) { return element.getAttribute(name) || ""; }
  /** @param {Element} element @param {string} selector */
  function words(element, selector) {
    var found = element.querySelector(selector);
    return found ? found.textContent.trim() : "";
  }
  /** @param {Element} holder @returns {Fil.Advice[]} */
  function advised(holder) {
    return all("[data-fiche]", holder).map(function (item) {
      return { fiche: told(item, "data-fiche"), numero: told(item, "data-numero"), titre: words(item, "a"), raison: words(item, ".fil-reason") };
    });
  }
  /** @param {Element} item @returns {Fil.Answered} */
  function answered(item) {
    /** @type {Record<string, number>} */
    var points = {};
    told(item, "data-points").split(" ").filter(Boolean).forEach(function (each) {
      var cut = each.split(":");
      points[cut[0]] = (points[cut[0]] || 0) + Number(cut[1]);
    });
    return { points: points, advice: advised(item) };
  }
  window.filDiagnosis.read = function () {
    var always = within.querySelector(".fil-always");
    return {
      root: within,
      axes: all("[data-axe]").map(function (axis) { return told(axis, "data-axe"); }),
      questions: all(".fil-key [data-question]").map(function (question) { return all("[data-reponse]", question).map(answered); }),
      always: always ? advised(always) : [],
      recap: told(within, "data-recap"),
      numero: told(within, "data-numero")
    };
  };
})();
