// Steps: one at a time; the address holds the current one.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var find = desk.find;
  var sections = desk.sections;
  /** @type {HTMLAnchorElement[]} */
  var links = desk.all(".fil-desk-steps a");
  /** @type {HTMLButtonElement} */
  var forward = find(".fil-next");
  /** @type {HTMLButtonElement} */
  var back = find(".fil-previous");

  /** @param {string} hash */
  function rankOf(hash) {
    for (var rank = 0; rank < sections.length; rank += 1) {
      if ("#" + sections[rank].id === hash) return rank;
    }
    return -1;
  }
  /** @param {number} rank */
  function mark(rank) {
    links.forEach(function (link) {
      if (link.hash === "#" + sections[rank].id) link.setAttribute("aria-current", "step");
      else link.removeAttribute("aria-current");
    });
    var next = sections[rank + 1];
    forward.disabled = !next;
    back.disabled = rank === 0;
    find(".fil-preview").textContent = next ? "Ensuite : " + next.getAttribute("data-ecran") : "C’est la dernière étape.";
  }
  /** @param {number} rank @param {boolean} focus */
  function show(rank, focus) {
    desk.current = rank;
    sections.forEach(function (section, other) { section.hidden = other !== rank; });
    mark(rank);
    desk.showTroubles();
    desk.showQuestion();
    desk.closePanel();
    if (focus) {
      find("h2", sections[rank]).focus({ preventScroll: true });
      if (window.innerWidth < 900) sections[rank].scrollIntoView();
      else window.scrollTo(0, 0);
    }
    desk.tell("fil:etape", { rang: rank, adresse: sections[rank].id, titre: sections[rank].getAttribute("data-ecran") });
  }
  sections.forEach(function (section) { find("h2", section).tabIndex = -1; });
  desk.go = function (rank) {
    if (rank < 0 || rank >= sections.length) return;
    // At once: a key pressed right after must find the new step, which hashchange shows too late.
    history.pushState(null, "", "#" + sections[rank].id);
    show(rank, true);
  };
  window.addEventListener("hashchange", function () {
    var rank = rankOf(location.hash);
    if (rank >= 0) show(rank, true);
  });
  forward.addEventListener("click", function () { desk.go(desk.current + 1); });
  back.addEventListener("click", function () { desk.go(desk.current - 1); });
  desk.startSteps = function () { show(Math.max(rankOf(location.hash), 0), false); };
})();
