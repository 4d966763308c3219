/* What a reference or a term says, beside its link: on hover and on focus, until Escape, and still
   there while the mouse is on it (WCAG 1.4.13). Without this script the title does it for the mouse. */
(function () {
  "use strict";
  var tip, owner, timer;

  function place() {
    var at = owner.getClientRects()[0], wide = document.documentElement.clientWidth;
    tip.style.maxWidth = Math.min(420, wide - 16) + "px";
    tip.style.left = Math.max(8, Math.min(at.left, wide - tip.offsetWidth - 8)) + window.scrollX + "px";
    var above = at.top > tip.offsetHeight + 60;
    tip.style.top = (above ? at.top - tip.offsetHeight : at.bottom) + window.scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    if (!owner) return;
    tip.hidden = true;
    owner.removeAttribute("aria-describedby");
    owner = null;
  }

  function show(link) {
    clearTimeout(timer);
    if (link === owner) return;
    hide();
    if (!tip) {
      tip = document.createElement("div");
      tip.id = "tp-tip";
      tip.className = "tp-tip";
      tip.setAttribute("role", "tooltip");
      tip.addEventListener("mouseenter", function () { clearTimeout(timer); });
      tip.addEventListener("mouseleave", later);
      document.body.appendChild(tip);
    }
    owner = link;
    tip.textContent = link.dataset.tip;
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    place();
  }

  function later() { timer = setTimeout(hide, 300); }

  document.querySelectorAll("article a.reference.internal[title]").forEach(function (link) {
    link.dataset.tip = link.title;
    link.removeAttribute("title"); // else the browser would show it as well
    link.addEventListener("mouseenter", function () { show(link); });
    link.addEventListener("mouseleave", later);
    link.addEventListener("focus", function () { show(link); });
    link.addEventListener("blur", hide);
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
})();
