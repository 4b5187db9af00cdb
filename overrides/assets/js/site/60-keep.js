// Pages visited stay readable without a connection: a service worker keeps them (worker/sw.js). From
// a disk, while an author previews, or in a browser that refuses, nothing changes.
(function () {
  "use strict";
  var own = document.currentScript;
  if (!(own instanceof HTMLScriptElement) || !own.hasAttribute("data-garde")) return;
  if (!/^http/.test(location.protocol) || !("serviceWorker" in navigator) || !window.caches) return;
  var root = own.src.replace(/assets\/[^/]*$/, "");

  // A manifest in the page would be refused on a disk, and the console would say so.
  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = root + "fil.webmanifest";
  document.head.appendChild(manifest);

  /* What this page came with, before anybody kept anything. */
  /** @param {ServiceWorkerRegistration} registration */
  function seen(registration) {
    var loaded = performance.getEntriesByType("resource").map(function (each) { return each.name; });
    if (registration.active) registration.active.postMessage({ vus: [location.href].concat(loaded) });
  }
  /* The home page, alone open, goes to the new version: no visit and no call is under way. */
  /** @param {ServiceWorkerRegistration} registration */
  function renew(registration) {
    if (!registration.waiting || document.body.getAttribute("data-page") !== "accueil") return;
    navigator.serviceWorker.addEventListener("controllerchange", function () { location.reload(); });
    registration.waiting.postMessage({ prendre: true });
  }
  window.addEventListener("load", function () {
    navigator.serviceWorker.register(root + "sw.js").then(function (registration) {
      renew(registration);
      return navigator.serviceWorker.ready.then(seen);
    }).catch(function () { /* refused: the site is as it was */ });
  });
})();
