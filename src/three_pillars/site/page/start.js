/* The buttons that need Python: only where it can run. From a folder (file://) a browser refuses
   workers, and an old one has no WebAssembly; there the page stays as the book has it. */
(function () {
  "use strict";
  var here = document.currentScript.src;
  var told = document.getElementById("tp-run");
  if (!told || location.protocol === "file:") return;
  if (typeof WebAssembly !== "object" || typeof Worker !== "function"
    || typeof DecompressionStream !== "function") return;
  told = JSON.parse(told.textContent);
  import(new URL("page.js" + new URL(here).search, here).href)
    .then(function (page) { page.start(told); })
    .catch(function (error) { console.error(error); });
})();
