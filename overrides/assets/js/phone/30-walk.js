// How one walks along the graphs: each way on is a function from a state to the next one, and a
// state is a plain value, so that going back is taking up the one before.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var URGENT = "urgence";
  var DANGER = "danger";
  var BACK = "retour";
  var REPAIRS = 2;
  var DEEPEST = 3;

  /** @param {Fil.State} state @param {Partial<Fil.State>} changes @returns {Fil.State} */
  function but(state, changes) {
    return Object.assign({}, state, changes);
  }
  /* Each graph by its name; this tutorial's bears its number. */
  /** @param {string} name @returns {Fil.Graph | undefined} */
  function graph(name) {
    return name === desk.graph.numero ? desk.graph : window.filGuides && window.filGuides.graphes[name];
  }
  /** @param {Fil.Graph | undefined} within @param {string} id @returns {Fil.Thing | undefined} */
  function node(within, id) {
    if (!within || id === "fin") return undefined;
    return id.charAt(0) === "!" ? trouble(within, Number(id.slice(1))) : within.noeuds.filter(function (each) { return each.id === id; })[0];
  }
  /* What a person says at any time, as a thing to say. */
  /** @param {Fil.Graph} within @param {number} rank @returns {Fil.Thing | undefined} */
  function trouble(within, rank) {
    var its = (within.secours || [])[rank];
    if (!its) return undefined;
    var target = node(within, its.suite || "");
    // A gesture that nothing follows comes back, as a trouble that leads nowhere.
    var gesture = target && target.genre === "geste" && !target.suite ? target.geste : "";
    return {
      id: "!" + rank, genre: "dire", etape: its.etape, souci: its.situation, texte: its.mots, autrement: its.autrement, puis: gesture,
      suite: gesture || !its.suite ? BACK : its.suite, reponses: /^fiche:/.test(its.suite || "") ? [{ texte: its.situation, suite: its.suite, adresse: its.adresse, etape: its.etape }] : []
    };
  }
  /** @param {Fil.Thing | undefined} found @returns {Fil.Reply[]} */
  function replies(found) { return found && found.reponses || []; }
  /* Whether an answer leads there, at once or after what is asked then. */
  /** @param {Fil.Graph | undefined} within @param {Fil.Thing} from @param {string} to @param {number} depth @returns {boolean} */
  function leads(within, from, to, depth) {
    return replies(from).some(function (reply) {
      var below = reply.suite === from.id ? undefined : node(within, reply.suite || "");
      return reply.suite === to || Boolean(below && below.suite === to && (below.genre === "geste" || depth && leads(within, below, to, depth - 1)));
    });
  }
  /** @param {Fil.State} state */
  function here(state) { return node(graph(state.g), state.n); }
  /** @param {Fil.Conditions} item @param {Fil.State} state */
  function holds(item, state) {
    var shown = desk.shownOn(state.a);
    /** @param {string[] | undefined} wanted @param {string[]} had */
    function some(wanted, had) {
      return !wanted || !wanted.length || wanted.some(function (each) { return had.indexOf(each) >= 0; });
    }
    return (!shown.length || some(item.appareils, shown)) && some(item.situations, state.s);
  }
  /** @param {Fil.State} state */
  function isTutorial(state) { return !/[a-z]/.test(state.g); }
  /* Where one comes back to, with what was going on there. */
  /** @param {Fil.State} state @param {string} [id] @param {number} [lead] @returns {Fil.Place} */
  function place(state, id, lead) {
    return { g: state.g, n: id || state.n, u: state.u, l: lead };
  }
  /* Something else is done first; then one comes back to `back`. */
  /** @param {Fil.State} state @param {Fil.Place} back @param {string} name @param {string} id */
  function aside(state, back, name, id) {
    return but(state, { g: name, n: id, p: state.p.concat([back]), u: 0 });
  }
  /* Its gesture is done, then one comes back to `to`. */
  /** @param {Fil.State} state @param {Fil.Place} to @param {string} gesture */
  function gone(state, to, gesture) {
    return aside(state, to, "geste-" + gesture, /** @type {Fil.Graph} */ (graph("geste-" + gesture)).depart);
  }
  /** @param {Fil.State} state @returns {Fil.State} */
  function back(state) {
    var to = state.p[state.p.length - 1];
    var next = but(state, { g: to.g, n: to.n, u: to.u || 0, p: state.p.slice(0, -1) });
    if (isTutorial(next) && to.g !== desk.graph.numero) return but(next, { v: { numero: to.g, adresse: "", etape: 0 } });
    if (to.l !== undefined) return follow(next, replies(here(next))[to.l]);
    return settle(next);
  }
  /* What does not hold is passed, a gesture is gone into, what is over comes back. */
  /** @param {Fil.State} state @returns {Fil.State} */
  function settle(state) {
    for (var guard = 0; guard < 200; guard += 1) {
      var found = here(state);
      if (state.n === BACK || state.u && isOver(state, found)) return back(state);
      if (state.n === "fin" || !found) {
        if (isTutorial(state) || !state.p.length || /^ouvrir|^fermer/.test(state.g) || state.f) return state.n === "fin" ? state : but(state, { n: "fin" });
        return back(state);
      }
      if (!holds(found, state)) state = but(state, { n: found.suite || "fin" });
      else if (found.genre === "geste" && graph("geste-" + found.geste)) {
        var lead = replies(found).length ? 0 : undefined;
        state = gone(state, place(state, lead === 0 ? state.n : found.suite || "fin", lead), found.geste || "");
      } else return state;
    }
    return state;
  }
  /* The fast track is over once its answer leads on with the opening. */
  /** @param {Fil.State} state @param {Fil.Thing | undefined} found */
  function isOver(state, found) {
    var steps = [URGENT, DANGER].map(function (name) { return (named(name) || { etape: -1 }).etape; });
    return found ? state.g === "ouvrir" && steps.indexOf(found.etape) < 0 : !state.f;
  }
  /** @param {string} name */
  function named(name) {
    var opening = graph("ouvrir");
    return opening && opening.noeuds.filter(function (each) { return each.nom === name; })[0];
  }
  /** @param {Fil.State} state @param {Fil.Lead | undefined} lead @returns {Fil.State} */
  function follow(state, lead) {
    if (!lead) return settle(but(state, { n: "fin" }));
    if (/^fiche:/.test(lead.suite || "")) {
      var its = lead.adresse || (window.filGuides && window.filGuides.fiches[(lead.suite || "").slice(6)]) || "";
      var kept = state.p.filter(function (each) { return !/[a-z]/.test(each.g) && !each.d; });
      return but(state, { p: isTutorial(state) ? kept.concat([place(state)]) : kept, u: 0, v: { numero: "", adresse: its, etape: lead.etape || 0 } });
    }
    var from = here(state);
    var to = node(graph(state.g), lead.suite || "");
    // Each sentence for hard times stands alone: what follows it is another one.
    if (state.g === "secours" && !lead.lien && from && to && from.etape !== to.etape) return state.p.length ? back(state) : settle(but(state, { n: "fin" }));
    // An end that was written ends the call; that of a gesture, and the end of what there is, go back.
    var ends = lead.suite === "fin" && lead.lien && !/^geste-/.test(state.g);
    return settle(but(state, { n: lead.suite || "fin", f: ends ? 1 : 0 }));
  }
  /* How often each proof was not there. */
  /** @param {Fil.State} state @param {number} rank */
  function tried(state, rank) {
    /** @type {Record<string, number>} */
    var tries = {};
    Object.keys(state.e).forEach(function (key) { tries[key] = state.e[key]; });
    var its = state.g + ":" + state.n;
    tries[its] = rank ? (tries[its] || 0) + 1 : 0;
    return tries;
  }
  /** @param {Fil.State} state */
  function fresh(state) { return but(state, { m: "", r: "", o: 0, f: 0 }); }

  desk.walk = {
    but: but,
    graph: graph,
    here: here,
    holds: holds,
    isTutorial: isTutorial,
    settle: settle,
    back: function (state) { return state.p.length ? back(fresh(state)) : state; },
    /* A question that is passed goes on below it, as what is said. */
    onward: function (state) {
      var found = here(state);
      if (!found || !desk.walk.isPassed(state)) return state;
      if (found.puis && graph("geste-" + found.puis)) return settle(gone(state, place(state, BACK), found.puis));
      var only = found.genre !== "demander" && found.genre !== "preuve" && replies(found)[0];
      return only ? follow(fresh(state), only) : follow(fresh(state), { suite: found.suite || "fin" });
    },
    isAsked: function (state) {
      var found = here(state);
      return Boolean(found) && /^(demander|preuve)$/.test(found ? found.genre : "");
    },
    /* Whether one may go on: a question is passed only where one of its answers would lead. */
    isPassed: function (state) {
      var found = here(state);
      if (!found || !desk.walk.isAsked(state)) return Boolean(found);
      return leads(graph(state.g), found, found.suite || "fin", DEEPEST);
    },
    /* What was answered is learnt, its words are said with what follows; a repair is counted. */
    answer: function (state, rank) {
      var found = here(state);
      var reply = replies(found)[rank];
      if (!found || !reply) return state;
      var tries = found.genre === "preuve" ? tried(state, rank) : state.e;
      var learnt = (reply.retient || []).filter(function (each) { return state.s.indexOf(each) < 0; });
      return follow(but(fresh(state), {
        m: reply.mots || "", r: reply.texte, e: tries, s: state.s.concat(learnt), a: reply.appareil || state.a
      }), reply);
    },
    /* An answer that the question did not expect: what is said then, and back to the question. */
    common: function (state, rank) {
      var answers = graph("reponses");
      if (!answers) return state;
      var next = desk.walk.answer(aside(fresh(state), place(state), "reponses", answers.depart), rank);
      // « Je pose ma question autrement »: so it is, at once.
      return next.g === state.g && next.n === state.n ? but(next, { o: 1 }) : next;
    },
    /* What the person says at any time; what leads nowhere comes back. */
    rescue: function (state, name, rank) {
      var rescues = (graph(name) || { secours: [] }).secours || [];
      var its = rescues[rank];
      if (!its) return state;
      var said = but(fresh(state), { r: its.situation });
      var target = node(graph(name), its.suite || "");
      if (target && target.genre === "stop") return settle(but(said, { g: name, n: its.suite || "fin" }));
      var comes = (node(graph(name), "!" + rank) || { suite: "" }).suite === BACK || name !== state.g;
      return comes ? aside(said, place(state), name, "!" + rank) : but(said, { n: "!" + rank });
    },
    /* Any place, with a way back to this one. */
    visit: function (state, name, id) {
      var to = graph(name);
      return to ? settle(aside(fresh(state), place(state), name, id || to.depart)) : state;
    },
    jump: function (state, address, step) { return follow(fresh(state), { suite: "fiche:", adresse: address, etape: step }); },
    urgent: function (state) {
      var question = named(URGENT);
      return question ? but(aside(fresh(state), place(state), "ouvrir", question.id), { u: 1 }) : state;
    },
    /* The tutorial that one is in, whatever is being done aside. */
    base: function (state) {
      var tutorials = state.p.concat([place(state)]).filter(function (each) { return !/[a-z]/.test(each.g); });
      return tutorials.length ? tutorials[tutorials.length - 1] : { g: desk.graph.numero, n: desk.graph.depart };
    },
    isStop: function (within, rescue) { return (node(within, rescue.suite || "") || { genre: "" }).genre === "stop"; },
    repairs: function (state) { return (state.e[state.g + ":" + state.n] || 0) >= REPAIRS; }
  };
})();
