// Answers: a button each; the chosen one becomes the large text to read.
(function () {
  "use strict";
  var desk = window.filDesk;
  if (!desk) return;
  var all = desk.all, one = desk.one, make = desk.make;

  /** @param {HTMLElement} question @param {HTMLElement} reply @param {HTMLElement} answer */
  function prepare(question, reply, answer) {
    var link = one(".fil-jump", answer);
    var said = one("q", answer);
    if (!said) return;
    var button = make("button", "fil-answer");
    button.type = "button";
    while (answer.firstChild && answer.firstChild !== link) button.appendChild(answer.firstChild);
    answer.insertBefore(button, link);
    var full = said.cloneNode(true);
    // A link within a button cannot be followed: it stays in what is read.
    all("a", said).forEach(function (term) {
      if (term.parentNode) term.parentNode.replaceChild(document.createTextNode(term.textContent), term);
    });
    button.addEventListener("click", function () {
      all("[aria-pressed]", question).forEach(function (other) { other.setAttribute("aria-pressed", "false"); });
      button.setAttribute("aria-pressed", "true");
      read(reply, full, link);
      question.classList.add("fil-answered");
      desk.applyVerb(reply);
      desk.showQuestion();
      reply.scrollIntoView({ block: "nearest" });
      desk.tell("fil:reponse", { question: desk.words(one(".fil-question", question)), reponse: desk.words(one("strong", answer)) });
    });
  }
  /** @param {HTMLElement} reply @param {Node} full @param {HTMLElement | null} link */
  function read(reply, full, link) {
    reply.textContent = "";
    reply.appendChild(make("p", "fil-cue", "Dites"));
    var text = make("p");
    Array.prototype.forEach.call(full.childNodes, function (node) { text.appendChild(node.cloneNode(true)); });
    reply.appendChild(text);
    if (link) reply.appendChild(link.cloneNode(true));
    reply.hidden = false;
  }
  all(".fil-ask").forEach(function (question) {
    var reply = make("div", "fil-say fil-reply");
    reply.setAttribute("role", "status");
    reply.hidden = true;
    all(".fil-answers > li", question).forEach(function (answer) { prepare(question, reply, answer); });
    question.appendChild(reply);
  });

  /* The keys 1 to 9 answer the first question that has no answer yet, else the last one. */
  function currentQuestion() {
    var asked = all(".fil-ask", desk.opened || desk.sections[desk.current]).filter(desk.shown);
    return asked.filter(function (question) { return !question.classList.contains("fil-answered"); })[0] || asked[asked.length - 1];
  }
  desk.showQuestion = function () {
    var now = currentQuestion();
    all(".fil-ask").forEach(function (question) { question.classList.toggle("fil-now", question === now); });
  };
  desk.answer = function (rank) {
    var question = currentQuestion();
    var choice = question && all(".fil-answers > li", question)[rank - 1];
    var button = choice && one("button, a", choice);
    if (button) { button.focus(); button.click(); }
  };
})();
