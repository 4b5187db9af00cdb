// Un parcours : les cases cochées font avancer le fil, disent la suite, et deviennent cinq lettres.
// Elles restent dans ce navigateur. Celles qui viennent d’un code n’y sont gardées que si on le demande.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var code = window.filPathCode;
    var found = document.querySelector("div[data-parcours]");
    if (!found) return;
    var holder = found;
    var KEY = "fil-parcours:" + holder.getAttribute("data-parcours");
    var number = Number(holder.getAttribute("data-code"));
    var stages = all(".fil-stage");
    var said = find(".fil-said-so");
    /** @type {number[]} What is done of each stage: 0, 1, 2. */
    var states = [];
    /** @type {number[]} Ranks of the tutorials whose own ticks were counted: once only. */
    var counted = [];
    var isLent = false;
    var wrong = "";

    /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [within] @returns {E[]} */
    function all(selector, within) { return Array.prototype.slice.call((within || holder).querySelectorAll(selector)); }
    /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [within] @returns {E} */
    function find(selector, within) { return /** @type {E} */ ((within || holder).querySelector(selector)); }
    /** @param {Element} stage @param {string} name */
    function told(stage, name) { return stage.getAttribute("data-" + name) || ""; }
    /** @param {string} key */
    function read(key) {
      try { return localStorage.getItem(key) || ""; } catch (_refused) { return ""; }
    }
    /* « MRTAK 1 3 »: the letters, then the ranks already counted. */
    function keep() {
      if (isLent) {
        try { history.replaceState(null, "", "#" + code.write(number, states)); } catch (_refused) { /* the page shows it */ }
        return;
      }
      try {
        if (states.some(Boolean) || counted.length) localStorage.setItem(KEY, [code.write(number, states)].concat(counted.map(String)).join(" "));
        else localStorage.removeItem(KEY);
      } catch (_refused) { /* remembered on this page only */ }
    }
    /* A tutorial whose every step is ticked is done. */
    function finished() {
      stages.forEach(function (stage, rank) {
        var ticked = read("fil-etapes:" + told(stage, "tutoriel")).split(" ").filter(Boolean);
        if (ticked.length < Number(told(stage, "etapes")) || counted.indexOf(rank + 1) >= 0) return;
        counted.push(rank + 1);
        states[rank] = states[rank] || 1;
      });
    }
    /** @param {string} letters */
    function fits(letters) {
      var progress = code.read(letters);
      return progress.path === number && !progress.states.slice(stages.length).some(Boolean) ? progress.states : null;
    }
    function begin() {
      var lent = /^#([a-z]{5})$/i.exec(location.hash);
      var shown = lent && fits(lent[1]);
      isLent = Boolean(shown);
      wrong = lent && !shown ? code.read(lent[1]).wrong || "Ce code est celui d’un autre parcours." : "";
      var kept = read(KEY).split(" ");
      counted = isLent ? [] : kept.slice(1).map(Number).filter(Boolean);
      states = shown || fits(kept[0]) || [];
      states = stages.map(function (_stage, rank) { return states[rank] || 0; });
      if (!isLent) {
        var before = counted.length;
        finished();
        if (counted.length > before) keep();
      }
      tell();
    }
    /** @param {number} count */
    function fiches(count) { return count + "\u00a0fiche" + (count > 1 ? "s" : ""); }
    /** @param {Element} stage */
    function title(stage) { return find("h3 a", stage).textContent || ""; }
    /** @param {number} next @param {number} done */
    function sentence(next, done) {
      var so = done ? fiches(done) + " sur " + stages.length + (done > 1 ? " sont faites." : " est faite.") : "Je n’ai pas encore commencé.";
      if (done < stages.length) return so + " La suite\u00a0: fiche " + told(stages[next], "numero") + ", «\u202f" + title(stages[next]) + "\u202f».";
      if (next >= 0) return so + " Il reste à refaire, une semaine après\u00a0: «\u202f" + title(stages[next]) + "\u202f».";
      return "Bravo\u202f! Tout est fait, et refait.";
    }
    function tell() {
      var done = states.filter(Boolean).length;
      var next = states.indexOf(0) >= 0 ? states.indexOf(0) : states.indexOf(1);
      stages.forEach(function (stage, rank) {
        /** @type {HTMLInputElement} */ (find("[data-fait]", stage)).checked = states[rank] > 0;
        /** @type {HTMLInputElement} */ (find("[data-refait]", stage)).checked = states[rank] > 1;
        stage.classList.toggle("fil-stage-done", states[rank] > 0);
        stage.classList.toggle("fil-stage-next", rank === next);
      });
      var way = find(".fil-next-ways");
      way.hidden = next < 0;
      if (next >= 0) {
        /** @type {HTMLAnchorElement} */
        var fiche = find("[data-suite=fiche]", way);
        var address = find("h3 a", stages[next]).getAttribute("href") || "";
        fiche.href = address;
        fiche.textContent = "J’ouvre la fiche " + told(stages[next], "numero");
        /** @type {HTMLAnchorElement} */ (find("[data-suite=telephone]", way)).href = find(".fil-stage-foot a", stages[next]).getAttribute("href") || "";
      }
      said.textContent = (wrong && wrong + " ") + sentence(next, done);
      find(".fil-path-done").setAttribute("stroke-dasharray", 100 * done / stages.length + " 200");
      find(".fil-letters strong").textContent = code.write(number, states);
      find(".fil-lent").hidden = !isLent;
      find(".fil-kept").hidden = isLent || !states.some(Boolean) && !counted.length;
    }

    stages.forEach(function (stage, rank) {
      /** @type {HTMLInputElement[]} */
      var boxes = [find("[data-fait]", stage), find("[data-refait]", stage)];
      boxes.forEach(function (box, order) {
        box.addEventListener("change", function () {
          states[rank] = box.checked ? order + 1 : order;
          if (counted.indexOf(rank + 1) < 0 && !isLent) counted.push(rank + 1);
          wrong = "";
          keep();
          tell();
        });
      });
    });
    find("[data-garder]").addEventListener("click", function () {
      isLent = false;
      counted = stages.map(function (_stage, rank) { return rank + 1; });
      try { history.replaceState(null, "", location.pathname + location.search); } catch (_refused) { /* the letters stay in the address */ }
      keep();
      tell();
      find("#ou").focus();
    });
    find("[data-effacer]").addEventListener("click", function () {
      states = stages.map(function () { return 0; });
      counted = [];
      keep();
      tell();
      said.textContent = "C’est effacé. " + said.textContent;
      find("#ou").focus();
    });
    begin();
    window.addEventListener("hashchange", begin);
    window.addEventListener("pageshow", begin);
    window.addEventListener("storage", begin);
  });
})();
