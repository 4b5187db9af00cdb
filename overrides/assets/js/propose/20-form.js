// Le formulaire : ses parties qui se répètent, ses compteurs, ses erreurs dites à côté du champ.
(function () {
  "use strict";
  var text = window.filPropose;
  var count = 0;

  /** @type {<E extends Element = HTMLElement>(selector: string, root: ParentNode) => E[]} */
  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  /** @type {Fil.Make} */
  function make(tag, className, words) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = String(words);
    return element;
  }
  /** @template {Element} [E=HTMLElement] @param {string} selector @param {ParentNode} [root] @returns {E} */
  function find(selector, root) { return /** @type {E} */ ((root || document).querySelector(selector)); }
  /** @param {Element} element @param {string} name */
  function told(element, name) { return element.getAttribute(name) || ""; }
  /** @param {Element} field @returns {HTMLInputElement[]} */
  function controls(field) { return all("input, select, textarea", field); }

  /* Every control gets its own id, its label, and what describes it. */
  /** @param {HTMLElement} root */
  function prepare(root) {
    (root.matches("[data-champ]") ? [root] : []).concat(all("[data-champ]", root)).forEach(function (field) {
      count += 1;
      var described = all(".fil-hint, .fil-counter, .fil-wrong", field).map(function (each, rank) {
        each.id = "champ-" + count + "-" + rank;
        return each.id;
      }).join(" ");
      var group = field.tagName === "FIELDSET";
      if (group) field.setAttribute("aria-describedby", described);
      controls(field).forEach(function (control, rank) {
        control.id = "champ-" + count + (rank ? "-choix-" + rank : "");
        if (control.type === "radio") control.name = "choix-" + count;
        if (!group) control.setAttribute("aria-describedby", described);
      });
      /** @type {HTMLLabelElement | null} */
      var label = field.querySelector("label:not(.fil-choice)");
      if (label) label.htmlFor = "champ-" + count;
    });
    all("[data-liste]", root).forEach(function (list) {
      count += 1;
      list.setAttribute("aria-describedby", Array.prototype.filter.call(list.children, function (each) {
        return /fil-hint|fil-wrong/.test(each.className);
      }).map(function (each, rank) {
        each.id = "liste-" + count + "-" + rank;
        return each.id;
      }).join(" "));
      // Beyond that depth, nobody follows any more.
      list.hidden = told(list, "data-liste") === "suite" && depth(list) > window.filDeclaration.etages;
      for (var rank = 0; rank < Number(list.getAttribute("data-debut")); rank += 1) add(list);
    });
  }

  /* Repeated parts: add, move, remove, put back what was removed. */
  /** @param {Element} list @param {string} selector @returns {HTMLElement} */
  function child(list, selector) {
    return Array.prototype.filter.call(list.children, function (each) { return each.matches(selector); })[0];
  }
  /** @param {Element} list */
  function holder(list) { return child(list, ".fil-items"); }
  /** @param {Element} list @returns {HTMLElement[]} */
  function items(list) { return Array.prototype.slice.call(holder(list).children); }
  /** @param {Element} list */
  function depth(list) {
    var count = 0;
    for (var at = /** @type {Element | null} */ (list); at; at = at.parentElement) count += told(at, "data-liste") === "suite" ? 1 : 0;
    return count;
  }
  // Of a sort, where the list holds several; its model is elsewhere when it may hold itself.
  /** @param {Element} list @param {string} [sort] @param {string} [key] */
  function add(list, sort, key) {
    var its = told(list, "data-modele") + (sort ? "-" + sort : "");
    var model = /** @type {HTMLTemplateElement} */ (document.getElementById(its) || child(list, "template") || document.getElementById(its + "-dire"));
    var item = /** @type {HTMLElement} */ (document.importNode(/** @type {Element} */ (model.content.firstElementChild), true));
    if (list.hasAttribute("data-cles")) item.setAttribute("data-cle", key || Date.now().toString(36) + Math.random().toString(36).slice(2, 6));
    holder(list).appendChild(item);
    prepare(item);
    number(list);
    return item;
  }
  /** @param {Element} list */
  function isSingle(list) { return told(list, "data-au-plus") === "1"; }
  /** @param {Element} list @param {Element} item @param {number} rank */
  function named(list, item, rank) {
    return (told(item, "data-nom") || told(list, "data-nom")) + (isSingle(list) ? "" : " " + (rank + 1));
  }
  /** @param {Element} list */
  function number(list) {
    var its = items(list);
    all(".fil-add", list).slice(-1)[0].hidden = isSingle(list) && its.length > 0;
    its.forEach(function (item, rank) {
      find(".fil-item-title", item).textContent = named(list, item, rank);
      /** @type {HTMLButtonElement[]} */
      var tools = all("[data-geste]", child(item, ".fil-item-tools"));
      tools.forEach(function (button) {
        find(".fil-hidden", button).textContent = " : " + named(list, item, rank).toLowerCase();
        var sense = button.getAttribute("data-geste");
        button.disabled = (sense === "haut" && !rank) || (sense === "bas" && rank === its.length - 1);
      });
    });
  }
  /** @param {Element} list @param {string} words */
  function say(list, words) {
    var said = child(list, ".fil-list-said");
    said.textContent = words;
    return said;
  }
  // A field that one may do without: a button stands for it until it is wanted.
  /** @param {Element} field @param {boolean} isShown */
  function reveal(field, isShown) {
    var button = /** @type {HTMLElement | null} */ (field.previousElementSibling);
    if (!field.hasAttribute("data-facultatif") || !button) return;
    button.hidden = isShown;
    /** @type {HTMLElement} */ (field).hidden = !isShown;
  }
  /** @param {HTMLButtonElement} button @param {(isLeft: boolean) => void} changed */
  function act(button, changed) {
    if (button.hasAttribute("data-montre")) {
      var field = /** @type {HTMLElement} */ (/** @type {Element} */ (button.parentElement).nextElementSibling);
      reveal(field, true);
      controls(field)[0].focus();
      return;
    }
    var list = /** @type {HTMLElement} */ (button.closest("[data-liste]"));
    if (button.classList.contains("fil-add")) {
      var fresh = add(list, told(button, "data-ajoute"));
      say(list, "");
      controls(fresh)[0].focus();
      changed(true);
      return;
    }
    var item = /** @type {HTMLElement} */ (button.closest(".fil-item"));
    var its = items(list);
    var rank = its.indexOf(item);
    var sense = button.getAttribute("data-geste");
    if (sense === "retirer") {
      var values = read(item);
      var name = named(list, item, rank).toLowerCase();
      holder(list).removeChild(item);
      number(list);
      all(".fil-add", list).slice(-1)[0].focus();
      var said = say(list, "Retiré : " + name + ". ");
      if (text.filled(values)) {
        var back = make("button", "fil-button", "Remettre");
        back.type = "button";
        back.addEventListener("click", function () {
          var again = renew(list, values);
          holder(list).insertBefore(again, holder(list).children[rank] || null);
          number(list);
          said.textContent = "";
          controls(again)[0].focus();
          changed(true);
        });
        said.appendChild(back);
      }
    } else {
      holder(list).insertBefore(sense === "haut" ? item : its[rank + 1], sense === "haut" ? its[rank - 1] : item);
      number(list);
      say(list, "Maintenant : " + named(list, item, rank + (sense === "haut" ? -1 : 1)).toLowerCase() + ".");
      (button.disabled ? find('[data-geste="' + (sense === "haut" ? "bas" : "haut") + '"]', child(item, ".fil-item-tools")) : button).focus();
    }
    changed(true);
  }

  /* The form as one object, by the names of its fields; an item of a list is such an object. */
  /** @param {Element} root @param {HTMLElement[]} found @returns {HTMLElement[]} */
  function bound(root, found) {
    Array.prototype.forEach.call(root.children, function (/** @type {HTMLElement} */ child) {
      if (child.hasAttribute("data-champ") || child.hasAttribute("data-liste")) found.push(child);
      else bound(child, found);
    });
    return found;
  }
  /** @param {HTMLElement} root */
  function parts(root) { return root.hasAttribute("data-champ") ? [root] : bound(root, []); }
  /** @type {Fil.Blank["read"]} */
  function read(root) {
    /** @type {Fil.Values} */
    var values = {};
    ["sorte", "cle"].forEach(function (key) { if (root.hasAttribute("data-" + key) && !root.hasAttribute("data-champ")) values[key] = told(root, "data-" + key); });
    parts(root).forEach(function (part) {
      var name = part.getAttribute("data-champ");
      if (!name) {
        values[told(part, "data-liste")] = items(part).map(read);
        return;
      }
      var inputs = controls(part);
      var checked = inputs.filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
      var kind = part.getAttribute("data-sorte");
      values[name] = kind === "plusieurs" ? checked : kind === "un" ? checked[0] || "" : kind === "case" ? inputs[0].checked : kind === "vers" ? text.leads.read(part) : inputs[0].value;
    });
    return values;
  }
  /** @param {Element} list @param {Fil.Values} values */
  function renew(list, values) {
    var item = add(list, String(values.sorte || ""), String(values.cle || ""));
    write(item, values);
    return item;
  }
  /** @type {Fil.Blank["write"]} */
  function write(root, values) {
    parts(root).forEach(function (part) {
      var name = part.getAttribute("data-champ");
      var value = values[name || told(part, "data-liste")];
      if (value === undefined) return;
      if (!name) {
        holder(part).textContent = "";
        var forms = /** @type {Fil.Values[]} */ (Array.isArray(value) ? value : []);
        forms.forEach(function (each) { renew(part, each || {}); });
        number(part);
        return;
      }
      reveal(part, Boolean(value));
      if (part.getAttribute("data-sorte") === "vers") {
        text.leads.write(part, String(value));
        return;
      }
      controls(part).forEach(function (input) {
        if (input.type === "checkbox" || input.type === "radio") input.checked = value === true || value === input.value || (Array.isArray(value) && value.some(function (each) { return each === input.value; }));
        else input.value = String(value);
      });
      show(part, "");
      tally(part);
    });
  }
  /** @param {HTMLElement} field */
  function tally(field) {
    var counter = field.querySelector(".fil-counter");
    if (!counter) return;
    var maximum = Number(field.getAttribute("data-maximum"));
    var length = text.size(text.line(controls(field)[0].value));
    var words = text.plural(length, "caractère") + " sur " + maximum;
    if (field.hasAttribute("data-sms")) {
      var message = text.message(controls(field)[0].value, "");
      length = window.filMessage.length(message);
      words = text.plural(length, "caractère") + " sur " + maximum + ", numéro de la fiche compris : " + window.filMessage.segments(message) + " SMS";
    }
    counter.textContent = words;
    counter.classList.toggle("fil-over", length > maximum);
  }

  /* Errors: beside their field, and all of them at the top, which takes the focus. */
  var typeset = window.filFrench.typeset;
  /** @param {Element} field @param {string} problem @param {boolean} [isAdvice] */
  function show(field, problem, isAdvice) {
    /** @type {HTMLElement | null} */
    var wrong = field.querySelector(".fil-wrong");
    if (!wrong || (!problem && wrong.hidden)) return;
    wrong.textContent = typeset(problem);
    wrong.hidden = !problem;
    wrong.classList.toggle("fil-advice", Boolean(isAdvice));
    if (field.hasAttribute("data-liste") || isAdvice) return;
    controls(field).forEach(function (control) {
      if (problem && !control.closest(".fil-choice")) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }
  /** @param {HTMLElement} root @param {string} path @returns {HTMLElement} */
  function locate(root, path) {
    return path.split(".").reduce(function (place, name) {
      if (/^\d+$/.test(name)) return items(place)[Number(name)];
      return parts(place).filter(function (part) { return (part.getAttribute("data-champ") || part.getAttribute("data-liste")) === name; })[0];
    }, root);
  }
  /** @param {Element} element */
  function above(element) { return element.parentElement && element.parentElement.closest(".fil-item"); }
  /** @type {Fil.Blank["tell"]} */
  function tell(root, summary, problems, target) {
    all("[data-champ], [data-liste]", root).forEach(function (field) { show(field, ""); });
    var list = find("ul", summary);
    list.textContent = "";
    summary.hidden = !problems.length;
    if (!problems.length) return;
    find("h2", summary).textContent = text.plural(problems.length, "point") + " à corriger";
    problems.forEach(function (problem) {
      var field = locate(root, problem.champ);
      var control = controls(field).filter(function (each) { return each.id; })[0] || find("button", field);
      if (!control.id) {
        count += 1;
        control.id = "champ-" + count;
      }
      var already = find(".fil-wrong", field);
      show(field, already && !already.hidden ? already.textContent + " " + problem.probleme : problem.probleme);
      var link = make("a");
      var label = field.querySelector("legend, label, .fil-list-title");
      var place = label && !label.classList.contains("fil-hidden") ? [label.textContent.trim()] : [];
      for (var item = above(field); item; item = above(item)) {
        var title = find(".fil-item-title", item).textContent;
        if (place.indexOf(title) < 0) place.unshift(title);
      }
      link.textContent = typeset((problem.ligne ? "" : place.join(", ") + " : ") + problem.probleme);
      link.href = "#" + control.id;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        control.focus();
        if (target) target(/** @type {HTMLTextAreaElement} */ (/** @type {HTMLElement} */ (control)), problem);
        control.scrollIntoView({ block: "center" });
      });
      var entry = make("li");
      entry.appendChild(link);
      list.appendChild(entry);
    });
    summary.focus();
  }
  /** @type {Fil.Blank["advise"]} */
  function advise(root, advice) {
    all(".fil-advice", root).forEach(function (wrong) { show(/** @type {Element} */ (wrong.closest("[data-champ]")), ""); });
    advice.forEach(function (each) {
      var field = locate(root, each.champ);
      if (find(".fil-wrong", field).hidden) show(field, each.probleme, true);
    });
  }
  /** @type {Fil.Blank["attend"]} */
  function attend(root, changed) {
    root.addEventListener("click", function (event) {
      /** @type {HTMLButtonElement | null} */
      var button = event.target instanceof Element ? event.target.closest(".fil-add, [data-geste], [data-montre]") : null;
      if (button) act(button, changed);
    });
    ["input", "change"].forEach(function (kind) {
      root.addEventListener(kind, function (event) {
        /** @type {HTMLElement | null} */
        var field = event.target instanceof Element ? event.target.closest("[data-champ]") : null;
        // What is left is not cleared yet: the page would move under the finger that leaves it.
        if (field && kind === "input") show(field, "");
        if (field) tally(field);
        if (field && field.getAttribute("data-sorte") === "vers") text.leads.changed(field, event.target, function () { changed(true); });
        changed(kind === "change");
      });
    });
    all("[data-champ]", root).forEach(tally);
  }

  text.form = { prepare: prepare, attend: attend, read: read, write: write, tell: tell, advise: advise, make: make };
})();
