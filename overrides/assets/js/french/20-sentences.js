// Où finit une phrase. Les règles, et leur raison, sont dans hooks/boutdufil/language/sentences.py.
(function () {
  "use strict";
  var french = window.filFrench;
  var rules = french.tables.sentences;
  var back = rules.lookedBack;
  /** @type {Record<string, RegExp>} */
  var is = {};
  Object.keys(rules).forEach(function (name) {
    if (name !== "lookedBack") is[name] = new RegExp(rules[/** @type {Fil.SentenceRule} */ (name)]);
  });

  /** @param {string} before @param {string} sign @param {string} after */
  function isAnEnd(before, sign, after) {
    if (!after) return true;
    var goesOn = is.goes_on.test(after);
    var closed = /[»”]$/.test(sign);
    if (sign.charAt(0) !== "." || sign.charAt(1) === "." || closed) return !goesOn;
    if (is.letter.test(before)) return true;
    if (sign === "." && (is.number.test(before) || is.never_last.test(before))) return false;
    if (!is.sometimes_last.test(before)) return true;
    return !goesOn && !(is.in_figures.test(after) && is.before_figures.test(before));
  }
  // The places where the sentences of `text` end; the last one may lack its sign.
  french.ends = function (text) {
    var found = [];
    var start = 0;
    var sign = new RegExp(rules.end, "g");
    for (var match = sign.exec(text); match; match = sign.exec(text)) {
      var end = sign.lastIndex;
      if (isAnEnd(text.slice(Math.max(start, match.index - back), match.index), match[0], text.slice(end, end + back))) {
        found.push(end);
        start = end;
      }
    }
    if (start < text.length) found.push(text.length);
    return found;
  };
  french.isSaid = function (text) { return is.word.test(text); };
  french.sentences = function (text) {
    var start = 0;
    return french.ends(text).map(function (end) {
      var sentence = text.slice(start, end);
      start = end;
      return sentence;
    }).filter(french.isSaid).map(french.trim);
  };
})();
