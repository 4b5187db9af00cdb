// Relit le corps d’une correction : ses blocs et ses titres, tels que les lit la construction
// (hooks/boutdufil/source/scanner.py), dont viennent les marques, les blocs et les parties.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var has = propose.has;
  var blocks = declared.blocs;
  /** @type {Record<string, Fil.Section>} */
  var sections = {};
  var parts = /** @type {Fil.Section[]} */ (Object.keys(declared.parties));
  parts.forEach(function (key) { sections[bareName(declared.parties[key])] = key; });

  /** @param {string} name */
  function bareName(name) { return window.filFrench.fold(name).replace(/[ ?]+$/, ""); }

  propose.checkBody = function (lines, offset, say) {
    var titles = scan(lines, offset, say);
    if (titles) checkTitles(titles, offset, say);
  };

  propose.checkPassage = function (text, say) {
    var titles = scan(text.split("\n"), 0, say);
    if (titles && titles.length) say(titles[0].rank, "FIL206", "un titre ne va pas dans ce passage.");
  };

  // « [la CNIL](https://www.cnil.fr/) »; « <https://www.cnil.fr/> ».
  var LINK = /\[([^[\]]*)\]\(\s*<?((?:https|tel):[^)\s>]+)>?\s*\)|<(https:[^>\s]+)>/g;
  propose.checkLinks = function (lines, offset, say) {
    var fence = "";
    lines.forEach(function (line, place) {
      var code = propose.marks.code.exec(line);
      if (code && (!fence || code[1].indexOf(fence) === 0)) fence = fence ? "" : code[1];
      if (fence || code) return;
      line.replace(new RegExp(declared.marques.codeEnLigne, "g"), "").replace(LINK, function (whole, words, target, alone) {
        if (propose.isDeceptive(target || alone) || (target && propose.isMisleading(words, target))) say(place + offset, "FIL706", "ce lien ne mène pas là où il semble mener, ou fait autre chose que mener à une page.");
        return whole;
      });
    });
  };

  // Tells what is wrong with the blocks; returns the titles that cut the body, null when code is
  // left open: it may hide some.
  /** @param {string[]} lines @param {number} offset @param {Fil.SayLine} say */
  function scan(lines, offset, say) {
    var marks = propose.marks;
    /** @type {Fil.OpenBlock[]} */
    var stack = [];
    /** @type {number[]} */
    var forgiven = [];
    /** @type {Fil.Title[]} */
    var titles = [];
    var fence = /** @type {{ mark: string, rank: number } | null} */ (null);

    lines.forEach(function (line, place) {
      var rank = place + offset;
      var inside = stack[stack.length - 1];
      var isUnder = inside && inside.isFresh;
      var raw = inside && !inside.isWrong && blocks[inside.name].brut;
      var ends = marks.fin.exec(line);
      var begins = marks.debut.exec(line);
      var code = marks.code.exec(line);
      if (inside) inside.isFresh = false;
      if (fence) readCode(line, fence.mark);
      else if (ends) close(ends[1].length, rank);
      else if (begins && !(raw && !has(blocks, begins[2].toLowerCase()))) open(begins, line, rank);
      else if (isUnder && marks.loin.test(line)) readOption(inside, line, rank);
      else if (raw) return;
      else if (code && !(code[1].charAt(0) === "`" && code[2].indexOf("`") >= 0)) fence = { mark: code[1], rank: rank };
      else if (marks.presque.test(line)) {
        say(rank, "FIL205", "cette ligne ressemble à un bloc, mais n’en est pas un.");
        enter("", Math.max(3, (/\/+/.exec(line) || [""])[0].length), rank, true);
      } else {
        var match = marks.titre.exec(line);
        if (match && match[1].length <= 3) endContainers();
        if (match && stack.every(function (each) { return each.isWrong; })) titles.push({ level: match[1].length, text: match[2], rank: rank });
        checkTag(line, rank);
      }
    });
    if (fence) say(fence.rank, "FIL202", "le bloc de code n’est pas refermé. Ajoutez une ligne " + fence.mark + " là où il finit.");
    else stack.forEach(tellOpen);
    return fence ? null : titles;

    /** @param {string} line @param {string} mark */
    function readCode(line, mark) {
      var match = marks.code.exec(line);
      if (match && match[1].indexOf(mark) === 0 && !match[2].trim()) fence = null;
    }
    /** @param {Fil.OpenBlock} block @param {string} line @param {number} rank */
    function readOption(block, line, rank) {
      var match = marks.option.exec(line);
      if (match && !block.isWrong && blocks[block.name].options.indexOf(match[1]) >= 0) block.isFresh = true;
      else if (!block.isWrong) say(rank, "FIL208", "le texte du bloc commence trop loin de la marge.");
    }
    /** @param {RegExpExecArray} match @param {string} line @param {number} rank */
    function open(match, line, rank) {
      var name = match[2].toLowerCase();
      var slashes = match[1].length;
      checkTag(line, rank);
      if (!has(blocks, name)) {
        say(rank, "FIL201", "le bloc « " + match[2] + " » n’existe pas.");
        enter("", slashes, rank, true);
        return;
      }
      if (blocks[name].argument === true && !match[3]) say(rank, "FIL203", "il manque, après « " + name + " », une barre droite puis " + blocks[name].sens + ".");
      if (blocks[name].argument === false && match[3]) say(rank, "FIL204", "« " + name + " » ne prend rien sur sa première ligne.");
      stack.slice().reverse().forEach(function (outer) {
        if (outer.slashes === slashes && !holds(outer, name)) {
          tellOpen(outer);
          forgiven.push(slashes);
          stack.splice(stack.indexOf(outer));
        } else if (!outer.isWrong && (!blocks[outer.name].contient || outer.name === name)) {
          say(rank, "FIL208", "un bloc « " + name + " » ne va pas dans un bloc « " + outer.name + " ».");
        }
      });
      enter(name, slashes, rank, false);
    }
    /** @param {Fil.OpenBlock} outer @param {string} name */
    function holds(outer, name) {
      return !outer.isWrong && blocks[outer.name].contient && outer.name !== name;
    }
    function endContainers() {
      var first = stack.findIndex(function (each) { return holds(each, ""); });
      if (first < 0) return;
      stack.splice(first).reverse().forEach(function (each) {
        tellOpen(each);
        forgiven.push(each.slashes);
      });
    }
    /** @param {string} name @param {number} slashes @param {number} rank @param {boolean} isWrong */
    function enter(name, slashes, rank, isWrong) {
      stack.push({ name: name, slashes: slashes, rank: rank, isWrong: isWrong, isFresh: true });
    }
    /** @param {number} slashes @param {number} rank */
    function close(slashes, rank) {
      var depth = stack.map(function (each) { return each.slashes; }).lastIndexOf(slashes);
      if (depth >= 0) stack.splice(depth).slice(1).forEach(tellOpen);
      else if (forgiven.indexOf(slashes) >= 0) forgiven.splice(forgiven.indexOf(slashes), 1);
      else say(rank, "FIL205", "ces barres ne referment aucun bloc.");
    }
    /** @param {Fil.OpenBlock} block */
    function tellOpen(block) {
      if (!block.isWrong) say(block.rank, "FIL202", "le bloc « " + block.name + " » n’est pas refermé. Ajoutez une ligne /// là où il finit.");
    }
    /** @param {string} line @param {number} rank */
    function checkTag(line, rank) {
      if (marks.balise.test(line.replace(new RegExp(declared.marques.codeEnLigne, "g"), ""))) say(rank, "FIL209", "une balise HTML est écrite dans le texte : retirez-la.");
    }
  }

  /** @param {Fil.Title[]} titles @param {number} offset @param {Fil.SayLine} say */
  function checkTitles(titles, offset, say) {
    /** @type {Record<string, number>} */
    var seen = {};
    var current = "";
    var steps = 0;
    titles.forEach(function (title) {
      var key = has(sections, bareName(title.text)) && sections[bareName(title.text)];
      if (title.level === 1) {
        var meant = key ? "## " : current === "steps" ? "### " : "";
        say(title.rank, "FIL206", "un seul # fait un titre de page : " + (meant ? "écrivez " + meant + title.text : "retirez cette ligne") + ".");
        if (key && !has(seen, key)) seen[key] = title.rank;
        if (!key && current === "steps") steps += 1;
        current = key || current;
      } else if (title.level === 2) {
        if (!key) say(title.rank, "FIL206", "la partie « " + title.text + " » n’existe pas.");
        else if (has(seen, key)) say(title.rank, "FIL206", "la partie « " + title.text + " » est là deux fois.");
        if (key && !has(seen, key)) seen[key] = title.rank;
        current = key || current;
      } else if (title.level === 3 && current === "steps") {
        steps += 1;
        if (!title.text) say(title.rank, "FIL206", "cette étape n’a pas de titre.");
      }
    });
    if (!steps) say(has(seen, "steps") ? seen.steps : offset, "FIL207", "il manque la partie « " + declared.parties.steps + " », avec au moins un titre ###.");
  }
})();
