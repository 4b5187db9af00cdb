// Un SMS tel qu’il sera envoyé : écrit dans l’alphabet GSM 03.38, et compté comme le réseau le compte.
(function () {
  "use strict";
  var GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€\f]*$/;
  /** @type {Record<string, string>} */
  var REPLACED = { "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "...", "–": "-", "—": "-", "œ": "oe", "Œ": "OE", "\u00a0": " ", "\u202f": " ", "\t": " " };

  // As message.to_gsm does at the build: a letter outside the alphabet loses its accent, or is lost.
  /** @param {string} text */
  function written(text) {
    var spaced = text.replace(/«\s+/g, "«").replace(/\s+»/g, "»").normalize("NFC");
    return spaced.replace(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g, function (character) {
      var plain = REPLACED[character] || character;
      if (GSM.test(plain)) return plain;
      var bare = plain.normalize("NFD").charAt(0);
      return /[\ud800-\udfff]/.test(bare) || !GSM.test(bare) || /[\^{}\\[~\]|€\f]/.test(bare) ? "?" : bare;
    });
  }
  /** @param {string} text */
  function length(text) {
    return text.length + (text.match(/[\^{}\\[~\]|€\f]/g) || []).length;
  }
  /** @param {string} text */
  function segments(text) {
    if (!GSM.test(text)) return text.length <= 70 ? 1 : Math.ceil(text.length / 67);
    var septets = length(text);
    return septets <= 160 ? 1 : Math.ceil(septets / 153);
  }
  window.filMessage = { written: written, length: length, segments: segments };
})();
