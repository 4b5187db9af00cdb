// Les étapes cochées : une clé par fiche, le rang de celles qui sont faites.
(function () {
  "use strict";
  var page = window.filReading;
  var all = page.all;
  var find = page.find;

  page.once(".fil-footer", function () {
    var list = find(".fil-steps");
    var KEY = "fil-etapes:" + list.getAttribute("data-coches");
    /** @type {HTMLInputElement[]} */
    var boxes = all(".fil-done input", list);
    var said = find(".fil-progress [role]");
    var again = find(".fil-again");
    var here = document.createElement("span");
    here.className = "fil-progress-here";

    /** @param {Element} box */
    function rank(box) {
      var step = box.closest("[data-etape]");
      return step && step.getAttribute("data-etape") || "";
    }
    function done() { return boxes.filter(function (box) { return box.checked; }).map(rank); }
    function tell() {
      var count = done().length;
      var words = count + (count > 1 ? " étapes sur " : " étape sur ") + boxes.length;
      said.textContent = count ? words + (count === boxes.length ? " : tout est fait." : ".") : "";
      here.textContent = words;
      again.hidden = !count;
      boxes.forEach(function (box) {
        var item = document.querySelector('.fil-toc [href="#etape-' + rank(box) + '"]');
        if (item) item.classList.toggle("fil-toc-done", box.checked);
      });
    }
    var kept = page.read(KEY).split(" ");
    boxes.forEach(function (box) {
      box.checked = kept.indexOf(rank(box)) >= 0;
      box.addEventListener("change", function () {
        page.write(KEY, done().join(" "));
        tell();
        var tick = box.closest(".fil-tick");
        if (box.checked && tick) tick.appendChild(here);
        else if (here.parentNode) here.parentNode.removeChild(here);
      });
    });
    find("button", again).addEventListener("click", function () {
      boxes.forEach(function (box) { box.checked = false; });
      if (here.parentNode) here.parentNode.removeChild(here);
      page.write(KEY, "");
      tell();
      find("#etapes").focus();
    });
    tell();
  });
})();
