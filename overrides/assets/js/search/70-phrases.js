// The phrases of callers that say what is typed: those of the tutorials, which results show one at a time.
(function () {
  "use strict";
  const engine = window.filSearch;
  // Of how many tutorials the phrases are read; how many are given; what one holds, beside the best.
  const TUTORIALS = 12, MOST = 30, SHARE = 0.5;
  // How much a phrase counts in which no word stands out: a synonym, or a stem that others share.
  const UNSEEN = 0.85;

  // What a phrase holds of the question: for each of its words, the nearest way to say it that the phrase
  // has; a long phrase a little less.
  /** @param {Fil.Analysis} analysis @param {string} phrase @param {Fil.Question[]} questions */
  function worth(analysis, phrase, questions) {
    const held = new Set(analysis.words(phrase).map(word => analysis.stem(word)));
    let sum = 0;
    for (const { rarity, ways } of questions) {
      const said = ways.filter(way => way.clauses.every(clause => clause.terms.every(term => held.has(term))));
      sum += rarity * Math.max(0, ...said.map(way => way.weight));
    }
    return sum / (1 + held.size / 50);
  }

  /** @type {Fil.Search["phrases"]} */
  async function phrases(query, options = {}) {
    const { index, understanding, weights, asked } = await engine.understood(String(query), options);
    const calls = index.manifest.champs.findIndex(field => field[0] === "appels");
    // The same questions, asked of the phrases alone.
    const questions = understanding.questions().map(({ rarity, ways }) => ({
      rarity,
      ways: ways.map(({ weight, clauses }) => ({
        weight,
        clauses: clauses.map(clause => Object.assign({}, clause, { fields: [calls] })),
      })),
    }));
    const tutorials = engine.rank(clauses => index.query(clauses), questions)
      .map(each => each[0])
      .filter(rank => index.facets[index.facetsOf[rank]].kind === "tutoriel")
      .slice(0, TUTORIALS);
    /** @type {(Fil.Phrase & { worth: number, place: number })[]} */
    const found = [];
    for (const [ref, numero, titre, , , steps] of await Promise.all(tutorials.map(rank => index.shown(rank)))) {
      for (const [step, ...lines] of steps) {
        for (const phrase of step ? [] : lines) {
          const held = worth(index.analysis, phrase, questions);
          const mots = engine.meant(index.analysis, phrase, asked, weights);
          found.push({ phrase, ref, numero, titre, adresse: `tutoriels/${ref}/`, mots, worth: held * (mots.length ? 1 : UNSEEN), place: found.length });
        }
      }
    }
    found.sort((one, other) => other.worth - one.worth || one.place - other.place);
    return found.filter(each => each.worth && each.worth >= SHARE * found[0].worth).slice(0, MOST)
      .map(({ phrase, ref, numero, titre, adresse, mots }) => ({ phrase, ref, numero, titre, adresse, mots }));
  }

  engine.phrases = phrases;
})();
