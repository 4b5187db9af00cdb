// Relit une correction, qui est un fichier entier. D’abord l’en-tête : ce qui s’en dit sans lire le
// YAML, par les déclarations de la construction. Chaque problème porte le code de « fil verifier ».
(function () {
  "use strict";
  var propose = window.filPropose;
  var declared = window.filDeclaration;
  var keys = declared.cles;
  var marks = /** @type {Record<Fil.Mark, RegExp>} */ ({});
  var names = /** @type {Fil.Mark[]} */ (Object.keys(declared.marques));
  names.forEach(function (name) { marks[name] = new RegExp(declared.marques[name]); });
  propose.marks = marks;

  /** @param {object} held @param {string} name @returns {boolean} */
  function has(held, name) { return Object.prototype.hasOwnProperty.call(held, name); }
  propose.has = has;
  // As text_file.decode does: nothing else is changed, so that lines are the file’s.
  /** @param {string} text */
  function decoded(text) {
    return text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").normalize("NFC");
  }
  propose.checkFile = function (text) {
    /** @type {Fil.LineProblem[]} */
    var found = [];
    /** @type {Fil.SayLine} */
    function say(rank, code, problem) { found.push({ ligne: rank + 1, code: code, probleme: "Ligne " + (rank + 1) + " : " + problem }); }
    if (!window.filFrench.trim(text)) {
      say(0, "FIL102", "le fichier est vide.");
      return found;
    }
    if (text.length > declared.fichier || unescape(encodeURIComponent(text)).length > declared.fichier) {
      say(0, "FIL103", "le fichier est trop gros : " + declared.fichier / 1000 + " Ko au plus.");
      return found;
    }
    var all = decoded(text).split("\n");
    if (!isShort(all, say)) return found;
    var front = fences(all);
    if (front.end < 0) {
      // Dashes that a word processor turned: what the build mends, this page cannot tell.
      if (all.some(isNearlyFence)) return found;
      say(Math.max(front.start, 0), "FIL104", "le fichier commence par un en-tête, entre deux lignes de trois tirets (---).");
      return found;
    }
    checkFront(all.slice(front.start + 1, front.end), front.start + 1, say);
    propose.checkBody(all.slice(front.end + 1), front.end + 1, say);
    // As the build does: where a link leads is looked at once the rest is right.
    if (!found.length) propose.checkLinks(all.slice(front.end + 1), front.end + 1, say);
    return found.sort(function (left, right) { return left.ligne - right.ligne; });
  };

  // As bounds.is_short does: what is too long is told, and read no further, so that nothing freezes.
  /** @param {string[]} all @param {Fil.SayLine} say @returns {boolean} */
  function isShort(all, say) {
    if (all.length > declared.lignes) {
      say(declared.lignes, "FIL103", "le fichier a trop de lignes : " + declared.lignes + " au plus.");
      return false;
    }
    return all.every(function (line, rank) {
      if (line.length <= declared.mot) return true;
      var isLong = propose.size(line) > declared.ligne;
      var hasLongWord = line.split(/\s+/).some(function (word) { return propose.size(word) > declared.mot; });
      if (isLong) say(rank, "FIL103", "cette ligne est trop longue.");
      else if (hasLongWord) say(rank, "FIL103", "un mot de cette ligne est trop long.");
      return !isLong && !hasLongWord;
    });
  }

  // Dashes and other signs, without a letter nor a digit of ASCII: « — », a hidden sign and « --- ».
  /** @param {string} line @returns {boolean} */
  function isNearlyFence(line) {
    return /^[^!-,.-~]+$/.test(line) && /[-\u2013\u2014]/.test(line) && !marks.enTete.test(line);
  }
  // As text_file does: a heading is of the body, a comment comes above a key or another comment.
  /** @param {string[]} all @param {number} rank @returns {boolean} */
  function isOfTheBody(all, rank) {
    if (!/^(?:##|\/\/\/) /.test(all[rank])) return false;
    var below = all.slice(rank + 1).find(function (line) { return window.filFrench.trim(line); }) || "";
    return !/^#|^[0-9A-Za-z_\u00b5-\u1fff-]+ ?:(?: |$)/.test(below);
  }
  // As text_file.fences does: blank lines may come first, and no text of the body before the end.
  /** @param {string[]} all */
  function fences(all) {
    var start = all.findIndex(function (line) { return window.filFrench.trim(line); });
    if (start < 0 || !marks.enTete.test(all[start])) return { start: start, end: -1 };
    var last = start;
    for (var rank = start + 1; rank < all.length && !isOfTheBody(all, rank); rank += 1) {
      if (marks.enTete.test(all[rank])) return { start: start, end: rank };
      var key = marks.cle.exec(all[rank]);
      if (/^ |^- /.test(all[rank]) || (key && has(keys, key[1]))) last = rank;
    }
    return { start: last, end: -1 };
  }

  /* The keys at the margin, each with its value and the lines under it; null when a line there is
     something else, which the build alone can read. */
  /** @param {string[]} front */
  function entries(front) {
    /** @type {Fil.KeyLine[]} */
    var found = [];
    var isRead = front.every(function (line, rank) {
      if (/[^\S ]/.test(line)) return false;
      // A bullet, a long dash, a letter of another alphabet in a key: the build names the sign.
      if (/^ *[^\0-\u024f]|^[^\s#-][^:]*[^\0-\u024f][^:]*:/.test(line)) return false;
      if (/^(?: |- |-$|#|$)/.test(line)) return true;
      var key = marks.cle.exec(line);
      if (key) found.push({ name: key[1], rank: rank, value: key[2].trim(), under: [] });
      return key;
    });
    found.forEach(function (entry, place) {
      var next = found[place + 1];
      entry.under = front.slice(entry.rank + 1, next ? next.rank : front.length);
    });
    return isRead ? found : null;
  }
  // The text of a value; null when it is not sure: an unclosed quote, a comment, an unusual escape.
  /** @param {Pick<Fil.KeyLine, "value" | "under">} entry */
  function textOf(entry) {
    var parts = entry.under.filter(function (line) { return line.trim(); });
    // After « >- », a colon or a hash is text.
    if (/^[>|][+-]?$/.test(entry.value)) return parts.join(" ").trim();
    if (parts.some(function (line) { return /^\s*(?:#|- )|: | #/.test(line); })) return null;
    var whole = [entry.value].concat(parts).join(" ").trim();
    if (/^[>|&*!%@`[{]/.test(whole)) return null;
    if (/^"(?:[^"\\]|\\["\\])*"$/.test(whole)) return whole.slice(1, -1).replace(/\\(["\\])/g, "$1");
    if (/^'(?:[^']|'')*'$/.test(whole)) return whole.slice(1, -1).replace(/''/g, "'");
    return /^["']/.test(whole) ? null : whole;
  }
  // A day, a number: what follows « # » is a comment there.
  /** @param {Pick<Fil.KeyLine, "value" | "under">} entry */
  function plainOf(entry) {
    return entry.under.some(function (line) { return line.trim(); }) ? null : textOf({ value: entry.value.replace(/ +#.*$/, ""), under: [] });
  }

  propose.valueOf = textOf;
  /* The keys of a file, and its body; null where there is no front matter that is sure. */
  propose.frontOf = function (text) {
    var all = decoded(text).split("\n");
    var front = fences(all);
    var found = front.end < 0 || !isShort(all, function () {}) ? null : entries(all.slice(front.start + 1, front.end));
    return found && { keys: found, body: all.slice(front.end + 1).join("\n") };
  };

  /** @param {string[]} front @param {number} offset @param {Fil.SayLine} say */
  function checkFront(front, offset, say) {
    var all = entries(front);
    if (!all || !all.length) return;
    var first = all[0];
    /** @type {Record<string, Fil.KeyLine>} */
    var seen = {};
    var unknown = false;
    all.forEach(function (entry) {
      var rank = entry.rank + offset;
      if (has(seen, entry.name)) say(rank, "FIL112", "« " + entry.name + " » est écrit deux fois.");
      else if (!has(keys, entry.name)) {
        unknown = true;
        say(rank, "FIL110", "la clé « " + entry.name + " » n’existe pas.");
      }
      if (!has(seen, entry.name)) seen[entry.name] = entry;
    });
    Object.keys(keys).forEach(function (name) {
      if (seen[name]) checkValue(seen[name], keys[name], offset, say);
      // The key that is unknown may be this one, written otherwise.
      else if (keys[name].requis && !unknown) say(first.rank + offset, "FIL111", "il manque « " + name + " », " + keys[name].sens + ".");
    });
    if (seen.recap) checkRecap(seen.recap, seen.numero, offset, say);
    if (seen.relu_le) {
      var day = plainOf(seen.relu_le);
      var problem = day && propose.dayProblem(day);
      if (problem) say(seen.relu_le.rank + offset, "FIL116", problem);
    }
    if (seen.sources && keys.sources.cles.url.forme) checkAddresses(seen.sources, offset, say);
  }
  /** @param {Fil.KeyLine} entry @param {Fil.Key} key @param {number} offset @param {Fil.SayLine} say */
  function checkValue(entry, key, offset, say) {
    var rank = entry.rank + offset;
    var items = entry.under.filter(function (line) { return /^ *-(?! *$)/.test(line); });
    if (key.nombre && !entry.value) {
      var first = items.length ? entry.under.indexOf(items[0]) + 1 : 0;
      if (items.length < key.nombre[0] && !(key.cles && !items.length && entry.under.some(function (line) { return line.trim(); }))) say(rank + first, "FIL114", "il faut au moins " + propose.plural(key.nombre[0], "ligne") + " sous « " + entry.name + " ».");
      return;
    }
    if (!key.maximum || key.nombre) return;
    var text = textOf(entry);
    if (text === null) return;
    if (!entry.value && text) rank += 1 + entry.under.findIndex(function (line) { return line.trim(); });
    var over = propose.tooLong(text, key.maximum);
    if (propose.blank(text)) say(rank, "FIL114", "« " + entry.name + " » est vide.");
    else if (over) say(rank, "FIL114", over);
  }
  /** @param {Fil.KeyLine} entry @param {Fil.KeyLine | undefined} number @param {number} offset @param {Fil.SayLine} say */
  function checkRecap(entry, number, offset, say) {
    var recap = textOf(entry);
    if (recap === null || propose.blank(recap)) return;
    var faults = propose.recapFaults(recap, number ? plainOf(number) || "" : "");
    Object.keys(faults).forEach(function (code) { say(entry.rank + offset, code, faults[code]); });
  }
  /** @param {Fil.KeyLine} entry @param {number} offset @param {Fil.SayLine} say */
  function checkAddresses(entry, offset, say) {
    var good = new RegExp(keys.sources.cles.url.forme || "", "i");
    entry.under.forEach(function (line, place) {
      var link = /^ +(?:- +)?url *:(.*)$/.exec(line) || /^ *- +url *:(.*)$/.exec(line);
      var address = link && plainOf({ value: link[1].trim(), under: [] });
      if (address && !good.test(address)) say(entry.rank + offset + 1 + place, "FIL119", "Écrivez une adresse entière, qui commence par https://");
      else if (address && propose.isDeceptive(address)) say(entry.rank + offset + 1 + place, "FIL706", "cette adresse n’est pas celle d’un site public, ou mène ailleurs qu’elle ne le dit.");
    });
  }
})();
