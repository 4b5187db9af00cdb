// A call: its duration, the thread of what was opened, notes, and the message sent at the end.
// All of it stays in this tab (sessionStorage), is never sent, and is erased by « Terminer ».
(function () {
  "use strict";
  var bar = document.querySelector(".fil-call");
  if (!bar) return;
  var KEY = "fil-appel";
  var DEVICE = "fil-appareil";
  var data = find("[data-recap]");
  var root = bar.getAttribute("data-racine");
  var clock = find(".fil-clock");
  /** @type {HTMLTextAreaElement} */
  var notes = find("#notes");
  var call = read();
  /** @type {Fil.Step} */
  var step = { adresse: "", titre: "" };
  /** @type {Fil.PhoneCall | null} */
  var ended = null;

  /** @template {Element} [E=HTMLElement] @param {string} selector @returns {E} */
  function find(selector) { return /** @type {E} */ (document.querySelector(selector)); }
  /** @param {string} name */
  function told(name) { return data.getAttribute("data-" + name) || ""; }
  /** @returns {Fil.PhoneCall | null} */
  function read() {
    try { return JSON.parse(sessionStorage.getItem(KEY) || "null"); } catch (_unreadable) { return null; }
  }
  function write() {
    try { sessionStorage.setItem(KEY, JSON.stringify(call)); } catch (_refused) { /* kept in this page only */ }
  }
  function erase() {
    try { sessionStorage.removeItem(KEY); sessionStorage.removeItem(DEVICE); } catch (_refused) { /* nothing was kept */ }
  }
  /** @type {Fil.Make} */
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    return element;
  }
  /** @returns {Fil.Opened} */
  function here() {
    return {
      numero: told("numero"),
      titre: told("titre"),
      adresse: told("adresse"),
      recap: told("recap"),
      papier: told("papier"),
      publique: told("publique"),
      qr: told("qr"),
      etape: step.adresse,
      nom: step.titre
    };
  }

  /* The thread: each tutorial opened, where one stopped, and the way back. */
  function follow() {
    if (!call) return;
    var last = call.fil[call.fil.length - 1];
    if (last && last.numero === told("numero")) {
      last.etape = step.adresse;
      last.nom = step.titre;
    } else {
      call.fil.push(here());
    }
    write();
    draw();
  }
  function draw() {
    find(".fil-start").hidden = Boolean(call);
    find(".fil-end").hidden = !call;
    clock.hidden = !call;
    notes.value = call ? call.notes : "";
    var thread = find(".fil-thread");
    thread.textContent = "";
    /** @type {HTMLAnchorElement} */
    var back = find(".fil-back");
    back.hidden = true;
    var opened = call ? call.fil : [];
    opened.forEach(function (entry, rank) {
      var item = make("li");
      var link = make("a", "", "Fiche " + entry.numero + ", " + entry.nom);
      link.href = address(entry);
      item.appendChild(link);
      thread.appendChild(item);
      if (rank === opened.length - 2) {
        back.hidden = false;
        back.href = link.href;
        back.textContent = "Revenir à la fiche " + entry.numero;
      }
    });
  }
  /** @param {Fil.Opened} entry */
  function address(entry) {
    var page = location.protocol === "file:" ? "index.html" : "";
    return root + entry.adresse + page + "#" + entry.etape;
  }
  function tick() {
    if (!call) return;
    var seconds = Math.max(0, Math.floor((Date.now() - call.debut) / 1000));
    clock.textContent = ("0" + Math.floor(seconds / 60)).slice(-2) + ":" + ("0" + (seconds % 60)).slice(-2);
  }

  find(".fil-start").addEventListener("click", function () {
    call = { debut: Date.now(), fil: [], notes: "" };
    ended = null;
    find(".fil-ended").hidden = true;
    follow();
    tick();
    recap([here()]);
    /** @type {HTMLElement | null} */
    var opening = document.querySelector('[data-panneau="ouvrir"]');
    if (opening) opening.click();
  });
  find(".fil-end").addEventListener("click", function () {
    if (!call) return;
    ended = call;
    recap(ended.fil);
    call = null;
    document.dispatchEvent(new CustomEvent("fil:fin"));
    erase();
    draw();
    find(".fil-ended").hidden = false;
    find(".fil-ended-notes").textContent = ended.notes;
    find(".fil-ended-notes").hidden = !ended.notes;
    location.hash = "recap";
  });
  find(".fil-resume").addEventListener("click", function () {
    call = ended;
    find(".fil-ended").hidden = true;
    write();
    draw();
    tick();
  });
  notes.addEventListener("input", function () {
    if (call) { call.notes = notes.value; write(); }
  });

  /* The message, as it is sent. */
  /** @param {Fil.Opened[]} entries */
  function recap(entries) {
    /** @type {Record<string, boolean>} */
    var seen = {};
    var kept = entries.filter(function (entry) {
      var first = !seen[entry.numero];
      seen[entry.numero] = true;
      return first;
    });
    var text = kept.map(function (entry) { return entry.recap; }).join(" ");
    var count = window.filMessage.segments(text);
    find(".fil-recap").textContent = text;
    find(".fil-segments").textContent = count + " SMS, " + text.length + " caractères";
    link(".fil-sms", "sms:?body=" + encodeURIComponent(text));
    link(".fil-mail", "mailto:?subject=" + encodeURIComponent("Après notre appel") + "&body=" + encodeURIComponent(text));
    var slowly = find(".fil-slowly");
    slowly.textContent = "";
    window.filFrench.sentences(kept.map(function (entry) { return entry.papier; }).join(" ")).forEach(function (sentence) { slowly.appendChild(make("li", "", sentence)); });
    var sheet = find(".fil-sheet-entries");
    sheet.textContent = "";
    kept.forEach(function (entry) { sheet.appendChild(leaf(entry)); });
  }
  /** @param {string} selector @param {string} address */
  function link(selector, address) {
    /** @type {HTMLAnchorElement} */
    var its = find(selector);
    its.href = address;
  }
  /** @param {Fil.Opened} entry */
  function leaf(entry) {
    var item = make("section");
    item.appendChild(make("h3", "", entry.titre));
    window.filFrench.sentences(entry.papier).forEach(function (sentence) { item.appendChild(make("p", "", sentence)); });
    if (entry.publique) item.appendChild(make("p", "fil-sheet-address", entry.publique));
    if (entry.qr) {
      var parts = entry.qr.split(";");
      var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      svg.setAttribute("viewBox", "0 0 " + parts[0] + " " + parts[0]);
      svg.setAttribute("class", "fil-qr");
      path.setAttribute("d", parts[1]);
      path.setAttribute("stroke", "currentColor");
      svg.appendChild(path);
      item.appendChild(svg);
    }
    return item;
  }
  find(".fil-copy").addEventListener("click", function () {
    var text = find(".fil-recap").textContent;
    var said = find(".fil-copied");
    function done() { said.textContent = "Copié."; }
    function select() {
      var selection = window.getSelection();
      if (selection) selection.selectAllChildren(find(".fil-recap"));
      said.textContent = "Le texte est choisi : faites Ctrl et C.";
    }
    if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select);
    else select();
  });
  find(".fil-print").addEventListener("click", function () {
    document.body.classList.add("fil-print-sheet");
    window.print();
  });
  window.addEventListener("afterprint", function () { document.body.classList.remove("fil-print-sheet"); });

  document.addEventListener("fil:etape", function (event) {
    step = /** @type {CustomEvent<Fil.Step>} */ (event).detail;
    follow();
    if (!ended) recap(call ? call.fil : [here()]);
  });
  setInterval(tick, 1000);
  tick();
  draw();
})();
