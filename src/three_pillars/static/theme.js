/* What the theme has Bootstrap for, without Bootstrap: the menu of downloads, the mark of the section
   one reads. What scrolls is reached by keyboard. And the buttons that copy code, which come when
   somebody comes to code. */
(function () {
  "use strict";

  function menuOf(button) {
    return button.parentNode.querySelector(".dropdown-menu");
  }

  function open(button, whether) {
    menuOf(button).classList.toggle("show", whether);
    button.classList.toggle("show", whether);
    button.setAttribute("aria-expanded", String(whether));
  }

  function close(except) {
    document.querySelectorAll('[data-bs-toggle="dropdown"].show').forEach(function (button) {
      if (button !== except) open(button, false);
    });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest('[data-bs-toggle="dropdown"]');
    close(button);
    if (button) open(button, !button.classList.contains("show"));
  });
  document.addEventListener("keydown", function (event) {
    var button = document.querySelector('[data-bs-toggle="dropdown"].show');
    if (!button) return;
    var items = Array.prototype.slice.call(menuOf(button).querySelectorAll(".dropdown-item"));
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      open(button, false);
      button.focus();
    } else if (step && event.target.closest(".dropdown") === button.parentNode) {
      event.preventDefault();
      var at = items.indexOf(event.target) + step;
      items[Math.max(0, Math.min(items.length - 1, at))].focus();
    }
  });
  // Who leaves by the Tab key leaves it closed.
  document.addEventListener("focusin", function (event) {
    var inside = event.target.closest(".dropdown");
    close(inside && inside.querySelector('[data-bs-toggle="dropdown"]'));
  });

  // The section at the top of the window, in the list of this page's sections.
  var links = Array.prototype.slice.call(document.querySelectorAll(".bd-toc-nav a[href^='#']"));
  var sections = links.map(function (link) {
    return document.getElementById(decodeURIComponent(link.hash.slice(1)));
  });
  var waiting = false;
  function mark() {
    waiting = false;
    var at = -1;
    sections.forEach(function (section, i) {
      if (section && section.getBoundingClientRect().top < window.innerHeight / 4) at = i;
    });
    // The entries around it too: what is deeper is shown with them.
    links.forEach(function (link, i) {
      link.classList.toggle("active", i === at);
      link.parentNode.classList.toggle("active", at >= 0 && link.parentNode.contains(links[at]));
    });
  }
  function later() {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  }
  if (links.length) {
    window.addEventListener("scroll", later, { passive: true });
    later();
  }

  // What is wider than its place scrolls, so the keyboard must reach it. Each is measured as it nears
  // the window: the theme would measure all at once, and so lay out all that is still out of sight.
  var reached = new WeakSet();
  function reach(places) {
    var wider = places.map(function (place) {
      var higher = place.tagName !== "TABLE" && place.scrollHeight > place.clientHeight;
      return place.scrollWidth > place.clientWidth || higher;
    });
    places.forEach(function (place, i) {
      if (wider[i] && !place.hasAttribute("tabindex")) {
        place.tabIndex = 0;
        reached.add(place);
      } else if (!wider[i] && reached.delete(place)) place.removeAttribute("tabindex");
    });
  }
  var article = document.querySelector(".bd-article");
  if (article && "IntersectionObserver" in window) {
    var near = new IntersectionObserver(function (entries) {
      reach(entries.filter(function (one) { return one.isIntersecting; })
        .map(function (one) { return one.target; }));
    }, { rootMargin: "200% 0px" });
    var timer;
    var anew = function () {
      near.disconnect();
      article.querySelectorAll("pre, table, .cell_output > .output")
        .forEach(function (place) { near.observe(place); });
    };
    var soon = function () {
      clearTimeout(timer);
      timer = setTimeout(anew, 300);
    };
    window.addEventListener("resize", soon);
    new MutationObserver(soon).observe(article, { subtree: true, childList: true });
    anew();
  }

  // In their order: the second script calls the first.
  function copying(event) {
    if (!event.target.closest || !event.target.closest("div.highlight, summary")) return;
    ["pointerover", "focusin"].forEach(function (kind) {
      document.removeEventListener(kind, copying);
    });
    document.querySelectorAll("script[data-later]").forEach(function (kept) {
      var script = document.createElement("script");
      script.async = false;
      script.src = kept.dataset.later;
      document.head.appendChild(script);
    });
  }
  ["pointerover", "focusin"].forEach(function (kind) {
    document.addEventListener(kind, copying);
  });
})();
