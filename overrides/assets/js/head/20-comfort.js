// Les réglages de confort, posés sur <html> avant que la page ne paraisse : rien ne clignote.
(function () {
  "use strict";
  // A size of text is a variable of the sheet: where there are none, no button promises it.
  if (!window.CSS || !CSS.supports || !CSS.supports("--a", "0")) return;
  var KEY = "fil-confort";
  var root = document.documentElement;
  // The first of each is no choice: never kept.
  /** @type {Fil.Comfort["choices"]} */
  var choices = {
    texte: ["100", "110", "125", "150", "175", "200"],
    lignes: ["normal", "large", "tres-large"],
    contraste: ["automatique", "normal", "fort", "sombre"],
    lettres: ["ordinaires", "distinctes"],
    espaces: ["ordinaires", "larges"],
    regle: ["non", "oui"],
    animations: ["toutes", "moins"]
  };
  var names = /** @type {Fil.Setting[]} */ (Object.keys(choices));
  /** @type {Fil.Settings} */
  var chosen;

  /** @param {string} name @param {string} [value] */
  function mark(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
  }
  /** @param {"color-scheme" | "theme-color"} name @param {string} [content] */
  function metas(name, content) {
    Array.prototype.forEach.call(document.getElementsByName(name), function (/** @type {Fil.Shade} */ meta) {
      meta.was = meta.was || meta.content;
      meta.content = content || meta.was;
    });
  }
  /* Of what is asked, apply what is known. */
  /** @param {Fil.Settings} asked */
  function apply(asked) {
    chosen = {};
    names.forEach(function (name) {
      var value = asked[name];
      if (value && choices[name].indexOf(value) > 0) chosen[name] = value;
      mark(name, chosen[name]);
    });
    mark("grand", Number(chosen.texte) >= 150 ? "oui" : "");
    var shade = chosen.contraste && (chosen.contraste === "sombre" ? "dark" : "light");
    metas("color-scheme", shade);
    metas("theme-color", shade && (shade === "dark" ? "#1d202c" : "#ffffff"));
  }
  function read() {
    var kept;
    try { kept = JSON.parse(localStorage.getItem(KEY) || "null"); } catch (_unreadable) { kept = null; }
    apply(kept && kept.version === 1 ? kept : {});
  }
  /* Apply, and say whether this browser keeps it. */
  /** @param {Fil.Settings} asked */
  function keep(asked) {
    apply(asked);
    try {
      chosen.version = 1;
      if (Object.keys(chosen).length > 1) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
      return true;
    } catch (_refused) { return false; }
  }

  read();
  mark("confort", window.SpeechSynthesisUtterance ? "voix" : "oui");
  window.filComfort = {
    choices: choices,
    chosen: function (name) { return chosen[name] || choices[name][0]; },
    read: read,
    keep: keep
  };
})();
