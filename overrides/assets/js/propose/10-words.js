// Ce qui est saisi, tel qu’il sera lu : des lettres composées, des espaces ordinaires, aucun signe
// invisible. Rien ici, ni dans les fichiers qui suivent jusqu’au formulaire, ne touche à la page.
(function () {
  "use strict";
  /* Texts as they will be read: composed accents, ordinary spaces, no invisible sign. */
  /** @param {string} [text] */
  function clean(text) {
    return String(text || "").normalize("NFC")
      .replace(/\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g, "\n")
      .replace(/[^\S\n]/g, " ")
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g, "")
      .replace(/[\ud800-\udbff](?![\udc00-\udfff])/g, "")
      .replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1")
      .normalize("NFC");
  }
  /** @param {string} [text] */
  function line(text) { return clean(text).replace(/\s+/g, " ").trim(); }
  /** @param {string} [text] */
  function lines(text) { return clean(text).split("\n").map(line).filter(Boolean); }
  /** @param {string} text */
  function size(text) { return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length; }
  /** @param {string} [text] */
  function blank(text) { return !line(text).replace(/[….]/g, ""); }
  /** @param {string} title */
  function slug(title) {
    var name = window.filFrench.slug(line(title)).slice(0, 60).replace(/-$/, "");
    return !name || /^(?:index|readme|templates)$/.test(name) ? "fiche" + (name && "-" + name) : name;
  }
  /** @param {number} count @param {string} word */
  function plural(count, word) { return count + " " + word + (count > 1 ? "s" : ""); }
  /** @param {Date} moment */
  function day(moment) { return moment.toISOString().slice(0, 10); }
  // Neither here nor where it will be read may it be tomorrow.
  function today() {
    var now = new Date();
    return [day(now), day(new Date(now.getTime() - now.getTimezoneOffset() * 60000))].sort()[0];
  }
  // The day of the first place where it begins: no one who reads sooner is told of the future.
  function latest() { return day(new Date(Date.now() + 14 * 3600000)); }

  /* What the verifier takes for the address of a public page (model/web_address.py), and no more. */
  // « www.cnil.fr »; not « 127.0.0.1 », « -a.fr », « a.fr:8 », « x@a.fr ».
  var HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/i;
  var AT_HOME = /\.(?:arpa|corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test)$/i;
  // A sign that no address holds: « \\ », a space, « < », a control.
  var NEVER = /[\x00-\x20\x7f-\xa0\\"<>^`{|}\u2000-\u206f\u3000\ufeff]|&(?:#|lt|gt|quot|nbsp|tab|newline)/i;
  // What a device runs; another address within this one.
  var PROGRAM = /\.(?:apk[ms]?|xapk|aab|ipa|mobileconfig|exe|msi|msix|msixbundle|appx|appinstaller|scr|pif|cmd|bat|ps1|vbs|vbe|jse?|wsf|hta|jar|jnlp|lnk|reg|cpl|dmg|m?pkg|command|app|deb|rpm|run|sh|appimage|flatpakref|iso|img|vhdx?|docm|xlsm|pptm|xll|chm)(?![a-z0-9])/i;
  var WITHIN = /https?:|(?:^|[^:])\/\/|=www\./i;
  /** @param {string} text */
  function decoded(text) {
    try { return decodeURIComponent(text); } catch (_not) { return text; }
  }
  /** @param {string} address */
  function isAddress(address) {
    var parts = /^https:\/\/([^/?#]*)([\s\S]*)$/.exec(address);
    if (!parts || size(address) > 300 || NEVER.test(address)) return false;
    var rest = decoded(decoded(parts[2]));
    return HOST.test(parts[1]) && !/xn--/i.test(parts[1]) && !AT_HOME.test(parts[1]) && !PROGRAM.test(rest) && !WITHIN.test(rest);
  }

  // What is chosen, and writes nothing by itself.
  var SETTINGS = ["appareils", "cle", "sorte", "genre", "maniere"];
  /* Whether an address leads elsewhere than it seems, or does more than lead: what is sure of it.
     One that holds a sign of HTML is left to the build. */
  /** @param {string} address */
  function isDeceptive(address) {
    var parts = /^https:\/\/([^/?#]*)([\s\S]*)$/.exec(address);
    if (/^tel:/.test(address)) return /[*#]/.test(address);
    if (!parts || /[&%]/.test(address)) return false;
    return !HOST.test(parts[1]) || /xn--/i.test(parts[1]) || AT_HOME.test(parts[1]) || PROGRAM.test(parts[2]) || WITHIN.test(parts[2]);
  }
  /* Whether the words of a link are the name of a site, and lead to another. */
  /** @param {string} words @param {string} address */
  function isMisleading(words, address) {
    var shown = words.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/\/$/, "");
    var host = (/^https:\/\/([^/?#]*)/.exec(address) || ["", ""])[1].toLowerCase().replace(/^www\./, "");
    if (!host || !/^(?:www\.|https?:\/\/)/i.test(words.trim()) || !HOST.test(shown)) return false;
    return host !== shown && host.slice(-shown.length - 1) !== "." + shown;
  }

  /* Whether something was written in a repeated part; the empty ones are left out. */
  /** @param {unknown} value @returns {boolean} */
  function filled(value) {
    if (typeof value === "string") return Boolean(line(value));
    if (Array.isArray(value)) return value.some(filled);
    var parts = /** @type {Record<string, unknown>} */ (value || {});
    return Object.keys(parts).some(function (key) {
      return SETTINGS.indexOf(key) < 0 && parts[key] !== true && filled(parts[key]);
    });
  }
  /** @template T @param {T[]} [list] @returns {T[]} */
  function kept(list) { return (list || []).filter(filled); }

  window.filPropose = /** @type {Fil.Propose} */ ({
    clean: clean, line: line, lines: lines, size: size, blank: blank, slug: slug, plural: plural,
    today: today, latest: latest, filled: filled, kept: kept, isAddress: isAddress, isDeceptive: isDeceptive, isMisleading: isMisleading
  });
})();
