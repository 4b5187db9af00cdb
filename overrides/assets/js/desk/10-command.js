// One box for all that is not on the screen: a step, a trouble, a gesture, a sentence for hard times,
// a word, another tutorial, the code of a place. Typed letters choose, arrows and Enter open.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make, walk = desk.walk;
  var MOST = 8;
  var LETTERS = "ACEFHJKLMQRTUWXYZ";
  // `107·2·c`, `107 2 c`, `1072c`: a number, a step, letters; not `107`.
  var CODE = /^(\d{3,4}?)[\s·.-]*(\d{1,2})[\s·.-]*([a-z]{1,2})$/i;
  /** @type {HTMLInputElement} */
  var box = find("#commande");
  var list = find("#commandes");
  /** @type {Fil.Command[]} */
  var shown = [];
  var active = -1;
  var turn = 0;
  /** @type {Element | null} */
  var before = null;

  /** @param {string} name */
  function card(name) { if (desk.card) desk.card(name); }
  /** @param {string} sort @param {string} name @param {() => void} act @returns {Fil.Command} */
  function entry(sort, name, act) { return { sort: sort, name: name, act: act, folded: window.filFrench.fold(sort + " " + name) }; }
  /** @param {Fil.Graph} graph @param {string} name @param {string} sort */
  function places(graph, name, sort) {
    return (graph.titres || []).map(function (title, rank) {
      return entry(sort, title, function () {
        if (name === desk.graph.numero) { desk.step(rank + 1); return; }
        var node = graph.noeuds.filter(function (each) { return each.etape === rank + 1; })[0];
        desk.visit(name, node && node.id);
      });
    });
  }
  /** @param {Fil.Graph} graph @param {string} name */
  function troubles(graph, name) {
    return (graph.secours || []).map(function (rescue, rank) {
      return entry("La personne dit", desk.say(rescue.situation, desk.now()), function () { desk.go(walk.rescue(desk.now(), name, rank)); });
    });
  }
  /** @returns {Fil.Command[]} */
  function everything() {
    var graphs = window.filGuides ? window.filGuides.graphes : {};
    var gestures = Object.keys(graphs).filter(function (name) { return name.indexOf("geste-") === 0; });
    return (graphs.secours ? places(graphs.secours, "secours", "Secours") : [])
      .concat(places(desk.graph, desk.graph.numero, "Étape"))
      .concat(troubles(desk.graph, desk.graph.numero))
      .concat(graphs.reponses ? troubles(graphs.reponses, "reponses") : [])
      .concat(gestures.map(function (name) {
        var gesture = entry("Geste", graphs[name].titre, function () { desk.visit(name); });
        gesture.folded += " " + name.replace(/-/g, " ");
        return gesture;
      }))
      .concat(all("[data-mot]").map(function (word) {
        return entry("Mot", word.getAttribute("data-mot") || "", function () { explain(word); });
      }))
      .concat([
        entry("Ouvrir l’appel", "les premières questions", function () { desk.visit("ouvrir"); }),
        entry("Fermer l’appel", "faire redire, le récap", function () { desk.visit("fermer"); }),
        entry("Posture", "ce que je fais, vers qui j’oriente", function () { card("posture"); }),
        entry("Touches", "toutes les touches du poste", function () { card("touches"); })
      ]);
  }
  /** @param {Element} word */
  function explain(word) {
    var holder = find("#carte-mot .fil-desk-card-word");
    holder.textContent = "";
    Array.prototype.forEach.call(word.childNodes, function (node) { holder.appendChild(node.cloneNode(true)); });
    if (find("#carte-mot").hidden) card("mot");
  }
  /** @param {string} typed @returns {Fil.Command[]} */
  function place(typed) {
    var code = CODE.exec(typed.trim());
    if (!code) return [];
    var id = Number(code[2]) + code[3].toLowerCase();
    return [entry("Code", code[1] + "·" + code[2] + "·" + code[3], function () {
      if (code && code[1] !== desk.graph.numero) location.href = desk.address(code[1] + "/", "#n-" + id);
      else if (desk.graph.noeuds.some(function (node) { return node.id === id; })) desk.go(walk.but(desk.now(), { g: desk.graph.numero, n: id, m: "", r: "", o: 0, u: 0, p: [] }));
    })];
  }
  /* Five letters that check (path/10-code.js), as « MRTAK »: where the person is in a path. */
  /** @param {string} typed @returns {Fil.Command[]} */
  function path(typed) {
    var letters = typed.replace(/[\s·.-]/g, "").toUpperCase();
    var sum = letters.split("").reduce(function (total, letter, rank) {
      var digit = LETTERS.indexOf(letter);
      return digit < 0 ? NaN : total + (rank < 4 ? rank + 2 : 1) * digit;
    }, 0);
    return letters.length === 5 && sum % LETTERS.length === 0 ? [entry("Parcours", letters + ", où la personne en est", function () {
      location.href = desk.address("parcours/", "#" + letters);
    })] : [];
  }
  /** @param {string} typed */
  function found(typed) {
    var words = window.filFrench.fold(typed).split(/\s+/).filter(Boolean);
    /** @param {Fil.Command} each */
    function late(each) { return each.folded.indexOf(" " + words[0]) < 0 ? 1 : 0; }
    return everything().filter(function (each) {
      return words.every(function (word) { return each.folded.indexOf(word) >= 0; });
    }).sort(function (left, right) { return words.length ? late(left) - late(right) : 0; }).slice(0, words.length ? MOST : 13);
  }
  /* Other tutorials come from the search of the site, when it comes. */
  /** @param {string} typed @param {number} mine */
  function elsewhere(typed, mine) {
    if (!window.filBox || typed.trim().length < 3 || place(typed).length) return;
    window.filBox.search(typed, { prefix: true, limit: 4 }).then(function (answer) {
      if (mine !== turn) return;
      var others = answer.resultats.filter(function (each) { return each.telephone; }).slice(0, 4).map(function (each) {
        return entry("Fiche " + each.numero, each.titre, function () {
          desk.go(walk.jump(desk.now(), each.adresse, each.etape || 0));
        });
      });
      var own = shown.slice(0, -1);
      show(own.concat(others, shown.slice(-1)));
    }, function () { /* the last line leads to the page of results */ });
  }
  /** @param {Fil.Command[]} commands */
  function show(commands) {
    shown = commands;
    list.textContent = "";
    commands.forEach(function (each, rank) {
      var item = make("li", "", "", list);
      item.id = "commande-" + rank;
      item.setAttribute("role", "option");
      make("small", "", each.sort, item);
      make("span", "", " " + each.name, item);
      item.addEventListener("mousedown", function (event) { event.preventDefault(); });
      item.addEventListener("click", function () { run(each); });
    });
    list.hidden = !commands.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    choose(commands.length ? 0 : -1);
  }
  /** @param {number} rank */
  function choose(rank) {
    active = rank;
    Array.prototype.forEach.call(list.children, function (item, other) {
      item.setAttribute("aria-selected", String(other === rank));
    });
    if (rank < 0) { box.removeAttribute("aria-activedescendant"); return; }
    box.setAttribute("aria-activedescendant", "commande-" + rank);
    list.children[rank].scrollIntoView({ block: "nearest" });
  }
  function ask() {
    var typed = box.value;
    turn += 1;
    var all = place(typed).concat(path(typed), found(typed));
    if (typed.trim()) all.push(entry("Chercher", "«\u202f" + typed.trim() + "\u202f» dans toutes les fiches", function () {
      location.href = desk.address("recherche/", "").replace(/(index\.html)?$/, "$1?q=" + encodeURIComponent(typed.trim()));
    }));
    show(all);
    elsewhere(typed, turn);
  }
  function close() {
    turn += 1;
    box.value = "";
    show([]);
  }
  /** @param {Fil.Command} command */
  function run(command) {
    close();
    leave();
    command.act();
  }
  /* The focus goes back where it was. */
  function leave() {
    var target = /** @type {HTMLElement} */ (before);
    if (target && target.getClientRects().length && target !== document.body) target.focus();
    else find(".fil-now").focus();
  }
  desk.command = function () {
    before = document.activeElement === box ? before : document.activeElement;
    box.focus();
    box.select();
  };
  box.addEventListener("focus", ask);
  box.addEventListener("input", ask);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", function (event) {
    var way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.isComposing) return;
    if (way && shown.length) choose((active + way + shown.length) % shown.length);
    else if (event.key === "Enter" && shown[active]) run(shown[active]);
    else if (event.key === "Escape") { close(); leave(); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // It was perhaps waited for.
  if (document.activeElement === box) ask();
})();
