// Coller : ce qui vient d’un traitement de texte ou d’un mail devient du texte simple.
(function () {
  "use strict";
  var text = window.filPropose;

  /** @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} words */
  function insert(field, words) {
    // So that the browser can undo it; some refuse it in a text area.
    if (document.execCommand("insertText", false, words)) return;
    field.setRangeText(words, field.selectionStart || 0, field.selectionEnd || 0, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  /** @type {Fil.Propose["attendPaste"]} */
  text.attendPaste = function (root) {
    root.addEventListener("paste", function (event) {
      var field = event.target;
      var html = event.clipboardData ? event.clipboardData.getData("text/html") : "";
      if (!html || !window.filLate || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
      event.preventDefault();
      var isFile = field.closest("[data-code]");
      insert(field, window.filLate.pasted(html, field instanceof HTMLInputElement ? "line" : isFile ? "markdown" : "lines"));
    });
  };
})();
