// The search box, before anyone uses it: a plain form. Once in it, what answers is loaded: what
// shows the results, the engine, and the engine's own table of contents.
(function () {
  "use strict";
  var form = document.querySelector("form[data-moteur]");
  if (!form) return;
  var input = form.elements.q;
  var told = form.dataset;
  var results = document.getElementById("resultats");
  var said = document.querySelector(".fil-said");
  var STALE = "fil-perimee";
  var loading = null;
  var shown = null;

  // What was typed when a reload was asked for; null when none was.
  function reloaded(value) {
    try {
      if (value === undefined) return sessionStorage.getItem(STALE);
      if (value === null) sessionStorage.removeItem(STALE);
      else sessionStorage.setItem(STALE, value);
    } catch (refused) { /* never a reload, then: it could be without end */ }
    return "";
  }
  function add(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.async = false;
      script.onload = done;
      script.onerror = function () {
        script.parentNode.removeChild(script);
        failed(new Error(address));
      };
      document.head.appendChild(script);
    });
  }
  function once(address) {
    return add(address).catch(function () { return add(address); });
  }
  // After a new publication, a tab left open asks for files that are gone.
  function judge(error) {
    if (error.perimee || !window.fetch || !navigator.onLine || location.protocol === "file:") throw error;
    return fetch(location.href, { cache: "no-store" }).then(function (answer) { return answer.text(); }).then(function (page) {
      error.perimee = page.indexOf("data-moteur") > 0 && [told.suite, told.moteur, told.manifeste].some(function (address) {
        return page.indexOf(address) < 0;
      });
    }, function () { /* no network: the tab may be up to date */ }).then(function () { throw error; });
  }
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
      loading = Promise.all([told.moteur, told.manifeste].filter(Boolean).map(once));
      loading.catch(function () { loading = null; });
    }
    return loading;
  }
  function search(query, options) {
    options.root = told.racine;
    return load().then(function () {
      return window.filSearch.search(query, options);
    }).then(function (answer) {
      if (reloaded() !== null) reloaded(null);
      return answer;
    }).catch(judge).catch(renew);
  }
  function start() {
    if (!told.moteur) return;
    if (!shown) {
      shown = Promise.all(told.suite.split(" ").map(once)).catch(judge).catch(renew);
      shown.catch(function () {
        shown = null;
        if (!results) return;
        results.setAttribute("data-etat", "erreur");
        said.textContent = "";
        document.querySelector(".fil-failure").hidden = false;
      });
    }
    load().catch(function () { /* said once someone searches */ });
  }

  // What the engine receives; before it is there, what comes is asked for again.
  window.filShard = function () { /* the engine puts its own here */ };
  window.filBox = { form: form, search: search };
  input.setAttribute("aria-keyshortcuts", "/");
  input.addEventListener("focus", start);
  document.addEventListener("keydown", function (event) {
    var target = event.target;
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type)) return;
    // On a narrow screen, the box of the header is a link to the page of results.
    if (!input.getClientRects().length) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (reloaded()) {
    input.value = reloaded();
    input.focus();
    reloaded("");
  }
  var asked = results && told.moteur && /[?&]q=[^&]/.test(location.search);
  if (asked || document.activeElement === input) start();
  if (asked) {
    input.value = input.value || new URLSearchParams(location.search).get("q");
    setTimeout(function () {
      if (!said.textContent && results.getAttribute("data-etat") === "attente") said.textContent = "Je cherche…";
    }, 300);
  }
})();
