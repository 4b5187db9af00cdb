// A script of ours that a page asks for once it serves; asked for once more when it is lost.
(function () {
  "use strict";
  /** @param {string} address @returns {Promise<unknown>} */
  function add(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      // In the order in which they are asked for.
      script.async = false;
      script.onload = done;
      script.onerror = function () {
        document.head.removeChild(script);
        failed(Object.assign(new Error(address), { manquant: address }));
      };
      document.head.appendChild(script);
    });
  }
  window.filLoad = function (address) {
    return add(address).catch(function () { return add(address); });
  };
})();
