// Un SMS tel qu’il sera envoyé : écrit dans l’alphabet GSM 03.38, et compté comme le réseau le compte.
(function () {
  "use strict";
  var table = window.filFrench.tables.message;
  var spaces = "[" + window.filFrench.tables.text.spaces + "]+";
  var innerSpaces = new RegExp("(«)" + spaces + "|" + spaces + "(?=»)", "g");

  // As message.to_gsm does at the build: a letter outside the alphabet loses its accent, or is lost.
  /** @param {string} text */
  function written(text) {
    var spaced = text.replace(innerSpaces, "$1").normalize("NFC");
    return spaced.replace(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g, function (character) {
      if (Object.keys(table.replaced).indexOf(character) >= 0) return table.replaced[character];
      if ((table.basic + table.extended).indexOf(character) >= 0) return character;
      var bare = character.normalize("NFD").charAt(0);
      return table.basic.indexOf(bare) >= 0 ? bare : "?";
    });
  }
  /** @param {string} text */
  function length(text) {
    return text.split("").reduce(function (septets, character) {
      return septets + (table.extended.indexOf(character) >= 0 ? 2 : 1);
    }, 0);
  }
  /** @param {string} text */
  function segments(text) {
    var septets = length(text);
    return septets <= table.single ? 1 : Math.ceil(septets / table.joined);
  }
  window.filMessage = { written: written, length: length, segments: segments };
})();
