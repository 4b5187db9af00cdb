// Dit ce qui manque dans le formulaire, avec des mots simples, à côté de chaque champ.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var keys = declared.cles;
  var line = propose.line;
  var blank = propose.blank;
  var filled = propose.filled;
  var kept = propose.kept;
  var size = propose.size;
  var plural = propose.plural;

  /** @type {("titre" | "resume" | "recap")[]} */
  var TEXTS = ["titre", "resume", "recap"];
  /** @type {("appels" | "sources")[]} */
  var LISTS = ["appels", "sources"];
  /* What is wrong, in plain words; each with the path of its field. */
  /** @param {string} text @param {number} maximum */
  function tooLong(text, maximum) {
    var over = size(line(text)) - maximum;
    return over > 0 ? "C’est trop long de " + plural(over, "caractère") + " : " + maximum + " au plus." : "";
  }
  /** @param {string} recap @param {string} itsNumber */
  function message(recap, itsNumber) {
    return window.filMessage.written(line(recap) + declared.signature.replace("{numero}", itsNumber || "0000"));
  }
  /* Each fault of the message, by the code that the verifier gives it. */
  /** @param {string} recap @param {string} itsNumber */
  function recapFaults(recap, itsNumber) {
    /** @type {Record<string, string>} */
    var found = {};
    var over = window.filMessage.length(message(recap, itsNumber)) - declared.sms;
    var lost = (line(recap).match(/[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g) || []).filter(function (sign) {
      return sign !== "?" && window.filMessage.written(sign) === "?";
    });
    if (over > 0) found.FIL118 = "Le SMS est trop long de " + plural(over, "caractère") + " : " + declared.sms + " au plus, avec le numéro de la fiche.";
    if (lost.length) found.FIL121 = "Un SMS ne sait pas écrire : " + lost.join(" ") + ". Retirez ces signes.";
    if (/:\/\/|www\./.test(recap)) found.FIL210 = "Retirez le lien : les gens viennent d’apprendre à s’en méfier. Dites le nom du site.";
    return found;
  }
  /** @param {string} day */
  function dayProblem(day) {
    var parts = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(day) || []).map(Number);
    var date = new Date(0);
    date.setUTCFullYear(parts[1], parts[2] - 1, parts[3]);
    var real = parts[1] > 0 && date.getUTCMonth() + 1 === parts[2] && date.getUTCDate() === parts[3];
    if (!real) return "Écrivez une date qui existe, par exemple " + propose.today() + ".";
    return date.toISOString().slice(0, 10) > propose.latest() ? "Cette date est dans le futur." : "";
  }
  /** @param {string} address */
  function linkProblem(address) {
    return propose.isAddress(address) && !/[[\]]/.test(address) ? "" : "Écrivez une adresse entière, qui commence par https://, puis le nom du site.";
  }

  /** @param {Fil.Answers} answers */
  function check(answers) {
    /** @type {Fil.Problem[]} */
    var found = [];
    /** @type {Fil.Say} */
    function say(path, problem) { if (problem) found.push({ champ: path, probleme: problem }); }
    checkCard(answers, say);
    checkLists(answers, say);
    var ranks = propose.ranks(answers.etapes || [], answers.comprendre);
    checkSteps(answers.etapes || [], ranks, say);
    propose.checkThread(/** @type {Fil.StepAnswers} */ ({ fil: answers.comprendre || [] }), "", ranks, function (path, problem) { say(path.replace(/^fil/, "comprendre"), problem); });
    each(answers.questions, "questions.", function (quiz, at) { checkQuiz(quiz, at, say); });
    checkLength(answers, "", say);
    if (!found.length && unescape(encodeURIComponent(propose.write(answers))).length > declared.fichier) say("titre", "La fiche est trop longue : faites-en deux.");
    return found;
  }
  /** @type {Fil.Propose["each"]} */
  function each(values, path, judge) {
    (values || []).forEach(function (value, rank) { if (filled(value)) judge(value, path + rank + ".", rank); });
  }
  /** @param {string} text @param {string} meaning @param {number} [maximum] */
  function needed(text, meaning, maximum) {
    return blank(text) ? "Complétez : " + meaning + "." : maximum ? tooLong(text, maximum) : "";
  }
  /** @param {Fil.Answers} answers @param {Fil.Say} say */
  function checkCard(answers, say) {
    TEXTS.forEach(function (key) { say(key, needed(answers[key], keys[key].sens, keys[key].maximum)); });
    if (!declared.themes[answers.theme]) say("theme", "Choisissez un thème.");
    if (!(answers.publics || []).length) say("publics", "Choisissez au moins un public.");
    if (!declared.niveaux[answers.niveau]) say("niveau", "Choisissez un niveau.");
    var faults = blank(answers.recap) ? {} : recapFaults(answers.recap, propose.number(answers));
    say("recap", faults[Object.keys(faults)[0]]);
    say("relu_le", dayProblem(answers.relu_le || ""));
  }
  /** @param {Fil.Answers} answers @param {Fil.Say} say */
  function checkLists(answers, say) {
    var calls = answers.appels || [];
    var missing = keys.appels.nombre[0] - kept(calls).length;
    calls.forEach(function (call, rank) {
      var path = "appels." + rank + ".phrase";
      if (filled(call)) say(path, needed(call.phrase, "une phrase", keys.appels.maximum));
      else if (missing-- > 0) say(path, "Il faut " + keys.appels.sens + ".");
    });
    if (missing > 0) say("appels", "Il faut " + keys.appels.sens + ".");
    var sources = answers.sources || [];
    sources.forEach(function (source, rank) {
      if (!filled(source) && (rank || kept(sources).length)) return;
      say("sources." + rank + ".nom", needed(source.nom, keys.sources.cles.nom.sens, keys.sources.cles.nom.maximum));
      say("sources." + rank + ".url", linkProblem(line(source.url)));
    });
    if (!sources.length) say("sources", "Ajoutez au moins une source : " + keys.sources.sens + ".");
    LISTS.forEach(function (key) {
      var most = keys[key].nombre[1];
      if (kept(/** @type {object[]} */ (answers[key])).length > most) say(key, "Gardez-en " + most + " au plus.");
    });
  }
  /** @param {Fil.StepAnswers[]} steps @param {Record<string, number>} ranks @param {Fil.Say} say */
  function checkSteps(steps, ranks, say) {
    if (!kept(steps).length) say(steps.length ? "etapes.0.titre" : "etapes", "Il faut au moins une étape : ce que l’on fait, à la première personne.");
    each(steps, "etapes.", function (step, path) {
      if (!line(step.titre)) say(path + "titre", "Complétez : ce que l’on fait, à la première personne.");
      each(step.ecrans, path + "ecrans.", function (screen, at) { propose.checkScreen(screen, at, say); });
      propose.checkThread(step, path, ranks, say);
      each(step.soucis, path + "soucis.", function (trouble, at) { checkTrouble(trouble, "sinon", at, say); });
      each(step.arrets, path + "arrets.", function (trouble, at) { checkTrouble(trouble, "stop", at, say); });
    });
  }
  /** @param {Fil.Trouble} trouble @param {string} block @param {string} at @param {Fil.Say} say */
  function checkTrouble(trouble, block, at, say) {
    if (!line(trouble.situation)) say(at + "situation", "Complétez : " + declared.blocs[block].sens + ".");
    if (!propose.prose(trouble.texte, "prose") && !propose.spoken(trouble.mots) && !trouble.vers) say(at + "texte", "Écrivez ce que l’on fait, ou les mots à lire.");
  }
  /** @param {Fil.QuizAnswers} quiz @param {string} at @param {Fil.Say} say */
  function checkQuiz(quiz, at, say) {
    if (!line(quiz.question)) say(at + "question", "Complétez : " + declared.blocs.question.sens + ".");
    var options = kept(quiz.options);
    if (options.length < 2) say(at + "options", "Il faut au moins deux réponses.");
    else if (!options.some(function (option) { return option.juste; })) say(at + "options", "Cochez la bonne réponse.");
    if (!propose.prose(quiz.explication, "said")) say(at + "explication", "Expliquez la bonne réponse en une phrase.");
  }
  /* A line of the file is a paragraph; the marks around it take a few signs. */
  /** @param {unknown} value @param {string} path @param {Fil.Say} say */
  function checkLength(value, path, say) {
    if (typeof value === "string") {
      var written = propose.lines(value).map(function (text) { return propose.inline(text, "prose"); });
      var long = written.some(function (text) { return text.length > declared.ligne - 200; });
      var word = written.some(function (text) {
        return text.split(/\s+/).some(function (each) { return each.length > declared.mot - 100; });
      });
      if (word) say(path, "Un mot est trop long : retirez-le, ou coupez-le.");
      else if (long) say(path, "Une ligne est trop longue : coupez-la en plusieurs phrases, sur plusieurs lignes.");
    } else if (value && typeof value === "object") {
      var held = /** @type {Record<string, unknown>} */ (value);
      Object.keys(held).forEach(function (key) { checkLength(held[key], path ? path + "." + key : key, say); });
    }
  }

  propose.check = check;
  propose.each = each;
  propose.message = message;
  propose.tooLong = tooLong;
  propose.recapFaults = recapFaults;
  propose.dayProblem = dayProblem;
})();
