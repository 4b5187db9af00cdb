// Five letters tell where one is in a path (kinds/path/progress.py): whoever types them where one
// searches is led there. Asked for once something looks like them; the paths stand before this script.
(function () {
  "use strict";
  var ALPHABET = "ACEFHJKLMQRTUWXYZ";
  var STEPS = 6, STATES = 3;
  var box = window.filBox;

  box.letters = function (typed) {
    var letters = typed.toUpperCase().replace(/[^A-Z]/g, "");
    var digits = letters.split("").map(function (letter) { return ALPHABET.indexOf(letter); });
    var check = digits.reduce(function (total, digit, rank) { return total + (rank < 4 ? rank + 2 : 1) * digit; }, 0);
    if (digits.length !== 5 || digits.indexOf(-1) >= 0 || check % ALPHABET.length) return null;
    var number = digits.slice(0, 4).reduce(function (total, digit) { return total * ALPHABET.length + digit; }, 0);
    /** @type {number[]} */
    var states = [];
    for (var rank = 0; rank < STEPS; rank += 1) {
      states.unshift(number % STATES);
      number = Math.floor(number / STATES);
    }
    // A step that the path has not: the letters are not its own.
    var path = (box.paths || []).filter(function (each) {
      return each[0] === number && !states.slice(each[1]).some(Boolean);
    })[0];
    if (!path) return null;
    var done = states.filter(Boolean).length;
    return {
      type: "autre", genre: "Un parcours", numero: letters, titre: path[2], adresse: path[3], ancre: "#" + letters, mots: [],
      extrait: done ? done + (done > 1 ? " fiches sur " : " fiche sur ") + path[1] + (done > 1 ? " sont faites." : " est faite.") : "Rien n’est encore fait."
    };
  };
})();
