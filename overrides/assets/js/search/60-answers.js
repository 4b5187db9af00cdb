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
  // What is close to the question: see `close`.
  const SCORE = 1 / 3, SHARE = 1 / 2, LEAST = 3;

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
    const [ref, numero, titre, resume, minutes, steps] = await index.shown(rank);
    const { kind, dossier, genre, publics, niveaux } = index.facets[index.facetsOf[rank]];
    const adresse = `${dossier}${ref}/`;
    let extrait = resume, etape = 0, best = 0;
    for (const [step, ...lines] of steps) {
      for (const line of lines) {
        const held = worth(index.analysis, line, weights);
        if (held > best) {
          best = held;
          etape = step;
          extrait = line;
        }
      }
    }
    return {
      type: kind, genre, ref, numero, titre, adresse, extrait, etape, publics, minutes,
      niveau: Number(niveaux[0] || 0),
      telephone: kind === "tutoriel" ? `${adresse}telephone/` : "",
      mots: meant(index.analysis, `${titre} ${extrait}`, asked, weights),
      score,
    };
  }

  // The word explained that is the very question, if there is one among the documents found.
  /** @param {Fil.Index} index @param {Fil.Ranked[]} found @param {Fil.Group[]} groups */
  async function explained(index, found, groups) {
    /** @param {string[]} list */
    const very = list => list.filter(word => !index.analysis.stops.has(word))
      .map(word => index.analysis.stem(word)).join(" ");
    const own = very(groups.map(group => group.word));
    const isNamed = await Promise.all(found.map(async ([document]) => {
      if (index.facets[index.facetsOf[document]].kind !== TERM) return false;
      const [, , name] = await index.shown(document);
      return very(index.analysis.words(name)) === own;
    }));
    const place = isNamed.indexOf(true);
    return place < 0 ? undefined : found[place][0];
  }

  // The callers' phrases that look most like the question.
  /** @param {Fil.Index} index @param {string} query @returns {Promise<Fil.Call[]>} */
  async function helpful(index, query) {
    const calls = /** @type {Fil.Helpful} */ (await index.shard("s", 0));
    /** @param {string} text */
    const pairs = text => {
      const letters = index.analysis.words(text).join(" ");
      return new Set([...letters].map((_, place) => letters.slice(place, place + 2)));
    };
    const own = pairs(query);
    return calls
      .map(([phrase, adresse], place) => {
        const theirs = pairs(phrase);
        const shared = [...theirs].filter(pair => own.has(pair)).length;
        return { phrase, adresse, near: shared / (own.size + theirs.size || 1), place };
      })
      .sort((one, other) => other.near - one.near || one.place - other.place)
      .slice(0, PHRASES)
      .map(({ phrase, adresse }) => ({ phrase, adresse }));
  }

  // What a question means, with how much each term counts in a line that is shown.
  /** @type {Fil.Search["understood"]} */
  async function understood(query, options) {
    const index = await engine.open(options);
    const understanding = new engine.Understanding(index, query.slice(0, LONGEST_QUERY), options);
    await understanding.run();
    const { groups } = understanding;
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
    /** @type {string[]} */
    const asked = [];
    for (const group of groups) asked.push(...group.asked);
    return { index, understanding, weights, asked };
  }

  // How much a line holds of what was asked; a long one a little less.
  /** @param {Fil.Analysis} analysis @param {string} line @param {Map<string, number>} weights */
  function worth(analysis, line, weights) {
    const seen = new Set(analysis.words(line).map(word => analysis.stem(word)));
    let sum = 0;
    for (const stem of seen) sum += weights.get(stem) || 0;
    return sum / (1 + seen.size / 50);
  }

  // The words of a text that were asked.
  /** @type {Fil.Search["meant"]} */
  function meant(analysis, text, asked, weights) {
    return [...new Set(analysis.words(text).filter(word => marked(analysis, word, asked, weights)))];
  }

  /** @type {Fil.Search["search"]} */
  async function search(query, options = {}) {
    const requete = String(query);
    const { index, understanding, weights, asked } = await understood(requete, options);
    const { groups } = understanding;
    const found = rank(clauses => index.query(clauses), understanding.questions());
    const limit = options.limit || 10;
    // Whoever has typed on is shown something else: what this one would show is not loaded.
    if (options.current && !options.current()) throw new Error(requete);
    const term = await explained(index, found.slice(0, limit), groups);
    const near = options.tout ? found : close(found, term);
    // A word explained comes first when it is the very question.
    const ordered = [...near.filter(each => each[0] === term), ...near.filter(each => each[0] !== term)];
    /** @param {Fil.Ranked[]} some */
    const chosenAmong = some => chosen(index, some.map(each => each[0]), options.facets || {});
    const [kept, facettes] = chosenAmong(ordered);
    /** @type {Map<Fil.Rank, number>} */
    const scores = new Map();
    for (const [document, score] of found) scores.set(document, score);
    const resultats = await Promise.all(
      kept.slice(0, limit).map(each => show(index, each, scores.get(each) || 0, weights, asked))
    );
    /** @param {Fil.Group} group */
    const isKnown = group => [...group.meanings.keys()].some(each => each.split("+").every(term => index.entry(term)));
    const held = groups.filter(isKnown);
    const lost = groups.filter(group => !isKnown(group) && !group.empty);
    return {
      requete,
      total: kept.length,
      eloignes: chosenAmong(found)[0].length - kept.length,
      resultats,
      ecartes: lost.map(group => group.written),
      gardes: held.map(group => group.written),
      corriges: understanding.corrections,
      proches: kept.length ? [] : await helpful(index, requete.slice(0, LONGEST_QUERY)),
      facettes,
    };
  }

  // A word counts by its best meaning; a document that holds more of the words, the rare ones above
  // all, comes first. `ask` takes clauses and gives [rank, score] pairs. Returns, best first, what each
  // document scores, and which share of the question it holds: 1 when it holds all of its words.
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
      .map(([document, sum]) => {
        const share = (covers.get(document) || 0) / whole;
        return /** @type {Fil.Ranked} */ ([document, sum * share ** COVER, share]);
      })
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  // The documents found that are close to the question. Its words are all looked for, and none is
  // required: whatever holds one of them is found, down to a word that everyone says. One is close when
  // it scores a third of what the first does, and holds half of what the first holds of the question.
  // The first three stay, whatever they score, since they are what people read; so does the word
  // explained that is the very question. No document that a judged question expects among the first
  // three is lost: tests/relevance holds it.
  /** @type {Fil.Search["close"]} */
  function close(found, term) {
    const [, best, most] = found[0] || [0, 0, 0];
    return found.filter(([document, score, share], place) =>
      place < LEAST || document === term || (score >= SCORE * best && share >= SHARE * most));
  }

  engine.search = search;
  engine.close = close;
  engine.understood = understood;
  engine.meant = meant;
  engine.rank = rank;
})();
