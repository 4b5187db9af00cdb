// Ce qui est collé depuis Word, LibreOffice, un mail ou une page : du texte, des listes, du gras, et
// rien d’autre. Une fonction du HTML du presse-papiers ; rien n’y est deviné.
(function () {
  "use strict";
  var late = window.filLate;
  var propose = window.filPropose;
  var BLOCKS = /^(?:p|div|li|ul|ol|tr|table|h[1-6]|blockquote|pre|section|article|header|footer|dd|dt|dl|hr)$/;
  var UNREAD = /^(?:style|script|head|title|meta|link|xml|template|object|img|svg|o:p)$/;
  // What Word writes before an item: « · », « o », « 1. »; a style says it.
  var BULLET = /mso-list:\s*ignore/i;
  var ITEM = /mso-list:\s*l\d/i;
  var UNSEEN = /display:\s*none|mso-hide:\s*all|visibility:\s*hidden/i;

  /** @param {Element} element */
  function style(element) { return element.getAttribute("style") || ""; }
  /** @param {Element} element @param {boolean} before */
  function isBold(element, before) {
    var weight = /(?:^|;\s*)font-weight:\s*(bold|normal|\d+)/i.exec(style(element));
    if (weight) return weight[1].toLowerCase() === "bold" || Number(weight[1]) >= 600;
    return before || /^(?:b|strong)$/i.test(element.tagName);
  }
  /** @param {Element} item */
  function mark(item) {
    var list = item.parentElement;
    if (!list || list.tagName !== "OL") return "- ";
    var before = Array.prototype.filter.call(list.children, function (each) { return each.tagName === "LI"; }).indexOf(item);
    return Number(list.getAttribute("start") || 1) + before + ". ";
  }

  /** @param {string} html @returns {Fil.PastedLine[]} */
  function linesOf(html) {
    /** @type {Fil.PastedLine[]} */
    var found = [];
    /** @type {Fil.PastedLine} */
    var current = { mark: "", runs: [] };
    function flush() {
      if (current.runs.some(function (run) { return propose.line(run.text); })) found.push(current);
      current = { mark: "", runs: [] };
    }
    /** @param {Node} node @param {boolean} bold */
    function walk(node, bold) {
      if (node.nodeType === 3) {
        current.runs.push({ text: (node.nodeValue || "").replace(/\s+/g, " "), isBold: bold });
        return;
      }
      if (!(node instanceof Element)) return;
      var name = node.tagName.toLowerCase();
      if (UNREAD.test(name) || UNSEEN.test(style(node))) return;
      if (BULLET.test(style(node))) {
        var written = /^\s*(\d+)[.)]/.exec(node.textContent || "");
        current.mark = written ? written[1] + ". " : "- ";
        return;
      }
      var isBlock = BLOCKS.test(name);
      if (name === "br") {
        if (current.mark) current.runs.push({ text: " ", isBold: false });
        else flush();
        return;
      }
      // « <li><p>… »: the paragraph within an item is the item.
      if (isBlock && !(current.mark && !current.runs.length)) flush();
      if (name === "li") current.mark = mark(node);
      else if (ITEM.test(style(node))) current.mark = "- ";
      else if (name === "td" || name === "th") current.runs.push({ text: " ", isBold: false });
      Array.prototype.forEach.call(node.childNodes, function (child) { walk(child, isBold(/** @type {Element} */ (node), bold)); });
      if (isBlock) flush();
    }
    walk(new DOMParser().parseFromString(html, "text/html").body, false);
    flush();
    return found;
  }
  /* « **mot** » around what is bold, its spaces left out. */
  /** @param {Fil.PastedRun[]} runs @param {boolean} hasBold */
  function wordsOf(runs, hasBold) {
    /** @type {Fil.PastedRun[]} */
    var joined = [];
    runs.forEach(function (run) {
      var last = joined[joined.length - 1];
      var isBold = hasBold && (run.isBold || Boolean(last && last.isBold && !run.text.trim()));
      if (last && last.isBold === isBold) last.text += run.text;
      else joined.push({ text: run.text, isBold: isBold });
    });
    return propose.line(joined.map(function (run) {
      var inside = /^(\s*)([\s\S]*?)(\s*)$/.exec(propose.clean(run.text).replace(/\n/g, " ")) || ["", "", "", ""];
      return run.isBold && inside[2] && !/[*]/.test(inside[2]) ? inside[1] + "**" + inside[2] + "**" + inside[3] : inside[0];
    }).join(""));
  }
  // A bullet that was typed, or that a font draws: « – », « • », the private signs of Wingdings.
  /** @param {string} words */
  function unmarked(words) { return words.replace(/^(?:[–—•◦▪‣·●○■\ue000-\uf8ff]|o(?= {2}))\s+/, ""); }

  /* A line a paragraph; « - » before an item. In Markdown, blank lines cut the paragraphs. */
  /** @type {Fil.Late["pasted"]} */
  late.pasted = function (html, kind) {
    var written = linesOf(html).map(function (each) {
      var words = wordsOf(each.runs, kind !== "line");
      var bare = unmarked(words);
      return { mark: each.mark || (bare === words ? "" : "- "), words: bare };
    }).filter(function (each) { return each.words; });
    if (kind === "line") return written.map(function (each) { return each.words; }).join(" ");
    return written.map(function (each, rank) {
      var isNear = rank && each.mark && written[rank - 1].mark;
      return (rank ? kind === "markdown" && !isNear ? "\n\n" : "\n" : "") + each.mark + each.words;
    }).join("");
  };
})();
