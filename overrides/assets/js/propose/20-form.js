// Le formulaire : ses parties qui se répètent, ses compteurs, ses erreurs dites à côté du champ.
(function () {
  "use strict";
  var text = window.filPropose;
  var count = 0;

  function all(selector, root) { return Array.prototype.slice.call(root.querySelectorAll(selector)); }
  function make(tag, className, words) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (words) element.textContent = words;
    return element;
  }
  function controls(field) { return all("input, select, textarea", field); }

  /* Every control gets its own id, its label, and what describes it. */
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
      for (var rank = 0; rank < Number(list.getAttribute("data-debut")); rank += 1) add(list);
    });
  }

  /* Repeated parts: add, move, remove, put back what was removed. */
  function child(list, selector) {
    return Array.prototype.filter.call(list.children, function (each) { return each.matches(selector); })[0];
  }
  function holder(list) { return child(list, ".fil-items"); }
  function add(list) {
    var item = document.importNode(child(list, "template").content.firstElementChild, true);
    holder(list).appendChild(item);
    prepare(item);
    number(list);
    return item;
  }
  function number(list) {
    var items = Array.prototype.slice.call(holder(list).children);
    var name = list.getAttribute("data-nom");
    items.forEach(function (item, rank) {
      item.querySelector(".fil-item-title").textContent = name + " " + (rank + 1);
      all("[data-geste]", child(item, ".fil-item-tools")).forEach(function (button) {
        button.querySelector(".fil-hidden").textContent = " : " + name.toLowerCase() + " " + (rank + 1);
        var sense = button.getAttribute("data-geste");
        button.disabled = (sense === "haut" && !rank) || (sense === "bas" && rank === items.length - 1);
      });
    });
  }
  function say(list, words) {
    var said = child(list, ".fil-list-said");
    said.textContent = words;
    return said;
  }
  function act(button, changed) {
    var list = button.closest("[data-liste]");
    var name = list.getAttribute("data-nom").toLowerCase();
    if (button.classList.contains("fil-add")) {
      var fresh = add(list);
      say(list, "");
      controls(fresh)[0].focus();
      changed();
      return;
    }
    var item = button.closest(".fil-item");
    var items = Array.prototype.slice.call(holder(list).children);
    var rank = items.indexOf(item);
    var sense = button.getAttribute("data-geste");
    if (sense === "retirer") {
      var values = read(item);
      item.parentNode.removeChild(item);
      number(list);
      all(".fil-add", list).slice(-1)[0].focus();
      var said = say(list, "Retiré : " + name + " " + (rank + 1) + ". ");
      if (text.filled(values)) {
        var back = make("button", "fil-button", "Remettre");
        back.type = "button";
        back.addEventListener("click", function () {
          var again = add(list);
          write(again, values);
          holder(list).insertBefore(again, holder(list).children[rank] || null);
          number(list);
          said.textContent = "";
          controls(again)[0].focus();
          changed();
        });
        said.appendChild(back);
      }
    } else {
      holder(list).insertBefore(sense === "haut" ? item : items[rank + 1], sense === "haut" ? items[rank - 1] : item);
      number(list);
      say(list, "Maintenant : " + name + " " + (rank + (sense === "haut" ? 0 : 2)) + ".");
      (button.disabled ? item.querySelector('[data-geste="' + (sense === "haut" ? "bas" : "haut") + '"]') : button).focus();
    }
    changed();
  }

  /* The form as one object, by the names of its fields; an item of a list is such an object. */
  function bound(root, found) {
    Array.prototype.forEach.call(root.children, function (child) {
      if (child.hasAttribute("data-champ") || child.hasAttribute("data-liste")) found.push(child);
      else bound(child, found);
    });
    return found;
  }
  function parts(root) { return root.hasAttribute("data-champ") ? [root] : bound(root, []); }
  function read(root) {
    var values = {};
    parts(root).forEach(function (part) {
      var name = part.getAttribute("data-champ");
      if (!name) {
        values[part.getAttribute("data-liste")] = Array.prototype.map.call(holder(part).children, read);
        return;
      }
      var inputs = controls(part);
      var checked = inputs.filter(function (input) { return input.checked; }).map(function (input) { return input.value; });
      var kind = part.getAttribute("data-sorte");
      values[name] = kind === "plusieurs" ? checked : kind === "un" ? checked[0] || "" : kind === "case" ? inputs[0].checked : inputs[0].value;
    });
    return values;
  }
  function write(root, values) {
    parts(root).forEach(function (part) {
      var name = part.getAttribute("data-champ");
      var value = values[name || part.getAttribute("data-liste")];
      if (value === undefined) return;
      if (!name) {
        holder(part).textContent = "";
        (Array.isArray(value) ? value : []).forEach(function (each) { write(add(part), each || {}); });
        return;
      }
      controls(part).forEach(function (input) {
        if (input.type === "checkbox" || input.type === "radio") input.checked = value === true || value === input.value || (Array.isArray(value) && value.indexOf(input.value) >= 0);
        else input.value = value;
      });
      show(part, "");
      tally(part);
    });
  }
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
  function show(field, problem) {
    var wrong = field.querySelector(".fil-wrong");
    if (!wrong || (!problem && wrong.hidden)) return;
    wrong.textContent = typeset(problem);
    wrong.hidden = !problem;
    if (field.hasAttribute("data-liste")) return;
    controls(field).forEach(function (control) {
      if (problem && !control.closest(".fil-choice")) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    });
  }
  function locate(root, path) {
    return path.split(".").reduce(function (place, name) {
      if (!place) return null;
      if (/^\d+$/.test(name)) return holder(place).children[Number(name)];
      return parts(place).filter(function (part) { return (part.getAttribute("data-champ") || part.getAttribute("data-liste")) === name; })[0];
    }, root);
  }
  function tell(root, summary, problems, target) {
    all("[data-champ], [data-liste]", root).forEach(function (field) { show(field, ""); });
    var list = summary.querySelector("ul");
    list.textContent = "";
    summary.hidden = !problems.length;
    if (!problems.length) return;
    summary.querySelector("h2").textContent = text.plural(problems.length, "point") + " à corriger";
    problems.forEach(function (problem) {
      var field = locate(root, problem.champ);
      var control = controls(field).filter(function (each) { return each.id; })[0] || field.querySelector("button");
      if (!control.id) control.id = "champ-" + (count += 1);
      var already = field.querySelector(".fil-wrong");
      show(field, already && !already.hidden ? already.textContent + " " + problem.probleme : problem.probleme);
      var link = make("a");
      var label = field.querySelector("legend, label, .fil-list-title");
      var place = label && !label.classList.contains("fil-hidden") ? [label.textContent.trim()] : [];
      for (var item = field.parentNode.closest(".fil-item"); item; item = item.parentNode.closest(".fil-item")) {
        var title = item.querySelector(".fil-item-title").textContent;
        if (place.indexOf(title) < 0) place.unshift(title);
      }
      link.textContent = typeset((problem.ligne ? "" : place.join(", ") + " : ") + problem.probleme);
      link.href = "#" + control.id;
      link.addEventListener("click", function (event) {
        event.preventDefault();
        control.focus();
        if (target) target(control, problem);
        control.scrollIntoView({ block: "center" });
      });
      var entry = make("li");
      entry.appendChild(link);
      list.appendChild(entry);
    });
    summary.focus();
  }
  function attend(root, changed) {
    root.addEventListener("click", function (event) {
      var button = event.target.closest(".fil-add, [data-geste]");
      if (button) act(button, changed);
    });
    ["input", "change"].forEach(function (kind) {
      root.addEventListener(kind, function (event) {
        var field = event.target.closest("[data-champ]");
        if (field) { show(field, ""); tally(field); }
        changed();
      });
    });
    all("[data-champ]", root).forEach(tally);
  }

  window.filForm = { prepare: prepare, attend: attend, read: read, write: write, tell: tell, make: make };
})();
