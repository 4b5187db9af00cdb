// One box for all that is not on the screen: a step, a trouble, a gesture, a sentence for hard times,
// a word, another tutorial, the code of a place. Typed letters choose, arrows and Enter open.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, find = desk.find, make = desk.make, walk = desk.walk;
  var MOST = 8;
  var PATH = "Parcours";
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
      .concat((window.filGuides && window.filGuides.reseau || []).map(function (its) {
        return entry("Orienter", its.nom, function () { refer(its); });
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
  /* Five letters that are those of a path, as « MRTAK »: where the person is in it. */
  /** @param {Fil.Listed | null} led @returns {Fil.Command[]} */
  function path(led) {
    return led ? [entry(PATH, led.numero + ", où la personne en est\u00a0: " + led.titre, function () {
      location.href = desk.address(led.adresse, led.ancre);
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
  /* « 26000 »: places of help, the nearest first; what is chosen is said, and goes into the recap. Enter
     may be pressed before they are there: the first is told when it comes. */
  /** @param {string} typed */
  function postal(typed) {
    var code = typed.replace(/\s/g, "");
    return /^\d{5}$/.test(code) && desk.told("pres") ? code : "";
  }
  /** @param {string} code @param {number} mine @returns {Fil.Command} */
  function near(code, mine) {
    var isWanted = false;
    var root = desk.told("racine");
    engine(function () {
      window.filNear.ask(root, code, Number(desk.told("service"))).then(function (answer) {
        return answer.lieux.length ? answer : window.filNear.ask(root, code, -1);
      }).then(function (answer) {
        var found = answer.lieux.filter(function (each) { return each.tel; }).map(function (each) {
          var name = each.nom + ", " + each.commune + ", " + window.filNear.telephone(each.tel);
          return entry(answer.exemple ? "Lieu d’exemple" : "Lieu", name, function () { dictate(each, answer.exemple); });
        });
        if (isWanted && found.length) found[0].act();
        if (mine !== turn) return;
        if (!found.length) found.push(entry("Lieu", "aucun avec un téléphone\u00a0: voir la page des lieux", function () { location.href = desk.address("lieux/", "#ou=" + code); }));
        show(found.concat(shown.slice(1)).slice(0, MOST));
      }, function () { /* the page of the places stays a link away */ });
    });
    return entry("Lieu", "je cherche autour du " + code + "…", function () { isWanted = true; });
  }
  /** @param {() => void} act */
  function engine(act) {
    if (window.filNear) { act(); return; }
    var script = make("script");
    script.onload = function () { act(); };
    script.src = desk.told("pres");
    document.head.appendChild(script);
  }
  /* To whom the person is sent: how, and what goes into the recap. */
  /** @param {Fil.Structure} its */
  function refer(its) {
    var holder = find("#carte-lieu .fil-desk-card-place");
    holder.textContent = "";
    make("p", "fil-dictated", its.nom, holder);
    make("p", "", its.comment, holder);
    make("p", "", "Noté dans le récap\u00a0: «\u202f" + its.recap + "\u202f»", holder);
    desk.note(its.recap);
    if (find("#carte-lieu").hidden) card("lieu");
  }
  /** @param {Fil.NearPlace} its @param {boolean} isExample */
  function dictate(its, isExample) {
    var holder = find("#carte-lieu .fil-desk-card-place");
    var digits = window.filNear.telephone(its.tel);
    holder.textContent = "";
    if (isExample) make("p", "", "Exemple\u00a0: ce lieu n’existe pas. Ne donnez pas ce numéro.", holder);
    make("p", "", "«\u202f" + its.nom + ", à " + its.commune + ". Le numéro\u00a0:\u202f»", holder);
    make("p", "fil-dictated", digits, holder);
    make("p", "", its.km === null ? its.cp : its.cp + ", à " + Math.max(1, Math.round(its.km)) + "\u00a0km à vol d’oiseau", holder);
    if (!isExample) {
      desk.note("Aide près de chez vous : " + its.nom + ", " + its.commune + ", " + digits + ".");
      make("p", "", "C’est noté dans le récap.", holder);
    }
    if (find("#carte-lieu").hidden) card("lieu");
  }
  /* Other tutorials come from the search of the site, when it comes. */
  /** @param {string} typed @param {number} mine */
  function elsewhere(typed, mine) {
    if (!window.filBox || typed.trim().length < 3 || place(typed).length) return;
    function own() { return shown.slice(0, -1).filter(function (each) { return each.sort !== PATH; }); }
    // Letters that are a word too: what is found for it stays first.
    var lettered = window.filBox.lettered(typed).then(function (led) {
      if (led && mine === turn) show(own().concat(path(led), shown.slice(-1)));
      return path(led);
    });
    Promise.all([window.filBox.search(typed, { prefix: true, limit: 4 }), lettered]).then(function (found) {
      if (mine !== turn) return;
      var answer = found[0];
      var others = answer.resultats.filter(function (each) { return each.telephone; }).slice(0, 4).map(function (each) {
        return entry("Fiche " + each.numero, each.titre, function () {
          desk.go(walk.jump(desk.now(), each.adresse, each.etape || 0));
        });
      });
      var isWord = own().length || answer.total && !answer.corriges.length && !answer.ecartes.length;
      show((isWord ? own().concat(others, found[1]) : found[1].concat(others)).concat(shown.slice(-1)));
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
    var all = place(typed).concat(found(typed));
    if (typed.trim()) all.push(entry("Chercher", "«\u202f" + typed.trim() + "\u202f» dans toutes les fiches", function () {
      location.href = desk.address("recherche/", "").replace(/(index\.html)?$/, "$1?q=" + encodeURIComponent(typed.trim()));
    }));
    var code = postal(typed);
    if (code) all.unshift(near(code, turn));
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
