// Le français : comment deux textes se comparent, et les espaces que l’on ne coupe pas. Les tables
// viennent de la construction (hooks/boutdufil/language/browser.py) : rien n’est écrit deux fois.
(function () {
  "use strict";
  var french = window.filFrench;
  var table = french.tables.text;
  var set = french.tables.typography;
  var spaces = new RegExp("[" + table.spaces + "]+", "g");
  var edges = new RegExp("^[" + table.spaces + "]+|[" + table.spaces + "]+$", "g");
  var accents = new RegExp(table.accents, "g");
  var notInAddresses = new RegExp(table.notInAddresses, "g");
  var narrowBefore = new RegExp(" +(?=[" + set.narrowBefore + "])", "g");
  var narrowAfter = new RegExp(set.narrowAfter + " ", "g");
  var wideBefore = new RegExp(" +(?=" + set.wideBefore + "(?:\\s|$))", "g");

  // As text.fold does at the build.
  french.fold = function (text) {
    var plain = table.folded.reduce(function (folded, pair) {
      return folded.split(pair[0]).join(pair[1]);
    }, text.toLowerCase());
    return french.trim(plain.normalize("NFD").replace(accents, "").replace(spaces, " "));
  };
  french.slug = function (text) {
    return french.fold(text).replace(notInAddresses, "-").replace(/^-|-$/g, "");
  };
  french.trim = function (text) { return text.replace(edges, ""); };
  // Plain text, where typography.typeset also knows tags, figures and units.
  french.typeset = function (text) {
    return text.replace(narrowBefore, set.narrow).replace(narrowAfter, set.narrowAfter + set.narrow).replace(wideBefore, set.wide);
  };
})();
