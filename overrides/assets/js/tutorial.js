// Dans une fiche : les étapes cochées, l’appareil choisi et le lien copié. Ce dont on se souvient
// reste sur cet appareil (localStorage), n’est jamais envoyé, et seulement si l’on a coché ou choisi.
(function () {
  "use strict";

  /** @type {Fil.All} */
  function all(selector, inside) {
    return Array.prototype.slice.call((inside || document).querySelectorAll(selector));
  }
  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [inside] @returns {E} */
  function find(selector, inside) {
    return /** @type {E} */ ((inside || document).querySelector(selector));
  }
  /** @param {string} key */
  function read(key) {
    try { return localStorage.getItem(key) || ""; } catch (_refused) { return ""; }
  }
  /** @param {string} key @param {string} value */
  function write(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch (_refused) { /* remembered on this page only */ }
  }

  /* The ticks: one key a tutorial, the ranks of the steps that are done. */
  /** @param {HTMLElement} list */
  function ticks(list) {
    var KEY = "fil-etapes:" + list.getAttribute("data-coches");
    /** @type {HTMLInputElement[]} */
    var boxes = all(".fil-done input", list);
    var said = find(".fil-progress [role]");
    var clear = find(".fil-progress button");
    var here = document.createElement("span");
    here.className = "fil-progress-here";

    /** @param {Element} box */
    function rank(box) {
      var step = box.closest("[data-etape]");
      return step && step.getAttribute("data-etape") || "";
    }
    function done() { return boxes.filter(function (box) { return box.checked; }).map(rank); }
    function tell() {
      var count = done().length;
      var words = count + (count > 1 ? " étapes sur " : " étape sur ") + boxes.length;
      said.textContent = count ? words + (count === boxes.length ? " : tout est fait." : ".") : "";
      here.textContent = words;
      clear.hidden = !count;
      boxes.forEach(function (box) {
        var item = document.querySelector('.fil-toc [href="#etape-' + rank(box) + '"]');
        if (item) item.classList.toggle("fil-toc-done", box.checked);
      });
    }
    var kept = read(KEY).split(" ");
    boxes.forEach(function (box) {
      box.checked = kept.indexOf(rank(box)) >= 0;
      box.addEventListener("change", function () {
        write(KEY, done().join(" "));
        tell();
        var tick = box.closest(".fil-tick");
        if (box.checked && tick) tick.appendChild(here);
        else if (here.parentNode) here.parentNode.removeChild(here);
      });
    });
    clear.addEventListener("click", function () {
      boxes.forEach(function (box) { box.checked = false; });
      if (here.parentNode) here.parentNode.removeChild(here);
      write(KEY, "");
      tell();
      find("#etapes").focus();
    });
    tell();
  }

  /* The device: chosen once, the other tabs follow. */
  /** @param {HTMLInputElement[][]} groups */
  function devices(groups) {
    var KEY = "fil-mon-appareil";
    var mine = read(KEY).split(" ").filter(Boolean);

    /** @param {Element} input */
    function shown(input) {
      /** @type {Element | null} */
      var variant = input;
      while (variant && !variant.hasAttribute("data-appareils")) variant = variant.nextElementSibling;
      return (variant && variant.getAttribute("data-appareils") || "").split(" ");
    }
    /** @param {string[]} names */
    function common(names) { return names.filter(function (name) { return mine.indexOf(name) >= 0; }); }
    function follow() {
      groups.forEach(function (inputs) {
        var fitting = inputs.filter(function (input) { return common(shown(input)).length; });
        var already = fitting.some(function (input) { return input.checked; });
        if (fitting.length && !already) fitting[0].checked = true;
      });
    }
    groups.forEach(function (inputs) {
      inputs.forEach(function (input) {
        input.addEventListener("change", function () {
          // « Android », then « téléphone »: still an Android.
          var both = common(shown(input));
          mine = both.length ? both : shown(input);
          write(KEY, mine.join(" "));
          follow();
        });
      });
    });
    follow();
  }

  /* The link: of the published page, else of this one. */
  /** @param {HTMLElement} button */
  function copy(button) {
    var said = find(".fil-copied");
    var link = button.getAttribute("data-copie") || location.href.replace(/#.*/, "");
    if (!navigator.clipboard || /^file:/.test(link)) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(link).then(
        function () { said.textContent = "Lien copié."; },
        function () { said.textContent = "Le lien de cette fiche : " + link; }
      );
    });
  }

  all("[data-coches]").forEach(ticks);
  devices(all(".fil-tabs").map(function (group) {
    /** @type {HTMLInputElement[]} */
    var inputs = all("input", group);
    return inputs.filter(function (input) { return input.parentNode === group; });
  }));
  all("[data-copie]").forEach(copy);
})();
