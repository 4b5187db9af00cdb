// Guides: the same in every tutorial, their words come once, as text, when the page is at rest.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one, make = desk.make;
  var call = desk.find(".fil-call");
  var CLASSES = { dire: "fil-say", autrement: "fil-say", demander: "fil-ask", sinon: "fil-box fil-sinon", stop: "fil-box fil-stop", prose: "" };
  /** @type {Record<string, string>} */
  var CUES = { dire: "Dites", autrement: "Autrement dit", demander: "Demandez" };

  function load() {
    if (window.filGuides || one("script[data-fil-guides]")) return;
    var script = make("script");
    script.src = call.getAttribute("data-guides") || "";
    script.setAttribute("data-fil-guides", "");
    script.onload = function () {
      missing(false);
      var holder = desk.opened && one("[data-guide]", desk.opened);
      if (holder) fill(holder);
    };
    script.onerror = function () {
      document.head.removeChild(script);
      missing(true);
    };
    document.head.appendChild(script);
  }
  /** @param {boolean} are */
  function missing(are) {
    all(".fil-guide-missing").forEach(function (notice) { notice.hidden = !are; });
  }
  /* `{Appuyez|Cliquez}`: both verbs, until the device is known. */
  /** @param {string} text @param {string} [className] */
  function line(text, className) {
    var paragraph = make("p", className);
    text.split(/(\{[^{}|]+\|[^{}|]+\})/).forEach(function (piece) {
      var verbs = /^\{([^|]+)\|([^}]+)\}$/.exec(piece);
      var span = verbs && make("span", "", verbs[1] + " ou " + verbs[2].charAt(0).toLowerCase() + verbs[2].slice(1));
      if (verbs && span) {
        span.setAttribute("data-appuyer", verbs[1]);
        span.setAttribute("data-cliquer", verbs[2]);
      }
      paragraph.appendChild(span || document.createTextNode(piece));
    });
    return paragraph;
  }
  /** @param {Fil.GuideAnswer[]} list */
  function answers(list) {
    var made = make("ol", "fil-answers fil-plain-answers");
    list.forEach(function (answer) {
      var item = make("li");
      item.appendChild(make("strong", "", answer.reponse));
      if (answer.mots) item.appendChild(line(answer.mots));
      if (answer.fiche) {
        var link = make("a", "fil-jump", answer.lien);
        link.href = call.getAttribute("data-racine") + "tutoriels/" + answer.fiche + "/telephone/" + (location.protocol === "file:" ? "index.html" : "");
        item.appendChild(link);
      }
      made.appendChild(item);
    });
    return made;
  }
  /** @param {Fil.GuidePart} part */
  function block(part) {
    var made = make("div", CLASSES[part.bloc]);
    if (part.appareils) made.setAttribute("data-appareils", part.appareils);
    if (CUES[part.bloc]) made.appendChild(make("p", "fil-cue", CUES[part.bloc]));
    if (part.bloc === "sinon") made.appendChild(make("p", "fil-box-title", "La personne dit : « " + part.titre + " »"));
    if (part.bloc === "stop") made.appendChild(make("p", "fil-box-title", "Stop : " + part.titre));
    if (part.bloc === "demander") made.appendChild(line(part.titre, "fil-question"));
    (part.lignes || []).forEach(function (text) { made.appendChild(line(text)); });
    if (part.reponses) made.appendChild(answers(part.reponses));
    return made;
  }
  /** @param {HTMLElement} holder */
  function fill(holder) {
    if (holder.firstChild) return;
    if (!window.filGuides) { load(); return; }
    window.filGuides[holder.getAttribute("data-guide") || ""].forEach(function (step) {
      var section = make("section");
      var title = make("h3");
      if (step.touche) {
        section.setAttribute("data-touche", step.touche);
        title.appendChild(make("kbd", "", step.touche));
      }
      title.appendChild(document.createTextNode(" " + step.titre));
      section.appendChild(title);
      step.parties.forEach(function (part) { section.appendChild(block(part)); });
      holder.appendChild(section);
    });
    desk.filterDevice();
    desk.onlyPart();
  }

  all(".fil-retry").forEach(function (button) { button.addEventListener("click", load); });
  window.addEventListener("load", function () { setTimeout(load, 800); });
  desk.fillGuide = fill;
})();
