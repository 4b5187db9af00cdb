// Le panneau de « Texte plus grand » : ce que l’on peut y choisir, en mots.
(function () {
  "use strict";
  /** @type {[name: Fil.Setting, legend: string, values: [value: string, label: string][]][]} */
  var CHOICES = [
    ["contraste", "Contraste", [["automatique", "comme mon appareil"], ["normal", "normal"], ["fort", "fort"], ["sombre", "sombre"]]],
    ["lignes", "Espace entre les lignes", [["normal", "normal"], ["large", "large"], ["tres-large", "très large"]]],
    ["lettres", "Forme des lettres", [["ordinaires", "ordinaire"], ["distinctes", "bien distincte"]]],
    ["espaces", "Espace entre les lettres et les mots", [["ordinaires", "ordinaire"], ["larges", "large"]]]
  ];
  /** @type {Fil.Make} */
  function make(tag, className, text, parent) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = String(text);
    if (parent) parent.appendChild(element);
    return element;
  }
  /** @param {string} legend @param {string} className */
  function group(legend, className) {
    var fieldset = make("fieldset", "", "", panel);
    make("legend", "", legend, fieldset);
    return make("div", className, "", fieldset);
  }
  /** @param {string} type @param {string} name @param {string} value @param {string} label @param {Node} parent */
  function choice(type, name, value, label, parent) {
    var holder = make("label", "", "", parent);
    var input = make("input", "", "", holder);
    input.type = type;
    input.name = name;
    input.value = value;
    holder.appendChild(document.createTextNode(label));
  }
  /** @param {string} className @param {string} text @param {Node} parent @param {string} attribute @param {string} value */
  function button(className, text, parent, attribute, value) {
    var made = make("button", className, text, parent);
    made.type = "button";
    made.setAttribute(attribute, value);
    return made;
  }

  var panel = make("dialog", "fil-comfort", "", null);
  panel.setAttribute("aria-labelledby", "confort");
  var title = make("h2", "", "Confort de lecture", panel);
  title.id = "confort";
  title.tabIndex = -1;
  var size = group("Taille du texte", "fil-comfort-size");
  button("fil-button", "−", size, "data-pas", "-1").setAttribute("aria-label", "Texte plus petit");
  make("strong", "", "100 %", size);
  button("fil-button", "+", size, "data-pas", "1").setAttribute("aria-label", "Texte encore plus grand");
  make("p", "fil-comfort-said", "", panel).setAttribute("role", "status");
  make("p", "fil-comfort-sample", "Je lis cette phrase, puis je change les réglages jusqu’à la lire sans effort.", panel);
  CHOICES.forEach(function (each) {
    var holder = group(each[1], "fil-comfort-choices");
    each[2].forEach(function (value) { choice("radio", each[0], value[0], value[1], holder); });
  });
  var more = group("En plus", "fil-comfort-choices");
  choice("checkbox", "regle", "oui", "Règle de lecture", more);
  choice("checkbox", "animations", "moins", "Moins d’animations", more);
  var ways = make("p", "fil-comfort-ways", "", panel);
  button("fil-button fil-button-main", "Fermer", ways, "data-fermer", "");
  button("fil-button", "Tout remettre comme avant", ways, "data-remettre", "");
  document.body.appendChild(panel);
})();
