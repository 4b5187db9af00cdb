// « Mon livret » : les fiches choisies, dans l’ordre voulu ; leur texte est lu sur leurs pages au
// moment d’imprimer. Depuis une clé USB, où le navigateur refuse de les lire, la page le dit.
(function () {
  "use strict";
  var KEY = "fil-livret";
  /** @type {HTMLElement} */
  var booklet = find(".fil-booklet", document);
  var root = booklet.getAttribute("data-racine");
  var section = find(".fil-contents", booklet);
  var list = find("ol");
  var said = find(".fil-mine-said");
  /** @type {HTMLButtonElement} */
  var compose = find("[data-composer]");
  var onDisk = location.protocol === "file:";
  var isOld = !window.fetch || !window.DOMParser || !window.Promise;

  /** @type {Fil.All} */
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [within] @returns {E} */
  function find(selector, within) { return /** @type {E} */ ((within || section).querySelector(selector)); }
  /** @type {Fil.Make} */
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  /** @returns {Fil.Chosen[]} */
  function read() {
    try {
      var kept = JSON.parse(localStorage.getItem(KEY) || "[]");
      return Array.isArray(kept) ? kept.filter(function (/** @type {Fil.Chosen | null} */ entry) {
        return entry && /^[a-z0-9-]+\/[a-z0-9-]+$/.test(entry.fiche);
      }) : [];
    } catch (_refused) { return []; }
  }
  /** @param {Fil.Chosen[]} kept */
  function write(kept) {
    try { localStorage.setItem(KEY, JSON.stringify(kept)); } catch (_refused) { /* Shown all the same. */ }
    clear();
    show(kept);
  }
  /** @param {Fil.Chosen} entry */
  function way(entry) {
    return root + "tutoriels/" + entry.fiche + "/" + (onDisk ? "index.html" : "");
  }
  /** @param {Fil.Chosen[]} kept @param {number} from @param {number} to @param {string} name */
  function move(kept, from, to, name) {
    kept.splice(to, 0, kept.splice(from, 1)[0]);
    write(kept);
    /** @type {HTMLButtonElement[]} */
    var buttons = all("button", list.children[to]);
    (buttons.filter(function (each) { return each.name === name && !each.disabled; })[0] || buttons[2]).focus();
    said.textContent = "Fiche " + kept[to].numero + " : place " + (to + 1) + ".";
  }
  /** @param {Node} parent @param {string} name @param {string} text @param {string} numero @param {() => void} action */
  function button(parent, name, text, numero, action) {
    var element = make("button", "fil-button", text, parent);
    element.type = "button";
    element.name = name;
    element.setAttribute("aria-label", text + " la fiche " + numero);
    element.addEventListener("click", action);
    return element;
  }
  /** @param {Fil.Chosen[]} kept */
  function show(kept) {
    list.textContent = "";
    kept.forEach(function (entry, rank) {
      var item = make("li", "", "", list);
      item.setAttribute("data-tutoriel", entry.fiche);
      make("span", "fil-number", entry.numero, item);
      var link = make("a", "", entry.titre, item);
      link.href = way(entry);
      make("span", "fil-leaf", "", item);
      var ways = make("span", "fil-mine-ways", "", item);
      button(ways, "monter", "Monter", entry.numero, function () { move(kept, rank, rank - 1, "monter"); }).disabled = rank === 0;
      button(ways, "descendre", "Descendre", entry.numero, function () { move(kept, rank, rank + 1, "descendre"); }).disabled = rank === kept.length - 1;
      button(ways, "retirer", "Retirer", entry.numero, function () {
        kept.splice(rank, 1);
        write(kept);
        said.textContent = "Fiche " + entry.numero + " retirée.";
        var next = list.children[Math.min(rank, kept.length - 1)];
        if (next) all("button", next)[2].focus();
      });
    });
    section.hidden = false;
    find(".fil-mine-none").hidden = kept.length > 0;
    find(".fil-mine-some").hidden = kept.length === 0;
    compose.hidden = onDisk || isOld;
    if (isOld && kept.length) {
      said.textContent = "Ce navigateur est trop ancien pour rassembler les fiches. J’imprime chaque fiche depuis sa page, ou je prends un livret par thème, plus bas.";
    } else if (onDisk && kept.length) {
      said.textContent = "Ici, le site est ouvert depuis un dossier ou une clé USB : le navigateur refuse de rassembler les fiches. J’imprime chaque fiche depuis sa page, ou je prends un livret par thème, plus bas.";
    }
  }

  function clear() {
    all("article", booklet).forEach(function (article) { booklet.removeChild(article); });
    booklet.classList.remove("fil-gathering");
  }
  /** @param {Element} element @param {keyof HTMLElementTagNameMap} tag @param {string} className */
  function renamed(element, tag, className) {
    var other = make(tag, className);
    while (element.firstChild) other.appendChild(element.firstChild);
    if (element.parentNode) element.parentNode.replaceChild(other, element);
  }
  /** @type {[from: string, to: "h2" | "h3" | "h4", className: string][]} */
  var CHANGES = [["h3", "h4", "fil-t3"], ["h2", "h3", "fil-t2"], ["h1", "h2", "fil-t1"]];
  /* The page of a tutorial as paper wants it: nothing to press, every device shown, no id twice. */
  /** @param {Document} page @param {Fil.Chosen} entry */
  function paper(page, entry) {
    var article = make("article", "fil-paper fil-gathered");
    article.setAttribute("data-papier", entry.fiche);
    var main = page.querySelector("main");
    if (!main) throw new Error(entry.fiche);
    Array.prototype.forEach.call(main.children, function (child) {
      article.appendChild(document.importNode(child, true));
    });
    all(".fil-tabs", article).forEach(function (tabs) {
      tabs.className = "";
      tabs.removeAttribute("role");
      all(".fil-tabs-title, input, label", tabs).forEach(function (each) {
        if (each.parentNode === tabs) tabs.removeChild(each);
      });
    });
    all("script, nav, button, .fil-findings, .fil-listen, .fil-head-ways, .fil-progress, .fil-after, .fil-bravo, .fil-next, .fil-help", article).forEach(function (each) { if (each.parentNode) each.parentNode.removeChild(each); });
    // What is folded on the screen is whole on paper, where some browsers print nothing of it.
    all(".fil-sinon, .fil-ready", article).forEach(function (each) { each.setAttribute("open", ""); });
    CHANGES.forEach(function (change) {
      all(change[0], article).forEach(function (heading) { renamed(heading, change[1], change[2]); });
    });
    all("*", article).forEach(function (each) {
      ["id", "for", "name", "href", "aria-labelledby", "aria-describedby"].forEach(function (name) { each.removeAttribute(name); });
    });
    return article;
  }
  function gather() {
    var kept = read();
    said.textContent = "Je rassemble les fiches…";
    compose.disabled = true;
    clear();
    /** @type {string[]} */
    var missing = [];
    Promise.all(kept.map(function (entry) {
      return fetch(way(entry)).then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.text();
      }).then(function (html) {
        return paper(new DOMParser().parseFromString(html, "text/html"), entry);
      }).catch(function () { missing.push(entry.numero); return make("article", "fil-left-out"); });
    })).then(function (articles) {
      articles.forEach(function (article, rank) {
        list.children[rank].classList.toggle("fil-left-out", article.className === "fil-left-out");
        booklet.appendChild(article);
      });
      booklet.classList.add("fil-gathering");
      compose.disabled = false;
      said.textContent = missing.length
        ? "Il manque au livret : " + missing.map(function (number) { return "fiche " + number; }).join(", ") + ". Chaque fiche s’imprime aussi depuis sa page."
        : "Le livret est prêt.";
      window.filLivret.number();
      if (missing.length < kept.length) window.print();
    });
  }

  compose.addEventListener("click", gather);
  find("[data-vider]").addEventListener("click", function () {
    write([]);
    said.textContent = "Mon livret est vide.";
  });
  show(read());
})();
