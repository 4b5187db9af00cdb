// Sur une clé USB (file:), le navigateur montre le contenu d’un dossier au lieu d’ouvrir son
// index.html : chaque lien relatif qui finit par « / » reçoit donc ici ce nom de fichier.
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  /** @param {Element} element @param {string} attribute */
  function complete(element, attribute) {
    var address = element.getAttribute(attribute) || "";
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return;
    element.setAttribute(attribute, address.replace(/^([^?#]*\/)(?=[?#]|$)/, "$1index.html"));
  }

  /** @type {HTMLMetaElement | null} */
  var refresh = document.querySelector('meta[http-equiv="refresh"]');
  if (refresh) location.replace(refresh.content.replace(/^.*url=/, "").replace(/\/$/, "/index.html"));

  document.querySelectorAll("a[href]").forEach(function (link) { complete(link, "href"); });
  document.querySelectorAll("form[action]").forEach(function (form) { complete(form, "action"); });
})();
