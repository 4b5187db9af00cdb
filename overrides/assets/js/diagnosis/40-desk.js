// A diagnosis at the desk: what was answered is in the call; its end tells where the person stands,
// then what to read, one tutorial at a time, while the person notes. The recap of the call says it too.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk || !window.filDiagnosis.read) return;
  var diagnosis = window.filDiagnosis.read();
  // What is told goes on from « plan0 », after every step of the page.
  var PLAN = "plan", AFTER = 98;
  var REFUSED = "Pas celle-là";
  var things = desk.graph.noeuds;
  var asked = things.filter(function (node) { return node.genre === "demander"; });

  /* The last answer to each question, as the states of the call tell it. */
  /** @returns {(number | null)[]} */
  function answers() {
    /** @type {(number | null)[]} */
    var found = diagnosis.questions.map(function () { return null; });
    desk.call.etats.forEach(function (state, rank) {
      var next = desk.call.etats[rank + 1];
      if (!next || !next.r || state.g !== desk.graph.numero) return;
      asked.forEach(function (node, place) {
        if (node.id !== state.n) return;
        (node.reponses || []).forEach(function (reply, its) { if (reply.texte === next.r) found[place] = its; });
      });
    });
    return found;
  }
  /* Where the person stands, in sentences: the stage of each axis would be a school report. What most
     asks for a step is said, on two axes at most. */
  /** @param {Record<string, number | null>} stages */
  function stood(stages) {
    var known = desk.all("[data-axe]", diagnosis.root).map(function (axis) {
      var stage = stages[axis.getAttribute("data-axe") || ""];
      return { stage: stage === null ? NaN : stage, its: desk.one("[data-etat='" + stage + "'] dd", axis) };
    }).filter(function (each) { return each.its; });
    var least = Math.min.apply(null, known.map(function (each) { return each.stage; }));
    return known.filter(function (each) { return each.stage === least; }).slice(0, 2)
      .map(function (each) { return each.its && each.its.textContent; }).join(" ");
  }
  /* What is told once the last question is answered, a thing to say each: where the person stands, then
     the first steps. While a question is asked, nothing of it is known. */
  /** @param {Fil.Suggestion[]} first @param {string} so @returns {Fil.Thing[]} */
  function told(first, so) {
    var begun = first.length > 1 ? "Voici vos premiers pas, un à la fois." : "Voici votre premier pas.";
    return [thing(0, so ? so + " " + begun : begun, PLAN + 1)].concat(first.map(function (each, place) {
      var isLast = place + 1 === first.length;
      var step = thing(place + 1, window.filDiagnosis.told(each, place), isLast ? "fin" : PLAN + (place + 2));
      step.genre = "demander";
      step.autrement = "Je redis, lentement. Fiche " + each.numero.split("").join(", ") + "\u00a0: " + window.filDiagnosis.sentence(each.titre);
      step.reponses = [
        { texte: "C’est noté", mots: "", suite: step.suite },
        { texte: REFUSED, mots: "D’accord, on la laisse.", suite: step.suite }
      ].concat(isLast ? [] : [
        { texte: "Un pas suffit", mots: "Très bien. Un seul pas suffit pour aujourd’hui. Les autres seront dans le message.", suite: "fin" }
      ]);
      return step;
    }));
  }
  /** @param {number} rank @param {string} words @param {string} next @returns {Fil.Thing} */
  function thing(rank, words, next) {
    return { id: PLAN + rank, genre: "dire", etape: AFTER, texte: isAsked() ? "" : words, autrement: "", suite: next, reponses: [] };
  }
  function isAsked() {
    var state = desk.now();
    return Boolean(state) && state.g === desk.graph.numero && asked.some(function (node) { return node.id === state.n; });
  }
  /* Every end of the page leads to what is told. */
  /** @param {Fil.Lead} its */
  function lead(its) { if (its.suite === "fin") its.suite = PLAN + 0; }
  /* Whether the person left a step aside, by its rank. */
  /** @param {number} rank */
  function isRefused(rank) {
    return desk.call.etats.some(function (state, place) {
      var next = desk.call.etats[place + 1];
      return Boolean(next) && next.r === REFUSED && state.n === PLAN + (rank + 1);
    });
  }
  /* Once something is answered, the message to send tells the plan. */
  function keep() {
    var given = answers();
    var found = window.filDiagnosis.result(diagnosis, given);
    var first = found.advice.slice(0, window.filDiagnosis.FIRST);
    desk.graph.noeuds = things.concat(told(first, stood(found.stages)));
    if (!given.some(function (each) { return each !== null; })) return;
    var taken = first.filter(function (_each, rank) { return !isRefused(rank); });
    desk.call.fiches.forEach(function (each) {
      if (each.numero !== desk.graph.numero) return;
      each.recap = window.filDiagnosis.message(diagnosis.recap, taken, diagnosis.numero);
      each.papier = diagnosis.recap + " " + taken.concat(found.advice.slice(window.filDiagnosis.FIRST)).map(window.filDiagnosis.written).join(" ");
    });
  }
  var draw = desk.draw;
  desk.draw = function () {
    keep();
    draw();
  };
  var choices = desk.choices;
  desk.choices = function (state) {
    var usual = choices(state);
    if (state.g !== desk.graph.numero) return usual;
    var first = window.filDiagnosis.result(diagnosis, answers()).advice.slice(0, window.filDiagnosis.FIRST);
    var opened = first.map(function (each) {
      return {
        texte: "Lire la fiche " + each.numero + "\u00a0: " + each.titre,
        act: function () { desk.go(desk.walk.jump(desk.now(), "tutoriels/" + each.fiche + "/", 0)); }
      };
    });
    return { texte: "On peut commencer tout de suite, ensemble, par la fiche " + first[0].numero + ".", choix: opened.concat(usual.choix) };
  };
  things.forEach(function (node) {
    lead(node);
    (node.reponses || []).forEach(lead);
  });
  (desk.graph.secours || []).forEach(lead);
  if (desk.now()) desk.draw();
})();
