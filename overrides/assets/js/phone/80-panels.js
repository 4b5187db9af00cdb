// Panels: one key away, closed by Escape, the focus goes back where it was.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one;
  var wanted = "";
  /** @type {HTMLElement | null} */
  var before = null;

  /** @type {Fil.Desk["openPanel"]} */
  function open(name, part) {
    var panel = document.getElementById("panneau-" + name);
    if (!panel) return;
    var guide = one("[data-guide]", panel);
    if (guide) desk.fillGuide(guide);
    if (desk.opened === panel && !part) { close(); return; }
    close();
    wanted = part || "";
    onlyPart(panel);
    before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    desk.opened = panel;
    panel.classList.add("fil-open");
    var title = desk.find("h2", panel);
    title.tabIndex = -1;
    title.focus();
    desk.showQuestion();
  }
  /** @param {HTMLElement} panel */
  function onlyPart(panel) {
    all("[data-touche]", panel).forEach(function (each) {
      each.hidden = Boolean(wanted) && each.getAttribute("data-touche") !== wanted;
    });
  }
  function close() {
    if (!desk.opened) return;
    desk.opened.classList.remove("fil-open");
    desk.opened = null;
    desk.showQuestion();
    if (before && desk.shown(before)) before.focus();
  }
  all("[data-panneau]").forEach(function (button) {
    button.addEventListener("click", function (event) {
      event.preventDefault();
      open(button.getAttribute("data-panneau") || "");
    });
  });
  all(".fil-close").forEach(function (button) { button.addEventListener("click", close); });
  /* A word explained opens its panel, instead of leaving the call. */
  document.addEventListener("click", function (event) {
    /** @type {HTMLAnchorElement | null} */
    var term = event.target instanceof Element ? event.target.closest(".fil-term") : null;
    var entry = term && document.getElementById("mot-" + term.pathname.replace(/(index\.html)?$/, "").split("/").slice(-2)[0]);
    if (!entry) return;
    event.preventDefault();
    open("mots");
    entry.scrollIntoView({ block: "nearest" });
    entry.tabIndex = -1;
    entry.focus();
  });

  desk.openPanel = open;
  desk.closePanel = close;
  desk.onlyPart = function () { if (wanted && desk.opened) onlyPart(desk.opened); };
})();
