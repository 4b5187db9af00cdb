// La page où l’on propose une fiche ou une correction : le brouillon gardé sur cet appareil,
// l’aperçu, et le texte fini à télécharger, copier ou envoyer. Rien ne part tout seul.
(function () {
  "use strict";
  var page = /** @type {HTMLElement} */ (document.querySelector(".fil-propose"));
  if (!page) return;
  var text = window.filPropose;
  var form = text.form;
  var make = form.make;
  var KEY = "fil-proposition";
  var VERSION = 1;
  var LONGEST_ADDRESS = 8000;
  var LONGEST_MAIL = 1900;
  var A_MOMENT = 200;
  var start = find(".fil-propose-start");
  var work = find(".fil-propose-work");
  var summary = find(".fil-summary");
  var result = find(".fil-result");
  /** @type {HTMLAnchorElement | null} */
  var hub = page.querySelector(".fil-hub");
  /** @type {HTMLAnchorElement | null} */
  var mail = page.querySelector(".fil-mail");
  var status = find(".fil-propose-said");
  var verify = find(".fil-verify");
  var asked = /[?&]fiche=([a-z0-9-]+\/[a-z0-9-]+)(?:&|$)/.exec(location.search);
  var reference = asked ? asked[1] : "";
  var published = "";
  var from = text.attendFrom(page, begin);
  /** @type {Fil.Writing} */
  var current;
  var refused = false;
  var pressed = false;
  var waiting = 0;
  var drawing = 0;
  /** @type {Fil.Finished} */
  var finished;

  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [inside] @returns {E} */
  function find(selector, inside) { return /** @type {E} */ ((inside || page).querySelector(selector)); }
  /** @returns {Fil.Answers} */
  function answered() { return /** @type {Fil.Answers} */ (/** @type {unknown} */ (form.read(work))); }
  /** @returns {Fil.Correcting} */
  function corrected() { return /** @type {Fil.Correcting} */ (/** @type {unknown} */ (form.read(work))); }

  /* The draft: one key of this browser, never sent. */
  /* What is kept may come from anywhere: what has not the shape of a draft is none. */
  /** @param {unknown} value @returns {boolean} */
  function isFields(value) { return Boolean(value) && typeof value === "object" && !Array.isArray(value); }
  /** @type {(keyof Fil.Correcting)[]} */
  var WRITTEN = ["texte", "pourquoi", "origine"];
  /** @returns {Fil.Drafts | null} */
  function stored() {
    try { return JSON.parse(localStorage.getItem(KEY) || "null"); } catch (_unreadable) { return null; }
  }
  /** @returns {Fil.Drafts} */
  function drafts() {
    var found = stored();
    /** @type {Fil.Drafts} */
    var kept = found && isFields(found) && found.version === VERSION && isFields(found.corrections) ? found : { version: VERSION, nouvelle: null, corrections: {} };
    var made = kept.nouvelle;
    if (!made || !isFields(made) || typeof made.titre !== "string") kept.nouvelle = null;
    Object.keys(kept.corrections).forEach(function (name) {
      var draft = kept.corrections[name];
      if (!isFields(draft) || WRITTEN.some(function (key) { return typeof draft[key] !== "string"; })) delete kept.corrections[name];
    });
    return kept;
  }
  /** @param {Fil.Drafts} kept */
  function keep(kept) {
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      if (refused) status.textContent = "";
      refused = false;
    } catch (_full) {
      if (!refused) status.textContent = "Ce navigateur refuse de garder un brouillon. Téléchargez votre texte avant de quitter cette page.";
      refused = true;
    }
  }
  /** @param {boolean} isLeft */
  function changed(isLeft) {
    if (!current) return;
    var kept = drafts();
    current.keep(kept);
    keep(kept);
    result.hidden = true;
    verify.classList.add("fil-button-main");
    // What is typed is kept at once; what is drawn of it waits for a pause: a long text would be slow.
    clearTimeout(drawing);
    drawing = setTimeout(function () {
      text.screens.refresh(work);
      current.preview();
    }, isLeft ? 0 : A_MOMENT);
    if (!isLeft) return;
    text.leads.refresh(work);
    clearTimeout(waiting);
    waiting = setTimeout(advise, A_MOMENT);
  }
  // Not while something is pressed: the page would move under the finger, which would miss it.
  function advise() {
    if (pressed) waiting = setTimeout(advise, A_MOMENT);
    else form.advise(work, current.advise());
  }
  ["pointerdown", "touchstart", "mousedown"].forEach(function (kind) {
    work.addEventListener(kind, function () { pressed = true; });
  });
  ["pointerup", "pointercancel", "touchend", "touchcancel", "mouseup"].forEach(function (kind) {
    window.addEventListener(kind, function () { pressed = false; });
  });
  window.addEventListener("beforeunload", function (event) {
    if (refused && current) event.preventDefault();
  });

  /** @param {string} kind */
  function open(kind) {
    work.textContent = "";
    /** @type {HTMLTemplateElement} */
    var model = find("#modele-" + kind, document);
    work.appendChild(document.importNode(model.content, true));
    start.hidden = true;
    find(".fil-propose-desk").hidden = false;
    form.prepare(work);
    // At hand before it is needed: a paste does not wait.
    text.screens.late(function () { text.screens.refresh(work); });
    text.screens.attend(work, changed);
    form.attend(work, changed);
  }
  function landing() {
    var heading = find("h2", work);
    heading.tabIndex = -1;
    heading.focus();
    summary.hidden = true;
    result.hidden = true;
    verify.classList.add("fil-button-main");
  }

  /* A new tutorial. */
  function openNew() {
    open("nouvelle");
    var draft = drafts().nouvelle;
    form.write(work, { relu_le: text.today() });
    try {
      if (draft) form.write(work, /** @type {Fil.Values} */ (/** @type {unknown} */ (text.renewed(draft))));
    } catch (_strange) { /* what could be read of it is shown */ }
    text.leads.refresh(work);
    text.screens.refresh(work);
    /** @type {HTMLDetailsElement} */
    var plain = find(".fil-preview-plain");
    /** @type {HTMLDetailsElement} */
    var written = find(".fil-preview-file");
    current = {
      keep: function (kept) { kept.nouvelle = answered(); },
      erase: function (kept) { kept.nouvelle = null; },
      again: openNew,
      preview: function () {
        if (plain.open) text.screens.late(function () { window.filLate.preview(find(".fil-preview-body"), answered()); });
        if (written.open) find("pre", written).textContent = text.write(answered());
      },
      advise: function () { return text.advise(answered()); },
      check: function () { return text.check(answered()); },
      finish: function () {
        var answers = answered();
        var name = text.slug(answers.titre) + ".md";
        return {
          name: name,
          text: text.write(answers),
          hub: page.getAttribute("data-nouveau") + answers.theme + "?filename=" + name,
          filled: true,
          subject: "Nouvelle fiche : " + text.line(answers.titre),
          body: "Bonjour,\n\nJe propose une nouvelle fiche. Je joins le fichier " + name + " à ce message.\n"
        };
      }
    };
    [plain, written].forEach(function (each) { each.addEventListener("toggle", current.preview); });
    form.advise(work, current.advise());
    landing();
  }

  /* A correction: the whole text of a published tutorial. */
  function openCorrection() {
    open("correction");
    var draft = drafts().corrections[reference];
    form.write(work, { texte: draft ? draft.texte : published, pourquoi: draft ? draft.pourquoi : "" });
    find(".fil-which").textContent = "tutoriels/" + reference + ".md";
    find(".fil-moved").hidden = !draft || draft.origine === published;
    current = {
      keep: function (kept) {
        var values = corrected();
        kept.corrections[reference] = { texte: values.texte, pourquoi: values.pourquoi, origine: draft ? draft.origine : published };
      },
      erase: function (kept) { delete kept.corrections[reference]; },
      again: openCorrection,
      preview: function () { compare(corrected().texte); },
      advise: function () { return []; },
      check: function () {
        var values = corrected();
        /** @type {Fil.Problem[]} */
        var found = [];
        if (!text.line(values.pourquoi)) found.push({ champ: "pourquoi", probleme: "Dites en une phrase ce que vous corrigez, et pourquoi." });
        if (values.texte === published) found.push({ champ: "texte", probleme: "Le texte est encore celui du site : rien n’est changé." });
        return found.concat(text.checkFile(values.texte).map(function (each) { return { champ: "texte", probleme: each.probleme, ligne: each.ligne }; }));
      },
      finish: function () {
        var values = corrected();
        var why = text.line(values.pourquoi);
        var name = reference.split("/")[1] + ".md";
        var lines = text.changes(published, values.texte).map(function (each) { return each.signe + " " + each.ligne + " : " + each.texte; }).join("\n");
        var body = "Bonjour,\n\nJe propose une correction de la fiche " + reference + ".\n" + why + "\n\nJe joins le fichier " + name + " à ce message.\n";
        var whole = body + "\nLes lignes changées :\n" + lines + "\n";
        return {
          name: name,
          text: values.texte.replace(/\s*$/, "\n"),
          hub: page.getAttribute("data-modifier") + reference + ".md",
          filled: false,
          subject: "Correction de la fiche " + reference,
          body: encodeURIComponent(whole).length < LONGEST_MAIL ? whole : body
        };
      }
    };
    current.preview();
    landing();
  }
  /** @param {string} now */
  function compare(now) {
    var lines = text.changes(published, now);
    find(".fil-changes-count").textContent = lines.length ? text.plural(lines.length, "ligne") + " en plus ou en moins" : "Rien n’est changé pour le moment.";
    var list = find(".fil-changes");
    list.textContent = "";
    lines.forEach(function (each) {
      var item = make("li", each.signe === "-" ? "fil-gone" : "fil-come");
      item.appendChild(make("strong", "", (each.signe === "-" ? "Retirée, ligne " : "Ajoutée, ligne ") + each.ligne + " : "));
      item.appendChild(make("span", "", each.texte || "(ligne vide)"));
      list.appendChild(item);
    });
  }
  // What one would have typed for another tutorial becomes the draft.
  /** @param {Fil.Answers} answers */
  function begin(answers) {
    if (drafts().nouvelle && !window.confirm("Un brouillon est déjà là. Le remplacer par cette fiche ?")) return false;
    var kept = drafts();
    kept.nouvelle = answers;
    keep(kept);
    openNew();
    return true;
  }
  window.filFiche = function (which, its) {
    if (from.takes(which, its) || which !== reference || published) return;
    published = its;
    openCorrection();
  };
  function loadAsked() { from.load(reference, function () { find(".fil-no-text").hidden = false; }); }

  /* The ways out. */
  /** @type {Fil.Target} */
  function toLine(control, problem) {
    if (!problem.ligne) return;
    var from = control.value.split("\n").slice(0, problem.ligne - 1).join("\n").length + (problem.ligne > 1 ? 1 : 0);
    var to = control.value.indexOf("\n", from);
    control.setSelectionRange(from, to < 0 ? control.value.length : to);
  }
  verify.addEventListener("click", function () {
    var problems = current.check();
    form.tell(work, summary, problems, toLine);
    result.hidden = problems.length > 0;
    if (problems.length) return;
    finished = current.finish();
    find(".fil-file-name").textContent = finished.name;
    find(".fil-file-text", result).textContent = finished.text;
    find(".fil-done-said").textContent = "";
    verify.classList.remove("fil-button-main");
    if (hub) {
      var whole = finished.hub + "&value=" + encodeURIComponent(finished.text);
      var fits = finished.filled && whole.length <= LONGEST_ADDRESS;
      hub.href = fits ? whole : finished.hub;
      hub.setAttribute("data-copie", fits ? "" : "oui");
      find(".fil-hub-how").textContent = fits ? "La page qui s’ouvre contient déjà votre texte." : "Votre texte est copié : dans la page qui s’ouvre, remplacez tout par Ctrl et A, puis Ctrl et V.";
    }
    if (mail) mail.href = "mailto:" + page.getAttribute("data-contact") + "?subject=" + encodeURIComponent(finished.subject) + "&body=" + encodeURIComponent(finished.body);
    find("h2", result).focus();
  });
  function copy() {
    var said = find(".fil-done-said");
    function select() {
      find(".fil-file").setAttribute("open", "");
      var selection = window.getSelection();
      if (selection) selection.selectAllChildren(find(".fil-file-text", result));
      said.textContent = "Le texte est choisi : faites Ctrl et C.";
    }
    function done() { said.textContent = "Le texte est copié."; }
    if (navigator.clipboard) navigator.clipboard.writeText(finished.text).then(done, select);
    else select();
  }
  function download() {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([finished.text], { type: "text/markdown;charset=utf-8" }));
    link.download = finished.name;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    find(".fil-done-said").textContent = "Le fichier " + finished.name + " est enregistré sur votre appareil.";
  }
  find(".fil-download").addEventListener("click", download);
  find(".fil-copy").addEventListener("click", copy);
  if (hub) hub.addEventListener("click", function () { if (hub && hub.getAttribute("data-copie")) copy(); });
  if (mail) mail.addEventListener("click", download);
  find(".fil-erase").addEventListener("click", function () {
    if (!window.confirm("Tout effacer ? Ce brouillon sera perdu.")) return;
    var kept = drafts();
    current.erase(kept);
    keep(kept);
    current.again();
    status.textContent = "Le brouillon est effacé.";
  });

  text.attendPaste(work);

  /* Where one begins. */
  page.hidden = false;
  find(".fil-propose-without", document).hidden = true;
  var draft = drafts().nouvelle;
  var first = find(".fil-begin");
  if (draft) first.textContent = "Reprendre mon brouillon" + (text.line(draft.titre) ? " : " + text.line(draft.titre) : "");
  first.addEventListener("click", function () { text.screens.late(openNew, from.lost); });
  find(".fil-retry").addEventListener("click", function () {
    find(".fil-no-text").hidden = true;
    loadAsked();
  });
  if (reference) loadAsked();
})();
