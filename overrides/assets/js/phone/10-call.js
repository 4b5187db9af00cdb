// A call: its duration, the thread of what was opened, notes, and the message sent at the end.
// All of it stays in this tab (sessionStorage), is never sent, and is erased by « Terminer ».
(function () {
  "use strict";
  var bar = document.querySelector(".fil-call");
  if (!bar) return;
  var KEY = "fil-appel";
  var DEVICE = "fil-appareil";
  var data = document.querySelector("[data-recap]");
  var root = bar.getAttribute("data-racine");
  var clock = find(".fil-clock");
  var notes = find("#notes");
  var call = read();
  var step = { adresse: "", titre: "" };
  var ended = null;

  function find(selector) { return document.querySelector(selector); }
  function read() {
    try { return JSON.parse(sessionStorage.getItem(KEY)); } catch (unreadable) { return null; }
  }
  function write() {
    try { sessionStorage.setItem(KEY, JSON.stringify(call)); } catch (refused) { /* kept in this page only */ }
  }
  function erase() {
    try { sessionStorage.removeItem(KEY); sessionStorage.removeItem(DEVICE); } catch (refused) { /* nothing was kept */ }
  }
  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }
  function here() {
    return {
      numero: data.getAttribute("data-numero"),
      titre: data.getAttribute("data-titre"),
      adresse: data.getAttribute("data-adresse"),
      recap: data.getAttribute("data-recap"),
      papier: data.getAttribute("data-papier"),
      publique: data.getAttribute("data-publique"),
      qr: data.getAttribute("data-qr"),
      etape: step.adresse,
      nom: step.titre
    };
  }

  /* The thread: each tutorial opened, where one stopped, and the way back. */
  function follow() {
    if (!call) return;
    var last = call.fil[call.fil.length - 1];
    if (last && last.numero === data.getAttribute("data-numero")) {
      last.etape = step.adresse;
      last.nom = step.titre;
    } else {
      call.fil.push(here());
    }
    write();
    draw();
  }
  function draw() {
    var running = Boolean(call);
    find(".fil-start").hidden = running;
    find(".fil-end").hidden = clock.hidden = !running;
    notes.value = running ? call.notes : "";
    var thread = find(".fil-thread");
    thread.textContent = "";
    var back = find(".fil-back");
    back.hidden = true;
    if (!running) return;
    call.fil.forEach(function (entry, rank) {
      var item = make("li");
      var link = make("a", "Fiche " + entry.numero + ", " + entry.nom);
      link.href = address(entry);
      item.appendChild(link);
      thread.appendChild(item);
      if (rank === call.fil.length - 2) {
        back.hidden = false;
        back.href = link.href;
        back.textContent = "Revenir à la fiche " + entry.numero;
      }
    });
  }
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
    var opening = find('[data-panneau="ouvrir"]');
    if (opening) opening.click();
  });
  find(".fil-end").addEventListener("click", function () {
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
  function recap(entries) {
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
    find(".fil-sms").href = "sms:?body=" + encodeURIComponent(text);
    find(".fil-mail").href = "mailto:?subject=" + encodeURIComponent("Après notre appel") + "&body=" + encodeURIComponent(text);
    var slowly = find(".fil-slowly");
    slowly.textContent = "";
    window.filFrench.sentences(kept.map(function (entry) { return entry.papier; }).join(" ")).forEach(function (sentence) { slowly.appendChild(make("li", sentence)); });
    var sheet = find(".fil-sheet-entries");
    sheet.textContent = "";
    kept.forEach(function (entry) { sheet.appendChild(leaf(entry)); });
  }
  function leaf(entry) {
    var item = make("section");
    item.appendChild(make("h3", entry.titre));
    window.filFrench.sentences(entry.papier).forEach(function (sentence) { item.appendChild(make("p", sentence)); });
    if (entry.publique) item.appendChild(make("p", entry.publique, "fil-sheet-address"));
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
      var range = document.createRange();
      range.selectNodeContents(find(".fil-recap"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
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
    step = event.detail;
    follow();
    if (!ended) recap(call ? call.fil : [here()]);
  });
  setInterval(tick, 1000);
  tick();
  draw();
})();
