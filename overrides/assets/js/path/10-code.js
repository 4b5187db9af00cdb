// Les cinq lettres d’un parcours : elles tiennent tout ce qui est coché. kinds/path/progress.py écrit
// les mêmes, et dit comment ; ici, on les relit aussi, et l’on dit laquelle ne va pas.
(function () {
  "use strict";
  var ALPHABET = "ACEFHJKLMQRTUWXYZ";
  var BASE = ALPHABET.length, STEPS = 6, STATES = 3, LENGTH = 5;
  // What is heard, or read, for a letter of the alphabet.
  /** @type {{ [letter: string]: string }} */
  var HEARD = { B: "T", D: "T", P: "T", V: "T ou U", G: "J", I: "Y", N: "M", S: "F", O: "Q", "0": "Q", "1": "Y", "2": "Z" };

  // What the row of digits of a French keyboard writes.
  /** @type {{ [letter: string]: string }} */
  var KEYS = { À: "A", Ç: "C", É: "E", È: "E", Ù: "U" };

  /** @param {number[]} digits */
  function sum(digits) {
    return digits.reduce(function (total, digit, rank) { return total + (rank + 2) * digit; }, 0);
  }
  /** @type {Fil.PathCode["write"]} */
  function write(path, states) {
    var number = path;
    for (var rank = 0; rank < STEPS; rank += 1) number = number * STATES + (states[rank] || 0);
    var digits = [];
    for (var place = 0; place < LENGTH - 1; place += 1) {
      digits.unshift(number % BASE);
      number = Math.floor(number / BASE);
    }
    digits.push((BASE - sum(digits) % BASE) % BASE);
    return digits.map(function (digit) { return ALPHABET.charAt(digit); }).join("");
  }
  /** @type {Fil.PathCode["read"]} */
  function read(text) {
    // « m r t-a·k » : la casse, les espaces et les tirets ne comptent pas ; « É » se lit « E ».
    var typed = text.toUpperCase().replace(/[ÀÇÉÈÙ]/g, function (letter) { return KEYS[letter]; }).replace(/[^A-Z0-9]/g, "");
    var strange = typed.split("").filter(function (letter) { return ALPHABET.indexOf(letter) < 0; })[0];
    if (typed.length !== LENGTH) return refused("Un code a cinq lettres : j’en lis " + typed.length + ".");
    if (strange) return refused("« " + strange + " » n’est dans aucun code." + (HEARD[strange] ? " Est-ce " + HEARD[strange] + " ?" : ""));
    var digits = typed.split("").map(function (letter) { return ALPHABET.indexOf(letter); });
    var check = digits[LENGTH - 1];
    digits.pop();
    if ((sum(digits) + check) % BASE) return refused("Une lettre n’est pas la bonne. Je relis le code, lettre par lettre.");
    var number = digits.reduce(function (total, digit) { return total * BASE + digit; }, 0);
    var states = [];
    for (var rank = 0; rank < STEPS; rank += 1) {
      states.unshift(number % STATES);
      number = Math.floor(number / STATES);
    }
    return { path: number, states: states, wrong: "" };
  }
  /** @param {string} why */
  function refused(why) { return { path: -1, states: [], wrong: why.replace(/ ([:?»])/g, "\u202f$1").replace(/« /g, "«\u202f") }; }

  window.filPathCode = { write: write, read: read };
  // Read before the page: what a script shows has its place from the start, and nothing moves.
  document.documentElement.classList.add("fil-can-follow");
})();
