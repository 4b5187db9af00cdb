// The index, as far as it was loaded: what it says of a term, and the scores that lunr would give.
(function () {
  "use strict";
  const { load, Analysis } = window.filSearch;
  const ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
  const HASH = 6;
  const FORM = 2;
  const TERM = "terme";

  /** @type {Record<string, number>} */
  const value = {};
  [...ALPHABET].forEach((sign, rank) => { value[sign] = rank; });

  /** @param {string} text */
  function numbers(text) {
    /** @type {number[]} */
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
  /** @param {string[]} starts @param {string} term */
  function place(starts, term) {
    let low = 0, high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= term) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // Each word begins as the one before, for as many letters as its capital says.
  /** @param {string} coded @returns {string[]} */
  function words(coded) {
    let before = "";
    return (coded.match(/[A-Z][a-z0-9]*/g) || []).map(each => {
      before = before.slice(0, each.charCodeAt(0) - 65) + each.slice(1);
      return before;
    });
  }

  /** @param {Fil.Forms} shard @returns {Fil.Form[]} */
  function decoded([coded, frequencies]) {
    return words(coded).map((form, rank) => [form, value[frequencies[rank]]]);
  }

  /** @implements {Fil.Index} */
  // A tutorial, a term, or what another kind of content makes, which says where its pages are.
  /** @param {Fil.Kind} kind @returns {Fil.Found} */
  function kindOf(kind) {
    if (typeof kind !== "number") return { kind: "autre", dossier: kind[0], genre: kind[1] };
    return kind ?
      { kind: TERM, dossier: "glossaire/", genre: "Un mot expliqué" } :
      { kind: "tutoriel", dossier: "tutoriels/", genre: "" };
  }

  class Index {
    /** @param {Fil.Manifest} manifest @param {string} address */
    constructor(manifest, address) {
      this.manifest = manifest;
      this.folder = address.slice(0, address.lastIndexOf("/") + 1) + manifest.dossier;
      this.analysis = new Analysis(manifest.regles);
      this.termStarts = words(manifest.termes);
      this.formStarts = words(manifest.formes);
      this.fields = manifest.champs;
      this.facetsOf = numbers(manifest.facettesDe);
      /** @type {Fil.Facets[]} */
      this.facets = manifest.facettes.map(([kind, audiences, themes, devices, level]) => Object.assign(kindOf(kind), {
        publics: audiences ? audiences.split(" ") : [],
        themes: themes ? themes.split(" ") : [],
        appareils: devices ? devices.split(" ") : [],
        niveaux: level ? [String(level)] : [],
      }));
      /** @type {Map<string, Fil.Entry>} */
      this.entries = new Map();
      /** @type {Set<number>} */
      this.read = new Set();
      /** @type {Fil.Index["forms"]} */
      this.forms = new Map();
    }

    /** @param {keyof Fil.Manifest["noms"]} kind @param {number} rank */
    shard(kind, rank) {
      const [together, hashes] = this.manifest.noms[kind];
      const name = kind + rank;
      const hash = hashes.substr(Math.floor(rank / together) * HASH, HASH);
      return load(name, `${this.folder}${name}.${hash}.js`).catch(error => {
        error.indice = hash;
        throw error;
      });
    }

    // What is shown of a document.
    /** @param {Fil.Rank} rank */
    shown(rank) {
      return /** @type {Promise<Fil.Shown>} */ (this.shard("d", rank));
    }

    // Loads what the index says of each term: null when it says nothing.
    /** @param {string[]} terms */
    async loadTerms(terms) {
      /** @type {Set<number>} */
      const ranks = new Set();
      for (const term of terms) {
        if (!this.entries.has(term)) ranks.add(place(this.termStarts, term));
      }
      ranks.delete(-1);
      await Promise.all([...ranks].map(async rank => {
        const text = /** @type {string} */ (await this.shard("t", rank));
        if (this.read.has(rank)) return;
        this.read.add(rank);
        for (const line of text.split("\n")) {
          const [term, postings, links] = line.split(" ");
          this.entries.set(term, { postings, links: links ? links.split(",") : [], rarity: 0, fields: null });
        }
      }));
    }

    // The weight of `term` in each field of each document, as lunr's Builder computes it.
    /** @param {string} term @returns {Fil.Weighed | null} */
    entry(term) {
      const entry = this.entries.get(term);
      if (!entry || !entry.postings) return null;
      return entry.fields ? /** @type {Fil.Weighed} */ (entry) : this.weigh(entry);
    }

    /** @param {Fil.Entry} entry @returns {Fil.Weighed} */
    weigh(entry) {
      const found = numbers(entry.postings);
      /** @type {Fil.Scored[][]} */
      const fields = this.fields.map(() => []);
      let at = 0, postings = 0;
      while (at < found.length) {
        const mask = found[at++];
        /** @type {[field: number, count: number][]} */
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
      return Object.assign(entry, { fields: fields.map((postingsOf, field) => {
        postingsOf.sort((one, other) => one[0] - other[0]);
        return postingsOf.map(([rank, count]) => this.score(entry.rarity, field, rank, count));
      }) });
    }

    /** @param {number} rarity @param {number} field @param {Fil.Rank} rank @param {number} count @returns {Fil.Scored} */
    score(rarity, field, rank, count) {
      const score = rarity * ((1.2 + 1) * count) / (1.2 + count) * this.fields[field][1];
      const boost = this.facets[this.facetsOf[rank]].kind === TERM ? this.manifest.poidsTerme : 1;
      return [rank, Math.round(score * boost * 1000) / 1000];
    }

    // The words that begin with `start`, or all those of an initial, with their frequency.
    /** @param {string} start */
    async formsFrom(start) {
      let first = Math.max(place(this.formStarts, start), 0);
      /** @type {number[]} */
      const ranks = [];
      for (; first < this.formStarts.length; first++) {
        const from = this.formStarts[first];
        if (from > start && !from.startsWith(start)) break;
        ranks.push(first);
      }
      const shards = /** @type {Fil.Forms[]} */ (await Promise.all(ranks.map(rank => this.shard("f", rank))));
      /** @type {Fil.Form[]} */
      const all = [];
      shards.forEach((shard, each) => {
        const forms = this.forms.get(ranks[each]) || decoded(shard);
        this.forms.set(ranks[each], forms);
        for (const form of forms) if (form[0].startsWith(start)) all.push(form);
      });
      return all;
    }

    // As lunr.Index.query. A clause has terms, one of which matches in one of its fields; a boost;
    // and may be required. Its terms are loaded. Returns [rank, score] pairs, best first.
    /** @param {Fil.Clause[]} clauses @returns {Fil.Scored[]} */
    query(clauses) {
      /** @type {Map<string, number>[]} */
      const weights = this.fields.map(() => new Map());
      /** @type {Set<Fil.Rank>[]} */
      const matched = this.fields.map(() => new Set());
      /** @type {[field: number, rank: Fil.Rank][]} */
      const order = [];
      /** @type {Set<Fil.Rank> | null} */
      let required = null;
      for (const clause of clauses) {
        const fields = clause.fields || this.fields.map((_, field) => field);
        /** @type {Set<Fil.Rank>} */
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
        /** @type {Map<Fil.Rank, number>} */
        const product = new Map();
        let square = 0;
        for (const term of terms) {
          const weight = inField.get(term) || 0;
          const entry = this.entry(term);
          square += weight * weight;
          for (const [rank, score] of entry ? entry.fields[field] : []) {
            product.set(rank, (product.get(rank) || 0) + weight * score);
          }
        }
        const length = Math.sqrt(square);
        return (/** @type {Fil.Rank} */ rank) => (product.get(rank) || 0) / length || 0;
      });
      /** @type {Map<Fil.Rank, number>} */
      const scores = new Map();
      for (const [field, rank] of order) {
        if (required && !required.has(rank)) continue;
        const score = products[field](rank);
        const known = scores.get(rank);
        scores.set(rank, known === undefined ? score : known + score);
      }
      return [...scores].map((pair, place) => [...pair, place])
        .sort((one, other) => other[1] - one[1] || one[2] - other[2])
        .map(([rank, score]) => [rank, score]);
    }
  }

  /** @type {Fil.Index | null} */
  let index = null;

  /** @type {Fil.Search["open"]} */
  async function open(options) {
    if (index) return index;
    const holder = document.querySelector("[data-manifeste]");
    const address = options.manifeste || (holder && holder.getAttribute("data-manifeste")) || "";
    const manifest = /** @type {Fil.Manifest} */ (await load("manifest", address));
    // A tab left open has the engine of its day, and the manifest of this one.
    if (manifest.forme !== FORM) {
      throw Object.assign(new Error(address), { manquant: "manifest", indice: `"forme":${manifest.forme},` });
    }
    if (!index) index = new Index(manifest, address);
    return index;
  }

  window.filSearch.open = open;
})();
