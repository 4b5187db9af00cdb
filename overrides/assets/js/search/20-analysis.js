// Words, stems and sounds: the rules come with the manifest, see search/analysis.py.
(function () {
  "use strict";
  /** @implements {Fil.Analysis} */
  class Analysis {
    /** @param {Fil.Manifest["regles"]} rules */
    constructor(rules) {
      /** @param {Fil.Rules} list @returns {[RegExp, string][]} */
      const compiled = list => list.map(([pattern, by]) => [new RegExp(pattern, "g"), by]);
      this.signs = compiled(rules.signes);
      this.joints = compiled(rules.jointures);
      this.stages = rules.racines.map(compiled);
      this.sounds = compiled(rules.sons);
      this.stops = new Set(rules.vides.split(" "));
      this.weak = new Set(rules.faibles.split(" "));
      /** @type {Map<string, string>} */
      this.stems = new Map();
      /** @type {Map<string, string>} */
      this.keys = new Map();
    }

    /** @param {string} text */
    words(text) {
      /** @param {string} all @param {[RegExp, string][]} rules */
      const replaced = (all, rules) => rules.reduce((one, rule) => one.replace(rule[0], rule[1]), all);
      const plain = replaced(text, this.signs).normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
      const found = replaced(plain.toLowerCase(), this.joints).match(/[a-z0-9]+/g) || [];
      return found.map(word => word.slice(0, 32));
    }

    /** @param {string} word */
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

    /** @param {string} word */
    sound(word) {
      let key = this.keys.get(word);
      if (key === undefined) {
        key = this.sounds.reduce((one, rule) => one.replace(rule[0], rule[1]), word) || word;
        this.keys.set(word, key);
      }
      return key;
    }
  }

  window.filSearch.Analysis = Analysis;
})();
