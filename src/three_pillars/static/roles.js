/* Role sheets of the role-play: each can be printed alone. */
(function () {
  "use strict";
  var root = document.documentElement;

  function print(sheet) {
    var copy = document.createElement("div");
    copy.className = "tp-one-sheet";
    copy.appendChild(sheet.cloneNode(true));
    copy.firstChild.open = true;
    document.body.appendChild(copy);
    root.classList.add("tp-prints-one");
    window.addEventListener("afterprint", function () {
      root.classList.remove("tp-prints-one");
      copy.remove();
    }, { once: true });
    window.print();
  }

  function start() {
    document.querySelectorAll("details.tp-role").forEach(function (sheet) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "tp-print";
      button.textContent = "Print this sheet";
      button.addEventListener("click", function () { print(sheet); });
      sheet.appendChild(button);
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
