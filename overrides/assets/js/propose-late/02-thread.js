// Le fil de l’appel en Markdown : ce qui est devant les yeux, les paroles, les questions et celles
// qui les suivent, les preuves, les gestes, et où mène chaque réponse.
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var line = propose.line;
  var kept = propose.kept;
  var block = propose.block;

  // What a sign of emphasis ends would not be closed by the author’s.
  /** @param {string} text */
  function name(text) {
    return propose.inline(line(text), "name").replace(/\\\*$/, "&#42;").replace(/\\_$/, "&#95;");
  }
  /** @param {string} text */
  function said(text) { return propose.prose(text, "said"); }
  // A paragraph between guillemets would be said: one that is read keeps its own.
  /** @param {string} text */
  function read(text) { return propose.prose(text, "prose").replace(/^«(?=.*»[ .]*$)/gm, "&#171;"); }
  /** @param {string} text */
  function otherwise(text) { return block("autrement", "", said(text)); }
  /** @param {string} slug @param {string} [before] */
  function gesture(slug, before) {
    var title = (declared.gestes[slug] || "").replace(/[[\]]/g, "");
    return "[" + (before || "") + title.charAt(0).toLowerCase() + title.slice(1) + "](geste:" + slug + ")";
  }
  // The place that is chosen, as a link of the call; nothing when one goes on.
  /** @type {Fil.Propose["lead"]} */
  function lead(place, ranks) {
    var parts = (place || "").split(":");
    if (parts[0] === "etape") return "[étape " + ranks[parts[1]] + "](#etape-" + ranks[parts[1]] + ")";
    if (parts[0] === "lien") return (place || "").slice("lien:".length);
    if (parts[0] === "fiche") return "[fiche " + parts[1] + "](../" + parts[2] + ".md)";
    if (parts[0] === "geste") return gesture(parts[1]);
    return parts[0] === "fin" ? "[fin de l’appel](fin:)" : "";
  }
  /** @type {Fil.Propose["ranks"]} */
  function ranks(steps, told) {
    /** @type {Record<string, number>} */
    var found = {};
    /** @param {string} [name] */
    function count(name) { if (line(name)) found["#" + line(name)] = (found["#" + line(name)] || 0) + 1; }
    kept(steps).forEach(function (step, rank) {
      if (step.cle) found[step.cle] = rank + 1;
      found["#etape-" + (rank + 1)] = 1;
      [].concat.apply([], /** @type {never[]} */ ([step.depart, step.fil, step.soucis, step.arrets].map(function (list) { return kept(/** @type {object[]} */ (list)); }))).forEach(named);
    });
    kept(told).forEach(named);
    /** @param {Fil.ThreadPart} each */
    function named(each) {
      count(each.nom);
      // A passage that is kept as it was written has its own names.
      if (each.sorte === "brut") (each.texte.match(/^ {4}nom: *\S+/gm) || []).forEach(function (option) { count(option.replace(/^ *nom: */, "")); });
    }
    return found;
  }

  /** @param {string} answer @param {string} words @param {string} [place] */
  function reply(answer, words, place) {
    var bare = propose.bare(words);
    return ["- **" + name(answer) + "** :", bare && propose.quoted(bare), place].filter(Boolean).join(" ");
  }
  /** @param {Fil.WrittenReply[]} answers @param {Record<string, number>} places @param {string} margin @returns {string[]} */
  function replies(answers, places, margin) {
    /** @type {string[]} */
    var written = [];
    kept(answers).forEach(function (answer) {
      written.push(margin + reply(answer.reponse, answer.mots, lead(answer.vers, places)));
      var follow = kept(answer.suite)[0];
      if (!follow) return;
      [follow.question, follow.autrement].filter(line).forEach(function (each) {
        written.push(margin + "    - *" + name(each) + "*");
      });
      written = written.concat(replies(follow.reponses, places, margin + "    "));
    });
    return written;
  }
  /** @param {Fil.ThreadPart} part @param {Record<string, number>} places */
  function partText(part, places) {
    if (part.sorte === "geste") return gesture(part.geste, "Comment ");
    if (part.sorte === "brut") return propose.clean(part.texte).split("\n").map(function (each) { return each.replace(/ +$/, ""); }).join("\n").trim();
    if (part.sorte === "texte") return (part.appareils || []).length ? block("appareil", part.appareils.join(", "), propose.prose(part.texte, "prose")) : propose.prose(part.texte, "prose");
    if (part.sorte === "dire") return block("dire", (part.appareils || []).join(", "), said(part.texte), part.nom);
    var success = part.sorte === "preuve" ? [{ reponse: part.reussite, mots: part.mots, vers: part.vers, suite: part.suite }] : [];
    return block(part.sorte, name(part.question), replies(success.concat(part.reponses || []), places, "").join("\n"), part.nom);
  }
  /** @param {Fil.Start} start */
  function startText(start) {
    var content = [read(start.texte), propose.spoken(start.mots), start.geste && gesture(start.geste)];
    return block("depart", name(start.etat), content.filter(Boolean).join("\n\n"), start.nom);
  }
  /** @type {Fil.Propose["troubleText"]} */
  function troubleText(kind, each, places) {
    var words = [propose.spoken(each.mots), lead(each.vers, places)].filter(Boolean).join(" ");
    return block(kind, name(each.situation), [read(each.texte), words].filter(Boolean).join("\n\n"), each.nom);
  }
  /** @template {{ autrement: string }} T @param {string[]} parts @param {T[]} list @param {(each: T) => string} write */
  function addTo(parts, list, write) {
    kept(list).forEach(function (each) { parts.push(write(each), otherwise(each.autrement)); });
  }
  /** @type {Fil.Propose["addParts"]} */
  function addParts(parts, list, places) { addTo(parts, list, function (part) { return partText(part, places); }); }
  /** @type {Fil.Propose["stepText"]} */
  function stepText(step, places) {
    var parts = ["### " + propose.inline(line(step.titre), "name"), propose.prose(step.texte, "prose")];
    /** @template {{ autrement: string }} T @param {T[]} list @param {(each: T) => string} write */
    function add(list, write) { addTo(parts, list, write); }
    add(step.depart, startText);
    kept(step.ecrans).forEach(function (each) { parts.push(block("ecran", line(each.legende), propose.screenText(each))); });
    add(step.fil, function (part) { return partText(part, places); });
    add(step.soucis, function (each) { return troubleText("sinon", each, places); });
    add(step.arrets, function (each) { return troubleText("stop", each, places); });
    return parts.filter(Boolean).join("\n\n");
  }

  // A draft of before the thread: what was said comes first, then what was asked; and of before the
  // boxes of screens: their lines were typed.
  /** @type {Fil.Propose["renewed"]} */
  function renewed(draft) {
    (draft.etapes || []).forEach(function (step) {
      (step.ecrans || []).forEach(function (screen) { screen.maniere = screen.maniere || "lignes"; });
      var old = /** @type {Fil.OldStep} */ (/** @type {unknown} */ (step));
      if (step.fil || !old.dires) return;
      var said = old.dires.map(function (each) { return { sorte: "dire", texte: each.texte, appareils: each.appareils, autrement: "" }; });
      if (said.length) said[said.length - 1].autrement = old.autrement;
      step.fil = /** @type {Fil.ThreadPart[]} */ (/** @type {object[]} */ (said).concat((old.demandes || []).map(function (each) {
        return { sorte: "demander", question: each.question, reponses: each.reponses };
      })));
    });
    return draft;
  }

  propose.addParts = addParts;
  propose.partText = partText;
  propose.troubleText = troubleText;
  propose.startText = startText;
  propose.lead = lead;
  propose.ranks = ranks;
  propose.stepText = stepText;
  propose.renewed = renewed;
})();
