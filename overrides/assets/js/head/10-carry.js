// What this browser keeps for the site has one beginning, `fil-`. A former name is carried over
// once: its value goes under the new name, never over what is there, and the former one is gone.
(function () {
  "use strict";
  var FORMER = "boutdufil.livret";
  var KEY = "fil-livret";
  // A browser that refuses keeps the former one: nothing is lost.
  try {
    var value = localStorage.getItem(FORMER);
    if (value !== null) {
      if (localStorage.getItem(KEY) === null) localStorage.setItem(KEY, value);
      localStorage.removeItem(FORMER);
    }
  } catch (_refused) { /* as it was */ }
})();
