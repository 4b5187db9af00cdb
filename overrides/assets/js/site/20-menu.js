// « Toutes les rubriques » ouvre ici même le menu du pied de page, dans un tiroir. Sans ce script,
// ou dans un navigateur sans <dialog>, c’est un lien qui descend jusqu’à ce menu.
(function () {
  "use strict";
  /** @type {HTMLElement | null} */
  var link = document.querySelector('.fil-to-menu a');
  var menu = document.querySelector("#fil-menu ul");
  if (!link || !menu || !window.HTMLDialogElement || !HTMLDialogElement.prototype.showModal) return;
  var entries = menu;
  /** @type {HTMLDialogElement | null} */
  var drawer = null;

  /** @param {string} text @param {string} className */
  function button(text, className) {
    var made = document.createElement("button");
    made.type = "button";
    made.className = className;
    made.textContent = text;
    return made;
  }
  var opener = button("", link.className);
  while (link.firstChild) opener.appendChild(link.firstChild);
  opener.setAttribute("aria-haspopup", "dialog");
  if (link.parentNode) link.parentNode.replaceChild(opener, link);

  function build() {
    var drawer = document.createElement("dialog");
    drawer.className = "fil-drawer";
    drawer.setAttribute("aria-labelledby", "fil-tiroir");
    var head = document.createElement("div");
    head.className = "fil-drawer-head";
    var title = document.createElement("h2");
    title.id = "fil-tiroir";
    title.textContent = "Toutes les rubriques";
    var close = button("Fermer", "fil-button");
    close.addEventListener("click", function () { drawer.close(); });
    head.appendChild(title);
    head.appendChild(close);
    drawer.appendChild(head);
    drawer.appendChild(entries.cloneNode(true));
    // Beside the drawer is the page: to press it is to come back to it.
    drawer.addEventListener("click", function (event) {
      if (event.target === drawer) drawer.close();
    });
    drawer.addEventListener("close", function () { opener.focus(); });
    document.body.appendChild(drawer);
    return drawer;
  }
  opener.addEventListener("click", function () {
    drawer = drawer || build();
    drawer.showModal();
    var first = drawer.querySelector("a");
    if (first) first.focus();
  });
})();
