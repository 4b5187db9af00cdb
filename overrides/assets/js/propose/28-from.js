// Partir d’une fiche du site, ou d’un fichier : ce que l’on aurait tapé pour elle, et ce qui ne s’y
// trouve pas, dit en une phrase.
(function () {
  "use strict";
  var text = window.filPropose;
  var LOST = "Le formulaire n’est pas arrivé jusqu’ici. La connexion est peut-être faible : essayez encore.";
  var NO_TEXT = "Le texte de cette fiche n’est pas arrivé jusqu’ici. La connexion est peut-être faible.";

  /** @type {Fil.Propose["attendFrom"]} */
  text.attendFrom = function (page, begin) {
    // The tutorial that one begins from, until its text comes.
    var begun = "";
    /** @param {string} selector @returns {HTMLElement} */
    function find(selector) { return /** @type {HTMLElement} */ (page.querySelector(selector)); }
    /** @param {string} words */
    function tell(words) { find(".fil-propose-said").textContent = window.filFrench.typeset(words); }
    function lost() { tell(LOST); }
    /** @param {string} source @param {string} reference */
    function start(source, reference) {
      text.screens.late(function () {
        var found = window.filLate.opened(source, reference);
        if (!found) tell("Ce texte n’est pas une fiche : il n’a pas d’en-tête, ou pas d’étapes.");
        else if (begin(found.answers)) tell(said(found));
      }, lost);
    }
    /** @param {Fil.TakenUp} found */
    function said(found) {
      var kept = found.answers.etapes.reduce(function (parts, step) { return parts.concat(step.fil); }, found.answers.comprendre)
        .filter(function (part) { return part.sorte === "brut"; }).length;
      return "La fiche « " + found.title + " » est reprise. À vous de lui donner un autre titre. Ne sont pas repris : " + found.dropped.join(", ") + "."
        + (kept ? " Gardés tels quels : " + text.plural(kept, "passage") + "." : "") + (found.left.length ? " Laissés de côté : " + text.plural(found.left.length, "passage") + "." : "");
    }
    /** @param {string} reference @param {() => void} missing */
    function load(reference, missing) {
      var script = text.form.make("script");
      script.src = page.getAttribute("data-racine") + "tutoriels/" + reference + "/fiche.js";
      script.onerror = function () {
        document.head.removeChild(script);
        missing();
      };
      document.head.appendChild(script);
    }
    var field = find(".fil-from");
    var control = /** @type {HTMLInputElement} */ (find("#partir-de"));
    control.addEventListener("input", function () {
      text.leads.search(field, control, false, function (its) {
        begun = its.ref;
        load(its.ref, function () { find(".fil-from .fil-answer-said").textContent = NO_TEXT; });
      });
    });
    var chosen = /** @type {HTMLInputElement} */ (find("#partir-fichier"));
    chosen.addEventListener("change", function () {
      var file = chosen.files && chosen.files[0];
      if (!file) return;
      var reader = new FileReader();
      reader.onload = function () { start(String(reader.result), ""); };
      reader.readAsText(file);
    });
    return {
      load: load,
      lost: lost,
      takes: function (reference, source) {
        if (!begun || reference !== begun) return false;
        begun = "";
        start(source, reference);
        return true;
      }
    };
  };
})();
