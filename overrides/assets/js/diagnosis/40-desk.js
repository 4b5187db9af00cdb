// A diagnosis at the desk: what was answered is in the call; its end tells where the person stands,
// and what to read first. The recap of the call says it too.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk || !window.filDiagnosis.read) return;
  var diagnosis = window.filDiagnosis.read();

  /* The last answer to each question, as the states of the call tell it. */
  /** @returns {(number | null)[]} */
  function answers() {
    var asked = desk.graph.noeuds.filter(function (node) { return node.genre === "demander"; });
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
  /* A number alone says nothing to do: the title comes first. */
  /** @param {Fil.Advice[]} plan */
  function first(plan) {
    return plan.slice(0, window.filDiagnosis.FIRST).map(function (each, rank) {
      var reason = each.raison.replace(/\.$/, "");
      return window.filDiagnosis.FIRSTS[rank] + "\u00a0: " + each.titre + (reason ? ", " + reason : "") + ". C’est la fiche " + each.numero + ".";
    }).join(" ");
  }
  /* Once something is answered, the message to send tells the plan. */
  function keep() {
    var given = answers();
    if (!given.some(function (each) { return each !== null; })) return;
    var plan = window.filDiagnosis.result(diagnosis, given).advice;
    desk.call.fiches.forEach(function (each) {
      if (each.numero !== desk.graph.numero) return;
      each.recap = window.filDiagnosis.message(diagnosis.recap, plan, diagnosis.numero);
      each.papier = diagnosis.recap + " " + plan.map(function (its) { return "Fiche " + its.numero + "\u00a0: " + its.titre + "."; }).join(" ");
    });
  }
  var draw = desk.draw;
  desk.draw = function () {
    keep();
    draw();
  };
  var choices = desk.choices;
  desk.choices = function (state) {
    var told = choices(state);
    if (state.g !== desk.graph.numero) return told;
    var found = window.filDiagnosis.result(diagnosis, answers());
    var opened = found.advice.slice(0, window.filDiagnosis.FIRST).map(function (each) {
      return {
        texte: "Lire la fiche " + each.numero + "\u00a0: " + each.titre,
        act: function () { desk.go(desk.walk.jump(desk.now(), "tutoriels/" + each.fiche + "/", 0)); }
      };
    });
    return { texte: [stood(found.stages), first(found.advice)].filter(Boolean).join(" "), choix: opened.concat(told.choix) };
  };
  if (desk.now()) desk.draw();
})();
