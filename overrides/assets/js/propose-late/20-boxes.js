// Des lignes d’un écran à ses cases, ou rien quand elles disent ce que les cases ne savent pas tenir.
(function () {
  "use strict";
  var late = window.filLate;
  var declared = window.filDeclaration.ecrans;
  var fold = window.filFrench.fold;
  var LINK_WORDS = ["", "a", "au", "de", "du", "en", "et", "l", "la", "le", "tout"];
  var SCREEN = ["cadre", "barre", "adresse", "onglets", "corps"];

  /** @param {Fil.Tree | undefined} value @returns {string} */
  function text(value) { return value === undefined ? "" : typeof value === "string" ? value.replace(/\s+/g, " ").trim() : late.refuse(); }
  /** @param {Fil.Tree | undefined} value @returns {string[]} */
  function texts(value) { return Array.isArray(value) ? value.map(text) : value === undefined ? [] : [text(value)]; }
  /** @param {Fil.Tree | undefined} value @returns {Record<string, Fil.Tree>} */
  function keys(value) { return value && typeof value === "object" && !Array.isArray(value) ? value : late.refuse(); }
  /** @param {Record<string, Fil.Tree>} held @param {string[]} known */
  function only(held, known) { if (Object.keys(held).some(function (key) { return known.indexOf(key) < 0; })) late.refuse(); }
  /** @param {string} word @param {string[]} known @returns {string} */
  function meant(word, known) { return known.filter(function (each) { return fold(each) === fold(word); })[0] || late.refuse(); }
  /** @param {string} word */
  function isYes(word) { return ["true", "oui", "vrai"].indexOf(word.toLowerCase()) >= 0 || late.refuse(); }

  /** @param {string} written */
  function place(written) {
    var words = fold(written).split(/[\s,;']+/).filter(function (word) { return LINK_WORDS.indexOf(word) < 0; });
    var heights = words.filter(function (word) { return word in declared.hauteurs; });
    var sides = words.filter(function (word) { return word in declared.cotes; });
    if (!words.length || heights.length + sides.length < words.length || heights.length > 1 || sides.length > 1) late.refuse();
    return { hauteur: heights[0] || "", cote: sides[0] || "" };
  }
  /** @param {Record<string, Fil.Tree>} held @returns {Fil.ScreenPart} */
  function part(held) {
    var kind = Object.keys(held).filter(function (key) { return key in declared.elements; });
    only(held, kind.concat("repere", "place", "etat", "but"));
    if (kind.length !== 1) late.refuse();
    var value = held[kind[0]];
    /** @type {Fil.ScreenPart} */
    var found = { genre: kind[0] === "texte" ? "" : kind[0], mots: "", libelle: "", exemple: "", valeur: "", cache: false, de: "", objet: "", contenu: "", icone: "", dessous: "", repere: "", hauteur: "", cote: "", etat: "", but: false, cible: "" };
    if (kind[0] === "champ" && typeof value === "object") {
      var box = keys(value);
      only(box, ["libelle", "exemple", "valeur", "cache"]);
      found.libelle = text(box.libelle);
      found.exemple = text(box.exemple);
      found.valeur = text(box.valeur);
      found.cache = box.cache !== undefined && isYes(text(box.cache));
      if (!found.libelle && !found.exemple && !found.cache) late.refuse();
    } else if (kind[0] === "champ") found.valeur = text(value);
    else if (kind[0] === "mail" && typeof value === "object") {
      var letter = keys(value);
      only(letter, ["de", "objet", "texte"]);
      found.de = text(letter.de);
      found.objet = text(letter.objet);
      found.contenu = text(letter.texte);
      if (!found.de && !found.contenu) late.refuse();
    } else if (kind[0] === "mail") found.objet = text(value);
    else if (kind[0] === "icone") {
      var cutAt = text(value).indexOf(" : ");
      found.icone = cutAt < 0 ? text(value) : text(value).slice(0, cutAt);
      found.dessous = cutAt < 0 ? "" : text(value).slice(cutAt + 3);
    } else found.mots = texts(value).join("\n");
    if (held.place !== undefined) {
      var where = place(text(held.place));
      found.hauteur = where.hauteur;
      found.cote = where.cote;
    }
    if (held.repere !== undefined) found.repere = /^[1-9]$/.test(text(held.repere)) ? text(held.repere) : late.refuse();
    if (held.etat !== undefined) found.etat = meant(text(held.etat), declared.etats);
    if (held.but !== undefined) {
      if (declared.listes.indexOf(kind[0]) >= 0 && texts(value).indexOf(text(held.but)) >= 0) found.cible = text(held.but);
      else found.but = isYes(text(held.but));
    }
    return found;
  }
  /** @param {Record<string, Fil.Tree>} held @returns {Fil.Tree[]} */
  function bodyOf(held) { return held.corps === undefined || held.corps === "" ? [] : Array.isArray(held.corps) ? held.corps : [held.corps]; }
  /** @param {Record<string, Fil.Tree>} held @returns {Fil.ScreenBoxes} */
  function read(held) {
    return {
      cadre: held.cadre === undefined ? "" : meant(text(held.cadre), Object.keys(declared.cadres)),
      barre: text(held.barre), adresse: text(held.adresse), onglets: texts(held.onglets).join("\n"),
      corps: bodyOf(held).map(function (each) { return part(keys(each)); })
    };
  }
  /* What changes on a device; one element may be replaced there, by its marker. */
  /** @param {string} device @param {Record<string, Fil.Tree>} changed @param {Record<string, Fil.Tree>} base @returns {Fil.Elsewhere} */
  function elsewhere(device, changed, base) {
    var markers = Object.keys(changed).filter(function (key) { return /^[1-9]$/.test(key); });
    only(changed, SCREEN.concat(markers));
    var body = bodyOf("corps" in changed ? changed : base).map(function (each) {
      var former = keys(each);
      var marker = former.repere !== undefined && markers.indexOf(text(former.repere)) >= 0 ? text(former.repere) : "";
      if (!marker) return former;
      markers.splice(markers.indexOf(marker), 1);
      var fresh = keys(changed[marker]);
      var isOther = Object.keys(fresh).some(function (key) { return key in declared.elements; });
      /** @type {Record<string, Fil.Tree>} */
      var left = {};
      Object.keys(former).forEach(function (key) { if (!isOther || !(key in declared.elements)) left[key] = former[key]; });
      return Object.assign(left, fresh);
    });
    if (markers.length) late.refuse();
    var isSame = !("corps" in changed) && Object.keys(changed).every(function (key) { return SCREEN.indexOf(key) >= 0; });
    var known = Object.keys(window.filDeclaration.appareils);
    var named = known.filter(function (key) { return fold(key) === fold(device) || fold(window.filDeclaration.appareils[key]) === fold(device); })[0] || late.refuse();
    var boxes = read(Object.assign({}, changed, { corps: isSame ? "" : body }));
    if (boxes.onglets && boxes.barre) late.refuse();
    return Object.assign({ appareil: named }, boxes);
  }
  /* The values of the boxes; null: the lines say more than they can. */
  /** @type {Fil.Late["boxes"]} */
  late.boxes = function (source) {
    try {
      var held = keys(late.parse(source));
      only(held, SCREEN.concat("variantes"));
      var found = read(held);
      if (found.cadre === "telephone") found.cadre = "";
      if (found.onglets && (found.cadre !== "navigateur" || found.barre)) late.refuse();
      var others = held.variantes === undefined ? {} : keys(held.variantes);
      return Object.assign(found, { ailleurs: Object.keys(others).map(function (device) { return elsewhere(device, keys(others[device]), held); }) });
    } catch (_unsure) {
      return null;
    }
  };
})();
