// The page asks browsers to take no text for a script (CSP, « Trusted Types »). What the site's own
// scripts need goes through here: a script of ours, by its address; a page of ours, read and not run.
(function () {
  "use strict";
  /** @type {Fil.Trusting} */
  var here = window;
  var own = document.currentScript;
  if (!here.trustedTypes || !(own instanceof HTMLScriptElement)) return;
  var root = own.src.replace(/assets\/[^/]*$/, "");
  // « assets/live.0123456789.js », « assets/live.js » on a disk, « assets/search/4.012345.js », « recherche/sommaire.js », « tutoriels/a/b/fiche.js »; no way up.
  var OURS = /^(?:assets\/(?:search\/)?[\w-]+(?:\.[0-9a-f]+)?\.js|recherche\/sommaire\.js|tutoriels\/[\w-]+\/[\w-]+\/fiche\.js|lieux\/fichiers\/[\w-]+\.js|sw\.js)$/;
  here.trustedTypes.createPolicy("default", {
    createScriptURL: function (address) {
      var whole = new URL(address, location.href).href;
      return whole.indexOf(root) === 0 && OURS.test(whole.slice(root.length)) ? whole : null;
    },
    createHTML: function (text, _type, sink) {
      return sink === "DOMParser parseFromString" ? text : null;
    }
  });
})();
