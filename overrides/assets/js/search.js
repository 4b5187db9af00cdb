// The search engine: loads the shards that a question needs, and answers as lunr would.
(function () {
  "use strict";

  const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const LONGEST_QUERY = 1000;
  const MOST_WORDS = 24;
  const COMPLETIONS = 20;
  const PHRASES = 6;
  const HASH = 7;
  const TERM = "terme";
  // How much a word counts when it stands for the one that was typed.
  const SAME = 0.6, NEAR = 0.6, COMPLETED = 0.7, CORRECTED = 0.9, SURE = 0.85, PART = 0.9, WEAK = 0.4;
  // What a word that sounds the same may cost.
  const CLOSE = 0.6;
  // How a document is judged: how little a word counts beyond its presence, how much all words do.
  const FLAT = 0.8, COVER = 0.5, SLACK = 0.5;

  const value = {};
  [...ALPHABET].forEach((sign, rank) => { value[sign] = rank; });

  // Files ---------------------------------------------------------------------------------------

  const received = new Map();
  const waiting = new Map();

  window.filShard = (name, content) => { received.set(name, content); };

  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = () => { script.remove(); reject(new Error(address)); };
      script.src = address;
      document.head.appendChild(script);
    });
  }

  function pause(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
  }

  // A file that is not there once more is one of a former publication, or the network is gone:
  // the error says so with `manquant`, and the page may reload itself once.
  function load(name, address) {
    if (received.has(name)) return Promise.resolve(received.get(name));
    if (waiting.has(name)) return waiting.get(name);
    const attempt = () => loadScript(address).then(() => {
      if (!received.has(name)) throw new Error(address);
      return received.get(name);
    });
    const promise = attempt()
      .catch(() => pause(300).then(attempt))
      .catch(error => {
        error.manquant = name;
        throw error;
      });
    waiting.set(name, promise);
    const forget = () => waiting.delete(name);
    promise.then(forget, forget);
    return promise;
  }

  let index = null;

  async function open(options) {
    if (index) return index;
    const address = options.manifeste ||
      document.querySelector("[data-manifeste]").getAttribute("data-manifeste");
    const manifest = await load("manifest", address);
    if (!index) index = new Index(manifest, address.slice(0, address.lastIndexOf("/") + 1));
    return index;
  }

  // Analysis: the rules come with the manifest, see search/analysis.py ---------------------------

  class Analysis {
    constructor(rules) {
      const compiled = list => list.map(([pattern, by]) => [new RegExp(pattern, "g"), by]);
      this.signs = compiled(rules.signes);
      this.joints = compiled(rules.jointures);
      this.stages = rules.racines.map(compiled);
      this.sounds = compiled(rules.sons);
      this.stops = new Set(rules.vides.split(" "));
      this.weak = new Set(rules.faibles.split(" "));
      this.stems = new Map();
      this.keys = new Map();
    }

    words(text) {
      const replaced = (all, rules) => rules.reduce((one, rule) => one.replace(rule[0], rule[1]), all);
      const plain = replaced(text, this.signs).normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      const found = replaced(plain.toLowerCase(), this.joints).match(/[a-z0-9]+/g) || [];
      return found.map(word => word.slice(0, 32));
    }

    stem(word) {
      if (/[0-9]/.test(word)) return word;
      let stem = this.stems.get(word);
      if (stem === undefined) {
        stem = word;
        for (const stage of this.stages) {
          for (const [pattern, by] of stage) {
            pattern.lastIndex = 0;
            if (pattern.test(stem)) {
              stem = stem.replace(pattern, by);
              break;
            }
          }
        }
        this.stems.set(word, stem);
      }
      return stem;
    }

    sound(word) {
      let key = this.keys.get(word);
      if (key === undefined) {
        key = this.sounds.reduce((one, rule) => one.replace(rule[0], rule[1]), word) || word;
        this.keys.set(word, key);
      }
      return key;
    }
  }

  // The index, as far as it was loaded ----------------------------------------------------------

  function numbers(text) {
    const found = [];
    let number = 0, scale = 1;
    for (const sign of text) {
      const digit = value[sign];
      number += (digit & 31) * scale;
      if (digit >= 32) scale *= 32;
      else { found.push(number); number = 0; scale = 1; }
    }
    return found;
  }

  // The rank of the last shard that begins at `term` or before.
  function place(starts, term) {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  class Index {
    constructor(manifest, folder) {
      this.manifest = manifest;
      this.folder = folder;
      this.analysis = new Analysis(manifest.regles);
      this.termStarts = manifest.termes.split(" ");
      this.formStarts = manifest.formes.split(" ");
      this.fields = manifest.champs;
      this.facetsOf = numbers(manifest.facettesDe);
      this.facets = manifest.facettes.map(([kind, audiences, themes, devices, level]) => ({
        kind: kind ? TERM : "tutoriel",
        publics: audiences ? audiences.split(" ") : [],
        themes: themes ? themes.split(" ") : [],
        appareils: devices ? devices.split(" ") : [],
        niveaux: level ? [String(level)] : [],
      }));
      this.entries = new Map();
      this.read = new Map();
      this.forms = new Map();
    }

    shard(kind, rank) {
      const names = { t: this.manifest.termesNoms, f: this.manifest.formesNoms, d: this.manifest.fichesNoms }[kind];
      const name = kind + rank;
      return load(name, `${this.folder}${name}.${names.slice(rank * HASH, (rank + 1) * HASH)}.js`);
    }

    // Loads what the index says of each term: null when it says nothing.
    async loadTerms(terms) {
      const ranks = new Set();
      for (const term of terms) {
        if (!this.entries.has(term)) ranks.add(place(this.termStarts, term));
      }
      ranks.delete(-1);
      await Promise.all([...ranks].map(async rank => {
        const text = await this.shard("t", rank);
        if (this.read.has(rank)) return;
        this.read.set(rank, true);
        for (const line of text.split("\n")) {
          const [term, postings, links] = line.split(" ");
          this.entries.set(term, { postings, links: links ? links.split(",") : [], fields: null });
        }
      }));
    }

    // The weight of `term` in each field of each document, as lunr's Builder computes it.
    entry(term) {
      const entry = this.entries.get(term);
      if (!entry || !entry.postings) return null;
      if (!entry.fields) this.weigh(entry);
      return entry;
    }

    weigh(entry) {
      const found = numbers(entry.postings);
      const fields = this.fields.map(() => []);
      let at = 0, postings = 0;
      while (at < found.length) {
        const mask = found[at++];
        const held = [];
        fields.forEach((_, field) => { if (mask >> field & 1) held.push([field, found[at++]]); });
        let rank = -1;
        for (let left = found[at++]; left; left--) {
          rank += found[at++] + 1;
          for (const [field, count] of held) fields[field].push([rank, count]);
          postings += held.length;
        }
      }
      const rest = (this.manifest.textes - postings + 0.5) / (postings + 0.5);
      entry.rarity = Math.log(1 + Math.abs(rest));
      entry.fields = fields.map((postingsOf, field) => {
        postingsOf.sort((one, other) => one[0] - other[0]);
        return postingsOf.map(([rank, count]) => {
          const score = entry.rarity * ((1.2 + 1) * count) / (1.2 + count) * this.fields[field][1];
          const boost = this.facets[this.facetsOf[rank]].kind === TERM ? this.manifest.poidsTerme : 1;
          return [rank, Math.round(score * boost * 1000) / 1000];
        });
      });
    }

    // The words that begin with `start`, or all those of an initial, with their frequency.
    async formsFrom(start) {
      let first = Math.max(place(this.formStarts, start), 0);
      const ranks = [];
      for (; first < this.formStarts.length; first++) {
        const from = this.formStarts[first];
        if (from > start && !from.startsWith(start)) break;
        ranks.push(first);
      }
      const shards = await Promise.all(ranks.map(rank => this.shard("f", rank)));
      const all = [];
      shards.forEach((shard, each) => {
        const rank = ranks[each];
        if (!this.forms.has(rank)) {
          let before = "";
          const forms = shard[0].match(/[A-Z][a-z0-9]*/g).map((coded, place) => {
            before = before.slice(0, coded.charCodeAt(0) - 65) + coded.slice(1);
            return [before, value[shard[1][place]]];
          });
          this.forms.set(rank, forms);
        }
        for (const form of this.forms.get(rank)) if (form[0].startsWith(start)) all.push(form);
      });
      return all;
    }

    // As lunr.Index.query. A clause has terms, one of which matches in one of its fields; a boost;
    // and may be required. Its terms are loaded. Returns [rank, score] pairs, best first.
    query(clauses) {
      const weights = this.fields.map(() => new Map());
      const matched = this.fields.map(() => new Set());
      const order = [];
      let required = null;
      for (const clause of clauses) {
        const fields = clause.fields || this.fields.map((_, field) => field);
        let found = new Set();
        for (const term of clause.terms) {
          const entry = this.entry(term);
          if (!entry) {
            if (!clause.required) continue;
            found = new Set();
            required = found;
            break;
          }
          for (const field of fields) {
            weights[field].set(term, (weights[field].get(term) || 0) + clause.boost);
            for (const [rank] of entry.fields[field]) {
              found.add(rank);
              if (matched[field].has(rank)) continue;
              matched[field].add(rank);
              order.push([field, rank]);
            }
          }
        }
        if (!clause.required) continue;
        required = required ? new Set([...required].filter(rank => found.has(rank))) : found;
      }
      const products = weights.map((inField, field) => {
        // In the order of the terms, so that sums are rounded alike.
        const terms = [...inField.keys()].sort((one, other) => (one < other ? -1 : 1));
        const product = new Map();
        let square = 0;
        for (const term of terms) {
          const weight = inField.get(term);
          square += weight * weight;
          for (const [rank, score] of this.entry(term).fields[field]) {
            product.set(rank, (product.get(rank) || 0) + weight * score);
          }
        }
        const length = Math.sqrt(square);
        return rank => (product.get(rank) || 0) / length || 0;
      });
      const scores = new Map();
      for (const [field, rank] of order) {
        if (required && !required.has(rank)) continue;
        const score = products[field](rank);
        scores.set(rank, scores.has(rank) ? scores.get(rank) + score : score);
      }
      return [...scores].map((pair, place) => [...pair, place])
        .sort((one, other) => other[1] - one[1] || one[2] - other[2])
        .map(([rank, score]) => [rank, score]);
    }
  }

  // Understanding -------------------------------------------------------------------------------

  // Letters that another may stand for, at the beginning of a word.
  const ALIKE = {
    a: "eho", b: "", c: "skq", d: "", e: "ahi", f: "p", g: "j", h: "aeiouy", i: "hye", j: "g",
    k: "cq", l: "", m: "", n: "", o: "ahe", p: "", q: "ck", r: "", s: "c", t: "", u: "h", v: "w",
    w: "vo", x: "", y: "i", z: "s",
  };

  // Insertions, omissions, substitutions, neighbours swapped; more than `most` is Infinity.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    let before = [], last = [], row;
    for (let j = 0; j <= other.length; j++) last.push(j);
    for (let i = 1; i <= one.length; i++) {
      row = [i];
      let least = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1] ? 0 : 1;
        let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return Infinity;
      before = last;
      last = row;
    }
    return last[other.length] > most ? Infinity : last[other.length];
  }

  class Understanding {
    constructor(index, query, options) {
      this.index = index;
      this.analysis = index.analysis;
      this.query = query;
      this.options = options;
      this.corrections = [];
    }

    async run() {
      const typed = this.typed();
      const full = typed.filter(each => !this.analysis.stops.has(each.word));
      this.groups = (full.length ? full : typed).slice(0, MOST_WORDS).map(each => ({
        ...each,
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
      if (typing) await this.complete(last);
      await this.join();
      this.widen(this.groups);
      const unknown = this.groups.filter(group => !group.meanings.size && !group.told);
      for (const group of unknown) await this.correct(group);
      this.groups = this.groups.filter(group => !group.empty || this.groups.length === 1);
      const meant = [];
      for (const group of unknown) meant.push(...group.meanings.keys());
      await index.loadTerms(meant);
      this.widen(unknown);
      const terms = [];
      for (const group of this.groups) {
        for (const meaning of group.meanings.keys()) terms.push(...meaning.split("+"));
      }
      await index.loadTerms(terms);
    }

    // The words of the query, each with the way it was written.
    typed() {
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
      const seen = new Set();
      return found.filter(each => !seen.has(each.word) && seen.add(each.word));
    }

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

    async correct(group) {
      const { word } = group;
      if (/[0-9]/.test(word)) return;
      const spellings = [word];
      // An elision without its apostrophe: « jai », « lordinateur ».
      const glued = /^(?:qu|[ldjnscmt])(?=[aeiouyh])/.exec(word);
      if (glued) spellings.push(word.slice(glued[0].length));
      let best = [];
      for (const spelling of spellings) {
        if (spelling.length > 2 && !this.analysis.stops.has(spelling)) best.push(...await this.alike(spelling));
      }
      best.sort((one, other) => one.cost - other.cost || other.frequency - one.frequency);
      const cost = best.length ? best[0].cost : Infinity;
      // « letre » sounds like « lettre »; « jetais » is but « j’étais ».
      if (this.analysis.stops.has(spellings[1]) && (word.length < 5 || cost > CLOSE)) {
        group.empty = true;
        return;
      }
      if (cost >= 1) {
        const parts = await this.split(word);
        if (parts && (cost > 1 || parts.length < 3)) {
          group.apart = parts;
          for (const part of parts) {
            if (this.analysis.stops.has(part)) continue;
            group.asked.push(part);
            group.meanings.set(this.analysis.stem(part), PART);
          }
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

    async alike(word) {
      const initials = word[0] + (ALIKE[word[0]] || "");
      const lists = await Promise.all([...initials].map(initial => this.index.formsFrom(initial)));
      const key = this.analysis.sound(word);
      const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
      const found = [];
      for (const list of lists) {
        for (const [form, frequency] of list) {
          if (Math.abs(form.length - word.length) > 3 || /[0-9]/.test(form)) continue;
          let cost = Infinity;
          const sound = this.analysis.sound(form);
          if (sound === key) cost = 0.4 + 0.1 * Math.min(distance(word, form, 4), 4);
          cost = Math.min(cost, distance(word, form, most));
          if (cost > 1.5 && key.length > 4) cost = Math.min(cost, 0.7 + distance(key, sound, 1));
          if (cost < Infinity) found.push({ form, cost, frequency });
        }
      }
      return found;
    }

    // « motdepasse »: the fewest known words that make it.
    async split(word) {
      if (word.length < 5 || word.length > 30) return null;
      const ways = [[]];
      const known = new Map();
      for (let start = 0; start < word.length; start++) {
        if (!ways[start] || ways[start].length > 4) continue;
        const initial = word[start];
        if (!known.has(initial)) {
          known.set(initial, new Set((await this.index.formsFrom(initial)).map(form => form[0])));
        }
        for (let end = start + 2; end <= word.length; end++) {
          const part = word.slice(start, end);
          if (!known.get(initial).has(part)) continue;
          const way = [...ways[start], part];
          if (!ways[end] || ways[end].length > way.length) ways[end] = way;
        }
      }
      const way = ways[word.length];
      return way && way.length > 1 && way.some(part => part.length > 2) ? way : null;
    }

    // Synonyms, declared by phrases: the first word of a phrase holds them, all of its words mean it.
    widen(groups) {
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
            if (!others.every(other => said.has(other))) continue;
            const weight = near ? NEAR : SAME;
            for (const each of [group, ...others.map(other => said.get(other))]) {
              each.told = true;
              each.meanings.set(meaning, Math.max(each.meanings.get(meaning) || 0, weight));
            }
          }
        }
      }
    }

    // What to ask the index: for each word, the ways to mean it, and how rare it is.
    questions() {
      const questions = [];
      const common = group => this.analysis.weak.has(group.stem);
      const mixed = !this.groups.every(common);
      for (const group of this.groups) {
        const share = mixed && common(group) ? WEAK : 1;
        const ways = [];
        let rarity = 0;
        for (const [meaning, weight] of group.meanings) {
          const terms = meaning.split("+");
          if (!terms.every(term => this.index.entry(term))) continue;
          rarity = Math.max(rarity, share * weight * this.index.entry(terms[0]).rarity);
          ways.push({ weight: share * weight, clauses: terms.map(term => ({ terms: [term], boost: 1, required: true })) });
        }
        if (ways.length) questions.push({ rarity, ways });
      }
      return questions;
    }
  }

  // Answers -------------------------------------------------------------------------------------

  const FACETS = ["publics", "themes", "appareils", "niveaux"];

  function chosen(index, ranks, wanted) {
    const active = FACETS.filter(facet => wanted[facet] && wanted[facet].length);
    const fits = (rank, facet) => {
      const own = index.facets[index.facetsOf[rank]][facet];
      return wanted[facet].some(key => own.includes(String(key)));
    };
    const kept = ranks.filter(rank => active.every(facet => fits(rank, facet)));
    const counts = {};
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
  function marked(analysis, word, asked, weights) {
    const stem = analysis.stem(word);
    if (analysis.stops.has(word) || !weights.has(stem)) return false;
    return asked.some(each => word.startsWith(each) ||
      (stem === analysis.stem(each) && word.slice(0, 4) === each.slice(0, 4)));
  }

  async function show(index, rank, score, weights, asked) {
    const size = index.manifest.fiches;
    const shard = await index.shard("d", Math.floor(rank / size));
    const [ref, numero, titre, resume, minutes, steps] = shard[rank % size];
    const { kind, publics, niveaux } = index.facets[index.facetsOf[rank]];
    const adresse = kind === TERM ? `glossaire/${ref}/` : `tutoriels/${ref}/`;
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
      type: kind, ref, numero, titre, adresse, extrait, etape, publics, minutes,
      niveau: Number(niveaux[0] || 0),
      telephone: kind === TERM ? "" : `${adresse}telephone/`,
      mots: [...new Set(mots)],
      score,
    };
  }

  // The callers' phrases that look most like the question.
  function helpful(index, query) {
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

  async function search(query, options) {
    options = options || {};
    const requete = String(query);
    const index = await open(options);
    const understanding = new Understanding(index, requete.slice(0, LONGEST_QUERY), options);
    await understanding.run();
    const { groups } = understanding;
    const found = rank(clauses => index.query(clauses), understanding.questions());
    const [kept, facettes] = chosen(index, found.map(pair => pair[0]), options.facets || {});
    const scores = new Map(found);
    const weights = new Map();
    for (const group of groups) {
      for (const [meaning, weight] of group.meanings) {
        for (const term of meaning.split("+")) {
          const entry = index.entry(term);
          if (entry) weights.set(term, Math.max(weights.get(term) || 0, weight * entry.rarity));
        }
      }
    }
    const asked = groups.flatMap(group => group.asked);
    const limit = options.limit || 10;
    const resultats = await Promise.all(
      kept.slice(0, limit).map(each => show(index, each, scores.get(each), weights, asked))
    );
    // A word explained comes first when it is the very question.
    const very = list => list.filter(word => !index.analysis.stops.has(word))
      .map(word => index.analysis.stem(word)).join(" ");
    const own = very(groups.flatMap(group => group.apart || group.word));
    const exact = resultats.findIndex(each =>
      each.type === TERM && very(index.analysis.words(each.titre)) === own);
    if (exact > 0) resultats.unshift(...resultats.splice(exact, 1));
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
  function rank(ask, questions) {
    const sums = new Map(), covers = new Map();
    const add = (map, document, number) => map.set(document, (map.get(document) || 0) + number);
    let whole = 0;
    for (const { rarity, ways } of questions) {
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
      .map(([document, sum]) => [document, sum * (covers.get(document) / whole) ** COVER])
      .sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  }

  window.filSearch = { search, open, Understanding, rank };
})();
