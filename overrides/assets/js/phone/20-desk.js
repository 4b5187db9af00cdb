// The call desk: one step at a time, answers and troubles at hand, the right words for the
// caller's device, and a key for everything. Without it, the page is the whole script.
(function () {
  "use strict";
  var desk = document.querySelector(".fil-desk");
  if (!desk) return;
  var sections = all("[data-ecran]", desk);
  var DEVICE = "fil-appareil";
  var KEYS = "fil-touches";

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }
  function one(selector, root) {
    return (root || document).querySelector(selector);
  }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }
  function words(element) {
    return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
  }
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/’/g, "'");
  }
  function shown(element) {
    return element.getClientRects().length > 0;
  }
  function tell(name, detail) {
    document.dispatchEvent(new CustomEvent(name, { detail: detail }));
  }

  document.documentElement.classList.add("fil-live");

  var current = 0;
  var opened = null;
  var wantedPart = "";
  var before = null;

  /* The caller's device: kept for the call, it filters variants and chooses the verb. */
  var devices = all(".fil-filter input");
  var wanted = [];
  var gesture = "";
  function chooseDevice(input) {
    input.checked = true;
    wanted = (input.getAttribute("data-montre") || "").split(" ").filter(Boolean);
    gesture = input.getAttribute("data-geste");
    filterDevice();
    remember(input.value);
    showQuestion();
  }
  function filterDevice() {
    all("[data-appareils]").forEach(function (variant) {
      var its = variant.getAttribute("data-appareils").split(" ");
      variant.hidden = wanted.length > 0 && !its.some(function (key) { return wanted.indexOf(key) >= 0; });
    });
    applyVerb(document);
  }
  function applyVerb(root) {
    all("[data-appuyer]", root).forEach(function (verb) {
      if (!verb.hasAttribute("data-verbes")) verb.setAttribute("data-verbes", verb.textContent);
      verb.textContent = verb.getAttribute("data-" + (gesture || "verbes"));
    });
  }
  function remember(value) {
    try {
      if (value) sessionStorage.setItem(DEVICE, value);
      else sessionStorage.removeItem(DEVICE);
    } catch (refused) { /* the choice lasts a page */ }
  }
  function remembered() {
    try { return sessionStorage.getItem(DEVICE); } catch (refused) { return null; }
  }
  devices.forEach(function (input) {
    input.addEventListener("change", function () { chooseDevice(input); });
  });
  all("[data-trouve]").forEach(function (button) {
    button.addEventListener("click", function () {
      var found = one('.fil-filter input[value="' + button.getAttribute("data-trouve") + '"]');
      if (found) chooseDevice(found);
      one(".fil-finder").open = false;
      restart();
    });
  });
  all("[data-suite]").forEach(function (button) {
    button.addEventListener("click", function () { ask(button.getAttribute("data-suite")); });
  });
  function ask(name) {
    all("[data-question]").forEach(function (question) {
      question.hidden = question.getAttribute("data-question") !== name;
    });
    var first = one('[data-question="' + name + '"] button');
    if (first && shown(first)) first.focus();
  }
  function restart() {
    var first = one("[data-question]");
    if (first) ask(first.getAttribute("data-question"));
  }
  restart();

  /* Answers: a button each; the chosen one becomes the large text to read. */
  all(".fil-ask").forEach(function (question) {
    var reply = make("div", "fil-say fil-reply");
    reply.setAttribute("role", "status");
    reply.hidden = true;
    all(".fil-answers > li", question).forEach(function (answer) {
      var link = one(".fil-jump", answer);
      var said = one("q", answer);
      if (!said) return;
      var button = make("button", "fil-answer");
      button.type = "button";
      while (answer.firstChild && answer.firstChild !== link) button.appendChild(answer.firstChild);
      answer.insertBefore(button, link || null);
      var full = said.cloneNode(true);
      // A link within a button cannot be followed: it stays in what is read.
      all("a", said).forEach(function (term) { term.parentNode.replaceChild(document.createTextNode(term.textContent), term); });
      button.addEventListener("click", function () {
        all("[aria-pressed]", question).forEach(function (other) { other.setAttribute("aria-pressed", "false"); });
        button.setAttribute("aria-pressed", "true");
        reply.textContent = "";
        reply.appendChild(make("p", "fil-cue", "Dites"));
        var text = make("p");
        Array.prototype.forEach.call(full.childNodes, function (node) { text.appendChild(node.cloneNode(true)); });
        reply.appendChild(text);
        if (link) reply.appendChild(link.cloneNode(true));
        reply.hidden = false;
        question.classList.add("fil-answered");
        applyVerb(reply);
        showQuestion();
        reply.scrollIntoView({ block: "nearest" });
        tell("fil:reponse", { question: words(one(".fil-question", question)), reponse: words(one("strong", answer)) });
      });
    });
    question.appendChild(reply);
  });
  /* The keys 1 to 9 answer the first question that has no answer yet, else the last one. */
  function currentQuestion() {
    var asked = all(".fil-ask", opened || sections[current]).filter(shown);
    return asked.filter(function (question) { return !question.classList.contains("fil-answered"); })[0] || asked[asked.length - 1];
  }
  function showQuestion() {
    var now = currentQuestion();
    all(".fil-ask").forEach(function (question) { question.classList.toggle("fil-now", question === now); });
  }
  function answer(rank) {
    var question = currentQuestion();
    var choice = question && all(".fil-answers > li", question)[rank - 1];
    var button = choice && one("button, a", choice);
    if (button) { button.focus(); button.click(); }
  }

  /* Troubles: « La personne dit… », those of the step first, found by typing. */
  var side = one(".fil-desk-side");
  var filter = one("#souci");
  var list = one(".fil-troubles");
  var help = one(".fil-trouble-words");
  var troubles = all("[data-bloc=sinon]", desk).map(function (box) {
    return { box: box, section: box.closest("[data-ecran]"), title: words(one(".fil-situation", box)) };
  });
  function showTroubles() {
    var typed = fold(filter.value).split(/\s+/).filter(Boolean);
    var here = sections[current];
    list.textContent = "";
    help.hidden = true;
    troubles
      .filter(function (trouble) {
        if (trouble.box.closest("[data-appareils][hidden]")) return false;
        if (!typed.length) return trouble.section === here;
        var folded = fold(trouble.title);
        return typed.every(function (word) { return folded.indexOf(word) >= 0; });
      })
      .sort(function (left, right) { return (right.section === here) - (left.section === here); })
      .forEach(function (trouble) {
        var item = make("li");
        var button = make("button", "fil-trouble", "« " + trouble.title + " »");
        button.type = "button";
        button.addEventListener("click", function () {
          help.textContent = "";
          help.appendChild(make("p", "fil-cue", "Dites"));
          all(".fil-words > *", trouble.box).forEach(function (line) { help.appendChild(line.cloneNode(true)); });
          applyVerb(help);
          help.hidden = false;
          help.scrollIntoView({ block: "nearest" });
          tell("fil:souci", trouble.title);
        });
        item.appendChild(button);
        list.appendChild(item);
      });
    one(".fil-no-trouble").hidden = list.children.length > 0;
  }
  filter.addEventListener("input", showTroubles);
  filter.addEventListener("keydown", function (event) {
    var first = one("button", list);
    if (event.key !== "Enter" || !first) return;
    event.preventDefault();
    first.click();
  });

  /* Steps: the address holds the current one. */
  function rankOf(hash) {
    for (var rank = 0; rank < sections.length; rank += 1) {
      if ("#" + sections[rank].id === hash) return rank;
    }
    return -1;
  }
  function show(rank, focus) {
    current = rank;
    sections.forEach(function (section, other) { section.hidden = other !== rank; });
    all(".fil-desk-steps a").forEach(function (link) {
      if (link.hash === "#" + sections[rank].id) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    var next = sections[rank + 1];
    one(".fil-next").disabled = !next;
    one(".fil-previous").disabled = rank === 0;
    one(".fil-preview").textContent = next ? "Ensuite : " + next.getAttribute("data-ecran") : "C’est la dernière étape.";
    var right = one(".fil-right", sections[rank]);
    side.hidden = !right;
    if (right) right.appendChild(side);
    filter.value = "";
    showTroubles();
    showQuestion();
    closePanel();
    if (focus) {
      one("h2", sections[rank]).focus({ preventScroll: true });
      if (window.innerWidth < 900) sections[rank].scrollIntoView();
      else window.scrollTo(0, 0);
    }
    tell("fil:etape", { rang: rank, adresse: sections[rank].id, titre: sections[rank].getAttribute("data-ecran") });
  }
  sections.forEach(function (section) { one("h2", section).tabIndex = -1; });
  function go(rank) {
    if (rank < 0 || rank >= sections.length) return;
    // At once: a key pressed right after must find the new step, which hashchange shows too late.
    history.pushState(null, "", "#" + sections[rank].id);
    show(rank, true);
  }
  window.addEventListener("hashchange", function () {
    var rank = rankOf(location.hash);
    if (rank >= 0) show(rank, true);
  });
  one(".fil-next").addEventListener("click", function () { go(current + 1); });
  one(".fil-previous").addEventListener("click", function () { go(current - 1); });

  /* Guides: the same in every tutorial, their words come once, as text, when the page is at rest. */
  function loadGuides() {
    if (window.filGuides || one("script[data-fil-guides]")) return;
    var script = make("script");
    script.src = one(".fil-call").getAttribute("data-guides");
    script.setAttribute("data-fil-guides", "");
    script.onload = function () {
      guideMissing(false);
      if (opened) fillGuide(one("[data-guide]", opened));
    };
    script.onerror = function () {
      script.parentNode.removeChild(script);
      guideMissing(true);
    };
    document.head.appendChild(script);
  }
  function guideMissing(missing) {
    all(".fil-guide-missing").forEach(function (notice) { notice.hidden = !missing; });
  }
  all(".fil-retry").forEach(function (button) { button.addEventListener("click", loadGuides); });
  window.addEventListener("load", function () { setTimeout(loadGuides, 800); });
  function line(text, className) {
    var paragraph = make("p", className);
    text.split(/(\{[^{}|]+\|[^{}|]+\})/).forEach(function (piece) {
      var verbs = /^\{([^|]+)\|([^}]+)\}$/.exec(piece);
      var span = verbs && make("span", "", verbs[1] + " ou " + verbs[2].charAt(0).toLowerCase() + verbs[2].slice(1));
      if (span) {
        span.setAttribute("data-appuyer", verbs[1]);
        span.setAttribute("data-cliquer", verbs[2]);
      }
      paragraph.appendChild(span || document.createTextNode(piece));
    });
    return paragraph;
  }
  function guidePart(part) {
    var classes = { dire: "fil-say", autrement: "fil-say", demander: "fil-ask", sinon: "fil-box fil-sinon", stop: "fil-box fil-stop", prose: "" };
    var cues = { dire: "Dites", autrement: "Autrement dit", demander: "Demandez" };
    var block = make("div", classes[part.bloc]);
    if (part.appareils) block.setAttribute("data-appareils", part.appareils);
    if (cues[part.bloc]) block.appendChild(make("p", "fil-cue", cues[part.bloc]));
    if (part.bloc === "sinon") block.appendChild(make("p", "fil-box-title", "La personne dit : « " + part.titre + " »"));
    if (part.bloc === "stop") block.appendChild(make("p", "fil-box-title", "Stop : " + part.titre));
    if (part.bloc === "demander") block.appendChild(line(part.titre, "fil-question"));
    (part.lignes || []).forEach(function (text) { block.appendChild(line(text)); });
    if (part.reponses) {
      var answers = make("ol", "fil-answers fil-plain-answers");
      part.reponses.forEach(function (answer) {
        var item = make("li");
        item.appendChild(make("strong", "", answer.reponse));
        if (answer.mots) item.appendChild(line(answer.mots));
        if (answer.fiche) {
          var link = make("a", "fil-jump", answer.lien);
          link.href = one(".fil-call").getAttribute("data-racine") + "tutoriels/" + answer.fiche + "/telephone/" + (location.protocol === "file:" ? "index.html" : "");
          item.appendChild(link);
        }
        answers.appendChild(item);
      });
      block.appendChild(answers);
    }
    return block;
  }
  function fillGuide(holder) {
    if (!holder || holder.firstChild) return;
    if (!window.filGuides) { loadGuides(); return; }
    window.filGuides[holder.getAttribute("data-guide")].forEach(function (step) {
      var section = make("section");
      var title = make("h3");
      if (step.touche) {
        section.setAttribute("data-touche", step.touche);
        title.appendChild(make("kbd", "", step.touche));
      }
      title.appendChild(document.createTextNode(" " + step.titre));
      section.appendChild(title);
      step.parties.forEach(function (part) { section.appendChild(guidePart(part)); });
      holder.appendChild(section);
    });
    filterDevice();
    if (wantedPart) onlyPart(wantedPart);
  }

  /* Panels: one key away, closed by Escape, the focus goes back where it was. */
  function openPanel(name, part) {
    var panel = document.getElementById("panneau-" + name);
    if (!panel) return;
    fillGuide(one("[data-guide]", panel));
    if (opened === panel && !part) { closePanel(); return; }
    closePanel();
    wantedPart = part || "";
    onlyPart(wantedPart, panel);
    before = document.activeElement;
    opened = panel;
    panel.classList.add("fil-open");
    var title = one("h2", panel);
    title.tabIndex = -1;
    title.focus();
    showQuestion();
  }
  function onlyPart(part, panel) {
    all("[data-touche]", panel || opened).forEach(function (each) {
      each.hidden = Boolean(part) && each.getAttribute("data-touche") !== part;
    });
  }
  function closePanel() {
    if (!opened) return;
    opened.classList.remove("fil-open");
    opened = null;
    showQuestion();
    if (before && shown(before)) before.focus();
  }
  all("[data-panneau]").forEach(function (button) {
    button.addEventListener("click", function (event) {
      event.preventDefault();
      openPanel(button.getAttribute("data-panneau"));
    });
  });
  all(".fil-close").forEach(function (button) { button.addEventListener("click", closePanel); });
  document.addEventListener("click", function (event) {
    var term = event.target.closest && event.target.closest(".fil-term");
    var entry = term && document.getElementById("mot-" + term.pathname.replace(/(index\.html)?$/, "").split("/").slice(-2)[0]);
    if (!entry) return;
    event.preventDefault();
    openPanel("mots");
    entry.scrollIntoView({ block: "nearest" });
    entry.tabIndex = -1;
    entry.focus();
  });

  /* Keys: none of them fires while typing, nor once the mediator has put them to rest. */
  var keysAtRest = one(".fil-keys-at-rest");
  try { keysAtRest.checked = localStorage.getItem(KEYS) === "repos"; } catch (refused) { /* they act */ }
  keysAtRest.addEventListener("change", function () {
    try {
      if (keysAtRest.checked) localStorage.setItem(KEYS, "repos");
      else localStorage.removeItem(KEYS);
    } catch (refused) { /* the choice lasts a page */ }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { closePanel(); return; }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (keysAtRest.checked && event.key.length === 1) return;
    var target = event.target;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(radio|checkbox)$/.test(target.type)) return;
    var radio = target.tagName === "INPUT";
    var key = event.key.toLowerCase();
    var actions = {
      arrowright: function () { go(current + 1); },
      arrowleft: function () { go(current - 1); },
      s: function () { if (!side.hidden) filter.focus(); },
      a: function () {
        all(".fil-rephrase", sections[current]).forEach(function (other) { other.open = !other.open; });
      },
      d: function () {
        all(".fil-described", sections[current]).filter(shown).forEach(function (other) { other.open = !other.open; });
      },
      g: function () { openPanel("mots"); },
      p: function () { openPanel("posture"); },
      i: function () { openPanel("ouvrir"); },
      k: function () { openPanel("fermer"); },
      n: function () { openPanel("fil"); },
      "/": function () { var box = one('input[type="search"][name="q"]'); if (box) box.focus(); },
      "?": function () { openPanel("touches"); }
    };
    var rescue = /^[a-z]$/.test(key) && one('[data-secours="' + key + '"]');
    if (radio && key.indexOf("arrow") === 0) return;
    if (/^[1-9]$/.test(key)) answer(Number(key));
    else if (actions[key]) actions[key]();
    else if (rescue) openPanel("secours", key);
    else return;
    event.preventDefault();
  });

  document.addEventListener("fil:fin", function () { if (devices[0]) chooseDevice(devices[0]); });
  var kept = remembered();
  var device = devices.filter(function (input) { return input.value === kept; })[0] || devices[0];
  if (device) chooseDevice(device);
  show(Math.max(rankOf(location.hash), 0), false);
  document.documentElement.classList.remove("fil-early");
})();
