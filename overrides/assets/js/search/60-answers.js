// The answers to a question: the documents that hold it best, what is shown of them, what can be narrowed.
(function () {
  "use strict";
  const engine = window.filSearch;
  const LONGEST_QUERY = 1000;
  const PHRASES = 6;
  const TERM = "terme";
  /** @type {Fil.Facet[]} */
  const FACETS = ["publics", "themes", "appareils", "niveaux"];
  // How a document is judged: how little a word counts beyond its presence, how much all words do.
  const FLAT = 0.8, COVER = 0.5, SLACK = 0.5;

  /** @param {Fil.Index} index @param {Fil.Rank[]} ranks @param {NonNullable<Fil.Options["facets"]>} wanted @returns {[Fil.Rank[], Fil.Answer["facettes"]]} */
  function chosen(index, ranks, wanted) {
    const active = FACETS.filter(facet => (wanted[facet] || []).length);
    /** @param {Fil.Rank} rank @param {Fil.Facet} facet */
    const fits = (rank, facet) => {
      const own = index.facets[index.facetsOf[rank]][facet];
      return (wanted[facet] || []).some(key => own.includes(String(key)));
    };
    const kept = ranks.filter(rank => active.every(facet => fits(rank, facet)));
    const counts = /** @type {Fil.Answer["facettes"]} */ ({});
    for (const facet of FACETS) {
      counts[facet] = Object.create(null);
      const others = active.filter(other => other !== facet);
      for (const rank of ranks) {
        if (!others.every(other => fits(rank, other))) continue;
        for (const key of index.facets[index.facetsOf[rank]][facet]) {
          counts[facet][key] = (counts[facet][key] || 0) + 1;
        }
      }
    }
    return [kept, counts];
  }

  // Is `word` one of those that were asked, and not another that shares their stem (« mes », « message »)?
  /** @param {Fil.Analysis} analysis @param {string} word @param {string[]} asked @param {Map<string, number>} weights */
  function marked(analysis, word, asked, weights) {
    const stem = analysis.stem(word);
    if (analysis.stops.has(word) || !weights.has(stem)) return false;
    return asked.some(each => word.startsWith(each) ||
      (stem === analysis.stem(each) && word.slice(0, 4) === each.slice(0, 4)));
  }

  /** @param {Fil.Index} index @param {Fil.Rank} rank @param {number} score @param {Map<string, number>} weights @param {string[]} asked @returns {Promise<Fil.Result>} */
  async function show(index, rank, score, weights, asked) {
    const size = index.manifest.fiches;
    const shard = /** @type {Fil.Shown[]} */ (await index.shard("d", Math.floor(rank / size)));
    const [ref, numero, titre, resume, minutes, steps] = shard[rank % size];
    const { kind, dossier, genre, publics, niveaux } = index.facets[index.facetsOf[rank]];
    const adresse = `${dossier}${ref}/`;
    let extrait = resume, etape = 0, best = 0;
    for (const [step, ...lines] of steps) {
      for (const line of lines) {
        const seen = new Set(index.analysis.words(line).map(word => index.analysis.stem(word)));
        let worth = 0;
        for (const stem of seen) worth += weights.get(stem) || 0;
        worth /= 1 + seen.size / 50;
        if (worth > best) {
          best = worth;
          etape = step;
          extrait = line;
        }
      }
    }
    const mots = index.analysis.words(`${titre} ${extrait}`)
      .filter(word => marked(index.analysis, word, asked, weights));
    return {
      type: kind, genre, ref, numero, titre, adresse, extrait, etape, publics, minutes,
      niveau: Number(niveaux[0] || 0),
      telephone: kind === "tutoriel" ? `${adresse}telephone/` : "",
      mots: [...new Set(mots)],
      score,
    };
  }

  // The callers' phrases that look most like the question.
  /** @param {Fil.Index} index @param {string} query @returns {Fil.Call[]} */
  function helpful(index, query) {
    /** @param {string} text */
    const pairs = text => {
      const letters = index.analysis.words(text).join(" ");
      return new Set([...letters].map((_, place) => letters.slice(place, place + 2)));
    };
    const own = pairs(query);
    return index.manifest.secours
      .map(([phrase, adresse], place) => {
        const theirs = pairs(phrase);
        const shared = [...theirs].filter(pair => own.has(pair)).length;
        return { phrase, adresse, near: shared / (own.size + theirs.size || 1), place };
      })
      .sort((one, other) => other.near - one.near || one.place - other.place)
      .slice(0, PHRASES)
      .map(({ phrase, adresse }) => ({ phrase, adresse }));
  }

  /** @type {Fil.Search["search"]} */
  async function search(query, options = {}) {
    const requete = String(query);
    const index = await engine.open(options);
    const understanding = new engine.Understanding(index, requete.slice(0, LONGEST_QUERY), options);
    await understanding.run();
    const { groups } = understanding;
    const found = rank(clauses => index.query(clauses), understanding.questions());
    const [kept, facettes] = chosen(index, found.map(pair => pair[0]), options.facets || {});
    const scores = new Map(found);
    /** @type {Map<string, number>} */
    const weights = new Map();
    for (const group of groups) {
      for (const [meaning, weight] of group.meanings) {
        for (const term of meaning.split("+")) {
          const entry = index.entry(term);
          if (entry) weights.set(term, Math.max(weights.get(term) || 0, weight * entry.rarity));
        }
      }
    }
    const asked = /** @type {string[]} */ ([]).concat(...groups.map(group => group.asked));
    const limit = options.limit || 10;
    const resultats = await Promise.all(
      kept.slice(0, limit).map(each => show(index, each, scores.get(each) || 0, weights, asked))
    );
    // A word explained comes first when it is the very question.
    /** @param {string[]} list */
    const very = list => list.filter(word => !index.analysis.stops.has(word))
      .map(word => index.analysis.stem(word)).join(" ");
    const own = very(groups.map(group => group.word));
    const exact = resultats.findIndex(each =>
      each.type === TERM && very(index.analysis.words(each.titre)) === own);
    if (exact > 0) resultats.unshift(...resultats.splice(exact, 1));
    /** @param {Fil.Group} group */
    const isKnown = group => [...group.meanings.keys()].some(each => each.split("+").every(term => index.entry(term)));
    const held = groups.filter(isKnown);
    const lost = groups.filter(group => !isKnown(group) && !group.empty);
    return {
      requete,
      total: kept.length,
      resultats,
      ecartes: lost.map(group => group.written),
      gardes: held.map(group => group.written),
      corriges: understanding.corrections,
      proches: kept.length ? [] : helpful(index, requete.slice(0, LONGEST_QUERY)),
      facettes,
    };
  }

  // A word counts by its best meaning; a document that holds more of the words, the rare ones above
  // all, comes first. `ask` takes clauses and gives [rank, score] pairs. Returns such pairs, best first.
  /** @type {Fil.Search["rank"]} */
  function rank(ask, questions) {
    /** @type {Map<Fil.Rank, number>} */
    const sums = new Map();
    /** @type {Map<Fil.Rank, number>} */
    const covers = new Map();
    /** @param {Map<Fil.Rank, number>} map @param {Fil.Rank} document @param {number} number */
    const add = (map, document, number) => map.set(document, (map.get(document) || 0) + number);
    let whole = 0;
    for (const { rarity, ways } of questions) {
      /** @type {Map<Fil.Rank, [score: number, weight: number]>} */
      const best = new Map();
      for (const { weight, clauses } of ways) {
        for (const [document, score] of ask(clauses)) {
          const [known] = best.get(document) || [0];
          if (weight * score > known) best.set(document, [weight * score, weight]);
        }
      }
      whole += rarity;
      for (const [document, [score, weight]] of best) {
        add(sums, document, score ** FLAT);
        add(covers, document, rarity * weight ** SLACK);
      }
    }
    return [...sums]
      .map(([document, sum]) => /** @type {Fil.Scored} */ ([document, sum * ((covers.get(document) || 0) / whole) ** COVER]))
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  engine.search = search;
  engine.rank = rank;
})();
