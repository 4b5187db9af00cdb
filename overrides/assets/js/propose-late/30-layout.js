// Un écran dit avec des mots, et ce qui y tient où : les règles de hooks/boutdufil/model/screen.py.
(function () {
  "use strict";
  var late = window.filLate;
  var declared = window.filDeclaration.ecrans;
  var propose = window.filPropose;
  var line = propose.line;
  var lines = propose.lines;
  var HEIGHTS = Object.keys(declared.hauteurs);
  var SIDES = Object.keys(declared.cotes);
  var LONGEST = 40;
  /** @type {Record<string, string>} */
  var ONE_OF = { liste: "« {} » dans la liste", menu: "« {} » dans le menu", onglets: "l’onglet « {} »", barre: "« {} » dans la barre", clavier: "la touche « {} »" };

  /** @param {Fil.ScreenPart} part @returns {Fil.Drawn} */
  function drawnPart(part) {
    var kind = part.genre || "texte";
    var isList = declared.listes.indexOf(kind) >= 0;
    var target = isList ? line(part.cible) : "";
    /** @type {Fil.Drawn} */
    var found = { kind: kind, words: lines(part.mots), field: null, mail: null, marker: part.repere, height: part.hauteur, side: part.cote, state: part.etat, isGoal: part.but || Boolean(target), target: target };
    if (kind === "champ") {
      var field = { label: line(part.libelle), example: line(part.exemple), value: line(part.valeur), isHidden: part.cache };
      if (field.label || field.example || field.isHidden) {
        found.field = field;
        found.words = [field.label, field.isHidden && field.value ? "" : field.value, field.example].filter(Boolean);
      } else found.words = [field.value].filter(Boolean);
    } else if (kind === "mail") {
      var letter = { sender: line(part.de), subject: line(part.objet), text: line(part.contenu) };
      if (letter.sender || letter.text) {
        found.mail = letter;
        found.words = [letter.sender, letter.subject, letter.text].filter(Boolean);
      } else found.words = [letter.subject].filter(Boolean);
    } else if (kind === "icone") found.words = line(part.icone) ? [propose.iconWords(part)] : [];
    return found;
  }
  /** @param {Fil.Drawn[]} body @returns {string[]} */
  function heights(body) {
    var written = body.map(function (each) { return each.height ? HEIGHTS.indexOf(each.height) : -1; });
    var lowest = 2;
    var ceiling = written.slice().reverse().map(function (height) {
      if (height >= 0) lowest = height;
      return lowest;
    }).reverse();
    var floor = 0;
    return written.map(function (height, rank) {
      var guess = body.length === 1 ? 1 : Math.floor(rank * 3 / body.length);
      floor = height >= 0 ? height : Math.max(floor, Math.min(guess, ceiling[rank]));
      return HEIGHTS[floor];
    });
  }
  /** @param {Fil.Drawn[]} body */
  function zones(body) {
    var found = HEIGHTS.map(function (height) { return { height: height, rows: /** @type {Fil.Drawn[][]} */ ([]) }; });
    var where = heights(body);
    body.forEach(function (each, rank) {
      var rows = found[HEIGHTS.indexOf(where[rank])].rows;
      var last = rows[rows.length - 1];
      var taken = last ? last.map(function (other) { return other.side; }) : [""];
      if (each.side && taken.indexOf("") < 0 && taken.indexOf(each.side) < 0) {
        last.push(each);
        last.sort(function (left, right) { return SIDES.indexOf(left.side) - SIDES.indexOf(right.side); });
      } else rows.push([each]);
    });
    return found.filter(function (zone) { return zone.rows.length; });
  }

  /** @param {string} height @param {string} side */
  function where(height, side) {
    if (height === "milieu" && side === "centre") return "au milieu";
    return [declared.hauteurs[height], declared.cotes[side]].filter(Boolean).join(" ");
  }
  /** @param {string} words */
  function shortened(words) {
    if (propose.size(words) <= LONGEST) return words;
    var head = words.slice(0, LONGEST);
    var sentence = head.lastIndexOf(". ");
    var word = head.lastIndexOf(" ");
    return (head.slice(0, sentence > 0 ? sentence : word > 0 ? word : LONGEST)).replace(/[ .,:;!?]+$/, "") + "…";
  }
  /* « Nom : Léa » is a label and a value, where nothing more is said. */
  /** @param {Fil.Drawn} each */
  function fieldOf(each) {
    if (each.field) return each.field;
    var cut = each.words[0].indexOf(" : ");
    return { label: cut < 0 ? "" : each.words[0].slice(0, cut), value: cut < 0 ? each.words[0] : each.words[0].slice(cut + 3), example: "", isHidden: false };
  }
  /** @param {Fil.Drawn} each */
  function named(each) {
    var called = declared.elements[each.kind];
    var told = called + " " + each.words.map(function (word) { return "« " + word + " »"; }).join(", ");
    var cut = each.words[0].indexOf(" : ");
    if (each.kind === "icone" && cut >= 0) told = called + " « " + each.words[0].slice(0, cut) + " », avec les mots « " + each.words[0].slice(cut + 3) + " »";
    if (each.field && each.field.isHidden) told += ", écrite en points";
    var ending = declared.feminins.indexOf(each.kind) >= 0 ? "e" : each.kind === "onglets" ? "s" : "";
    return told + (each.state ? ", " + each.state + ending : "");
  }
  /** @param {Fil.Drawn} each */
  function labelled(each) {
    var words = each.target || each.words[0];
    var called = declared.elements[each.kind];
    if (ONE_OF[each.kind]) return each.target || each.words.length === 1 ? ONE_OF[each.kind].replace("{}", function () { return shortened(words); }) : called;
    if (each.kind === "icone") words = propose.icon(each.words[0]).label || words;
    else if (each.kind === "champ") words = fieldOf(each).label || words;
    else if (each.mail) words = each.mail.subject;
    return called + " « " + shortened(words) + " »";
  }
  /** @type {Fil.Late["shape"]} */
  late.shape = function (screen) {
    var frame = screen.cadre || "telephone";
    // An element that says nothing yet is not drawn.
    var body = (screen.corps || []).map(drawnPart).filter(function (each) { return each.words.length; });
    var tall = heights(body);
    var tabs = frame === "navigateur" ? lines(screen.onglets) : [];
    var bar = line(screen.barre);
    var said = [declared.cadres[frame]];
    /** @type {Record<string, string>} */
    var edges = { bureau: "En bas, la barre", navigateur: "En haut, l’onglet" };
    if (tabs.length) said.push("En haut, les onglets " + tabs.map(function (tab) { return "« " + tab + " »"; }).join(", "));
    else if (bar) said.push((edges[frame] || "En haut, la barre") + " « " + bar + " »");
    if (line(screen.adresse)) said.push("L’adresse « " + line(screen.adresse) + " »");
    var before = "";
    var aimed = "";
    body.forEach(function (each, rank) {
      var stands = where(tall[rank], each.side);
      var lead = [stands === before ? "en dessous" : stands, each.marker && "repère " + each.marker].filter(Boolean).join(", ");
      var words = (lead ? lead + " : " : "") + named(each);
      if (each.isGoal) {
        words += each.target ? ". C’est ici : « " + each.target + " »" : ". C’est ici";
        aimed = aimed || stands;
      }
      said.push(words.charAt(0).toUpperCase() + words.slice(1));
      before = stands;
    });
    return {
      frame: frame, bar: bar, address: line(screen.adresse), tabs: tabs, zones: zones(body), aimed: aimed,
      said: said.map(function (sentence) { return sentence + "."; }).join(" "),
      legend: body.filter(function (each) { return each.marker; }).sort(function (left, right) { return Number(left.marker) - Number(right.marker); })
        .map(function (each) { return { marker: each.marker, label: labelled(each) }; })
    };
  };
  late.fieldOf = fieldOf;
})();
