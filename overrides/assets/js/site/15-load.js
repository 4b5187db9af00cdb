// A script of ours, or a sheet, that a page asks for once it serves; asked for once more when it is lost.
(function () {
  "use strict";
  /** @param {string} address @returns {Promise<unknown>} */
  function add(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      var sheet = document.createElement("link");
      var asked = /\.css$/.test(address) ? sheet : script;
      if (asked === sheet) {
        sheet.rel = "stylesheet";
        sheet.href = address;
      } else {
        script.src = address;
        // In the order in which they are asked for.
        script.async = false;
      }
      asked.onload = done;
      asked.onerror = function () {
        document.head.removeChild(asked);
        failed(Object.assign(new Error(address), { manquant: address }));
      };
      document.head.appendChild(asked);
    });
  }
  window.filLoad = function (address) {
    return add(address).catch(function () { return add(address); });
  };
})();
