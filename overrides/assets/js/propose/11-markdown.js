// Écrit une fiche en Markdown à partir de ce qui est saisi : chaque signe y sera lu comme il est tapé.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var clean = propose.clean;
  var line = propose.line;
  var lines = propose.lines;
  var kept = propose.kept;

  /* Markdown: what would be a sign of the language is written so that it is read as typed. */
  /** @type {Record<string, string>} */
  var SIGNS = { "\\": "\\\\", "`": "\\`", "*": "\\*", _: "\\_", "[": "\\[", "]": "\\]", "#": "\\#", "<": "&lt;", "{": "&#123;", "}": "&#125;", "|": "&#124;", "/": "&#47;" };
  var VERBS = "\\{[A-Za-zÀ-ÿœŒ][A-Za-zÀ-ÿœŒ'’ -]{0,58}\\|[A-Za-zÀ-ÿœŒ][A-Za-zÀ-ÿœŒ'’ -]{0,58}\\}";
  var BOLD = "\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*";
  var LINK = "https:\\/\\/(?:[A-Za-z0-9-]+\\.)+[a-z]{2,}(?:\\/[\\w\\/.%?=+~-]*[\\w\\/])?";
  // « [la fiche 102](../theme/fiche.md) », « [la CNIL](https://www.cnil.fr/) »: words without a sign, that
  // show no other place; not « [a.fr](https://b.fr) ».
  var SITE = "\\[(?![^\\]]*point)[A-Za-zÀ-ÿœŒ0-9 ’',;:!?()«»“”-]+\\]\\(https:[^()\\s<>]+\\)";
  var FILE = "\\[[^[\\]\\\\*_`<>{}|#&/\\n]+\\]\\((?:\\.\\.\\/)+[a-z0-9-]+\\/[a-z0-9-]+\\.md(?:#[a-z0-9-]+)?\\)";
  var KEPT = {
    name: new RegExp("(" + VERBS + ")"),
    said: new RegExp("(" + VERBS + "|" + BOLD + ")"),
    prose: new RegExp("(" + VERBS + "|" + BOLD + "|" + FILE + "|" + SITE + "|" + LINK + ")")
  };
  /** @param {string} text */
  function literal(text) {
    return text.replace(/&(?=#?\w+;)/g, "&amp;").replace(/[\\`*_[\]#<{}|]|\/(?=\/\/)/g, function (sign) { return SIGNS[sign]; });
  }
  /** @param {string} text @param {Fil.Prose} kind */
  function inline(text, kind) {
    return text.split(KEPT[kind]).map(function (piece, rank) {
      if (rank % 2 === 0) return literal(piece);
      var address = /^\[.*\]\((https:.*)\)$/.exec(piece);
      if (address && !propose.isAddress(address[1])) return literal(piece);
      if (piece.charAt(0) === "h") return propose.isAddress(piece) ? "<" + piece + ">" : literal(piece);
      return piece.charAt(0) === "*" ? "**" + literal(piece.slice(2, -2)) + "**" : piece;
    }).join("");
  }
  /** @param {string} text */
  function opening(text) {
    return text.replace(/^\/(?=\/)/, "&#47;").replace(/^~(?=~~)/, "&#126;").replace(/^[>+-]/, "\\$&").replace(/^(\d+)(?=[.)] )/, "$1\\");
  }
  /** @param {string} text @param {Fil.Prose} kind */
  function paragraph(text, kind) { return opening(inline(text, kind)); }
  /** @param {string} text @param {Fil.Prose} kind @param {boolean} [listed] */
  function prose(text, kind, listed) {
    /** @type {string[]} */
    var blocks = [];
    var inList = false;
    lines(text).forEach(function (each) {
      var bullet = /^[-*•◦▪‣·●○■](?: (.*))?$/.exec(each);
      var words = bullet ? bullet[1] || "" : each;
      if (!words) return;
      var item = listed || (bullet && kind === "prose");
      var written = (item ? "- " : "") + paragraph(words, kind || "prose");
      if (item && inList) blocks[blocks.length - 1] += "\n" + written;
      else blocks.push(written);
      inList = Boolean(item);
    });
    return blocks.join("\n\n");
  }
  /* Words to read aloud: in guillemets, so that those within become the second ones. */
  /** @param {string} [text] */
  function bare(text) {
    return line(line(text).replace(/^«([^«»]*)»$/, "$1").replace(/«\s*/g, "“").replace(/\s*»/g, "”"));
  }
  /** @param {string} text */
  function quoted(text) { return "« " + paragraph(text, "said") + " »"; }
  /** @param {string} text */
  function spoken(text) { return lines(text).map(bare).filter(Boolean).map(quoted).join("\n\n"); }
  /** @param {string} name @param {string} argument @param {string} content @param {string} [place] */
  function block(name, argument, content, place) {
    return content && "/// " + name + (argument ? " | " + argument : "") + "\n" + (line(place) ? "    nom: " + line(place) + "\n" : "") + content + "\n///";
  }
  /** @param {string} text */
  function raw(text) {
    var kept = clean(text.replace(/\t/g, "  ")).split("\n").map(function (each) { return each.replace(/\s+$/, ""); }).filter(Boolean);
    var margin = Math.min.apply(null, kept.map(function (each) { return each.length - each.replace(/^ */, "").length; }));
    return kept.map(function (each) { return each.slice(margin); }).join("\n");
  }
  /** @param {string} text */
  function scalar(text) {
    if (/^[A-Za-zÀ-ÿœŒ0-9«]/.test(text) && !/: |:$| #/.test(text)) return text;
    return '"' + text.replace(/\\/g, "\\\\").replace(/"/g, '\\"') + '"';
  }

  /** @param {Fil.QuizAnswers} quiz */
  function quizText(quiz) {
    var options = kept(quiz.options).map(function (option) {
      return "- [" + (option.juste ? "x" : " ") + "] " + inline(line(option.texte), "said");
    });
    return block("question", inline(line(quiz.question), "name"), options.join("\n") + "\n\n" + prose(quiz.explication, "said"));
  }
  /** @param {Fil.Answers} answers */
  function number(answers) { return declared.numeros[answers.theme] || ""; }
  /** @param {string[]} values */
  function list(values) { return "[" + values.join(", ") + "]"; }
  /** @param {Fil.Answers} answers */
  function frontText(answers) {
    /** @type {Record<string, string>} */
    var values = {
      numero: number(answers),
      titre: scalar(line(answers.titre)),
      resume: scalar(line(answers.resume)),
      publics: list(answers.publics || []),
      themes: list([answers.theme]),
      niveau: answers.niveau,
      appareils: (answers.appareils || []).length ? list(answers.appareils) : "",
      appels: kept(answers.appels).map(function (each) { return "\n  - " + scalar(line(each.phrase)); }).join(""),
      recap: scalar(line(answers.recap)),
      sources: kept(answers.sources).map(function (each) {
        return "\n  - nom: " + scalar(line(each.nom)) + "\n    url: " + scalar(line(each.url));
      }).join(""),
      relu_le: answers.relu_le
    };
    return Object.keys(declared.cles).filter(function (key) { return values[key]; }).map(function (key) {
      return key + ":" + (values[key].charAt(0) === "\n" ? "" : " ") + values[key];
    });
  }
  /** @param {Fil.Answers} answers */
  function write(answers) {
    var parts = declared.parties;
    /** @param {string} name @param {string} text */
    function section(name, text) { return text && "## " + name + "\n\n" + text; }
    var steps = kept(answers.etapes);
    var ranks = propose.ranks(steps, answers.comprendre);
    var understanding = kept(answers.questions).map(quizText);
    if (line(answers.raconter)) understanding.push(block("dire", "", prose(answers.raconter, "said")));
    propose.addParts(understanding, answers.comprendre, ranks);
    return [["---"].concat(frontText(answers), "---").join("\n"),
      prose(answers.introduction, "prose"),
      section(parts.before, prose(answers.avant, "prose", true)),
      section(parts.steps, steps.map(function (step) { return propose.stepText(step, ranks); }).join("\n\n")),
      section(parts.understanding, understanding.filter(Boolean).join("\n\n")),
      section(parts.choosing, prose(answers.choisir, "prose")),
      section(parts.further, prose(answers.plusloin, "prose"))
    ].filter(Boolean).join("\n\n") + "\n";
  }

  propose.write = write;
  propose.inline = inline;
  propose.prose = prose;
  propose.bare = bare;
  propose.spoken = spoken;
  propose.quoted = quoted;
  propose.block = block;
  propose.raw = raw;
  propose.quizText = quizText;
  propose.number = number;
})();
