// Pas à pas : sur un petit écran, une étape par écran, trois boutons. L’adresse dit l’étape, le retour
// du navigateur recule d’une ; « Tout voir » ouvre la page entière, qui est là sans ce script.
(function () {
  "use strict";
  var page = window.filReading;
  var all = page.all;
  var find = page.find;
  var root = document.documentElement;
  // « #etape-3 », « #fin », rien, ou un endroit de la page qui n’est pas la fiche ; non « #partage ».
  var PLACE = /^(?:#(?:etape-(\d+)|(fin)|fil-.*)?)?$/;
  // What is not the step itself: what to do when it is not as it says.
  var ELSE = "[data-bloc=sinon],[data-bloc=stop],[data-bloc=preuve],[data-bloc=depart],[data-bloc=geste]";
  var FURNITURE = "h3,input,label,.fil-device,.fil-tabs-title,.fil-tick";
  var isSmall = matchMedia("(max-width: 40em), (max-height: 30em)").matches;
  var walking = isSmall && PLACE.test(location.hash);
  // Hides the long page until its end is read.
  if (walking) root.setAttribute("data-suivre", "attend");
  root.classList.add("fil-can-walk");
  // Where there is room, what one prepares is unfolded as soon as it is read.
  if (!isSmall) page.once("#etapes", function () {
    /** @type {HTMLDetailsElement | null} */
    var ready = document.querySelector(".fil-ready");
    if (ready) ready.open = true;
  });

  page.once(".fil-footer", function () {
    var steps = all(".fil-step");
    /** @type {HTMLInputElement[]} */
    var boxes = all(".fil-done input");
    var next = find(".fil-walk-next");
    var other = find(".fil-walk-other");
    var listen = find(".fil-listen");
    var comfort = find(".fil-comfort-open");
    var homes = [listen, comfort].map(function (each) { return { parent: each.parentNode, before: each.nextSibling }; });
    var hint = find(".fil-walk-hint");
    /** @type {HTMLDetailsElement | null} */
    var ready = document.querySelector(".fil-ready");
    var place = 0;
    var shown = "";

    function undone() {
      var ranks = boxes.map(function (box) { return box.checked; });
      return ranks.indexOf(true) < 0 ? 0 : ranks.indexOf(false) + 1 || steps.length + 1;
    }
    /* Marks what belongs to « Ce n’est pas pareil »; tells whether something of the step is left. */
    /** @param {Element} part @returns {boolean} */
    function sort(part) {
      if (part.matches(FURNITURE)) return false;
      var isElse = part.matches(ELSE);
      var isPlain = !isElse && (!part.querySelector(ELSE) || all(":scope > *", part).filter(sort).length > 0);
      if (!isPlain) part.classList.add("fil-else");
      else if (part.querySelector(ELSE)) part.classList.add("fil-mixed");
      return isPlain;
    }
    /** @param {string} address @param {boolean} [isOther] */
    function mark(address, isOther) {
      try { history.replaceState({ suivre: 1, autre: isOther }, "", address); } catch (_refused) { /* the address is enough */ }
    }
    /** @param {boolean} on */
    function turn(on) {
      root.classList.toggle("fil-otherwise", on);
      hint.hidden = !on;
      other.setAttribute("aria-expanded", String(on));
      next.textContent = on ? "Je reviens à l’étape" : place ? "C’est fait" : "Je commence";
    }
    /* What the walk borrows from the page goes back to its place. */
    /** @param {boolean} on */
    function borrow(on) {
      [listen, comfort].forEach(function (each, rank) {
        var home = on ? { parent: find(rank ? ".fil-walk-comfort" : ".fil-walk-foot"), before: null } : homes[rank];
        if (each.parentNode !== home.parent && home.parent) home.parent.insertBefore(each, home.before);
      });
    }
    /** @param {number} rank @param {boolean} [isMoved] */
    function show(rank, isMoved) {
      var stop = find(".fil-listen-stop");
      if (root.hasAttribute("data-lecture")) stop.click();
      place = rank;
      var isEnd = rank > steps.length;
      root.setAttribute("data-suivre", isEnd ? "fin" : rank ? "etape" : "debut");
      root.classList.toggle("fil-first-step", rank === 1);
      borrow(!isEnd);
      steps.forEach(function (step, at) { step.classList.toggle("fil-here", at + 1 === rank); });
      turn(false);
      if (ready) ready.open = !rank;
      /** @type {HTMLAnchorElement} */
      var back = find(".fil-walk-back");
      back.href = "#" + (rank > 1 ? "etape-" + (rank - 1) : "");
      back.classList.toggle("fil-none", !rank);
      find(".fil-walk-count").textContent = isEnd ? "Tout est fait" : rank ? "Étape " + rank + " sur " + steps.length : "";
      find(".fil-walk-done").setAttribute("stroke-dasharray", (isEnd ? 100 : Math.max(0, 100 * (rank - .5) / steps.length)) + " 200");
      if (!isMoved) return;
      root.classList.remove("fil-resumed");
      scrollTo(0, 0);
      var title = isEnd ? find(".fil-bravo") : rank ? find("h3", steps[rank - 1]) : find("h1");
      title.tabIndex = -1;
      title.focus();
      scrollTo(0, 0);
    }
    function leave() {
      walking = false;
      root.removeAttribute("data-suivre");
      turn(false);
      borrow(false);
      if (ready) ready.open = !isSmall;
      scrollTo(0, 0);
      var title = find("h1");
      title.tabIndex = -1;
      title.focus();
    }
    function route() {
      shown = location.hash;
      var found = PLACE.exec(location.hash);
      var state = history.state || {};
      if (location.hash === "#lecture") leave();
      else if (found && (walking || state.suivre)) {
        if (/^#fil-/.test(location.hash)) return;
        walking = true;
        var rank = found[2] ? steps.length + 1 : Math.min(Number(found[1] || 0), steps.length);
        if (rank !== place || root.getAttribute("data-suivre") === null) show(rank, true);
        if (Boolean(state.autre) !== root.classList.contains("fil-otherwise")) otherwise(Boolean(state.autre));
        mark(location.hash || location.href, state.autre);
      }
    }
    /** @param {boolean} on */
    function otherwise(on) {
      turn(on);
      if (on) {
        var title = find("h3", steps[place - 1]);
        if (title.parentNode) title.parentNode.insertBefore(hint, title.nextSibling);
        scrollTo(0, 0);
        hint.focus();
      } else other.focus();
    }
    /** @param {number} rank */
    function go(rank) {
      var address = rank > steps.length ? "#fin" : "#etape-" + rank;
      walking = true;
      if (location.hash === address) show(rank, true);
      else location.hash = address;
    }

    steps.forEach(function (step) { all(":scope > *", step).forEach(sort); });
    next.addEventListener("click", function () {
      if (root.classList.contains("fil-otherwise")) { if (history.state && history.state.autre) history.back(); else otherwise(false); return; }
      var box = boxes[place - 1];
      if (box && !box.checked) {
        box.checked = true;
        box.dispatchEvent(new Event("change"));
      }
      go(place + 1);
    });
    other.addEventListener("click", function () {
      if (root.classList.contains("fil-otherwise")) { next.click(); return; }
      try { history.pushState({ suivre: 1, autre: 1 }, ""); } catch (_refused) { /* back leaves the step */ }
      otherwise(true);
    });
    find(".fil-again button").addEventListener("click", function () { if (walking) go(1); });
    find(".fil-walk-start").addEventListener("click", function (event) {
      event.preventDefault();
      go(undone() || 1);
    });
    addEventListener("hashchange", route);
    // Once the browser has done with it: until then, it takes back the focus.
    addEventListener("popstate", function () {
      setTimeout(function () { if (location.hash === shown) route(); }, 0);
    });
    if (!walking) return;
    var asked = PLACE.exec(location.hash) || [];
    var resumed = undone();
    var rank = asked[2] ? steps.length + 1 : Math.min(Number(asked[1] || 0), steps.length);
    if (!rank) {
      rank = resumed || (document.body.classList.contains("fil-urgency") ? 1 : 0);
      root.classList.toggle("fil-resumed", resumed > 1);
    }
    var address = rank > steps.length ? "#fin" : rank ? "#etape-" + rank : "";
    show(rank);
    mark(location.href);
    shown = location.hash;
    // Once the browser no longer looks for a place to scroll to: the keyboard begins at the top.
    addEventListener("load", function () {
      if (place !== rank || shown !== location.hash || !address) return;
      mark(address);
      shown = address;
    });
  });
})();
