// L’aperçu simple : des titres, des paragraphes, ce qui se dit dans des cadres, et les réponses en
// liste, chacune avec ce qui la suit. Aucun Markdown n’est lu ici.
(function () {
  "use strict";
  var text = window.filPropose;
  var make = text.form.make;
  var line = text.line;
  var CUES = { dire: "Dites", demander: "Demandez", preuve: "Vérifiez" };

  /** @type {Fil.Late["preview"]} */
  window.filLate.preview = function (place, answers) {
    var steps = answers.etapes.filter(text.filled);
    var ranks = text.ranks(steps);
    place.textContent = "";
    /** @param {keyof HTMLElementTagNameMap} tag @param {string} words @param {Element} [inside] */
    function put(tag, words, inside) {
      if (line(words)) (inside || place).appendChild(make(tag, "", line(words)));
    }
    /** @param {string} words @param {Element} [inside] */
    function paragraphs(words, inside) { text.lines(words).forEach(function (each) { put("p", each, inside); }); }
    /** @param {string} className @param {string} title @param {Element} [inside] */
    function box(className, title, inside) {
      var element = make("div", className);
      element.appendChild(make("p", /say/.test(className) ? "fil-cue" : "fil-box-title", line(title)));
      (inside || place).appendChild(element);
      return element;
    }
    /** @param {string} words */
    function quoted(words) { return text.bare(words) ? "« " + text.bare(words) + " »" : ""; }
    /** @param {string} words */
    function otherwise(words) { if (line(words)) paragraphs(words, box("fil-say", "Autrement dit")); }
    // « étape 4 », as its link says it.
    /** @param {string} target */
    function where(target) { return text.lead(target, ranks).replace(/^\[(.*)\].*$/, "→ $1"); }
    /** @param {string} answer @param {string[]} after @param {Element} list */
    function reply(answer, after, list) {
      var item = make("li");
      item.appendChild(make("strong", "", line(answer)));
      put("span", " : " + after.filter(Boolean).join(" "), item);
      list.appendChild(item);
      return item;
    }
    /** @param {Fil.WrittenReply[]} list @param {Element} inside */
    function replies(list, inside) {
      text.kept(list).forEach(function (each) {
        var item = reply(each.reponse, [quoted(each.mots), where(each.vers)], inside);
        text.kept(each.suite).forEach(function (follow) {
          put("em", follow.question, item);
          replies(follow.reponses, item.appendChild(make("ul")));
        });
      });
    }
    /** @param {Fil.Trouble[]} list @param {string} className @param {string} cue */
    function troubles(list, className, cue) {
      text.kept(list).forEach(function (each) {
        var element = box("fil-box " + className, cue + " " + each.situation);
        paragraphs(each.texte, element);
        text.lines(each.mots).forEach(function (words) { put("p", quoted(words), element); });
        otherwise(each.autrement);
      });
    }
    /** @param {Fil.ThreadPart} part */
    function drawPart(part) {
      if (part.sorte === "brut" || part.sorte === "texte") {
        paragraphs(part.texte);
        return;
      }
      if (part.sorte === "geste") {
        put("p", where("geste:" + part.geste));
        return;
      }
      var devices = (part.appareils || []).map(function (key) { return window.filDeclaration.appareils[key] || key; }).join(", ");
      var element = box("fil-say", CUES[part.sorte] + (devices && ", sur " + devices));
      paragraphs(part.texte, element);
      put("p", part.question, element);
      var list = make("ul");
      if (line(part.reussite)) reply(part.reussite, [quoted(part.mots)], list);
      replies(part.reponses, list);
      if (list.firstChild) element.appendChild(list);
      otherwise(part.autrement);
    }
    put("h3", answers.titre || "Sans titre");
    put("p", answers.resume);
    paragraphs(answers.introduction);
    if (line(answers.avant)) put("h4", "Avant de commencer");
    paragraphs(answers.avant);
    steps.forEach(function (step, rank) {
      put("h4", rank + 1 + ". " + step.titre);
      paragraphs(step.texte);
      text.kept(step.depart).forEach(function (each) {
        var element = box("fil-say", "Au départ : " + each.etat);
        paragraphs(each.texte, element);
        text.lines(each.mots).forEach(function (words) { put("p", quoted(words), element); });
        put("p", each.geste && where("geste:" + each.geste), element);
        otherwise(each.autrement);
      });
      text.kept(step.ecrans).forEach(function (each) {
        if (!text.screens.draw(place.appendChild(make("div")), each)) put("p", "Un écran dessiné : " + each.legende);
      });
      text.kept(step.fil).forEach(drawPart);
      troubles(step.soucis, "fil-sinon", "Si ça ne marche pas :");
      troubles(step.arrets, "fil-stop", "Stop :");
    });
    text.kept(answers.questions).forEach(function (quiz) {
      put("h4", quiz.question);
      text.kept(quiz.options).forEach(function (option) { put("p", (option.juste ? "Juste : " : "Faux : ") + option.texte); });
      paragraphs(quiz.explication);
    });
    if (line(answers.raconter)) paragraphs(answers.raconter, box("fil-say", "Dites"));
    text.kept(answers.comprendre).forEach(drawPart);
    if (line(answers.choisir)) put("h4", "Pour bien choisir");
    paragraphs(answers.choisir);
    if (line(answers.plusloin)) put("h4", "Pour aller plus loin");
    paragraphs(answers.plusloin);
  };
})();
