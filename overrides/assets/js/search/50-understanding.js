// What a question means: its words, completed or put right, joined or parted, and their synonyms.
(function () {
  "use strict";
  const { alike, split } = window.filSearch;
  const MOST_WORDS = 24;
  const COMPLETIONS = 20;
  // How much a word counts when it stands for the one that was typed.
  const SAME = 0.6, NEAR = 0.6, COMPLETED = 0.7, CORRECTED = 0.9, SURE = 0.85, PART = 0.9, WEAK = 0.4;
  // How many times rarer than the word that was typed a synonym may count.
  const RARER = 1.5;
  // « iPhone 13 », « CV 2024 »: a version or a year tells little beside a word.
  const VERSION = /^(?:[0-9]{1,2}|(?:19|20)[0-9]{2})$/;
  // What a word that sounds the same may cost.
  const CLOSE = 0.6;

  /** @implements {Fil.Understanding} */
  class Understanding {
    /** @param {Fil.Index} index @param {string} query @param {Fil.Options} options */
    constructor(index, query, options) {
      this.index = index;
      this.analysis = index.analysis;
      this.query = query;
      this.options = options;
      /** @type {Fil.Correction[]} */
      this.corrections = [];
      /** @type {Fil.Group[]} */
      this.groups = [];
    }

    async run() {
      const typed = this.typed();
      const full = typed.filter(each => !this.analysis.stops.has(each.word));
      this.groups = (full.length ? full : typed).slice(0, MOST_WORDS).map(each => Object.assign({}, each, {
        stem: this.analysis.stem(each.word),
        asked: [each.word], // as it was typed, then corrected
        meanings: new Map(),
      }));
      const index = this.index;
      await index.loadTerms(this.groups.map(group => group.stem));
      for (const group of this.groups) {
        group.known = index.entry(group.stem) !== null;
        if (group.known) group.meanings.set(group.stem, 1);
      }
      const last = this.groups[this.groups.length - 1];
      const typing = this.options.prefix && last && /[^\s.,;:!?]$/.test(this.query) &&
        typed[typed.length - 1].word === last.word;
      // « windows 11 » is whole, where « 11 » alone begins the number of a tutorial.
      if (typing && !(this.groups.length > 1 && VERSION.test(last.word))) await this.complete(last);
      await this.join();
      this.widen(this.groups);
      const unknown = this.groups.filter(group => !group.meanings.size && !group.told);
      for (const group of unknown) await this.correct(group);
      this.groups = /** @type {Fil.Group[]} */ ([]).concat(...this.groups.map(group => this.parted(group)));
      this.groups = this.groups.filter(group => !group.empty || this.groups.length === 1);
      /** @type {string[]} */
      const meant = [];
      for (const group of this.groups) meant.push(...group.meanings.keys());
      await index.loadTerms(meant);
      this.widen(this.groups); // a synonym of several words may have waited for the one put right
      /** @type {string[]} */
      const terms = [];
      for (const group of this.groups) {
        for (const meaning of group.meanings.keys()) terms.push(...meaning.split("+"));
      }
      await index.loadTerms(terms);
    }

    // The words of the query, each with the way it was written.
    typed() {
      /** @type {{ word: string, written: string }[]} */
      const found = [];
      for (const chunk of this.query.split(/\s+/)) {
        const words = this.analysis.words(chunk);
        for (const word of words) {
          const before = found[found.length - 1];
          if (/^[0-9]$/.test(word) && before && /^[0-9]{1,3}$/.test(before.word)) {
            before.word += word; // « 1 0 1 », as a number is said
            before.written += word;
            continue;
          }
          if (word.length < 2 && !/[0-9]/.test(word) && word !== this.query.trim().toLowerCase()) continue;
          const bare = chunk.replace(/^.*['\u2019]|^[^\wÀ-ÿ]+|[^\wÀ-ÿ]+$/g, "");
          found.push({ word, written: words.length === 1 && bare ? bare : word });
        }
      }
      /** @type {Set<string>} */
      const seen = new Set();
      return found.filter(each => !seen.has(each.word) && seen.add(each.word));
    }

    /** @param {Fil.Group} group */
    async complete(group) {
      if (group.word.length < 3 && !/[0-9]/.test(group.word)) return;
      const forms = (await this.index.formsFrom(group.word)).filter(form => form[0] !== group.word);
      forms.sort((one, other) => other[1] - one[1] || one[0].length - other[0].length);
      const weight = group.known ? COMPLETED : 1;
      for (const [form] of forms.slice(0, COMPLETIONS)) {
        const stem = this.analysis.stem(form);
        if (!group.meanings.has(stem)) group.meanings.set(stem, weight);
      }
    }

    // « ordi nateur »: two words of which one is unknown, and that make one together.
    async join() {
      /** @type {[group: Fil.Group, next: Fil.Group, stem: string][]} */
      const pairs = [];
      this.groups.forEach((group, place) => {
        const next = this.groups[place + 1];
        if (next && (!group.meanings.size || !next.meanings.size)) {
          pairs.push([group, next, this.analysis.stem(group.word + next.word)]);
        }
      });
      await this.index.loadTerms(pairs.map(pair => pair[2]));
      for (const [group, next, stem] of pairs) {
        if (!this.index.entry(stem)) continue;
        group.meanings.set(stem, 1);
        group.asked.push(group.word + next.word);
        if (!next.meanings.size) next.empty = next.told = true;
      }
    }

    /** @param {Fil.Group} group */
    async correct(group) {
      const { word } = group;
      if (/[0-9]/.test(word)) {
        // « cv2 », « usb3 »: what is glued is looked for apart, once no word is written so.
        const pieces = word.match(/[0-9]+|[a-z]+/g) || [];
        if (pieces.length > 1) group.apart = pieces.filter(piece => piece.length > 1 || /[0-9]/.test(piece));
        return;
      }
      const spellings = [word];
      // An elision without its apostrophe: « jai », « lordinateur ».
      const glued = /^(?:qu|[ldjnscmt])(?=[aeiouyh])/.exec(word);
      if (glued) spellings.push(word.slice(glued[0].length));
      /** @type {Fil.Alike[]} */
      let best = [];
      for (const spelling of spellings) {
        if (spelling.length > 2 && !this.analysis.stops.has(spelling)) best.push(...await alike(this.index, spelling));
      }
      best.sort((one, other) => one.cost - other.cost || other.frequency - one.frequency);
      const cost = best.length ? best[0].cost : Infinity;
      // « letre » sounds like « lettre »; « jetais » is but « j’étais ».
      if (this.analysis.stops.has(spellings[1]) && (word.length < 5 || cost > CLOSE)) {
        group.empty = true;
        return;
      }
      if (cost >= 1) {
        const parts = await split(this.index, word);
        if (parts && (cost > 1 || parts.length < 3)) {
          group.apart = parts;
          this.corrections.push({ de: group.written, en: parts.join(" ") });
          return;
        }
      }
      if (!best.length) {
        if (word.length < 4) group.empty = true;
        return;
      }
      if (this.analysis.stops.has(best[0].form)) {
        group.empty = true;
        return;
      }
      best = best.filter(each => each.cost <= best[0].cost + 0.5 && !this.analysis.stops.has(each.form));
      for (const { form, cost } of best.slice(0, 3)) {
        const stem = this.analysis.stem(form);
        const weight = !cost ? 1 : cost <= best[0].cost + 0.1 ? CORRECTED : CORRECTED / 2;
        group.asked.push(form);
        if (!group.meanings.has(stem)) group.meanings.set(stem, weight);
      }
      this.corrections.push({ de: group.written, en: best[0].form });
    }

    // « motdepasse »: each of its words is asked for, as if they had been typed apart.
    /** @param {Fil.Group} group @returns {Fil.Group[]} */
    parted(group) {
      const parts = (group.apart || []).filter(part => !this.analysis.stops.has(part));
      if (!parts.length) return [group];
      return parts.map(word => {
        const stem = this.analysis.stem(word);
        return Object.assign({}, group, { word, written: word, stem, known: true, apart: undefined, asked: [word], meanings: new Map([[stem, PART]]) });
      });
    }

    // Synonyms, declared by phrases: the first word of a phrase holds them, all of its words mean it.
    /** @param {Fil.Group[]} groups */
    widen(groups) {
      /** @type {Map<string, Fil.Group>} */
      const said = new Map();
      for (const group of this.groups) {
        said.set(group.stem, group);
        for (const [stem, weight] of group.meanings) if (weight >= SURE) said.set(stem, group);
      }
      for (const group of groups) {
        for (const stem of [...said.keys()].filter(each => said.get(each) === group)) {
          const entry = this.index.entries.get(stem);
          for (const link of entry ? entry.links : []) {
            const near = link[0] === "~";
            const [rest, meaning] = link.slice(near ? 1 : 0).split(">");
            const others = rest ? rest.split("+") : [];
            const held = /** @type {Fil.Group[]} */ ([]).concat(...others.map(other => said.get(other) || []));
            if (held.length < others.length) continue;
            const weight = near ? NEAR : SAME;
            for (const each of [group, ...held]) {
              each.told = true;
              each.meanings.set(meaning, Math.max(each.meanings.get(meaning) || 0, weight));
            }
          }
        }
      }
    }

    // What to ask the index: for each word, the ways to mean it, and how rare it is.
    questions() {
      /** @type {Fil.Question[]} */
      const questions = [];
      /** @param {Fil.Group} group */
      const common = group => this.analysis.weak.has(group.stem) || VERSION.test(group.word);
      const mixed = !this.groups.every(common);
      for (const group of this.groups) {
        const share = mixed && common(group) ? WEAK : 1;
        const typed = this.index.entry(group.stem);
        /** @type {Fil.Question["ways"]} */
        const ways = [];
        let rarity = 0;
        for (const [meaning, weight] of group.meanings) {
          const terms = meaning.split("+");
          const first = this.index.entry(terms[0]);
          if (!first || !terms.every(term => this.index.entry(term))) continue;
          // However rare a synonym is, it is worth little more than the word that was typed.
          const most = typed && weight < COMPLETED ? Math.min(1, RARER * typed.rarity / first.rarity) : 1;
          rarity = Math.max(rarity, share * weight * most * first.rarity);
          ways.push({ weight: share * weight * most, clauses: terms.map(term => ({ terms: [term], boost: 1, required: true })) });
        }
        if (ways.length) questions.push({ rarity, ways });
      }
      return questions;
    }
  }

  window.filSearch.Understanding = Understanding;
})();
