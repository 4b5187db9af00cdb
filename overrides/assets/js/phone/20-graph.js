// The graph of this tutorial, read from its page: its words are there once. Same shape as the data
// that is published (api/v1/appels/), so that the guides and the gestures are walked the same way.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all;

  /** @param {Element} element @param {string} name */
  function child(element, name) {
    return Array.prototype.filter.call(element.children, function (each) {
      return each.matches(name);
    })[0] || null;
  }
  /* The words of an element; a verb by device keeps both of its forms. */
  /** @param {Element | null} element */
  function words(element) {
    if (!element) return "";
    var copy = /** @type {HTMLElement} */ (element.cloneNode(true));
    all("[data-appuyer]", copy).forEach(function (verb) {
      verb.textContent = "{" + verb.getAttribute("data-appuyer") + "|" + verb.getAttribute("data-cliquer") + "}";
    });
    all(".fil-cue", copy).forEach(function (cue) { cue.textContent = ""; });
    all("p, li", copy).forEach(function (line) { line.insertAdjacentText("afterend", " "); });
    return copy.textContent.replace(/[ \n\t]+/g, " ").trim();
  }
  /** @param {Element} element @param {string} name */
  function list(element, name) {
    return (element.getAttribute(name) || "").split(" ").filter(Boolean);
  }
  /* Where a link leads: a place of this page, or another tutorial. */
  /** @param {Element} holder @param {Element | null} link @returns {Fil.Lead} */
  function lead(holder, link) {
    /** @type {Fil.Lead} */
    var found = { suite: holder.getAttribute("data-suite") };
    if (!link) return found;
    found.lien = words(link);
    var target = link.getAttribute("href") || "";
    var other = /tutoriels\/[^#]*?(?=telephone\/)/.exec(target);
    if (other) {
      found.suite = "fiche:";
      found.adresse = other[0];
      found.etape = Number((/#etape-(\d+)/.exec(target) || [])[1]) || 0;
    } else if (target === "#recap") found.suite = "fin";
    // A thing of this page: « #n-2c »; not « #etape-2 », which may begin with another.
    else if (/^#n-/.test(target)) found.suite = target.slice(3);
    return found;
  }
  /** @param {Element} item @returns {Fil.Reply} */
  function reply(item) {
    var found = /** @type {Fil.Reply} */ (lead(item, child(item, ".fil-jump")));
    found.texte = words(child(item, "strong"));
    found.mots = words(child(item, "q"));
    found.retient = list(item, "data-retient");
    found.appareil = item.getAttribute("data-appareil") || "";
    return found;
  }
  /** @param {HTMLElement} element @param {number} step @returns {Fil.Thing} */
  function node(element, step) {
    var answers = child(element, ".fil-answers");
    var otherwise = child(element, ".fil-rephrase") || element.nextElementSibling;
    var box = child(element, ".fil-words");
    var gesture = element.getAttribute("data-geste") || "";
    // Beyond the gesture, or what may be said at any time: another tutorial.
    var links = (gesture || box) ? all("p > .fil-jump", element).slice(gesture ? 1 : 0).filter(function (link) {
      return !box || link.parentElement && link.parentElement.parentElement === element && /tutoriels\//.test(link.getAttribute("href") || "");
    }) : [];
    return {
      id: element.id.slice(2),
      genre: /** @type {Fil.ThingKind} */ (element.getAttribute("data-genre") || "dire"),
      etape: step,
      appareils: list(element, "data-appareils"),
      situations: list(element, "data-si"),
      texte: words(answers ? child(element, ".fil-question") : box || (gesture ? child(element, "p:not(.fil-cue)") : element)),
      autrement: otherwise && otherwise.matches(".fil-rephrase") ? words(otherwise.lastElementChild) : "",
      suite: element.getAttribute("data-suite"),
      reponses: answers ? Array.prototype.slice.call(answers.children).map(reply) : links.map(function (link) {
        var found = /** @type {Fil.Reply} */ (lead(link, link));
        found.texte = found.lien || "";
        return found;
      }),
      geste: gesture,
      nom: element.getAttribute("data-nom") || "",
      secours: Boolean(box)
    };
  }
  /** @param {HTMLElement} box @param {number} step @returns {Fil.Rescue} */
  function rescue(box, step) {
    var way = Array.prototype.filter.call(box.children, function (each) {
      return each.tagName === "P" && child(each, ".fil-jump");
    })[0];
    var found = /** @type {Fil.Rescue} */ (lead(box, way && child(way, ".fil-jump")));
    found.etape = step;
    found.situation = words(desk.one(".fil-situation", box)) || words(desk.one(".fil-box-title", box)).replace(/^Stop\s*:\s*/, "");
    found.mots = words(child(box, ".fil-words"));
    found.autrement = words(desk.one(".fil-rephrase > div", box));
    found.appareils = list(box, "data-appareils");
    found.situations = list(box, "data-si");
    if (box.id && box.getAttribute("data-bloc") === "stop") found.suite = box.id.slice(2);
    return found;
  }
  /* What the page does not name: a thing leads to the one below, an answer where its question does. */
  /** @param {Fil.Thing[]} things @param {Fil.Thing[]} chain */
  function join(things, chain) {
    chain.forEach(function (thing, rank) {
      if (thing.suite === null) thing.suite = rank + 1 < chain.length ? chain[rank + 1].id : "fin";
    });
    things.forEach(function (thing) {
      // It is named empty where one comes back to where one was.
      thing.suite = thing.suite || null;
      (thing.reponses || []).forEach(function (reply) { if (!reply.suite) reply.suite = thing.suite; });
    });
  }
  /* By id, each thing that is said; `depart` is the first of the page. */
  desk.readGraph = function () {
    /** @type {Fil.Rescue[]} */
    var rescues = [];
    /** @type {string[]} */
    var titles = [];
    /** @type {Fil.Thing[]} */
    var chain = [];
    /** @type {Fil.Graph} */
    var graph = { numero: desk.told("numero"), titre: desk.told("titre"), depart: desk.told("depart") || "fin", noeuds: [], secours: rescues, titres: titles };
    desk.sections = all("[data-rang]");
    desk.sections.forEach(function (section) {
      var step = Number(section.getAttribute("data-rang"));
      titles[step - 1] = section.getAttribute("data-ecran") || "";
      all("[id^=n-]", section).forEach(function (element) {
        var found = node(element, step);
        graph.noeuds.push(found);
        if (!element.closest(".fil-answers, .fil-box")) chain.push(found);
      });
      all("[data-bloc=sinon], [data-bloc=stop]", section).forEach(function (box) {
        if (child(box, ".fil-words")) rescues.push(rescue(box, step));
      });
    });
    join(graph.noeuds, chain);
    return graph;
  };
})();
