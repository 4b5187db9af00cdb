// Relit le corps d’une fiche : ce que le formulaire sait tenir, tel qu’on l’y aurait tapé. Chaque
// passage relu est réécrit : s’il ne redonne pas les mêmes lignes, il est gardé tel quel.
(function () {
  "use strict";
  var late = window.filLate;
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var ENTITIES = /** @type {Record<string, string>} */ ({ lt: "<", amp: "&" });
  // « [fiche 102](j-ai-clique.md#etape-2) »: its words, then its target.
  var LINK = /\[([^[\]]*)\]\(([^)\s]*)\)/g;

  /** @param {string} theme @param {string} text */
  function resolved(theme, text) {
    // From any theme, a tutorial of this one is reached by its folder.
    return text.replace(LINK, function (whole, words, target) {
      return /^[a-z0-9-]+\.md(?:#|$)/.test(target) ? "[" + words + "](../" + theme + "/" + target + ")" : whole;
    });
  }
  /** @param {string} text */
  function normal(text) {
    return text.replace(LINK, "[]($2)").split("\n").map(function (each) { return each.replace(/\s+$/, "").replace(/\*\* :$/, "**"); }).filter(Boolean).join("\n");
  }
  /** @param {string} left @param {string} right */
  function isSame(left, right) { return normal(left) === normal(right); }
  /** @param {string} text */
  function unescaped(text) {
    return text.replace(/<(https:[^>\s]+)>/g, "$1").replace(/\\([\\`*_[\]#>+.)-])/g, "$1").replace(/&(?:(lt|amp)|#(\d+));/g, function (_whole, name, code) {
      return name ? ENTITIES[name] : String.fromCharCode(Number(code));
    });
  }
  /* Paragraphs and items, a line each. */
  /** @param {string} source */
  function typed(source) {
    /** @type {string[]} */
    var found = [];
    var isNew = true;
    source.split("\n").forEach(function (each) {
      if (!each.trim()) isNew = true;
      else if (isNew || /^[-*] /.test(each)) {
        found.push(unescaped(each.trim()));
        isNew = false;
      } else found[found.length - 1] += " " + unescaped(each.trim());
    });
    return found.join("\n");
  }
  /* What one types for this prose; null where the form would write something else. */
  /** @type {Fil.Late["proseOf"]} */
  function proseOf(source, kind, listed) {
    var text = typed(source);
    var bare = listed ? text.replace(/^- /gm, "") : text;
    return isSame(propose.prose(bare, kind, listed), source) ? bare : null;
  }

  // A block that holds others of as many bars ends when they have ended.
  /** @param {string[]} lines @param {number} rank @param {RegExpExecArray} begins */
  function endOf(lines, rank, begins) {
    var name = begins[2].toLowerCase();
    var isHolder = propose.has(declared.blocs, name) && declared.blocs[name].contient;
    var depth = 1;
    for (var end = rank + 1; end < lines.length; end += 1) {
      var opens = propose.marks.debut.exec(lines[end]);
      if (isHolder && opens && opens[1] === begins[1]) depth += 1;
      else if (propose.marks.fin.test(lines[end]) && lines[end].trim() === begins[1]) depth -= 1;
      if (!depth) return end;
    }
    return lines.length - 1;
  }
  /* The nodes of a body: prose, headings, and blocks with all that they hold. */
  /** @type {Fil.Late["nodesOf"]} */
  function nodesOf(lines) {
    /** @type {Fil.BodyNode[]} */
    var found = [];
    /** @type {string[]} */
    var prose = [];
    function flush() {
      if (prose.some(function (each) { return each.trim(); })) found.push({ kind: "prose", level: 0, name: "", argument: "", place: "", content: prose.join("\n"), source: prose.join("\n") });
      prose = [];
    }
    for (var rank = 0; rank < lines.length; rank += 1) {
      var begins = propose.marks.debut.exec(lines[rank]);
      var title = propose.marks.titre.exec(lines[rank]);
      if (begins) {
        flush();
        var end = endOf(lines, rank, begins);
        var inside = lines.slice(rank + 1, end);
        var named = /^ {4}nom: *(\S+) *$/.exec(inside[0] || "");
        found.push({
          kind: "block", level: 0, name: begins[2].toLowerCase(), argument: (begins[3] || "").trim(), place: named ? named[1] : "",
          content: (named ? inside.slice(1) : inside).join("\n"), source: lines.slice(rank, end + 1).join("\n")
        });
        rank = end;
      } else if (title && title[1].length <= 3) {
        flush();
        found.push({ kind: "title", level: title[1].length, name: "", argument: title[2], place: "", content: "", source: lines[rank] });
      } else prose.push(lines[rank]);
    }
    flush();
    return found;
  }

  /* Where an answer leads, as the form says it; what it has no word for is kept as it is written. */
  /** @param {string} links @param {string[]} keys */
  function leadOf(links, keys) {
    var only = /^\[([^[\]]*)\]\(([^)\s]*)\)$/.exec(links);
    if (!links || !only) return links && "lien:" + links;
    var step = /^#etape-(\d+)$/.exec(only[2]);
    var number = /fiche\s(\d{3,4})/.exec(only[1]);
    var tutorial = /^\.\.\/([a-z0-9-]+\/[a-z0-9-]+)\.md$/.exec(only[2]);
    if (only[2] === "fin:") return "fin";
    if (step && keys[Number(step[1]) - 1]) return "etape:" + keys[Number(step[1]) - 1];
    if (tutorial && number) return "fiche:" + number[1] + ":" + tutorial[1];
    var gesture = only[2].slice("geste:".length);
    return only[2] === "geste:" + gesture && propose.has(declared.gestes, gesture) ? "geste:" + gesture : "lien:" + links;
  }
  // « - **Oui** : « Bien. » [étape 2](#etape-2) »: the answer, what is said, where it leads.
  var ANSWER = /^( *)- \*\*(.+?)\*\*\s?:?\s*(?:«\s(.*?)\s»)?\s*((?:\[[^[\]]*\]\([^)\s]*\)\s*)*)$/;
  var ASKED = /^( *)- \*([^*].*)\*$/;
  /** @param {string[]} lines @param {number} margin @param {string[]} keys @returns {Fil.WrittenReply[]} */
  function repliesOf(lines, margin, keys) {
    /** @type {Fil.WrittenReply[]} */
    var found = [];
    for (var rank = 0; rank < lines.length; rank += 1) {
      var match = ANSWER.exec(lines[rank]);
      if (!match || match[1].length !== margin) return [];
      var end = rank + 1;
      while (end < lines.length && lines[end].length - lines[end].replace(/^ +/, "").length > margin) end += 1;
      var below = lines.slice(rank + 1, end);
      found.push({ reponse: unescaped(match[2]), mots: unescaped(match[3] || ""), vers: leadOf(match[4].trim(), keys), suite: followOf(below, margin + 4, keys) });
      rank = end - 1;
    }
    return found;
  }
  /** @param {string[]} lines @param {number} margin @param {string[]} keys @returns {Fil.Asked[]} */
  function followOf(lines, margin, keys) {
    var asked = lines.slice(0, 2).map(function (each) { return ASKED.exec(each); });
    var first = asked[0];
    if (!first) return [];
    var second = asked[1];
    return [{ question: unescaped(first[2]), autrement: second ? unescaped(second[2]) : "", reponses: repliesOf(lines.slice(second ? 2 : 1), margin, keys) }];
  }

  /* One thing of the call, when the form writes it back line for line. */
  /** @type {Fil.Late["partOf"]} */
  function partOf(node, keys) {
    var lines = node.content.split("\n").filter(function (each) { return each.trim(); });
    /** @type {Fil.ThreadPart} */
    var part = { sorte: "dire", texte: "", appareils: [], question: "", autrement: "", reponses: [], reussite: "", mots: "", vers: "", suite: [], geste: "", nom: node.place };
    if (node.name === "dire" || node.name === "appareil") {
      part.sorte = node.name === "dire" ? "dire" : "texte";
      part.appareils = node.argument ? node.argument.split(/\s*,\s*/) : [];
      if (!part.appareils.every(function (device) { return propose.has(declared.appareils, device); })) return null;
      part.texte = typed(node.content);
    } else if (node.name === "demander" || node.name === "preuve") {
      part.sorte = node.name;
      part.question = unescaped(node.argument);
      part.reponses = repliesOf(lines, 0, keys);
      if (node.name === "preuve" && part.reponses.length) {
        var success = part.reponses.shift();
        if (!success) return null;
        part.reussite = success.reponse;
        part.mots = success.mots;
        part.vers = success.vers;
        part.suite = success.suite;
      }
    } else return null;
    return isSame(propose.partText(part, ranksOf(keys)), node.source) ? part : null;
  }
  /** @param {string[]} keys */
  function ranksOf(keys) {
    /** @type {Record<string, number>} */
    var ranks = {};
    keys.forEach(function (key, rank) { ranks[key] = rank + 1; });
    return ranks;
  }
  // « Words to read. », maybe with where they lead; then the prose that stands around them.
  var SAID = /^«[^«»]*»\s*((?:\[[^[\]]*\]\([^)\s]*\)\s*)*)$/;
  /** @param {string} content @param {boolean} isSaid */
  function passages(content, isSaid) {
    return content.split(/\n\s*\n/).map(function (each) { return each.trim(); }).filter(function (each) { return each && SAID.test(each) === isSaid; });
  }
  /** @param {string} content */
  function wordsOf(content) { return passages(content, true).map(function (each) { return unescaped(each.replace(/^«\s?([^«»]*?)\s?».*$/, "$1")); }).join("\n"); }
  /** @type {Fil.Late["troubleOf"]} */
  function troubleOf(node, keys) {
    var last = passages(node.content, true).pop() || "";
    var links = SAID.exec(last);
    var found = {
      situation: unescaped(node.argument), texte: typed(passages(node.content, false).join("\n\n")), mots: wordsOf(node.content),
      vers: leadOf(links ? links[1].trim() : "", keys), autrement: "", nom: node.place
    };
    return isSame(propose.troubleText(node.name, found, ranksOf(keys)), node.source) ? found : null;
  }
  /** @type {Fil.Late["startOf"]} */
  function startOf(node) {
    var called = /^\[[^[\]]*\]\(geste:([a-z0-9-]+)\)$/m.exec(node.content);
    var content = called ? node.content.replace(called[0], "") : node.content;
    var found = { etat: unescaped(node.argument), texte: typed(passages(content, false).join("\n\n")), mots: wordsOf(content), geste: called ? called[1] : "", autrement: "", nom: node.place };
    return isSame(propose.startText(found), node.source) ? found : null;
  }
  /** @type {Fil.Late["screenOf"]} */
  function screenOf(node) {
    var boxes = late.boxes(node.content);
    var screen = /** @type {Fil.ScreenAnswers} */ (Object.assign({ legende: node.argument, maniere: boxes ? "cases" : "lignes", dessin: boxes ? "" : node.content }, boxes || {}));
    return screen;
  }
  /** @type {Fil.Late["quizOf"]} */
  function quizOf(node) {
    var options = node.content.split("\n").map(function (each) { return /^- \[([ xX])\] (.*)$/.exec(each); }).filter(Boolean);
    var found = {
      question: unescaped(node.argument),
      options: options.map(function (option) { return { texte: unescaped(/** @type {string[]} */ (option)[2]), juste: /** @type {string[]} */ (option)[1] !== " " }; }),
      explication: typed(node.content.replace(/^- \[.*$/gm, ""))
    };
    return isSame(propose.quizText(found), node.source) ? found : null;
  }

  late.resolved = resolved;
  late.proseOf = proseOf;
  late.nodesOf = nodesOf;
  late.partOf = partOf;
  late.troubleOf = troubleOf;
  late.startOf = startOf;
  late.screenOf = screenOf;
  late.quizOf = quizOf;
  late.nameOf = unescaped;
})();
