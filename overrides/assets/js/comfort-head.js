// Les réglages de confort, posés sur <html> avant que la page ne paraisse : rien ne clignote.
(function () {
  "use strict";
  var KEY = "fil-confort";
  var root = document.documentElement;
  // The first of each is no choice: never kept.
  var choices = {
    texte: ["100", "110", "125", "150", "175", "200"],
    lignes: ["normal", "large", "tres-large"],
    contraste: ["automatique", "normal", "fort", "sombre"],
    lettres: ["ordinaires", "distinctes"],
    espaces: ["ordinaires", "larges"],
    regle: ["non", "oui"],
    animations: ["toutes", "moins"]
  };
  var chosen;

  function mark(name, value) {
    if (value) root.setAttribute("data-" + name, value);
    else root.removeAttribute("data-" + name);
  }
  function metas(name, content) {
    Array.prototype.forEach.call(document.getElementsByName(name), function (meta) {
      meta.was = meta.was || meta.content;
      meta.content = content || meta.was;
    });
  }
  /* Of what is asked, apply what is known. */
  function apply(asked) {
    chosen = {};
    for (var name in choices) {
      if (choices[name].indexOf(asked[name]) > 0) chosen[name] = asked[name];
      mark(name, chosen[name]);
    }
    mark("grand", chosen.texte >= 150 && "oui");
    var dark = chosen.contraste === "sombre";
    metas("color-scheme", chosen.contraste && (dark ? "dark" : "light"));
    metas("theme-color", chosen.contraste && (dark ? "#1d202c" : "#ffffff"));
  }
  function read() {
    var kept;
    try { kept = JSON.parse(localStorage.getItem(KEY)); } catch (unreadable) { kept = null; }
    apply(kept && kept.version === 1 ? kept : {});
  }
  /* Apply, and say whether this browser keeps it. */
  function keep(asked) {
    apply(asked);
    try {
      chosen.version = 1;
      if (Object.keys(chosen).length > 1) localStorage.setItem(KEY, JSON.stringify(chosen));
      else localStorage.removeItem(KEY);
      return true;
    } catch (refused) { return false; }
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
