// Words that are not in the index: those that they look or sound like, those that they are made of.
(function () {
  "use strict";
  // Letters that another may stand for, at the beginning of a word.
  /** @type {Record<string, string>} */
  const ALIKE = {
    a: "eho", b: "", c: "skq", d: "", e: "ahi", f: "p", g: "j", h: "aeiouy", i: "hye", j: "g",
    k: "cq", l: "", m: "", n: "", o: "ahe", p: "", q: "ck", r: "", s: "c", t: "", u: "h", v: "w",
    w: "vo", x: "", y: "i", z: "s",
  };

  // Insertions, omissions, substitutions, neighbours swapped; more than `most` is Infinity.
  /** @param {string} one @param {string} other @param {number} most */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return Infinity;
    /** @type {number[]} */
    let before = [];
    /** @type {number[]} */
    let last = [];
    /** @type {number[]} */
    let row;
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

  /** @type {Fil.Search["alike"]} */
  async function alike(index, word) {
    const initials = word[0] + (ALIKE[word[0]] || "");
    const lists = await Promise.all([...initials].map(initial => index.formsFrom(initial)));
    const key = index.analysis.sound(word);
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    /** @type {Fil.Alike[]} */
    const found = [];
    for (const list of lists) {
      for (const [form, frequency] of list) {
        if (Math.abs(form.length - word.length) > 3 || /[0-9]/.test(form)) continue;
        let cost = Infinity;
        const sound = index.analysis.sound(form);
        if (sound === key) cost = 0.4 + 0.1 * Math.min(distance(word, form, 4), 4);
        cost = Math.min(cost, distance(word, form, most));
        if (cost > 1.5 && key.length > 4) cost = Math.min(cost, 0.7 + distance(key, sound, 1));
        if (cost < Infinity) found.push({ form, cost, frequency });
      }
    }
    return found;
  }

  // « motdepasse », « capturedecran »: the words that make it which are written most, as if each came
  // alone. A word costs the logarithm of how rare it is, in thirds of a doubling, as frequencies are
  // kept; what is in one document of a thousand costs all of it, an elided letter no more than « de ».
  const RAREST = 30;
  const ELIDED = 6;
  /** @type {Fil.Search["split"]} */
  async function split(index, word) {
    if (word.length < 5 || word.length > 30) return null;
    /** @type {{ parts: string[], cost: number }[]} */
    const ways = [{ parts: [], cost: 0 }];
    /** @type {Map<string, Map<string, number>>} */
    const known = new Map();
    for (let start = 0; start < word.length; start++) {
      const way = ways[start];
      if (!way || way.parts.length > 4) continue;
      const initial = word[start];
      const words = known.get(initial) || new Map(await index.formsFrom(initial));
      known.set(initial, words);
      for (let end = start + 1; end <= word.length; end++) {
        const part = word.slice(start, end);
        // « d’ » of « d’écran »; not the « d » of « du ».
        const isElided = /^[cdjlmnst]$/.test(part) && /^[aeiouyh]/.test(word.slice(end));
        const frequency = words.get(part);
        if (!isElided && (part.length < 2 || !frequency)) continue;
        const cost = way.cost + (isElided ? ELIDED : RAREST - (frequency || 0));
        if (ways[end] && ways[end].cost <= cost) continue;
        ways[end] = { parts: isElided ? way.parts : [...way.parts, part], cost };
      }
    }
    const whole = ways[word.length] && ways[word.length].parts;
    // « minitel » is not « mi ni tel »: small words join others, and make none by themselves.
    const long = whole ? whole.filter(part => part.length > 2).length : 0;
    return whole && whole.length > 1 && 2 * long >= whole.length ? whole : null;
  }

  window.filSearch.alike = alike;
  window.filSearch.split = split;
})();
