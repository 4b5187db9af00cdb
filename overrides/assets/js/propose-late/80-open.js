// Part d’une fiche : son texte devient ce que l’on aurait tapé dans le formulaire. Ce qui n’y a pas de
// place est gardé tel quel, ou dit.
(function () {
  "use strict";
  var late = window.filLate;
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var LEVELS = Object.keys(declared.niveaux);
  // The keys that the form has; the others are of the tutorial that one begins from, as its number is.
  var TAKEN = ["resume", "publics", "themes", "niveau", "appareils", "appels", "recap", "sources"];
  /** @type {Record<string, Fil.Section>} */
  var SECTIONS = {};
  var parts = /** @type {Fil.Section[]} */ (Object.keys(declared.parties));
  parts.forEach(function (key) { SECTIONS[bareName(declared.parties[key])] = key; });
  /** @param {string} name */
  function bareName(name) { return window.filFrench.fold(name).replace(/[ ?]+$/, ""); }

  /** @param {Record<string, Fil.KeyLine>} held @param {string} key */
  function text(held, key) { return (held[key] && propose.valueOf(held[key])) || ""; }
  /** @param {Record<string, Fil.KeyLine>} held @param {string} key @returns {string[]} */
  function list(held, key) {
    if (!held[key]) return [];
    var inline = held[key].value.replace(/^\[|\]$/g, "").split(",");
    /** @type {string[]} */
    var under = [];
    held[key].under.forEach(function (each) {
      var item = /^ *- +(.*)$/.exec(each);
      if (item) under.push(item[1]);
      else if (each.trim() && under.length) under[under.length - 1] += " " + each.trim();
    });
    return (held[key].value ? inline : under).map(function (each) { return propose.valueOf({ value: each.trim(), under: [] }) || ""; }).filter(Boolean);
  }
  /** @param {Record<string, Fil.KeyLine>} held */
  function sources(held) {
    /** @type {{ nom: string, url: string }[]} */
    var found = [];
    (held.sources ? held.sources.under : []).forEach(function (each) {
      var pair = /^ *(- +)?(nom|url) *: *(.*)$/.exec(each);
      if (!pair) return;
      if (pair[1]) found.push({ nom: "", url: "" });
      if (found.length) found[found.length - 1][/** @type {"nom" | "url"} */ (pair[2])] = propose.valueOf({ value: pair[3].trim(), under: [] }) || "";
    });
    return found;
  }

  /** @param {Fil.ThreadPart["sorte"]} sort @param {string} words @returns {Fil.ThreadPart} */
  function made(sort, words) {
    return { sorte: sort, texte: words, appareils: [], question: "", autrement: "", reponses: [], reussite: "", mots: "", vers: "", suite: [], geste: "", nom: "" };
  }
  /* The parts of a step, put where the form has them; `isWhole`: it has a place for each of them. */
  /** @param {Fil.StepAnswers} step @param {Fil.BodyNode[]} nodes @param {string[]} keys @param {boolean} isWhole */
  function fill(step, nodes, keys, isWhole) {
    /** @type {{ autrement: string } | null} */
    var last = null;
    /** @param {string} source */
    function keep(source) {
      var before = step.fil[step.fil.length - 1];
      if (before && before.sorte === "brut" && !last) before.texte += "\n\n" + source.trim();
      else step.fil.push(made("brut", source.trim()));
      last = null;
    }
    /** @param {string} source @param {boolean} isFirst */
    function keepProse(source, isFirst) {
      var prose = late.proseOf(source, "prose");
      if (prose === null) keep(source);
      else if (isFirst && isWhole) step.texte = prose;
      else if (prose) step.fil.push(made("texte", prose));
    }
    nodes.forEach(function (node, rank) {
      if (node.kind === "prose") {
        // A gesture that is called stands alone in its paragraph.
        node.content.split(/^(\[[^[\]]*\]\(geste:[a-z0-9-]+\))\s*$/m).forEach(function (piece, place) {
          var called = place % 2 && /\(geste:(.*)\)/.exec(piece);
          var slug = called ? called[1] : "";
          if (slug && propose.has(declared.gestes, slug)) step.fil.push(Object.assign(made("geste", ""), { geste: slug }));
          else if (piece.trim()) keepProse(piece, !rank && !place);
          if (piece.trim()) last = null;
        });
        return;
      }
      if (node.name === "autrement") {
        var other = late.proseOf(node.content, "said");
        if (last && !last.autrement && other !== null) last.autrement = other;
        else keep(node.source);
        return;
      }
      var part = late.partOf(node, keys);
      var trouble = isWhole && (node.name === "sinon" || node.name === "stop") ? late.troubleOf(node, keys) : null;
      var start = isWhole && node.name === "depart" && !step.depart.length ? late.startOf(node) : null;
      if (node.name === "ecran" && isWhole) step.ecrans.push(late.screenOf(node));
      else if (part) step.fil.push(part);
      else if (trouble) (node.name === "stop" ? step.arrets : step.soucis).push(trouble);
      else if (start) step.depart.push(start);
      else {
        keep(node.source);
        return;
      }
      last = part || trouble || start;
    });
    return step;
  }
  /** @param {string} key @param {string} title @returns {Fil.StepAnswers} */
  function empty(key, title) { return { cle: key, titre: title, texte: "", depart: [], ecrans: [], fil: [], soucis: [], arrets: [] }; }

  /* What one would have typed; null: it is no tutorial. `left` tells what has no place in the form. */
  /** @type {Fil.Late["opened"]} */
  late.opened = function (source, reference) {
    var front = propose.frontOf(source);
    if (!front) return null;
    /** @type {Record<string, Fil.KeyLine>} */
    var held = {};
    front.keys.forEach(function (entry) { held[entry.name] = entry; });
    var theme = list(held, "themes")[0] || "";
    /** @type {string[]} */
    var left = [];
    /** @type {Record<string, Fil.BodyNode[]>} */
    var sections = { introduction: [] };
    /** @type {{ title: Fil.BodyNode, nodes: Fil.BodyNode[] }[]} */
    var steps = [];
    var current = "introduction";
    late.nodesOf(late.resolved(reference.split("/")[0] || theme, front.body).split("\n")).forEach(function (node) {
      if (node.kind === "title" && node.level < 3) {
        current = SECTIONS[bareName(node.argument)] || current;
        sections[current] = sections[current] || [];
      } else if (node.kind === "title" && current === "steps") steps.push({ title: node, nodes: [] });
      else if (current === "steps" && steps.length) steps[steps.length - 1].nodes.push(node);
      else sections[current].push(node);
    });
    if (!steps.length) return null;
    /** @param {string} name @param {boolean} [listed] */
    function section(name, listed) {
      return (sections[name] || []).map(function (node) {
        var prose = node.kind === "prose" ? late.proseOf(node.content, "prose", listed) : null;
        if (prose === null) left.push(node.source.trim());
        return prose || "";
      }).filter(Boolean).join("\n");
    }
    /** @type {Fil.QuizAnswers[]} */
    var questions = [];
    var told = (sections.understanding || []).filter(function (node) {
      var quiz = node.name === "question" ? late.quizOf(node) : null;
      if (quiz) questions.push(quiz);
      return !quiz;
    });
    var keys = steps.map(function (_step, rank) { return "e" + (rank + 1); });
    return {
      left: left,
      dropped: front.keys.map(function (entry) { return entry.name; }).filter(function (name) { return TAKEN.indexOf(name) < 0; }),
      title: text(held, "titre"),
      answers: {
        titre: "", resume: text(held, "resume"), publics: list(held, "publics").filter(function (each) { return propose.has(declared.publics, each); }),
        theme: propose.has(declared.themes, theme) ? theme : "", niveau: LEVELS.indexOf(text(held, "niveau")) >= 0 ? text(held, "niveau") : "",
        appareils: list(held, "appareils").filter(function (each) { return propose.has(declared.appareils, each); }),
        appels: list(held, "appels").map(function (each) { return { phrase: each }; }), recap: text(held, "recap"), sources: sources(held), relu_le: propose.today(),
        introduction: section("introduction"), avant: section("before", true), choisir: section("choosing"), plusloin: section("further"),
        etapes: steps.map(function (step, rank) { return fill(empty(keys[rank], late.nameOf(step.title.argument)), step.nodes, keys, true); }),
        questions: questions, raconter: "", comprendre: fill(empty("", ""), told, keys, false).fil
      }
    };
  };
})();
