// Words as this caller needs them: the verb of their device, the word that their screen shows when
// it is not in French, the number to keep, the spaces that French does not break.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  /** @type {Record<string, { nom: string, montre: string[], geste: string }>} */
  var devices = {};
  desk.all("[data-montre]").forEach(function (input) {
    devices[input.getAttribute("value") || ""] = {
      nom: input.getAttribute("data-nom") || "",
      montre: (input.getAttribute("data-montre") || "").split(" ").filter(Boolean),
      geste: input.getAttribute("data-geste") || ""
    };
  });
  /** @param {string} gesture */
  function verbs(gesture) {
    /** @param {string} _whole @param {string} press @param {string} click */
    return function (_whole, press, click) {
      if (gesture === "appuyer") return press;
      return gesture === "cliquer" ? click : press + " ou " + click.charAt(0).toLowerCase() + click.slice(1);
    };
  }
  desk.shownOn = function (device) { return devices[device] ? devices[device].montre : []; };
  desk.deviceName = function (device) { return devices[device] ? devices[device].nom : ""; };
  desk.say = function (text, state) {
    var gesture = devices[state.a] ? devices[state.a].geste : "";
    // `{appuyez|cliquez}`, as authors write it; not a lone brace.
    var said = text.replace(/\{([^{}|]+)\|([^{}|]+)\}/g, verbs(gesture));
    // « … au numéro de la fiche. », which the guides say in any call: this one’s number follows.
    if (Number(desk.graph.numero)) said = said.replace(/numéro de la fiche(?=[.,])/g, "$& : " + desk.graph.numero);
    var words = window.filGuides && state.s.indexOf("appareil-en-anglais") >= 0 ? window.filGuides.mots : {};
    // A word of the screen, “Objet” in what is said, « Objet » in an answer; not l’objet.
    said = said.replace(/“\s*([^”]+?)\s*”|«\s*([^«»]+?)\s*»/g, function (whole, curled, quoted) {
      var word = curled || quoted;
      var foreign = words[word] || words[word.charAt(0).toUpperCase() + word.slice(1)];
      return foreign ? whole + " (" + (foreign[state.l] || foreign.en) + ")" : whole;
    });
    return window.filFrench && window.filFrench.typeset ? window.filFrench.typeset(said) : said;
  };
})();
