// What stands between the pages and the network: pages visited stay readable without it, and so does
// the whole site, once kept, of one version at a time. VERSION and CORE come before, from the build.
(function () {
  "use strict";
  // Both are as old as service workers; elsewhere their names are younger, and refused (tests/floor).
  var OPEN = "matchAll";
  var scope = self["registration"].scope;
  var prefix = "fil " + scope + " ";
  var seen = prefix + "vus";
  var whole = prefix + VERSION;
  var LIST = scope + "hors-ligne.json";
  // Is there once every file of the version is.
  var DONE = scope + "complet";
  var MOST_PAGES = 100;
  var AT_ONCE = 6;

  function look(key, name) { return caches.match(key, { cacheName: name }); }
  function others() {
    return caches.keys().then(function (names) {
      return names.filter(function (name) {
        return name.indexOf(prefix) === 0 && name !== seen && name !== whole;
      });
    });
  }
  /* The former version, when it is whole. */
  function former() {
    return others().then(function (names) {
      return Promise.all(names.map(function (name) { return look(DONE, name); })).then(function (done) {
        return names.filter(function (_name, rank) { return done[rank]; })[0];
      });
    });
  }
  function fetched(key) {
    return fetch(key, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw new Error("absent");
      return answer;
    });
  }
  /* The list of this version, and of no other. */
  function list(cache) {
    return cache.match(LIST).then(function (kept) {
      return kept || fetched(LIST);
    }).then(function (answer) {
      return answer.clone().json().then(function (read) {
        if (read.version !== VERSION) throw new Error("version");
        return cache.put(LIST, answer).then(function () { return read.fichiers; });
      });
    });
  }
  function same(answer, hash) {
    return answer.clone().arrayBuffer().then(function (bytes) {
      return crypto.subtle.digest("SHA-256", bytes);
    }).then(function (digest) {
      var told = Array.prototype.map.call(new Uint8Array(digest), function (each) {
        return ("0" + each.toString(16)).slice(-2);
      }).join("");
      if (told.indexOf(hash) !== 0) throw new Error("version");
      return answer;
    });
  }
  /* Keep as many files more as asked for; what has not changed comes from the former version. */
  function fill(most) {
    return Promise.all([caches.open(whole), former()]).then(function (both) {
      var cache = both[0];
      var old = both[1];
      return Promise.all([list(cache), cache.keys(), old && look(LIST, old)]).then(function (all) {
        var has = {};
        var known = {};
        all[1].forEach(function (request) { has[request.url] = true; });
        var files = all[0];
        var left = files.filter(function (file) { return !has[new URL(file[0], scope).href]; });
        function keep(file) {
          var key = new URL(file[0], scope).href;
          return Promise.resolve(known[file[0]] === file[1] && look(key, old)).then(function (kept) {
            return kept || fetched(key).then(function (answer) { return same(answer, file[1]); });
          }).then(function (answer) { return cache.put(key, answer); });
        }
        function go(rank) {
          var some = left.slice(rank, Math.min(rank + AT_ONCE, most));
          return some.length ? Promise.all(some.map(keep)).then(function () { return go(rank + AT_ONCE); }) : null;
        }
        return Promise.resolve(all[2] && all[2].json()).then(function (read) {
          if (read) read.fichiers.forEach(function (file) { known[file[0]] = file[1]; });
          return go(0);
        }).then(function () {
          var missing = Math.max(0, left.length - most);
          return (missing ? Promise.resolve() : cache.put(DONE, new Response(""))).then(function () {
            return { fait: files.length - missing, total: files.length };
          });
        });
      });
    });
  }
  /* Of what was seen, forget the oldest, then what no page left asks for. */
  function tidy() {
    return caches.open(seen).then(function (cache) {
      return cache.keys().then(function (requests) {
        var pages = requests.filter(function (each) { return /\/$/.test(each.url); });
        var kept = pages.slice(-MOST_PAGES);
        return Promise.all(kept.map(function (each) {
          return cache.match(each).then(function (answer) { return answer.text(); });
        })).then(function (texts) {
          var asked = texts.join() + CORE;
          return Promise.all(requests.filter(function (each) {
            return /\/$/.test(each.url) ? kept.indexOf(each) < 0 : asked.indexOf(each.url.replace(/.*\//, "")) < 0;
          }).map(function (each) { return cache.delete(each); }));
        });
      });
    });
  }
  function put(key, answer) {
    if (answer.ok && !answer.redirected) {
      var copy = answer.clone();
      caches.open(seen).then(function (cache) { return cache.put(key, copy); }).catch(function () { /* full */ });
    }
    return answer;
  }
  /* What the search is made of has one address from a version to the next: as a page, it is asked for first. */
  function isKept(key) { return key.indexOf(scope) === 0 && /\/$|\/assets\/.*\.\w+$|\/recherche\/sommaire\.js$/.test(key); }
  function bare(address) { return address.replace(/[?#].*/, "").replace(/\/index\.html$/, "/"); }
  function visited(request, key) {
    var asset = /\/assets\//.test(key);
    return Promise.resolve(asset && look(key, seen)).then(function (kept) {
      return kept || fetch(request).then(function (answer) { return put(key, answer); }, function (lost) {
        return look(key, seen).then(function (page) {
          if (page) return page;
          if (request.mode === "navigate") return Response.redirect(scope + "hors-ligne/#absente");
          throw lost;
        });
      });
    });
  }

  self.addEventListener("install", function (event) {
    event.waitUntil(former().then(function (name) { return name && fill(Infinity); }).then(function () {
      return caches.open(seen);
    }).then(function (cache) { return cache.addAll(CORE); }));
  });
  self.addEventListener("activate", function (event) {
    event.waitUntil(others().then(function (names) {
      return Promise.all(names.map(function (name) { return caches.delete(name); }));
    }).then(tidy));
  });
  self.addEventListener("fetch", function (event) {
    var request = event.request;
    var key = bare(request.url);
    if (request.method !== "GET" || !isKept(key)) return;
    event.respondWith(look(DONE, whole).then(function (done) {
      return done && look(key, whole);
    }).then(function (kept) { return kept || visited(request, key); }));
  });
  self.addEventListener("message", function (event) {
    var asked = event.data;
    if (asked.garder) {
      event.waitUntil(fill(asked.garder).catch(function (error) {
        return { erreur: error.name === "QuotaExceededError" ? "plein" : error.message };
      }).then(function (told) { event.ports[0].postMessage(told); }));
    }
    if (asked.vus) {
      event.waitUntil(Promise.all(asked.vus.map(bare).filter(isKept).map(function (key) {
        return look(key, seen).then(function (kept) {
          return kept || fetch(key).then(function (answer) { return put(key, answer); });
        }).catch(function () { /* it comes another time */ });
      })));
    }
    // A version never changes under a page that is open, but for the one that asks for it, alone.
    if (asked.prendre) {
      event.waitUntil(self.clients[OPEN]({ includeUncontrolled: true, type: "window" }).then(function (open) {
        return open.length < 2 ? self.skipWaiting() : null;
      }));
    }
  });
})();
