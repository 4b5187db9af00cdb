// Dessine un écran pendant qu’on le choisit, comme le fait overrides/partials/screen.html.
(function () {
  "use strict";
  var late = window.filLate;
  var declared = window.filDeclaration.ecrans;
  var make = window.filPropose.form.make;
  var typeset = window.filFrench.typeset;
  /** @type {Record<string, string>} */
  var SHAPES = {};
  Object.keys(declared.formes).forEach(function (name) { SHAPES[window.filFrench.fold(name)] = declared.formes[name]; });
  var SVG = "http://www.w3.org/2000/svg";

  /** @param {Element} inside @param {keyof HTMLElementTagNameMap} tag @param {string} [className] @param {string} [words] */
  function put(inside, tag, className, words) { return inside.appendChild(make(tag, className || "", words && typeset(words))); }
  /** @param {Element} inside @param {string} outline */
  function sign(inside, outline) {
    var svg = document.createElementNS(SVG, "svg");
    var path = document.createElementNS(SVG, "path");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("viewBox", "0 0 24 24");
    path.setAttribute("d", outline);
    svg.appendChild(path);
    inside.appendChild(svg);
  }
  /** @param {Element} inside @param {Fil.Drawn} each */
  function texts(inside, each) {
    var words = put(inside, "span", "fil-s-words");
    each.words.forEach(function (word) { put(words, "span", "", word); });
  }
  /** @type {(tag: keyof HTMLElementTagNameMap, className?: string) => (inside: Element, each: Fil.Drawn) => void} */
  function joined(tag, className) {
    return function (inside, each) { put(inside, tag, className, each.words.join(" ")); };
  }
  /** @param {Element} inside @param {Fil.Drawn} each */
  function list(inside, each) {
    var items = put(inside, "ul");
    each.words.forEach(function (word) { put(items, "li", word === each.target ? "fil-goal" : "", word); });
  }
  /** @type {Record<string, (inside: Element, each: Fil.Drawn) => void>} */
  var KINDS = {
    titre: joined("strong"), bouton: joined("span", "fil-s-key"), lien: joined("u"),
    liste: list, menu: list, onglets: list, clavier: list, barre: list,
    case: function (inside, each) {
      put(inside, "span", "fil-s-tick");
      put(inside, "span", "", each.words.join(" "));
    },
    interrupteur: function (inside, each) {
      put(inside, "span", "", each.words.join(" "));
      put(inside, "span", "fil-s-switch");
    },
    champ: function (inside, each) {
      var field = late.fieldOf(each);
      var words = put(inside, "span", "fil-s-words");
      if (field.label) put(words, "span", "", field.label);
      var blank = put(words, "span", "fil-s-blank", field.isHidden ? "●●●●●●" : field.value);
      if (!field.isHidden && !field.value) put(blank, "i", "", field.example);
    },
    mail: function (inside, each) {
      var letter = each.mail || { sender: "", subject: each.words[0], text: "" };
      var words = put(inside, "span", "fil-s-words");
      if (letter.sender) put(words, "span", "", letter.sender);
      put(words, "strong", "", letter.subject);
      if (letter.text) put(words, "span", "", letter.text);
    },
    icone: function (inside, each) {
      var its = window.filPropose.icon(each.words[0]);
      var holder = put(inside, "span", "fil-s-sign");
      if (SHAPES[its.sign]) sign(holder, SHAPES[its.sign]);
      if (its.label) put(inside, "small", "", its.label);
      else put(inside, "span", "fil-hidden", each.words[0]);
    },
    image: function (inside, each) {
      sign(inside, declared.image);
      texts(inside, each);
    }
  };
  /** @param {Element} row @param {Fil.Drawn} each @param {string} aimed */
  function element(row, each, aimed) {
    var state = each.state === "grisé" ? "fil-off" : each.state ? "fil-on" : "";
    var box = put(row, "div", ["fil-s", "fil-s-" + each.kind, each.side && "fil-" + each.side, each.isGoal && !each.target && "fil-goal", state].filter(Boolean).join(" "));
    if (each.isGoal) box.setAttribute("data-but", aimed);
    if (each.marker) put(box, "b", "fil-marker", each.marker);
    (KINDS[each.kind] || texts)(put(box, "div", "fil-s-drawn"), each);
  }
  /* Each device has its drawing, under its name, where the page has tabs. */
  /** @type {Fil.Late["draw"]} */
  late.draw = function (place, screen) {
    place.textContent = "";
    window.filPropose.forms(screen).forEach(function (form, _rank, all) {
      if (all.length > 1) put(place, "p", "fil-device", form.appareil ? window.filDeclaration.appareils[form.appareil] : "Sur les autres appareils");
      drawForm(place, form, screen.legende);
    });
  };
  /** @param {Element} place @param {Fil.ScreenBoxes} form @param {string} [caption] */
  function drawForm(place, form, caption) {
    var its = late.shape(form);
    var figure = put(place, "figure", "fil-screen");
    figure.setAttribute("data-bloc", "ecran");
    var frame = put(figure, "div", "fil-frame fil-frame-" + its.frame);
    frame.setAttribute("role", "img");
    frame.setAttribute("aria-label", typeset(its.said));
    if (its.frame === "navigateur") {
      var tabs = put(frame, "ul", "fil-s-tabs");
      (its.tabs.length ? its.tabs : [its.bar || "Page"]).forEach(function (tab) { put(tabs, "li", "", tab); });
    } else if (its.bar && its.frame !== "bureau") put(frame, "p", "fil-s-title", its.bar);
    if (its.address) put(put(frame, "p", "fil-s-address"), "span", "", its.address);
    var body = put(frame, "div", "fil-s-body");
    its.zones.forEach(function (zone) {
      var holder = put(body, "div", "fil-s-" + zone.height);
      zone.rows.forEach(function (row) {
        var side = put(holder, "div", "fil-s-row");
        row.forEach(function (each) { element(side, each, its.aimed); });
      });
    });
    if (its.bar && its.frame === "bureau") put(frame, "p", "fil-s-title", its.bar);
    if (its.legend.length) {
      var legend = put(figure, "ul", "fil-legend");
      legend.setAttribute("aria-hidden", "true");
      its.legend.forEach(function (each) {
        var item = put(legend, "li");
        put(item, "span", "fil-marker", each.marker);
        item.appendChild(document.createTextNode(" "));
        put(item, "span", "", each.label);
      });
    }
    if (caption) put(figure, "figcaption", "", caption);
  }
})();
