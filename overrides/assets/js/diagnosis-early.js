// A diagnosis is answered one question a screen: the rest of its paper form steps aside before the
// first paint. If the script that asks never comes, the form is whole again.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("fil-asking");
  window.addEventListener("load", function () {
    if (!document.querySelector(".fil-diagnosis[data-ecran]")) root.classList.remove("fil-asking");
  });
})();
