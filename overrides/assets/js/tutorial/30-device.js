// L’appareil que l’on tient : deviné, dit, changé d’un toucher. Choisi une fois, tout le suit : les
// onglets, les autres fiches, et le lien que l’on partage.
(function () {
  "use strict";
  var page = window.filReading;
  var all = page.all;
  var find = page.find;
  var KEY = "fil-mon-appareil";

  /* What the browser says of itself: an iPad tells that it is a Mac, but has fingers. */
  function guessed() {
    var told = navigator.userAgent;
    if (/iPhone|iPod/.test(told)) return "iphone";
    if (/iPad/.test(told) || (/Macintosh/.test(told) && "ontouchend" in document)) return "tablette";
    if (/Android/.test(told)) return /Mobile/.test(told) ? "android" : "tablette";
    return /Windows/.test(told) ? "windows" : /Macintosh/.test(told) ? "mac" : "";
  }

  page.once(".fil-footer", function () {
    /** @type {HTMLSelectElement} */
    var choice = find(".fil-walk-device select");
    /** @type {HTMLInputElement[][]} */
    var groups = all(".fil-tabs").map(function (group) {
      return Array.prototype.filter.call(group.children, function (/** @type {Element} */ each) { return each.tagName === "INPUT"; });
    });
    var offered = all("option[value]", choice).map(function (option) { return option.getAttribute("value") || ""; });
    var mine = page.read(KEY).split(" ").filter(Boolean);
    var shared = /[?&]appareil=([a-z-]+)/.exec(location.search);
    var links = all(".fil-share a[href*='body=']");
    var copied = find("[data-copie]");
    var address = copied.getAttribute("data-copie") || "";
    var hrefs = links.map(function (link) { return link.getAttribute("href") || ""; });

    /** @param {string[]} names */
    function known(names) { return names.filter(function (name) { return offered.indexOf(name) > 0; })[0] || ""; }
    /** @param {Element} input */
    function shown(input) {
      /** @type {Element | null} */
      var variant = input;
      while (variant && !variant.hasAttribute("data-appareils")) variant = variant.nextElementSibling;
      return (variant && variant.getAttribute("data-appareils") || "").split(" ");
    }
    /** @param {string[]} names @param {string[]} others */
    function common(names, others) { return names.filter(function (name) { return others.indexOf(name) >= 0; }); }
    /* A tablet shows the forms of others; where it is not sure which one, the tabs stay. */
    function follow() {
      var held = choice.options[choice.selectedIndex];
      var forms = (held.getAttribute("data-montre") || "").split(" ");
      if (held.value) document.documentElement.setAttribute("data-appareil", held.value);
      else document.documentElement.removeAttribute("data-appareil");
      groups.forEach(function (inputs) {
        var fitting = inputs.filter(function (input) { return common(shown(input), forms).length; });
        if (fitting.length && !fitting.some(function (input) { return input.checked; })) fitting[0].checked = true;
        var group = inputs[0].parentElement;
        if (group) group.classList.toggle("fil-known", fitting.length === 1);
      });
    }
    /* Only what was chosen is passed on: what is guessed here would be wrong elsewhere. */
    function share() {
      var chosen = known(mine);
      var more = chosen ? "?appareil=" + chosen : "";
      if (!address) return;
      copied.setAttribute("data-copie", address + more);
      links.forEach(function (link, rank) { link.setAttribute("href", hrefs[rank] + encodeURIComponent(more)); });
    }
    /** @param {string[]} names */
    function choose(names) {
      // « Android », then « téléphone »: still an Android. What this page does not know is left.
      var both = common(names, mine);
      var others = mine.filter(function (name) { return offered.indexOf(name) < 0; });
      mine = (both.length ? both : names).concat(others);
      page.write(KEY, mine.join(" "));
      choice.value = known(mine);
      follow();
      share();
    }
    groups.forEach(function (inputs) {
      inputs.forEach(function (input) {
        input.addEventListener("change", function () { choose(shown(input)); });
      });
    });
    choice.addEventListener("change", function () { mine = []; choose([choice.value]); });
    if (shared && offered.indexOf(shared[1]) > 0) mine = [shared[1]];
    choice.value = known(mine.concat(guessed()));
    follow();
    share();
    if (choice.parentElement) choice.parentElement.hidden = !groups.length || offered.length < 3;
  });
})();
