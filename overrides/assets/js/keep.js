// « Garder tout pour plus tard » : the page asks the service worker for some files more, again and
// again, and says how far it is. To pause is to ask no more; what is kept stays.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var found = document.querySelector(".fil-keep");
  var own = document.currentScript;
  if (!found || !(own instanceof HTMLScriptElement)) return;
  if (!own.hasAttribute("data-garde") || !/^http/.test(location.protocol) || !("serviceWorker" in navigator) || !window.caches) {
    found.remove();
    return;
  }
  var place = found;
  var BATCH = 24;
  var prefix = "fil " + own.src.replace(/assets\/[^/]*$/, "") + " ";
  var goes = false;

  /** @param {string} name */
  function button(name) { return /** @type {HTMLButtonElement} */ (place.querySelector('[data-acte="' + name + '"]')); }
  var keep = button("garder"), pause = button("pause"), erase = button("effacer");
  var bar = /** @type {HTMLProgressElement} */ (place.querySelector("progress"));
  var said = /** @type {HTMLElement} */ (place.querySelector("[role=status]"));

  /** @param {string} text */
  function say(text) { said.textContent = text; }
  /** @param {boolean} working */
  function show(working) {
    goes = working;
    var had = document.activeElement;
    keep.hidden = working;
    pause.hidden = !working;
    if (had === keep && working) pause.focus();
    if (had === pause && !working) keep.focus();
  }
  /** @param {object} asked @returns {Promise<{ fait?: number, total?: number, erreur?: string }>} */
  function ask(asked) {
    return navigator.serviceWorker.ready.then(function (registration) {
      return new Promise(function (done, failed) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) { done(event.data); };
        if (registration.active) registration.active.postMessage(asked, [channel.port2]);
        else failed(new Error("absent"));
      });
    });
  }
  /** @type {Record<string, string>} */
  var faults = {
    plein: "Il n’y a plus de place sur cet appareil. Supprimez des photos ou des applications, puis appuyez de nouveau : ce qui est déjà gardé ne sera pas redemandé. Sans cela, ouvrez les fiches qui vous servent : chaque page ouverte reste lisible.",
    version: "Le site vient de changer. Revenez à l’accueil, puis recommencez : deux versions ne se mélangent pas."
  };
  function next() {
    ask({ garder: BATCH }).then(function (told) {
      if (told.erreur) {
        show(false);
        say(faults[told.erreur] || "La connexion s’est arrêtée. Appuyez de nouveau quand elle est revenue : ce qui est déjà gardé ne sera pas redemandé.");
        return;
      }
      var made = told.fait || 0, total = told.total || 1;
      bar.hidden = false;
      bar.max = total;
      bar.value = made;
      erase.hidden = false;
      if (made === total) {
        show(false);
        keep.hidden = true;
        bar.hidden = true;
        say("Tout est gardé. Le site s’ouvre maintenant sans connexion, et se met à jour quand elle est là.");
        return;
      }
      if (goes) {
        say(Math.floor(100 * made / total) + " % gardés");
        next();
      }
    });
  }
  keep.addEventListener("click", function () {
    show(true);
    say("Je commence…");
    // The browser then erases it last; it may refuse, and says nothing of it.
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
    next();
  });
  pause.addEventListener("click", function () {
    show(false);
    say("En pause. Ce qui est gardé reste gardé.");
  });
  erase.addEventListener("click", function () {
    show(false);
    caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) { return name.indexOf(prefix) === 0; }).map(function (name) {
        return caches.delete(name);
      }));
    }).then(function () {
      bar.hidden = erase.hidden = true;
      keep.hidden = false;
      keep.focus();
      say("Tout est effacé.");
    });
  });

  place.hidden = false;
  caches.keys().then(function (names) {
    var ours = names.filter(function (name) { return name.indexOf(prefix) === 0; });
    erase.hidden = !ours.length;
    return Promise.all(ours.map(function (name) {
      return caches.match(prefix.slice(4, -1) + "complet", { cacheName: name });
    }));
  }).then(function (whole) {
    if (whole.some(Boolean)) {
      keep.hidden = true;
      say("Tout est gardé sur cet appareil.");
    }
  });
})();
