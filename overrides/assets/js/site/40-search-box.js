// The search box, before anyone uses it: a plain form. Once in it, what answers is loaded: what
// shows the results, the engine, and the engine's own table of contents.
(function () {
  "use strict";
  var form = /** @type {HTMLFormElement} */ (document.querySelector("form[data-moteur]"));
  if (!form || document.documentElement.classList.contains("fil-unable")) return;
  var input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  var suite = form.dataset.suite || "";
  var engine = form.dataset.moteur || "";
  var manifest = form.dataset.manifeste || "";
  // On the page of results alone.
  var results = /** @type {HTMLElement} */ (document.getElementById("resultats"));
  var said = /** @type {HTMLElement} */ (document.querySelector(".fil-said"));
  var failure = /** @type {HTMLElement} */ (document.querySelector(".fil-failure"));
  var STALE = "fil-perimee";
  /** @type {Promise<unknown> | null} */
  var loading = null;
  /** @type {Promise<unknown> | null} */
  var shown = null;

  // What was typed when a reload was asked for; null when none was.
  /** @param {string | null} [value] */
  function reloaded(value) {
    try {
      if (value === undefined) return sessionStorage.getItem(STALE);
      if (value === null) sessionStorage.removeItem(STALE);
      else sessionStorage.setItem(STALE, value);
    } catch (_refused) { /* never a reload, then: it could be without end */ }
    return "";
  }
  // What did not come is the network’s fault; what came and does not run, that of an old browser.
  /** @type {Fil.Box["isLost"]} */
  function isLost(error) {
    if (!error.manquant) document.documentElement.classList.add("fil-unable");
    return Boolean(error.manquant);
  }
  /** @param {string} address @param {RequestCache} cache */
  function anew(address, cache) {
    return fetch(address, { cache: cache }).then(function (answer) { return answer.ok ? answer.text() : ""; });
  }
  // After a new publication, a tab left open asks for files that are gone: of the page, or of the index.
  // What is read anew of the index is put where the page that comes back will look for it.
  /** @param {Fil.LoadError} error @returns {Promise<never>} */
  function judge(error) {
    if (!error.manquant || error.perimee || !window.fetch || !navigator.onLine || location.protocol === "file:") throw error;
    return Promise.all([anew(location.href, "no-store"), manifest ? anew(manifest, "reload") : ""]).then(function (read) {
      var isOther = [suite, engine, manifest].some(function (address) { return read[0].indexOf(address) < 0; });
      var isMoved = read[1].indexOf("filShard(") === 0 && read[1].indexOf(error.indice || "") < 0;
      error.perimee = read[0].indexOf("data-moteur") > 0 && (isOther || isMoved);
    }, function () { /* no network: the tab may be up to date */ }).then(function () { throw error; });
  }
  /** @param {Fil.LoadError} error @returns {Promise<never>} */
  function renew(error) {
    if (!error.perimee || reloaded() !== null) throw error;
    var keep = function () { reloaded(document.activeElement === input ? input.value : ""); };
    keep();
    window.addEventListener("pagehide", keep);
    location.reload();
    return new Promise(function () { /* the page is leaving */ });
  }
  function load() {
    if (!loading) {
      // In this order: the engine receives what the other brings.
      loading = Promise.all([engine, manifest].filter(Boolean).map(window.filLoad));
      loading.catch(function () { loading = null; });
    }
    return loading;
  }
  /** @template A @param {() => Promise<A>} question @returns {Promise<A>} */
  function answered(question) {
    return load().then(question).then(function (answer) {
      if (reloaded() !== null) reloaded(null);
      return answer;
    }).catch(judge).catch(renew);
  }
  /** @type {Fil.Box["search"]} */
  function search(query, options) {
    options.root = form.dataset.racine;
    return answered(function () { return window.filSearch.search(query, options); });
  }
  /** @type {Fil.Box["phrases"]} */
  function phrases(query, options) {
    return answered(function () { return window.filSearch.phrases(query, options); });
  }
  // Five letters may be those of a path: « MRTAK », « m r t a k »; not « le car ».
  /** @type {Fil.Box["lettered"]} */
  function lettered(query) {
    var address = form.dataset.lettres;
    if (!address || !/^\s*[a-z]([\s·.,-]{0,2})[a-z](\1[a-z]){3}\s*$/i.test(query)) return Promise.resolve(null);
    var box = window.filBox;
    return (box.letters ? Promise.resolve() : window.filLoad(address)).then(function () {
      return box.letters ? box.letters(query) : null;
    }, function () { return null; });
  }
  function start() {
    if (!engine) return;
    if (!shown) {
      shown = Promise.all(suite.split(" ").map(window.filLoad)).catch(judge).catch(renew);
      shown.then(function () {
        if (!window.filBox.make) throw new Error(suite);
      }).catch(function (error) {
        shown = null;
        if (!results) return;
        results.setAttribute("data-etat", "erreur");
        said.textContent = "";
        failure.hidden = !isLost(error);
      });
    }
    load().catch(function () { /* said once someone searches */ });
  }

  // The code of a place in a call, `107·2·c` or `1072c`, opens that place; a number alone is searched.
  form.addEventListener("submit", function (event) {
    var code = /^\s*(\d{3,4}?)[\s·.-]*(\d{1,2})[\s·.-]*([a-z]{1,2})\s*$/i.exec(input.value);
    if (!code) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    location.href = form.dataset.racine + code[1] + "/" + (location.protocol === "file:" ? "index.html" : "") + "#n-" + Number(code[2]) + code[3].toLowerCase();
  });

  // What the engine receives; before it is there, what comes is asked for again.
  window.filShard = function () { /* the engine puts its own here */ };
  window.filBox = /** @type {Fil.Box} */ ({ form: form, input: input, search: search, phrases: phrases, lettered: lettered, isLost: isLost });
  input.setAttribute("aria-keyshortcuts", "/");
  input.addEventListener("focus", start);
  document.addEventListener("keydown", function (event) {
    var target = /** @type {HTMLInputElement} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type)) return;
    // On a narrow screen, the box of the header is a link to the page of results.
    if (!input.getClientRects().length) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (reloaded()) {
    input.value = reloaded() || "";
    input.focus();
    reloaded("");
  }
  var asked = results && engine && /[?&]q=[^&]/.test(location.search);
  if (asked || document.activeElement === input) start();
  if (asked) {
    input.value = input.value || new URLSearchParams(location.search).get("q") || "";
    setTimeout(function () {
      if (!said.textContent && results.getAttribute("data-etat") === "attente") said.textContent = "Je cherche…";
    }, 300);
  }
})();
