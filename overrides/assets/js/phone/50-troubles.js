// Troubles: « La personne dit… », those of the step first, found by typing.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one, find = desk.find, make = desk.make;
  var side = find(".fil-desk-side");
  /** @type {HTMLInputElement} */
  var filter = find("#souci");
  var list = find(".fil-troubles");
  var help = find(".fil-trouble-words");
  var troubles = all("[data-bloc=sinon]", desk.root).map(function (box) {
    return { box: box, section: box.closest("[data-ecran]"), title: desk.words(one(".fil-situation", box)) };
  });

  /** @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/’/g, "'");
  }
  /** @param {HTMLElement} box */
  function read(box) {
    help.textContent = "";
    help.appendChild(make("p", "fil-cue", "Dites"));
    all(".fil-words > *", box).forEach(function (line) { help.appendChild(line.cloneNode(true)); });
    help.hidden = false;
    help.scrollIntoView({ block: "nearest" });
  }
  function show() {
    var typed = fold(filter.value).split(/\s+/).filter(Boolean);
    var here = desk.sections[desk.current];
    list.textContent = "";
    help.hidden = true;
    troubles
      .filter(function (trouble) {
        if (trouble.box.closest("[data-appareils][hidden]")) return false;
        if (!typed.length) return trouble.section === here;
        var folded = fold(trouble.title);
        return typed.every(function (word) { return folded.indexOf(word) >= 0; });
      })
      .sort(function (left, right) { return Number(right.section === here) - Number(left.section === here); })
      .forEach(function (trouble) {
        var item = make("li");
        var button = make("button", "fil-trouble", "« " + trouble.title + " »");
        button.type = "button";
        button.addEventListener("click", function () {
          read(trouble.box);
          desk.tell("fil:souci", trouble.title);
        });
        item.appendChild(button);
        list.appendChild(item);
      });
    find(".fil-no-trouble").hidden = list.children.length > 0;
  }
  filter.addEventListener("input", show);
  filter.addEventListener("keydown", function (event) {
    var first = one("button", list);
    if (event.key !== "Enter" || !first) return;
    event.preventDefault();
    first.click();
  });

  desk.showTroubles = function () {
    var right = one(".fil-right", desk.sections[desk.current]);
    side.hidden = !right;
    if (right) right.appendChild(side);
    filter.value = "";
    show();
  };
  desk.findTrouble = function () { if (!side.hidden) filter.focus(); };
})();
