// Relit les lignes d’un écran, pour les remettre dans des cases. Ce qui n’est pas sûr n’est pas
// compris : les lignes restent alors telles que leur auteur les a écrites.
(function () {
  "use strict";
  var late = /** @type {Fil.Late} */ ({});
  window.filLate = late;

  // What stops the reading: no answer is better than a wrong one.
  /** @returns {never} */
  function refuse() { throw new Error("not sure"); }

  // « corps », « 1 »; then what follows: « barre: Messages »; not « https://a ».
  var KEY = /^([A-Za-z0-9_-]+) ?:(?: +(.*))?$/;
  /** @param {string} text @returns {string} */
  function scalar(text) {
    var value = text.trim();
    var quoted = /^"((?:[^"\\]|\\["\\])*)"$/.exec(value);
    if (quoted) return quoted[1].replace(/\\(["\\])/g, "$1");
    quoted = /^'((?:[^']|'')*)'$/.exec(value);
    if (quoted) return quoted[1].replace(/''/g, "'");
    if (/^["'[\]{}|>&*!%@`,?]| #|:$/.test(value)) refuse();
    return value;
  }
  // « Sons, "Affichage, texte" »: cut at the commas that no quotes hold.
  /** @param {string} text @returns {string[]} */
  function cut(text) {
    var pieces = text.match(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^,"'[\]{}]+)+/g) || [];
    if (pieces.join(",").replace(/\s/g, "") !== text.replace(/\s/g, "")) refuse();
    return pieces.map(function (piece) { return piece.trim() || refuse(); });
  }
  /** @param {string} text @returns {Fil.Tree} */
  function inline(text) {
    var value = text.trim();
    var inner = /^\[(.*)\]$/.exec(value);
    if (inner) return cut(inner[1]).map(function (piece) { return KEY.test(piece) ? refuse() : scalar(piece); });
    inner = /^\{(.*)\}$/.exec(value);
    if (!inner) return scalar(value);
    /** @type {Record<string, Fil.Tree>} */
    var held = {};
    cut(inner[1]).forEach(function (piece) {
      var pair = KEY.exec(piece);
      if (!pair || pair[1] in held) refuse();
      else held[pair[1]] = scalar(pair[2] || "");
    });
    return held;
  }
  /** @param {string} source @returns {Fil.Tree} */
  function parse(source) {
    if (/\t/.test(source)) refuse();
    var rows = source.split("\n").filter(function (row) { return row.trim() && !/^\s*#/.test(row); }).map(function (row) {
      var text = row.replace(/^ +/, "");
      return { margin: row.length - text.length, text: text.replace(/\s+$/, "") };
    });
    var at = 0;
    /** @param {number} margin @returns {Fil.Tree} */
    function block(margin) { return /^-(?: |$)/.test(rows[at].text) ? sequence(margin) : mapping(margin); }
    /** @param {number} margin @param {boolean} sameForLists @returns {Fil.Tree} */
    function under(margin, sameForLists) {
      var next = rows[at];
      if (next && (next.margin > margin || (sameForLists && next.margin === margin && /^-(?: |$)/.test(next.text)))) return block(next.margin);
      return "";
    }
    /** @param {number} margin @returns {Fil.Tree} */
    function sequence(margin) {
      /** @type {Fil.Tree[]} */
      var found = [];
      while (at < rows.length && rows[at].margin === margin && /^-(?: |$)/.test(rows[at].text)) {
        var rest = rows[at].text.slice(1).replace(/^ +/, "");
        if (!rest) {
          at += 1;
          found.push(under(margin, false));
        } else if (KEY.test(rest)) {
          rows[at] = { margin: margin + rows[at].text.length - rest.length, text: rest };
          found.push(mapping(rows[at].margin));
        } else {
          at += 1;
          found.push(inline(rest));
        }
      }
      if (at < rows.length && rows[at].margin > margin) refuse();
      return found;
    }
    /** @param {number} margin @returns {Fil.Tree} */
    function mapping(margin) {
      /** @type {Record<string, Fil.Tree>} */
      var held = {};
      while (at < rows.length && rows[at].margin === margin) {
        var pair = KEY.exec(rows[at].text);
        if (!pair || Object.prototype.hasOwnProperty.call(held, pair[1])) return refuse();
        at += 1;
        held[pair[1]] = pair[2] ? inline(pair[2]) : under(margin, true);
      }
      if (at < rows.length && rows[at].margin > margin) refuse();
      return held;
    }
    var tree = rows.length ? block(rows[0].margin) : refuse();
    return at < rows.length ? refuse() : tree;
  }

  late.refuse = refuse;
  late.parse = parse;
})();
