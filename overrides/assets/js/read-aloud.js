// « Écouter » : la page lue à voix haute, phrase par phrase, par les voix de l’appareil.
(function () {
  "use strict";
  var speech = window.speechSynthesis;
  /** @type {HTMLElement} */
  var box = /** @type {HTMLElement} */ (document.querySelector(".fil-listen"));
  if (!box || !speech || !window.SpeechSynthesisUtterance) return;
  var KEY = "fil-lecture";
  /** @type {Record<string, number>} */
  var SPEEDS = { lent: 0.8, normal: 1, rapide: 1.3 };
  var BLOCKS = "h1,h2,h3,h4,p,li,dt,dd,figcaption,legend,label,summary,td,th,div,section,header,main,q,.fil-rank";
  // What leads elsewhere, or is done by hand, is not read; nor is what the page does not show.
  var SILENT = "nav,footer,button,script,select,kbd,.fil-listen,.fil-number,.fil-facts,.fil-tick,.fil-progress,.fil-after,.fil-printing,.fil-on-paper,.fil-related,.fil-help,.fil-verdict,.fil-button,.fil-tabs-title,.fil-tabs > input:not(:checked) + label,summary,[hidden],[aria-hidden=true]";
  var NONE = "Votre appareil n’a pas de voix française. On peut souvent en ajouter une dans ses réglages, avec ce qui concerne la voix ou l’accessibilité. Un médiateur numérique peut vous y aider. En attendant, « Texte plus grand », en haut de la page, agrandit les lettres.";
  // Past this length, an online voice of Chrome may be cut before its end (15 seconds).
  var LONGEST = 180;

  /** @template {Element} [E=HTMLElement] @param {string} selector @returns {E} */
  function find(selector) { return /** @type {E} */ (box.querySelector(selector)); }
  var start = find(".fil-listen-start");
  var said = find(".fil-listen-said");
  var bar = find(".fil-listen-bar");
  var pause = find(".fil-listen-pause");
  /** @type {HTMLSelectElement} */
  var speed = find(".fil-listen-speed");
  /** @type {HTMLSelectElement} */
  var choice = find(".fil-listen-voice");
  /** @type {SpeechSynthesisVoice[]} */
  var voices = [];
  /** @type {Fil.Sentence[]} */
  var sentences = [];
  var current = 0;
  var speaking = false;
  var turn = 0;
  /** @type {SpeechSynthesisUtterance} */
  var utterance;
  /** @type {number | undefined} */
  var waiting;
  /** @type {{ version?: number, vitesse?: unknown, voix?: string }} */
  var kept = {};

  /** @param {string} selector @param {ParentNode} root @returns {HTMLElement[]} */
  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function read() {
    try { kept = JSON.parse(localStorage.getItem(KEY) || "null") || {}; } catch (_unreadable) { kept = {}; }
    if (kept.version !== 1) kept = {};
    if (typeof kept.vitesse === "string" && Object.keys(SPEEDS).indexOf(kept.vitesse) >= 0) speed.value = kept.vitesse;
  }
  function keep() {
    try {
      localStorage.setItem(KEY, JSON.stringify({ version: 1, vitesse: speed.value, voix: choice.value }));
    } catch (_refused) { return; }
  }

  /* French voices, those of the device first: an online one is sent the text. */
  function french() {
    /** @param {SpeechSynthesisVoice} voice */
    function rank(voice) { return (voice.localService ? 0 : 2) + (/^fr[-_]FR/i.test(voice.lang) ? 0 : 1); }
    return speech.getVoices().filter(function (voice) { return /^fr([-_]|$)/i.test(voice.lang); })
      .sort(function (one, other) { return rank(one) - rank(other); });
  }
  function list() {
    voices = french();
    var wanted = choice.value || kept.voix;
    choice.textContent = "";
    voices.forEach(function (voice) {
      var option = document.createElement("option");
      option.value = voice.voiceURI;
      option.textContent = voice.name + (voice.localService ? "" : " (en ligne)");
      option.selected = voice.voiceURI === wanted;
      choice.appendChild(option);
    });
    if (choice.parentElement) choice.parentElement.hidden = voices.length < 2;
  }
  function voice() { return voices[Math.max(choice.selectedIndex, 0)]; }
  function warn() {
    said.textContent = voice().localService ? "" : "Cette voix vient d’internet : le texte de la page lui est envoyé.";
  }

  /* What the reader sees, in its order, one sentence after the other. */
  /** @param {Element} element */
  function shown(element) {
    for (var each = /** @type {Element | null} */ (element); each; each = each.parentElement) {
      if (each.tagName === "DETAILS" && !each.hasAttribute("open") && !element.closest("summary")) return false;
    }
    return element.getClientRects().length > 0;
  }
  /** @param {Element} block */
  function texts(block) {
    var walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, null);
    /** @type {Text[]} */
    var found = [];
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      var holder = node.parentElement;
      if (holder && holder.closest(BLOCKS) === block && !holder.closest(SILENT) && !holder.closest("[role=img]")) found.push(/** @type {Text} */ (node));
    }
    return found;
  }
  /** @param {string} text */
  function ends(text) {
    /** @type {number[]} */
    var marks = [];
    var from = 0;
    /** @param {number} to */
    function cut(to) {
      // A long sentence is said in several breaths, at a comma.
      while (to - from > LONGEST) {
        var breath = Math.max.apply(null, [",", ";", ":", " "].map(function (sign, rank) {
          var at = text.lastIndexOf(sign, from + LONGEST);
          return rank < 3 && at > from + 40 ? at + 1 : -1;
        }));
        if (breath < 0) breath = text.lastIndexOf(" ", from + LONGEST) + 1;
        if (breath <= from) breath = from + LONGEST;
        marks.push(breath);
        from = breath;
      }
      marks.push(to);
      from = to;
    }
    window.filFrench.ends(text).forEach(cut);
    return marks;
  }
  function gather() {
    /** @type {Element[]} */
    var blocks = [];
    var walker = document.createTreeWalker(document.querySelector("main") || document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, null);
    sentences = [];
    for (var node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof Element) {
        var label = node.getAttribute("role") === "img" && node.getAttribute("aria-label");
        if (label && !node.closest(SILENT) && shown(node)) add(label, node);
        continue;
      }
      var text = /** @type {Text} */ (node);
      var holder = text.parentElement;
      var block = holder && /\S/.test(text.data) && holder.closest(BLOCKS);
      if (!holder || !block || blocks.indexOf(block) >= 0 || texts(block).indexOf(text) < 0 || !shown(holder)) continue;
      blocks.push(block);
      add(texts(block).map(function (each) { return each.data; }).join(""), block);
    }
  }
  /** @param {string} text @param {Element} block */
  function add(text, block) {
    var from = 0;
    ends(text).forEach(function (to) {
      var words = text.slice(from, to).replace(/\s+/g, " ").trim();
      if (window.filFrench.isSaid(words)) sentences.push({ words: words, block: block, from: from, to: to });
      from = to;
    });
  }

  /* Mark a sentence where it stands, then leave the page as it was. */
  function unmark() {
    all(".fil-spoken-box", document).forEach(function (each) { each.classList.remove("fil-spoken-box"); });
    all(".fil-spoken", document).forEach(function (each) {
      var parent = each.parentNode;
      if (!parent) return;
      while (each.firstChild) parent.insertBefore(each.firstChild, each);
      parent.removeChild(each);
      parent.normalize();
    });
  }
  /** @param {Fil.Sentence} sentence */
  function mark(sentence) {
    unmark();
    var first = sentence.block;
    if (first.getAttribute("role") === "img") first.classList.add("fil-spoken-box");
    else {
      var at = 0;
      texts(sentence.block).forEach(function (node) {
        var length = node.data.length;
        var from = Math.max(sentence.from - at, 0);
        var to = Math.min(sentence.to - at, length);
        at += length;
        if (from >= to || !/\S/.test(node.data.slice(from, to))) return;
        from += node.data.slice(from, to).search(/\S/);
        var part = from ? node.splitText(from) : node;
        if (to - from < part.data.length) part.splitText(to - from);
        var span = document.createElement("span");
        span.className = "fil-spoken";
        if (part.parentNode) part.parentNode.insertBefore(span, part);
        span.appendChild(part);
        if (first === sentence.block) first = span;
      });
    }
    var place = first.getBoundingClientRect();
    if (place.top < 80 || place.bottom > innerHeight - 160) {
      var calm = document.documentElement.hasAttribute("data-animations") || matchMedia("(prefers-reduced-motion: reduce)").matches;
      first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    }
  }

  /* One utterance a sentence; a pause is a silence, since some phones cannot hold a voice. */
  function hush() {
    turn += 1;
    clearTimeout(waiting);
    speech.cancel();
  }
  function show() {
    bar.hidden = false;
    document.documentElement.setAttribute("data-lecture", "");
    pause.textContent = speaking ? "Pause" : "Reprendre";
  }
  function speak() {
    while (sentences[current] && !shown(sentences[current].block)) current += 1;
    var sentence = sentences[current];
    if (!sentence) { stop("La lecture est finie."); return; }
    var mine = turn;
    mark(sentence);
    // Kept in a variable of the file: Chrome forgets an utterance that nobody holds, and stays silent.
    utterance = new window.SpeechSynthesisUtterance(sentence.words);
    var tag = document.documentElement.lang;
    utterance.lang = tag.length > 2 ? tag : "fr-FR";
    utterance.voice = voice();
    utterance.rate = SPEEDS[speed.value];
    var heard = false;
    utterance.onstart = function () { heard = true; };
    utterance.onend = function () {
      if (mine !== turn) return;
      heard = true;
      current += 1;
      speak();
    };
    utterance.onerror = function () {
      if (mine !== turn) return;
      hold();
      said.textContent = "La voix s’est arrêtée. « Reprendre » la relance.";
    };
    // A device may list a voice that it cannot make heard, and say nothing of it.
    clearTimeout(waiting);
    waiting = setTimeout(function () {
      if (mine !== turn || heard) return;
      hold();
      said.textContent = "La voix ne répond pas. « Reprendre » essaie encore. Le son de l’appareil est-il assez fort ?";
    }, 6000);
    speech.speak(utterance);
  }
  function hold() {
    hush();
    speaking = false;
    show();
  }
  function resume() {
    var late = speaking;
    hush();
    var mine = turn;
    speaking = true;
    warn();
    show();
    // Some browsers lose what is said at the very moment they are silenced.
    if (late) setTimeout(function () { if (mine === turn) speak(); }, 100);
    else speak();
  }
  /** @param {string} words */
  function stop(words) {
    var inside = bar.contains(document.activeElement);
    hush();
    unmark();
    speaking = false;
    bar.hidden = true;
    document.documentElement.removeAttribute("data-lecture");
    said.textContent = words;
    if (inside) start.focus();
  }
  function begin() {
    list();
    if (!voices.length) { said.textContent = NONE; return; }
    gather();
    current = 0;
    resume();
    pause.focus();
  }

  start.addEventListener("click", function () {
    clearTimeout(waiting);
    // Some browsers only know their voices a little later.
    if (speech.getVoices().length) { begin(); return; }
    said.textContent = "Je cherche une voix française…";
    // An iPhone gives a voice to what is asked for during a press, and keeps it: here, a silence.
    speech.speak(new window.SpeechSynthesisUtterance(""));
    waiting = setTimeout(begin, 1500);
  });
  if (speech.addEventListener) {
    speech.addEventListener("voiceschanged", function () {
      list();
      if (!voices.length || said.textContent !== "Je cherche une voix française…") return;
      clearTimeout(waiting);
      begin();
    });
  }
  pause.addEventListener("click", function () {
    if (speaking) hold();
    else resume();
  });
  find(".fil-listen-stop").addEventListener("click", function () { stop(""); });
  [speed, choice].forEach(function (select) {
    select.addEventListener("change", function () {
      keep();
      // The sentence is taken up again, as it will sound.
      if (speaking) resume();
    });
  });
  addEventListener("pagehide", function () { stop(""); });
  read();
  box.hidden = false;
})();
