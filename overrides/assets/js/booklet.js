// Un livret : ses pages sont comptées avant d’être imprimées, pour que le sommaire dise vrai. Les
// blocs qu’une page ne coupe pas sont mesurés à la largeur du papier ; un saut est posé avant celui
// qui déborderait. Une fiche décochée n’est ni comptée ni imprimée.
(function () {
  "use strict";
  /** @type {HTMLElement} */
  var booklet = find(".fil-booklet", document);
  var sheets = /** @type {HTMLLinkElement[]} */ (all('link[rel="stylesheet"][media="print"]', document));
  var root = document.documentElement;
  // The height of A4 less its margins (print/10-page.css), and less a little: rounding never spills.
  var ROOM = (297 - 10 - 13 - 8) * 96 / 25.4;
  var WHOLE = /^(P|FIGURE|TABLE|PRE|H\d|SVG|DT|DD|HR)$/i;
  var OPEN = /^(ARTICLE|HEADER|FOOTER|SECTION|UL|OL|DL|FIELDSET)$/;
  var LEADS = /^H\d$/;

  /** @type {Fil.All} */
  function all(selector, within) {
    return Array.prototype.slice.call((within || booklet).querySelectorAll(selector));
  }
  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [within] @returns {E} */
  function find(selector, within) {
    return /** @type {E} */ ((within || booklet).querySelector(selector));
  }
  /** @param {Element} element @param {string} name */
  function has(element, name) { return element.classList.contains(name); }
  /** @param {Element} element */
  function cut(element) {
    var kept = has(element, "fil-step") || has(element, "fil-notes") || has(element, "fil-answer-key") || element.hasAttribute("data-bloc");
    var container = OPEN.test(element.tagName) && !kept || has(element, "fil-steps") || has(element, "fil-columns") || has(element, "fil-body") || has(element, "fil-on-paper") && !has(element, "fil-way-back");
    if (WHOLE.test(element.tagName)) return false;
    return container || element.getBoundingClientRect().height > ROOM && element.children.length > 0;
  }
  /* What a sheet of paper never cuts, in reading order. */
  /** @param {Element} element @returns {Element[]} */
  function pieces(element) {
    /** @type {Element[]} */
    var found = [];
    Array.prototype.forEach.call(element.children, function (/** @type {Element} */ child) {
      if (child.getClientRects().length) found = found.concat(cut(child) ? pieces(child) : [child]);
    });
    return found;
  }
  /** @param {Element} piece */
  function top(piece) {
    return piece.getBoundingClientRect().top - parseFloat(getComputedStyle(piece).marginTop);
  }
  /* Put the breaks in what begins a page; return how many pages it takes. */
  /** @param {Element} element */
  function lay(element) {
    var found = pieces(element);
    var breaks = [];
    var first = 0;
    for (var i = 0; i < found.length; i += 1) {
      if (found[i].getBoundingClientRect().bottom - top(found[first]) <= ROOM) continue;
      var start = i;
      // A heading stays with what follows, the box to tick with what comes before.
      while (start > first + 1 && (LEADS.test(found[start - 1].tagName) || has(found[start], "fil-done") || has(found[start], "fil-tick"))) start -= 1;
      if (start === first) continue;
      first = start;
      i = start;
      breaks.push(found[first]);
    }
    breaks.forEach(function (piece) { piece.classList.add("fil-new-leaf"); });
    return breaks.length + 1;
  }
  function number() {
    var entries = all(".fil-contents li");
    var articles = all("article");
    var height = window.pageYOffset;
    all(".fil-new-leaf").forEach(function (piece) { piece.classList.remove("fil-new-leaf"); });
    sheets.forEach(function (sheet) { sheet.media = "all"; });
    root.classList.add("fil-measured");
    // No break can be asked for before what floats: a step that must be cut has its screens in line.
    all(".fil-in-line").forEach(function (step) { step.classList.remove("fil-in-line"); });
    all(".fil-step").filter(function (step) { return step.getBoundingClientRect().height > ROOM; })
      .forEach(function (step) { step.classList.add("fil-in-line"); });
    var next = 2 + lay(find(".fil-contents"));
    articles.forEach(function (article, rank) {
      var leaf = entries[rank] && entries[rank].querySelector(".fil-leaf");
      if (!article.getClientRects().length) return;
      if (leaf) leaf.textContent = String(next);
      next += lay(article);
    });
    root.classList.remove("fil-measured");
    sheets.forEach(function (sheet) { sheet.media = "print"; });
    if (window.pageYOffset !== height) window.scrollTo(0, height);
  }

  all(".fil-contents li").forEach(function (entry, rank) {
    var box = entry.querySelector("input");
    if (!box) return;
    var chosen = box;
    function show() {
      entry.classList.toggle("fil-left-out", !chosen.checked);
      all("article")[rank].classList.toggle("fil-left-out", !chosen.checked);
    }
    box.addEventListener("change", function () { show(); number(); });
    show();
  });
  all("[data-imprimer]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
    if (button.parentElement) button.parentElement.hidden = false;
  });
  root.classList.add("fil-live");
  window.addEventListener("load", number);
  window.addEventListener("beforeprint", number);
  window.filLivret = { number: number };
})();
