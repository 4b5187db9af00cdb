// Ce qui a changé dans une correction, ligne par ligne : les plus longues suites communes restent.
(function () {
  "use strict";
  window.filPropose.changes = function (before, after) {
    var old = before.split("\n");
    var now = after.split("\n");
    var start = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
    var end = 0;
    while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    var a = old.slice(start, old.length - end);
    var b = now.slice(start, now.length - end);
    /** @type {number[][]} */
    var common = [];
    var i, j;
    var small = a.length * b.length <= 1000000;
    for (i = a.length; small && i >= 0; i -= 1) {
      common[i] = [];
      for (j = b.length; j >= 0; j -= 1) {
        common[i][j] = i === a.length || j === b.length ? 0 : a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    /** @type {Fil.Change[]} */
    var found = [];
    for (i = 0, j = 0; i < a.length || j < b.length;) {
      if (small && i < a.length && j < b.length && a[i] === b[j]) { i += 1; j += 1; }
      else if (i < a.length && (!small || j === b.length || common[i + 1][j] >= common[i][j + 1])) { found.push({ signe: "-", ligne: start + i + 1, texte: a[i] }); i += 1; }
      else { found.push({ signe: "+", ligne: start + j + 1, texte: b[j] }); j += 1; }
    }
    return found;
  };
})();
