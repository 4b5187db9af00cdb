// The caller's device: kept for the call, it filters variants and chooses the verb.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one, find = desk.find;
  var DEVICE = "fil-appareil";
  /** @type {HTMLInputElement[]} */
  var devices = all(".fil-filter input");
  /** @type {string[]} */
  var wanted = [];
  var gesture = "";

  /** @param {HTMLInputElement} input */
  function choose(input) {
    input.checked = true;
    wanted = (input.getAttribute("data-montre") || "").split(" ").filter(Boolean);
    gesture = input.getAttribute("data-geste") || "";
    filterDevice();
    remember(input.value);
    desk.showQuestion();
  }
  function filterDevice() {
    all("[data-appareils]").forEach(function (variant) {
      var its = (variant.getAttribute("data-appareils") || "").split(" ");
      variant.hidden = wanted.length > 0 && !its.some(function (key) { return wanted.indexOf(key) >= 0; });
    });
    applyVerb(document);
  }
  /** @param {ParentNode} root */
  function applyVerb(root) {
    all("[data-appuyer]", root).forEach(function (verb) {
      if (!verb.hasAttribute("data-verbes")) verb.setAttribute("data-verbes", verb.textContent);
      verb.textContent = verb.getAttribute("data-" + (gesture || "verbes"));
    });
  }
  /** @param {string} value */
  function remember(value) {
    try {
      if (value) sessionStorage.setItem(DEVICE, value);
      else sessionStorage.removeItem(DEVICE);
    } catch (_refused) { /* the choice lasts a page */ }
  }
  function remembered() {
    try { return sessionStorage.getItem(DEVICE); } catch (_refused) { return null; }
  }
  devices.forEach(function (input) {
    input.addEventListener("change", function () { choose(input); });
  });

  /* « Quel appareil ? »: short questions that find it. */
  /** @param {string | null} name */
  function ask(name) {
    all("[data-question]").forEach(function (question) {
      question.hidden = question.getAttribute("data-question") !== name;
    });
    var first = one('[data-question="' + name + '"] button');
    if (first && first.getClientRects().length) first.focus();
  }
  function restart() {
    var first = one("[data-question]");
    if (first) ask(first.getAttribute("data-question"));
  }
  all("[data-trouve]").forEach(function (button) {
    button.addEventListener("click", function () {
      /** @type {HTMLInputElement | null} */
      var found = one('.fil-filter input[value="' + button.getAttribute("data-trouve") + '"]');
      if (found) choose(found);
      /** @type {HTMLDetailsElement} */
      var finder = find(".fil-finder");
      finder.open = false;
      restart();
    });
  });
  all("[data-suite]").forEach(function (button) {
    button.addEventListener("click", function () { ask(button.getAttribute("data-suite")); });
  });
  restart();

  document.addEventListener("fil:fin", function () { if (devices[0]) choose(devices[0]); });
  desk.filterDevice = filterDevice;
  desk.applyVerb = applyVerb;
  desk.startDevice = function () {
    var kept = remembered();
    var device = devices.filter(function (input) { return input.value === kept; })[0] || devices[0];
    if (device) choose(device);
  };
})();
