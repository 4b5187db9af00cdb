// The files of the index: each is a script that hands its value over, and is loaded once.
(function () {
  "use strict";
  /** @type {Map<string, unknown>} */
  const received = new Map();
  /** @type {Map<string, Promise<unknown>>} */
  const waiting = new Map();

  window.filShard = (name, content) => { received.set(name, content); };

  /** @param {string} address @returns {Promise<void>} */
  function loadScript(address) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => { script.remove(); resolve(); };
      script.onerror = () => { script.remove(); reject(new Error(address)); };
      script.src = address;
      document.head.appendChild(script);
    });
  }

  /** @param {number} milliseconds */
  function pause(milliseconds) {
    return new Promise(resolve => setTimeout(resolve, milliseconds));
  }

  // A file that is not there once more is one of a former publication, or the network is gone:
  // the error says so with `manquant`, and the page may reload itself once.
  /** @type {Fil.Search["load"]} */
  function load(name, address) {
    if (received.has(name)) return Promise.resolve(received.get(name));
    const already = waiting.get(name);
    if (already) return already;
    const attempt = () => loadScript(address).then(() => {
      if (!received.has(name)) throw new Error(address);
      return received.get(name);
    });
    const promise = attempt()
      .catch(() => pause(300).then(attempt))
      .catch(error => {
        error.manquant = name;
        throw error;
      });
    waiting.set(name, promise);
    const forget = () => waiting.delete(name);
    promise.then(forget, forget);
    return promise;
  }


  // The engine: each of the files that follow adds its part.
  window.filSearch = /** @type {Fil.Search} */ ({ load });
})();
