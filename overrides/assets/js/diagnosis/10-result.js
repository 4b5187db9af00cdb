// What a diagnosis says to someone: a function of the answers, and of nothing else. The build has the
// same (kinds/diagnosis/result.py); both are held to the same cases.
(function () {
  "use strict";
  var STAGES = 3;
  var FIRST = 3;
  // What two text messages surely hold.
  var MOST = 290;
  // The small letters that a text message loses: « impots » looks like a fraud.
  var LOST = /[âêîôûëïÿç]/;
  var FIRSTS = ["D’abord", "Ensuite", "Enfin"];
  // As many reasons as one hears before the number.
  var SAID = 2;

  /** @param {Fil.Answered} answer @param {string} axis */
  function on(answer, axis) { return answer.points[axis] || 0; }
  /** @param {Fil.Answered} answer */
  function counted(answer) {
    return Object.keys(answer.points).reduce(function (sum, axis) { return sum + on(answer, axis); }, 0);
  }
  /* Each third of the points that could be had is a stage; nothing answered is none. */
  /** @param {Fil.Diagnosis} diagnosis @param {string} axis @param {(number | null)[]} answers */
  function stage(diagnosis, axis, answers) {
    var points = 0, most = 0;
    diagnosis.questions.forEach(function (question, place) {
      var rank = answers[place];
      // What adds nothing to anything is neither well nor badly: « je n’ai pas cela ».
      if (rank === null || !Object.keys(question[rank].points).length) return;
      points += on(question[rank], axis);
      most += question.reduce(function (found, answer) { return Math.max(found, on(answer, axis)); }, 0);
    });
    if (!most) return null;
    var reached = 0;
    for (var rank = 1; rank < STAGES; rank += 1) if (STAGES * points >= rank * most) reached += 1;
    return reached;
  }
  /* What the answers of fewest points advise comes first, then the order of the questions. */
  /** @param {Fil.Diagnosis} diagnosis @param {(number | null)[]} answers */
  function advice(diagnosis, answers) {
    /** @type {{ points: number, place: number, advice: Fil.Advice[] }[]} */
    var chosen = [];
    diagnosis.questions.forEach(function (question, place) {
      var rank = answers[place];
      if (rank !== null) chosen.push({ points: counted(question[rank]), place: place, advice: question[rank].advice });
    });
    // Old browsers sort without keeping the order of equals.
    chosen.sort(function (one, other) { return one.points - other.points || one.place - other.place; });
    /** @type {Fil.Advice[]} */
    var every = [];
    chosen.forEach(function (each) { every = every.concat(each.advice); });
    every = every.concat(diagnosis.always);
    /** @type {Fil.Suggestion[]} */
    var found = [];
    every.forEach(function (each) {
      var known = found.filter(function (other) { return other.fiche === each.fiche; })[0];
      if (!known) {
        known = { fiche: each.fiche, numero: each.numero, titre: each.titre, raisons: [] };
        found.push(known);
      }
      if (each.raison && known.raisons.indexOf(each.raison) < 0) known.raisons.push(each.raison);
    });
    return found;
  }
  /** @param {string} words */
  function sentence(words) {
    return words.charAt(0).toUpperCase() + words.slice(1) + (/[?!.]$/.test(words) ? "" : ".");
  }

  /** @param {string} recap @param {Fil.Suggestion[]} first @param {string} number @param {number} titled */
  function plan(recap, first, number, titled) {
    return [recap].concat(first.map(function (each, rank) {
      var step = FIRSTS[rank] + " fiche " + each.numero + (rank < titled && !LOST.test(each.titre) ? "\u00a0: " + each.titre : "");
      return /[?!]$/.test(step) ? step : step + ".";
    }), "Diagnostic " + number + ".").join(" ");
  }

  window.filDiagnosis = {
    FIRST: FIRST,
    result: function (diagnosis, answers) {
      /** @type {Record<string, number | null>} */
      var stages = {};
      diagnosis.axes.forEach(function (axis) { stages[axis] = stage(diagnosis, axis, answers); });
      return { stages: stages, advice: advice(diagnosis, answers) };
    },
    sentence: sentence,
    /* What is read aloud of one step: a number alone says nothing to do, its title comes first. */
    told: function (each, rank) {
      return [sentence(FIRSTS[rank] + "\u00a0: " + each.titre)]
        .concat(each.raisons.slice(0, SAID).map(sentence), "C’est la fiche " + each.numero + ".", "On note\u202f?").join(" ");
    },
    /* On the sheet that the person takes away. */
    written: function (each, rank) {
      return ["Fiche " + each.numero + "\u00a0: " + sentence(each.titre)]
        .concat(rank < FIRST ? each.raisons.slice(0, SAID).map(sentence) : []).join(" ");
    },
    /* The message that tells the first steps, in the alphabet of text messages once that is here; the
       titles as far as there is room. */
    message: function (recap, advised, number) {
      var first = advised.slice(0, FIRST), titled = first.length, text = plan(recap, first, number, titled);
      while (titled && text.length > MOST) {
        titled -= 1;
        text = plan(recap, first, number, titled);
      }
      return window.filMessage ? window.filMessage.written(text) : text;
    }
  };
})();
