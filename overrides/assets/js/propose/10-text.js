// Écrit une fiche en Markdown à partir de ce qui est saisi, relit une correction, dit ce qui manque.
// Rien ici ne touche à la page.
(function () {
  "use strict";
  var declared = window.filDeclaration;
  var keys = declared.cles;

  /* Texts as they will be read: composed accents, ordinary spaces, no invisible sign. */
  function clean(text) {
    return String(text || "").normalize("NFC")
      .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, "\n")
      .replace(/[^\S\n]/g, " ")
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "")
      .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1")
      .normalize("NFC");
  }
  function line(text) { return clean(text).replace(/\s+/g, " ").trim(); }
  function lines(text) { return clean(text).split("\n").map(line).filter(Boolean); }
  function size(text) { return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length; }
  function blank(text) { return !line(text).replace(/[….]/g, ""); }
  function slug(title) {
    var name = window.filFrench.slug(line(title)).slice(0, 60).replace(/-$/, "");
    return !name || /^(?:index|readme|templates)$/.test(name) ? "fiche" + (name && "-" + name) : name;
  }
  function plural(count, word) { return count + " " + word + (count > 1 ? "s" : ""); }
  function today() {
    var now = new Date();
    var here = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    var elsewhere = now.toISOString().slice(0, 10);
    // Neither here nor where it will be read may it be tomorrow.
    return here < elsewhere ? here : elsewhere;
  }

  /* Markdown: what would be a sign of the language is written so that it is read as typed. */
  var SIGNS = { "\\": "\\\\", "`": "\\`", "*": "\\*", _: "\\_", "[": "\\[", "]": "\\]", "#": "\\#", "<": "&lt;", "{": "&#123;", "}": "&#125;", "|": "&#124;" };
  var VERBS = "\\{[A-Za-zÀ-ÿœŒ][A-Za-zÀ-ÿœŒ'’ -]{0,58}\\|[A-Za-zÀ-ÿœŒ][A-Za-zÀ-ÿœŒ'’ -]{0,58}\\}";
  var BOLD = "\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*";
  var LINK = "https:\\/\\/(?:[A-Za-z0-9-]+\\.)+[a-z]{2,}(?:\\/[\\w\\/.%?=+~-]*[\\w\\/])?";
  var KEPT = {
    name: new RegExp("(" + VERBS + ")"),
    said: new RegExp("(" + VERBS + "|" + BOLD + ")"),
    prose: new RegExp("(" + VERBS + "|" + BOLD + "|" + LINK + ")")
  };
  function literal(text) {
    return text.replace(/&(?=#?\w+;)/g, "&amp;").replace(/[\\`*_[\]#<{}|]/g, function (sign) { return SIGNS[sign]; });
  }
  function inline(text, kind) {
    return text.split(KEPT[kind]).map(function (piece, rank) {
      if (rank % 2 === 0) return literal(piece);
      if (piece.charAt(0) === "h") return "<" + piece + ">";
      return piece.charAt(0) === "*" ? "**" + literal(piece.slice(2, -2)) + "**" : piece;
    }).join("");
  }
  function opening(text) {
    return text.replace(/^\/(?=\/)/, "&#47;").replace(/^~(?=~~)/, "&#126;").replace(/^[>+-]/, "\\$&").replace(/^(\d+)(?=[.)] )/, "$1\\");
  }
  function paragraph(text, kind) { return opening(inline(text, kind)); }
  function prose(text, kind, listed) {
    var blocks = [];
    var inList = false;
    lines(text).forEach(function (each) {
      var bullet = /^[-*•](?: (.*))?$/.exec(each);
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
  function bare(text) {
    return line(line(text).replace(/^«([^«»]*)»$/, "$1").replace(/«\s*/g, "“").replace(/\s*»/g, "”"));
  }
  function quoted(text) { return "« " + inline(text, "said") + " »"; }
  function spoken(text) { return lines(text).map(bare).filter(Boolean).map(quoted).join("\n\n"); }
  function block(name, argument, content) {
    return content && "/// " + name + (argument ? " | " + argument : "") + "\n" + content + "\n///";
  }
  function raw(text) {
    var kept = clean(text.replace(/\t/g, "  ")).split("\n").map(function (each) { return each.replace(/\s+$/, ""); }).filter(Boolean);
    var margin = Math.min.apply(null, kept.map(function (each) { return /^ */.exec(each)[0].length; }));
    return kept.map(function (each) { return each.slice(margin); }).join("\n");
  }
  function scalar(text) {
    if (/^[A-Za-zÀ-ÿœŒ0-9«]/.test(text) && !/: |:$| #/.test(text)) return text;
    return '"' + text.replace(/\\/g, "\\\\").replace(/"/g, '\\"') + '"';
  }

  /* Whether something was written in a repeated part; the empty ones are left out. */
  function filled(value) {
    if (typeof value === "string") return Boolean(line(value));
    if (Array.isArray(value)) return value.some(filled);
    return Object.keys(value || {}).some(function (key) {
      return key !== "appareils" && value[key] !== true && filled(value[key]);
    });
  }
  function kept(list) { return (list || []).filter(filled); }

  function trouble(name) {
    return function (each) {
      return block(name, inline(line(each.situation), "name"), [prose(each.texte, "prose"), spoken(each.mots)].filter(Boolean).join("\n\n"));
    };
  }
  function stepText(step) {
    var parts = ["### " + inline(line(step.titre), "name"), prose(step.texte, "prose")];
    kept(step.ecrans).forEach(function (each) { parts.push(block("ecran", line(each.legende), raw(each.dessin))); });
    kept(step.dires).forEach(function (each) { parts.push(block("dire", (each.appareils || []).join(", "), prose(each.texte, "said"))); });
    if (line(step.autrement)) parts.push(block("autrement", "", prose(step.autrement, "said")));
    kept(step.demandes).forEach(function (each) {
      parts.push(block("demander", inline(line(each.question), "name"), kept(each.reponses).map(function (answer) {
        return "- **" + inline(line(answer.reponse), "name") + "** : " + quoted(bare(answer.mots));
      }).join("\n")));
    });
    kept(step.soucis).map(trouble("sinon")).concat(kept(step.arrets).map(trouble("stop"))).forEach(function (each) { parts.push(each); });
    return parts.filter(Boolean).join("\n\n");
  }
  function quizText(quiz) {
    var options = kept(quiz.options).map(function (option) {
      return "- [" + (option.juste ? "x" : " ") + "] " + inline(line(option.texte), "said");
    });
    return block("question", inline(line(quiz.question), "name"), options.join("\n") + "\n\n" + prose(quiz.explication, "said"));
  }
  function number(answers) { return declared.numeros[answers.theme] || ""; }
  function list(values) { return "[" + values.join(", ") + "]"; }
  function frontText(answers) {
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
    return Object.keys(keys).filter(function (key) { return values[key]; }).map(function (key) {
      return key + ":" + (values[key].charAt(0) === "\n" ? "" : " ") + values[key];
    });
  }
  function write(answers) {
    var parts = declared.parties;
    function section(name, text) { return text && "## " + name + "\n\n" + text; }
    var understanding = kept(answers.questions).map(quizText);
    if (line(answers.raconter)) understanding.push(block("dire", "", prose(answers.raconter, "said")));
    return [["---"].concat(frontText(answers), "---").join("\n"),
      prose(answers.introduction, "prose"),
      section(parts.before, prose(answers.avant, "prose", true)),
      section(parts.steps, kept(answers.etapes).map(stepText).join("\n\n")),
      section(parts.understanding, understanding.join("\n\n")),
      section(parts.choosing, prose(answers.choisir, "prose")),
      section(parts.further, prose(answers.plusloin, "prose"))
    ].filter(Boolean).join("\n\n") + "\n";
  }

  /* What is wrong, in plain words; each with the path of its field. */
  function tooLong(text, maximum) {
    var over = size(line(text)) - maximum;
    return over > 0 ? "C’est trop long de " + plural(over, "caractère") + " : " + maximum + " au plus." : "";
  }
  function message(recap, itsNumber) {
    return window.filMessage.written(line(recap) + declared.signature.replace("{numero}", itsNumber || "0000"));
  }
  function recapProblem(recap, itsNumber) {
    var over = window.filMessage.length(message(recap, itsNumber)) - declared.sms;
    var lost = (line(recap).match(/[\ud800-\udbff][\udc00-\udfff]|[^]/g) || []).filter(function (sign) {
      return sign !== "?" && window.filMessage.written(sign) === "?";
    });
    if (over > 0) return "Le SMS est trop long de " + plural(over, "caractère") + " : " + declared.sms + " au plus, avec le numéro de la fiche.";
    if (lost.length) return "Un SMS ne sait pas écrire : " + lost.join(" ") + ". Retirez ces signes.";
    if (/:\/\/|www\./.test(recap)) return "Retirez le lien : les gens viennent d’apprendre à s’en méfier. Dites le nom du site.";
    return "";
  }
  function dayProblem(day) {
    var parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
    var real = parts && new Date(Date.UTC(parts[1], parts[2] - 1, parts[3])).toISOString().slice(0, 10) === day;
    if (!real) return "Écrivez une date qui existe, par exemple " + today() + ".";
    return day > today() ? "Cette date est dans le futur." : "";
  }
  function linkProblem(address) {
    var good = /^https:\/\/[A-Za-z0-9À-ÿ.-]+\.[A-Za-zÀ-ÿ]{2,}(?::\d+)?(?:[\/?#][^\s[\]]*)?$/.test(address) && size(address) <= 300;
    return good ? "" : "Écrivez une adresse entière, qui commence par https://";
  }
  function check(answers) {
    var found = [];
    function say(path, problem) { if (problem) found.push({ champ: path, probleme: problem }); }
    function need(path, text, meaning, maximum) {
      say(path, blank(text) ? "Complétez : " + meaning + "." : maximum ? tooLong(text, maximum) : "");
    }
    ["titre", "resume"].forEach(function (key) { need(key, answers[key], keys[key].sens, keys[key].maximum); });
    if (!declared.themes[answers.theme]) say("theme", "Choisissez un thème.");
    if (!(answers.publics || []).length) say("publics", "Choisissez au moins un public.");
    if (!declared.niveaux[answers.niveau]) say("niveau", "Choisissez un niveau.");
    var calls = answers.appels || [];
    var missing = keys.appels.nombre[0] - kept(calls).length;
    calls.forEach(function (each, rank) {
      var path = "appels." + rank + ".phrase";
      if (filled(each)) need(path, each.phrase, "une phrase", keys.appels.maximum);
      else if (missing-- > 0) say(path, "Il faut " + keys.appels.sens + ".");
    });
    if (missing > 0) say("appels", "Il faut " + keys.appels.sens + ".");
    need("recap", answers.recap, keys.recap.sens, keys.recap.maximum);
    if (!blank(answers.recap)) say("recap", recapProblem(answers.recap, number(answers)));
    var sources = answers.sources || [];
    sources.forEach(function (each, rank) {
      if (!filled(each) && (rank || kept(sources).length)) return;
      need("sources." + rank + ".nom", each.nom, keys.sources.cles.nom.sens, keys.sources.cles.nom.maximum);
      say("sources." + rank + ".url", linkProblem(line(each.url)));
    });
    if (!sources.length) say("sources", "Ajoutez au moins une source : " + keys.sources.sens + ".");
    ["appels", "sources"].forEach(function (key) {
      var most = keys[key].nombre[1];
      if (kept(answers[key]).length > most) say(key, "Gardez-en " + most + " au plus.");
    });
    say("relu_le", dayProblem(answers.relu_le || ""));

    var steps = answers.etapes || [];
    if (!kept(steps).length) say(steps.length ? "etapes.0.titre" : "etapes", "Il faut au moins une étape : ce que l’on fait, à la première personne.");
    steps.forEach(function (step, rank) {
      if (!filled(step)) return;
      var path = "etapes." + rank + ".";
      if (!line(step.titre)) say(path + "titre", "Complétez : ce que l’on fait, à la première personne.");
      each(step.ecrans, path + "ecrans.", function (screen, at) {
        if (blank(screen.legende)) say(at + "legende", "Complétez : " + declared.blocs.ecran.sens + ".");
        else if (/[<>[\]{}|`\\*_]/.test(screen.legende)) say(at + "legende", "Retirez ces signes de la légende : < > [ ] { } | ` \\ * _");
        if (!line(screen.dessin)) say(at + "dessin", "Décrivez l’écran, ou retirez-le.");
        else if (/^\s*(?:\/\/|```|~~~)/m.test(screen.dessin)) say(at + "dessin", "Une ligne de l’écran ne commence pas par //, ``` ou ~~~.");
      });
      each(step.demandes, path + "demandes.", function (ask, at) {
        if (!line(ask.question)) say(at + "question", "Complétez : " + declared.blocs.demander.sens + ".");
        each(ask.reponses, at + "reponses.", function (answer, place) {
          if (!line(answer.reponse)) say(place + "reponse", "Complétez : ce que répond la personne.");
          if (!bare(answer.mots)) say(place + "mots", "Complétez : ce que l’on dit alors.");
        });
        if (kept(ask.reponses).length < 2) say(at + "reponses", "Il faut au moins deux réponses.");
      });
      ["soucis", "arrets"].forEach(function (kind) {
        each(step[kind], path + kind + ".", function (one, at) {
          if (!line(one.situation)) say(at + "situation", "Complétez : " + declared.blocs[kind === "soucis" ? "sinon" : "stop"].sens + ".");
          if (!prose(one.texte, "prose") && !spoken(one.mots)) say(at + "texte", "Écrivez ce que l’on fait, ou les mots à lire.");
        });
      });
    });
    each(answers.questions, "questions.", function (quiz, at) {
      if (!line(quiz.question)) say(at + "question", "Complétez : " + declared.blocs.question.sens + ".");
      var options = kept(quiz.options);
      if (options.length < 2) say(at + "options", "Il faut au moins deux réponses.");
      else if (!options.some(function (option) { return option.juste; })) say(at + "options", "Cochez la bonne réponse.");
      if (!prose(quiz.explication, "said")) say(at + "explication", "Expliquez la bonne réponse en une phrase.");
    });
    longLines(answers, "");
    if (!found.length && unescape(encodeURIComponent(write(answers))).length > declared.fichier) say("titre", "La fiche est trop longue : faites-en deux.");
    return found;

    function each(values, path, judge) {
      (values || []).forEach(function (value, rank) { if (filled(value)) judge(value, path + rank + "."); });
    }
    function longLines(value, path) {
      if (typeof value === "string") {
        if (lines(value).some(function (each) { return inline(each, "prose").length > declared.ligne - 200; })) say(path, "Une ligne est trop longue : coupez-la en plusieurs phrases, sur plusieurs lignes.");
      } else if (value && typeof value === "object") {
        Object.keys(value).forEach(function (key) { longLines(value[key], path ? path + "." + key : key); });
      }
    }
  }

  /* A correction is the whole file: what can be told without reading it all as Markdown. */
  var FENCE = /^-{3,}\s*$/;
  function checkFile(text) {
    var found = [];
    function say(rank, problem) { if (problem) found.push({ ligne: rank + 1, probleme: "Ligne " + (rank + 1) + " : " + problem }); }
    var all = clean(text).split("\n");
    var end = 1;
    while (end < all.length && !FENCE.test(all[end])) end += 1;
    if (!FENCE.test(all[0]) || end === all.length) {
      say(0, "le fichier commence par un en-tête, entre deux lignes de trois tirets (---).");
      return found;
    }
    checkFront(all.slice(0, end), say);
    checkBody(all, end + 1, say);
    return found.sort(function (left, right) { return left.ligne - right.ligne; });
  }
  function checkFront(front, say) {
    var seen = {};
    front.forEach(function (each, rank) {
      var key = /^([\w-]+) *:(.*)$/.exec(each);
      if (!key) return;
      if (!keys[key[1]]) say(rank, "la clé « " + key[1] + " » n’existe pas.");
      else if (seen[key[1]]) say(rank, "« " + key[1] + " » est écrit deux fois.");
      var next = rank + 1;
      while (next < front.length && /^(?:\s|- |$)/.test(front[next])) next += 1;
      seen[key[1]] = { rank: rank, value: line(key[2].replace(/^ *[>|][+-]?\s*$/, "")), under: front.slice(rank + 1, next) };
    });
    function text(key) {
      var whole = line(seen[key].value + " " + seen[key].under.join(" "));
      return /^"[^]*"$|^'[^]*'$/.test(whole) ? whole.slice(1, -1) : whole;
    }
    Object.keys(keys).forEach(function (key) {
      var its = seen[key];
      if (!its) {
        if (keys[key].requis) say(front.length - 1, "il manque « " + key + " », " + keys[key].sens + ".");
        return;
      }
      var bounds = keys[key].nombre;
      if (keys[key].requis && !its.value && !its.under.length) say(its.rank, "« " + key + " » est vide.");
      else if (keys[key].maximum && !bounds) say(its.rank, tooLong(text(key), keys[key].maximum));
      else if (bounds && !its.value && its.under.filter(function (each) { return /^\s*- /.test(each); }).length < bounds[0]) say(its.rank, "il faut au moins " + plural(bounds[0], "ligne") + " sous « " + key + " ».");
    });
    if (seen.recap) say(seen.recap.rank, recapProblem(text("recap"), seen.numero ? seen.numero.value : ""));
    if (seen.relu_le) say(seen.relu_le.rank, dayProblem(seen.relu_le.value));
    front.forEach(function (each, rank) {
      var link = /^\s+(?:- )?url: *(.*)$/.exec(each);
      if (link) say(rank, linkProblem(line(link[1]).replace(/^["']|["']$/g, "")));
    });
  }
  function checkBody(all, start, say) {
    var names = {};
    Object.keys(declared.parties).forEach(function (key) { names[bareName(declared.parties[key])] = key; });
    function bareName(name) { return window.filFrench.fold(name).replace(/[ ?]+$/, ""); }
    var open = [];
    var section = "";
    var steps = 0;
    for (var rank = start; rank < all.length; rank += 1) {
      var each = all[rank];
      var begins = /^ {0,3}(\/{3,}) *([\w-]+) *(?:\| *(.*?) *)?$/.exec(each);
      var ends = /^ {0,3}(\/{3,}) *$/.exec(each);
      var heading = /^(#{2,3})(?!#)(.*)$/.exec(each);
      var inside = open[open.length - 1];
      if (size(each) > declared.ligne) say(rank, "cette ligne est trop longue.");
      if (ends) close(ends[1].length, rank);
      else if (begins && !(inside && inside.name === "ecran" && !declared.blocs[begins[2]])) openBlock(begins, rank);
      else if (inside && inside.name === "ecran") continue;
      else if (heading && !inside) {
        var name = line(heading[2]);
        if (heading[1] === "##") {
          section = names[bareName(name)] || "";
          if (!section) say(rank, "la partie « " + name + " » n’existe pas.");
        } else if (section === "steps") {
          steps += 1;
          if (!name) say(rank, "cette étape n’a pas de titre.");
        }
      }
      if (/<(?!(?:https|mailto|tel):)\/?[A-Za-z!?]/.test(each.replace(/`[^`]*`/g, ""))) say(rank, "une balise HTML est écrite dans le texte : retirez-la.");
    }
    open.forEach(unclosed);
    if (!steps) say(start - 1, "il manque la partie « " + declared.parties.steps + " », avec au moins un titre ###.");
    function unclosed(each) { say(each.rank, "le bloc « " + each.name + " » n’est pas refermé. Ajoutez une ligne /// là où il finit."); }
    function close(length, rank) {
      for (var depth = open.length - 1; depth >= 0; depth -= 1) {
        if (open[depth].length === length) {
          open.splice(depth).slice(1).forEach(unclosed);
          return;
        }
      }
      say(rank, "ces barres ne referment aucun bloc.");
    }
    function openBlock(match, rank) {
      var known = declared.blocs[match[2].toLowerCase()];
      if (!known) say(rank, "le bloc « " + match[2] + " » n’existe pas.");
      else if (known.argument === true && !match[3]) say(rank, "il manque, après « " + match[2] + " », une barre droite puis " + known.sens + ".");
      open = open.filter(function (other) {
        if (other.length === match[1].length) unclosed(other);
        return other.length !== match[1].length;
      });
      open.push({ name: match[2].toLowerCase(), length: match[1].length, rank: rank });
    }
  }

  /* What changed, line by line: the longest common lines stay. */
  function changes(before, after) {
    var old = before.split("\n");
    var now = after.split("\n");
    var start = 0;
    while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
    var end = 0;
    while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    var a = old.slice(start, old.length - end);
    var b = now.slice(start, now.length - end);
    var common = [];
    var i, j;
    var small = a.length * b.length <= 1000000;
    for (i = a.length; small && i >= 0; i -= 1) {
      common[i] = [];
      for (j = b.length; j >= 0; j -= 1) {
        common[i][j] = i === a.length || j === b.length ? 0 : a[i] === b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    var found = [];
    for (i = 0, j = 0; i < a.length || j < b.length;) {
      if (small && i < a.length && j < b.length && a[i] === b[j]) { i += 1; j += 1; }
      else if (i < a.length && (!small || j === b.length || common[i + 1][j] >= common[i][j + 1])) { found.push({ signe: "-", ligne: start + i + 1, texte: a[i] }); i += 1; }
      else { found.push({ signe: "+", ligne: start + j + 1, texte: b[j] }); j += 1; }
    }
    return found;
  }

  window.filPropose = { write: write, check: check, checkFile: checkFile, changes: changes, message: message, slug: slug, today: today, filled: filled, line: line, lines: lines, bare: bare, size: size, plural: plural };
})();
