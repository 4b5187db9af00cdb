// Relit le fil de l’appel : ce qui manque, qui arrête ; ce qui gênerait l’appel, qui se conseille.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var line = propose.line;
  var kept = propose.kept;
  var each = propose.each;
  var COMPLETE = "Complétez : ";
  // What waits for an answer: « Que voyez-vous ? », « Dites-moi ce mot. »; not « Donnez-moi une minute. ».
  var ASKS = /\?|(?:dites|lisez|décrivez|épelez|répétez)(?:-l[ae]s?)?-moi/i;
  /* Whether what is said ends by asking for an answer: its last sentence does. */
  /** @param {string} text */
  function asks(text) { return ASKS.test(window.filFrench.sentences(text || "").pop() || ""); }
  // A gesture that a proof shows: « Appuyez », « {appuyez|cliquez} »; not « Regardez ».
  var ACTS = /(?:^|[^a-zà-ÿ])(?:appuyez|cliquez|touchez|glissez|ouvrez|fermez|écrivez|tapez|éteignez|allumez|branchez|débranchez|choisissez|posez|effacez)(?![a-zà-ÿ])/i;

  // « plus-rien »; not « Plus rien », nor « etape-2 », which a step has already.
  var NAME = /^(?!etape-)[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

  /** @param {string} place @param {Record<string, number>} ranks */
  function leadProblem(place, ranks) {
    var parts = (place || "").split(":");
    if (parts[0] === "etape" && !ranks[parts[1]]) return "Cette étape n’est plus là, ou elle est vide : choisissez où mène la réponse.";
    if (parts[0] === "fiche" && !parts[2]) return "Écrivez le numéro d’une fiche du site.";
    var named = parts[0] === "lien" && /\]\(#([^)\s]+)\)/.exec(place);
    if (named && !propose.has(ranks, "#" + named[1])) return "L’endroit « " + named[1] + " » n’est plus dans cette fiche : choisissez où mène la réponse.";
    return parts[0] === "geste" && !propose.has(declared.gestes, parts[1]) ? "Choisissez un geste de la liste." : "";
  }
  /** @type {Fil.Propose["checkThread"]} */
  function checkThread(step, path, ranks, say) {
    /** @param {string} at @param {string | boolean} isThere @param {string} meaning */
    function need(at, isThere, meaning) { if (!isThere) say(at, COMPLETE + meaning + "."); }
    /** @param {Fil.WrittenReply[]} answers @param {string} at @param {number} least @param {string} problem @param {string} [proof] */
    function checkReplies(answers, at, least, problem, proof) {
      each(answers, at, function (answer, itsPlace) {
        // The success of a proof is asked for in its own fields.
        var place = proof || itsPlace;
        if (!proof) need(place + "reponse", line(answer.reponse), "ce que répond la personne");
        var follows = kept(answer.suite).length > 0;
        if (!propose.bare(answer.mots) && !answer.vers && !follows) say(place + "mots", "Écrivez ce que l’on dit alors, ou choisissez où mène la réponse.");
        if (propose.inline(answer.reponse + answer.mots, "name").length > declared.ligne - 300) say(place + "mots", "C’est trop long pour une réponse : coupez.");
        say(place + "vers", leadProblem(answer.vers, ranks));
        each(answer.suite, place + "suite.", function (follow, deeper) {
          need(deeper + "question", line(follow.question), declared.blocs.demander.sens);
          checkReplies(follow.reponses, deeper + "reponses.", 2, "Il faut au moins deux réponses.");
        });
      });
      if (!proof && kept(answers).length < least) say(at.slice(0, -1), problem);
    }
    /** @param {string} name @param {string} at */
    function checkName(name, at) {
      if (line(name) && !NAME.test(line(name))) say(at + "nom", "Des minuscules sans accent, des chiffres, des tirets : verifier-le-bruit.");
      else if (line(name) && ranks["#" + line(name)] > 1) say(at + "nom", "Ce nom est déjà pris dans cette fiche.");
    }
    each(step.depart, path + "depart.", function (start, at) {
      need(at + "etat", line(start.etat), declared.blocs.depart.sens);
      if (!propose.prose(start.texte, "prose") && !propose.spoken(start.mots) && !start.geste) say(at + "mots", "Dites comment y arriver : des mots à lire, ou un geste.");
      say(at + "geste", start.geste && leadProblem("geste:" + start.geste, ranks));
      checkName(start.nom, at);
    });
    [["soucis", step.soucis], ["arrets", step.arrets]].forEach(function (pair) {
      each(/** @type {Fil.Trouble[]} */ (pair[1]), path + pair[0] + ".", function (trouble, at) {
        checkName(trouble.nom, at);
        say(at + "vers", leadProblem(trouble.vers, ranks));
      });
    });
    each(step.fil, path + "fil.", function (part, at) {
      checkName(part.nom, at);
      if (part.sorte === "brut") propose.checkPassage(part.texte, function (_rank, _code, problem) { say(at + "texte", problem.charAt(0).toUpperCase() + problem.slice(1)); });
      else if (part.sorte === "texte") need(at + "texte", propose.prose(part.texte, "prose"), "ce que lit le public");
      else if (part.sorte === "dire") need(at + "texte", propose.prose(part.texte, "said"), declared.blocs.dire.sens);
      else if (part.sorte === "geste") say(at + "geste", leadProblem("geste:" + part.geste, ranks));
      else {
        need(at + "question", line(part.question), declared.blocs[part.sorte].sens);
        var isProof = part.sorte === "preuve";
        if (isProof) {
          need(at + "reussite", line(part.reussite), "ce que répond la personne quand c’est réussi");
          checkReplies([{ reponse: part.reussite, mots: part.mots, vers: part.vers, suite: part.suite }], "", 1, "", at);
        }
        checkReplies(part.reponses, at + "reponses.", isProof ? 1 : 2, isProof ? "Il faut au moins une réparation : ce que répond la personne quand ça n’a pas marché." : "Il faut au moins deux réponses.");
      }
    });
  }

  /* The devices that one can hold: « ordinateur » is two. */
  /** @param {string[]} named @returns {string[]} */
  function held(named) {
    var all = Object.keys(declared.appareils).filter(function (key) { return !declared.couvre[key]; });
    var wanted = named.reduce(function (found, key) { return found.concat(declared.couvre[key] || [key]); }, /** @type {string[]} */ ([]));
    return wanted.length ? all.filter(function (key) { return wanted.indexOf(key) >= 0; }) : all;
  }
  // As the build tells: on each device of the tutorial, a step says something.
  /** @param {Fil.StepAnswers} step @param {string[]} named @param {string} path @param {Fil.Say} say */
  function adviseMute(step, named, path, say) {
    if (!line(step.titre)) return;
    var spoken = kept(step.fil).filter(function (part) { return part.sorte !== "geste" && part.sorte !== "texte"; });
    var isForAll = kept(step.depart).length > 0 || spoken.some(function (part) { return part.sorte !== "dire" || !(part.appareils || []).length; });
    if (!isForAll && !spoken.length) say(path + "titre", "cette étape n’a encore rien à lire à voix haute. Ajoutez des paroles, ou une question.");
    if (isForAll || !spoken.length) return;
    var said = spoken.map(function (part) { return held(part.appareils); }).reduce(function (all, some) { return all.concat(some); }, []);
    var missing = held(named).filter(function (device) {
      return [device].concat(declared.montre[device] || []).every(function (shown) { return said.indexOf(shown) < 0; });
    });
    if (missing.length) say(path + "titre", "sur ces appareils, cette étape n’a rien à lire à voix haute : " + missing.map(function (device) { return declared.appareils[device]; }).join(", ") + ".");
  }
  // What is said, or read: « Lisez "Envoyer" » may be a word of a screen, or words to say.
  var WORDED = ["texte", "mots", "question", "autrement", "reponse", "reussite"];
  /** @param {unknown} value @param {string} path @param {Fil.Say} say */
  function adviseQuotes(value, path, say) {
    var name = path.slice(path.lastIndexOf(".") + 1);
    if (typeof value === "string" && WORDED.indexOf(name) >= 0 && /"[^"\n]+"/.test(value)) say(path, "ces guillemets droits restent tels quels. Un mot lu sur l’écran s’écrit entre “ et ”.");
    else if (value && typeof value === "object" && name !== "ecrans") {
      var held = /** @type {Record<string, unknown>} */ (value);
      Object.keys(held).forEach(function (key) { adviseQuotes(held[key], path + "." + key, say); });
    }
  }

  /* What the verifier would advise, said as soon as a field is left: nothing of it stops anyone. */
  /** @param {Fil.ThreadPart | undefined} part */
  function isAsked(part) { return Boolean(part) && /** @type {Fil.ThreadPart} */ (part).sorte !== "dire"; }
  propose.advise = function (answers) {
    /** @type {Fil.Problem[]} */
    var found = [];
    /** @param {string} path @param {string} advice */
    function say(path, advice) { found.push({ champ: path, probleme: "Conseil : " + advice }); }
    /** @param {Fil.Asked} ask @param {string} at */
    function adviseAsked(ask, at) {
      if (!line(ask.question)) return;
      if ((ask.question.match(/\?/g) || []).length > 1) say(at + "question", "une seule question à la fois, sinon « oui » ne répond à aucune des deux.");
      if (!line(ask.autrement)) say(at + "autrement", "préparez la même question avec d’autres mots : certaines personnes ne l’entendent pas du premier coup.");
    }
    /** @param {Fil.WrittenReply[]} answers @param {string} at @param {boolean} isAnswered */
    function adviseReplies(answers, at, isAnswered) {
      each(answers, at, function (answer, place) {
        var follows = kept(answer.suite).length > 0;
        if (asks(answer.mots) && !follows && (answer.vers || !isAnswered)) say(place + "mots", "ces mots attendent une réponse. Ajoutez la question qui suit.");
        each(answer.suite, place + "suite.", function (follow, deeper) {
          adviseAsked(follow, deeper);
          adviseReplies(follow.reponses, deeper + "reponses.", isAnswered);
        });
      });
    }
    each(answers.etapes, "etapes.", function (step, path) {
      adviseQuotes(step, path.slice(0, -1), say);
      adviseMute(step, answers.appareils || [], path, say);
      each(step.fil, path + "fil.", function (part, at, rank) {
        if (part.sorte === "geste" || part.sorte === "brut" || part.sorte === "texte") return;
        var after = step.fil.slice(rank + 1).filter(function (next) { return next.sorte !== "texte"; });
        var isAnswered = isAsked(after[0]) && after[0].sorte !== "geste";
        if (part.sorte === "dire") {
          if (asks(part.texte) && !isAnswered) say(at + "texte", "ces paroles attendent une réponse. Ajoutez la question juste après.");
          else if (ACTS.test(part.texte) && !after.some(isAsked)) say(at + "texte", "comment saura-t-on que le geste a réussi ? Ajoutez une preuve.");
          return;
        }
        adviseAsked(part, at);
        adviseReplies(part.reponses, at + "reponses.", part.sorte === "preuve" || isAnswered);
      });
    });
    return found;
  };

  propose.checkThread = checkThread;
})();
