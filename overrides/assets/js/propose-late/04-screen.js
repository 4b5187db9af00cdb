// Un écran choisi dans des cases : ses lignes, telles que « fil verifier » les lit, et ce qui y manque.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var line = propose.line;
  var lines = propose.lines;
  var kept = propose.kept;
  // Written as several words, pressed one by one.
  var LISTS = declared.ecrans.listes;
  var FOR_TABS = "navigateur";

  // Always quoted where a colon, a hash or a first sign could mean something else.
  /** @param {string} text */
  function scalar(text) {
    return /^[A-Za-zÀ-ÿœŒ0-9«][^:#"\\]*$/.test(text) ? text : '"' + text.replace(/\\/g, "\\\\").replace(/"/g, '\\"') + '"';
  }
  /** @param {string} margin @param {string} name @param {string[]} words */
  function listed(margin, name, words) {
    return words.length === 1 ? [margin + name + ": " + scalar(words[0])] : [margin + name + ":"].concat(words.map(function (word) {
      return margin.replace("-", " ") + "  - " + scalar(word);
    }));
  }
  /** @param {string} margin @param {string} name @param {[key: string, value: string][]} pairs */
  function keyed(margin, name, pairs) {
    return [margin + "- " + name + ":"].concat(pairs.filter(function (pair) { return pair[1]; }).map(function (pair) {
      return margin + "    " + pair[0] + ": " + (pair[1] === "true" ? "true" : scalar(pair[1]));
    }));
  }
  /* Its words, by what it is: a text alone, where nothing more is said of it. */
  /** @param {Fil.ScreenPart} part */
  function kindOf(part) { return part.genre || "texte"; }
  /** @type {Fil.Propose["iconWords"]} */
  function iconWords(part) { return [line(part.icone), line(part.dessous)].filter(Boolean).join(" : "); }
  /* The signs, by what people call them: « Trois petits traits » is « trois traits ». */
  var NAMES = declared.ecrans.signes.map(window.filFrench.fold).sort(function (left, right) { return right.length - left.length; });
  /** @param {string} name */
  function bareSign(name) {
    var folded = window.filFrench.fold(name);
    if (NAMES.indexOf(folded) >= 0) return folded;
    var without = folded.replace(/(?:(?:un|une|le|la|les|des|petit|petite|petits|petites)\s|l')+/, "").replace(/\b(?:petits?|petites?) /g, "");
    return NAMES.indexOf(without) >= 0 ? without : without.replace(/s$/, "");
  }
  /** @type {Fil.Propose["icon"]} */
  function icon(text) {
    var cut = text.indexOf(" : ");
    var name = bareSign(cut < 0 ? text : text.slice(0, cut));
    var known = NAMES.indexOf(name) >= 0 ? name : NAMES.filter(function (each) { return name.indexOf(each + " ") === 0; })[0];
    return known === undefined ? { sign: "", label: text, near: nearest(name) } : { sign: known, label: cut < 0 ? "" : text.slice(cut + 3), near: "" };
  }
  // How many letters two words share, in the same order: as Python’s difflib counts.
  /** @param {string} left @param {string} right @returns {number} */
  function shared(left, right) {
    var most = 0, from = 0, to = 0;
    for (var i = 0; i < left.length; i += 1) {
      for (var j = 0; j < right.length; j += 1) {
        var count = 0;
        while (i + count < left.length && left[i + count] === right[j + count]) count += 1;
        if (count > most) { most = count; from = i; to = j; }
      }
    }
    return most && most + shared(left.slice(0, from), right.slice(0, to)) + shared(left.slice(from + most), right.slice(to + most));
  }
  /** @param {string} name */
  function nearest(name) {
    return NAMES.map(function (each) { return { name: each, ratio: 2 * shared(each, name.slice(0, 60)) / (each.length + name.length) }; })
      .filter(function (each) { return each.ratio >= 0.66; })
      .sort(function (left, right) { return right.ratio - left.ratio; }).map(function (each) { return each.name; })[0] || "";
  }
  /** @param {Fil.ScreenPart} part @param {string} margin @returns {string[]} */
  function partLines(part, margin) {
    var kind = kindOf(part);
    var written = listed(margin + "- ", kind, lines(part.mots));
    if (kind === "icone") written = listed(margin + "- ", kind, [iconWords(part)]);
    if (kind === "champ") written = line(part.libelle) || line(part.exemple) || part.cache
      ? keyed(margin, kind, [["libelle", line(part.libelle)], ["exemple", line(part.exemple)], ["valeur", line(part.valeur)], ["cache", part.cache ? "true" : ""]])
      : listed(margin + "- ", kind, [line(part.valeur)]);
    if (kind === "mail") written = line(part.de) || line(part.contenu)
      ? keyed(margin, kind, [["de", line(part.de)], ["objet", line(part.objet)], ["texte", line(part.contenu)]])
      : listed(margin + "- ", kind, [line(part.objet)]);
    var place = [part.hauteur, part.cote].filter(Boolean).join(" ");
    var target = LISTS.indexOf(kind) >= 0 && line(part.cible);
    if (part.repere) written.push(margin + "  repere: " + part.repere);
    if (place) written.push(margin + "  place: " + place);
    if (part.etat) written.push(margin + "  etat: " + part.etat);
    if (target) written.push(margin + "  but: " + scalar(target));
    else if (part.but) written.push(margin + "  but: true");
    return written;
  }
  /** @type {Fil.Propose["tabs"]} */
  function tabs(screen) { return screen.cadre === FOR_TABS ? lines(screen.onglets) : []; }
  /* What is on it, line by line; of another device, what changes there. */
  /** @param {Fil.ScreenBoxes} boxes @param {string[]} opened @param {string} margin @returns {string[]} */
  function boxLines(boxes, opened, margin) {
    /** @type {string[]} */
    var written = [];
    if (boxes.cadre) written.push(margin + "cadre: " + boxes.cadre);
    if (opened.length) written = written.concat(listed(margin, "onglets", opened));
    else if (line(boxes.barre)) written.push(margin + "barre: " + scalar(line(boxes.barre)));
    if (line(boxes.adresse)) written.push(margin + "adresse: " + scalar(line(boxes.adresse)));
    var parts = kept(boxes.corps);
    if (parts.length) written.push(margin + "corps:");
    return parts.reduce(function (all, part) { return all.concat(partLines(part, margin + "  ")); }, written);
  }
  /** @type {Fil.Propose["screenText"]} */
  function screenText(screen) {
    if (screen.maniere !== "cases") return propose.raw(screen.dessin || "");
    var written = boxLines(screen, tabs(screen), "");
    var others = kept(screen.ailleurs);
    if (others.length) written.push("variantes:");
    others.forEach(function (other) {
      written = written.concat("  " + other.appareil + ":", boxLines(other, lines(other.onglets), "    "));
    });
    return written.join("\n");
  }
  /* The screen on each device: what is left empty there is as above. */
  /** @type {Fil.Propose["forms"]} */
  function forms(screen) {
    var own = { appareil: "", cadre: screen.cadre, barre: screen.barre, adresse: screen.adresse, onglets: tabs(screen).join("\n"), corps: kept(screen.corps) };
    return [own].concat(kept(screen.ailleurs).map(function (other) {
      var frame = other.cadre || own.cadre;
      return {
        appareil: other.appareil, cadre: frame === "telephone" ? "" : frame, barre: line(other.barre) ? other.barre : own.barre,
        adresse: line(other.adresse) ? other.adresse : own.adresse, onglets: line(other.onglets) ? other.onglets : own.onglets,
        corps: kept(other.corps).length ? kept(other.corps) : own.corps
      };
    }));
  }

  /** @param {Fil.ScreenPart} part @param {string} at @param {Fil.Say} say */
  function checkPart(part, at, say) {
    var kind = kindOf(part);
    /** @param {"mots" | "icone" | "dessous" | "libelle" | "exemple" | "valeur" | "de" | "objet" | "contenu" | "cible"} field @param {number} most */
    function bounded(field, most) {
      if (propose.lines(part[field]).some(function (each) { return propose.size(each) > most; })) say(at + field, "C’est trop long : " + most + " caractères au plus.");
    }
    if (kind === "champ") {
      if (!line(part.libelle) && !line(part.exemple) && (part.cache || !line(part.valeur))) say(at + "libelle", "Dites ce qui est écrit à côté de la case, ou dedans.");
      bounded("libelle", 120);
      bounded("exemple", 120);
      bounded("valeur", 200);
    } else if (kind === "mail") {
      if (!line(part.objet)) say(at + "objet", "Écrivez l’objet de l’e-mail.");
      bounded("de", 120);
      bounded("objet", 200);
      bounded("contenu", 400);
    } else if (kind === "icone") {
      var near = line(part.icone) && icon(iconWords(part)).near;
      if (!line(part.icone)) say(at + "icone", "Nommez le dessin, ou l’application.");
      else if (near) say(at + "icone", "Ce dessin n’existe pas. Vouliez-vous dire « " + near + " » ? Pour une application, écrivez ici « application », et son nom dessous.");
      bounded("icone", 120);
      bounded("dessous", 120);
    } else {
      var words = lines(part.mots);
      if (!words.length) say(at + "mots", "Recopiez les mots de l’écran, ou retirez cet élément.");
      if (words.length > 30) say(at + "mots", "Gardez 30 lignes au plus.");
      bounded("mots", words.length > 1 ? 120 : 400);
      var target = line(part.cible);
      if (LISTS.indexOf(kind) >= 0 && target && words.indexOf(target) < 0) say(at + "cible", "Recopiez une des lignes, telle quelle.");
    }
  }
  /** @type {Fil.Propose["checkScreen"]} */
  function checkScreen(screen, at, say) {
    if (propose.blank(screen.legende)) say(at + "legende", "Complétez : " + declared.blocs.ecran.sens + ".");
    else if (/[<>[\]{}|`\\*_]/.test(screen.legende)) say(at + "legende", "Retirez ces signes de la légende : < > [ ] { } | ` \\ * _");
    if (screen.maniere !== "cases") {
      if (!line(screen.dessin)) say(at + "dessin", "Décrivez l’écran, ou retirez-le.");
      else if (/^\s*(?:\/\/|```|~~~)/m.test(screen.dessin)) say(at + "dessin", "Une ligne de l’écran ne commence pas par //, ``` ou ~~~.");
      return;
    }
    checkBoxes(screen, tabs(screen), at, say);
    if (!(screen.corps || []).length && !line(screen.barre) && !line(screen.adresse) && !tabs(screen).length) say(at + "corps", "Ajoutez ce que l’on voit, ou retirez l’écran.");
    /** @type {string[]} */
    var devices = [];
    var whole = forms(screen).slice(1);
    propose.each(screen.ailleurs, at + "ailleurs.", function (other, place) {
      var form = whole.shift();
      if (!propose.has(declared.appareils, other.appareil || "")) say(place + "appareil", "Choisissez l’appareil.");
      else if (devices.indexOf(other.appareil) >= 0) say(place + "appareil", "Cet appareil a déjà son écran : choisissez-en un autre.");
      else if (!boxLines(other, lines(other.onglets), "").length) say(place + "corps", "Dites ce qui change sur cet appareil, ou retirez-le.");
      devices.push(other.appareil);
      if (form && lines(form.onglets).length && form.cadre !== FOR_TABS) say(place + "cadre", "Des onglets ne tiennent que sur une page internet.");
      checkBoxes(other, lines(other.onglets), place, say);
    });
  }
  /** @param {Fil.ScreenBoxes} boxes @param {string[]} opened @param {string} at @param {Fil.Say} say */
  function checkBoxes(boxes, opened, at, say) {
    var parts = boxes.corps || [];
    if (propose.size(line(boxes.barre)) > 120) say(at + "barre", "C’est trop long : 120 caractères au plus.");
    if (propose.size(line(boxes.adresse)) > 200) say(at + "adresse", "C’est trop long : 200 caractères au plus.");
    if (opened.length > 5 || opened.some(function (tab) { return propose.size(tab) > 80; })) say(at + "onglets", "Cinq onglets au plus, de 80 caractères au plus.");
    if (parts.length > 30) say(at + "corps", "Gardez 30 éléments au plus.");
    /** @type {string[]} */
    var markers = [];
    var goals = 0;
    parts.forEach(function (part, rank) {
      var place = at + "corps." + rank + ".";
      checkPart(part, place, say);
      if (part.repere && markers.indexOf(part.repere) >= 0) say(place + "repere", "Ce repère est déjà pris : choisissez un autre numéro.");
      markers.push(part.repere);
      var isGoal = part.but || Boolean(LISTS.indexOf(kindOf(part)) >= 0 && line(part.cible));
      goals += isGoal ? 1 : 0;
      if (isGoal && goals > 1) say(place + "but", "Une seule chose à toucher par écran : l’autre ira sur l’écran suivant.");
    });
  }

  propose.screenText = screenText;
  propose.checkScreen = checkScreen;
  propose.iconWords = iconWords;
  propose.icon = icon;
  propose.tabs = tabs;
  propose.forms = forms;
})();
