// The code of a call leads to the number of a tutorial, and to a place: /107/#n-2c. A page that only
// leads elsewhere forgets the place, so that one goes at once to the script that holds it.
(function () {
  "use strict";
  /** @type {HTMLMetaElement | null} */
  var refresh = document.querySelector('meta[http-equiv="refresh"]');
  var target = refresh && /url=(.*)$/.exec(refresh.content);
  if (!target || !/^#n-\w+$/.test(location.hash)) return;
  var ending = location.protocol === "file:" ? "index.html" : "";
  location.replace(target[1].replace(/index\.html$/, "") + "telephone/" + ending + location.hash);
})();
