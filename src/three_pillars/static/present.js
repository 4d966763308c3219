/* A page as slides, for a projector: the same text and the same charts, one step at a time.
   The button is in the page's header. An address that ends in ?present, or in #&slide=3, starts at
   once: the slide stands in the address, and a projector that restarts shows it again. */
(function () {
  "use strict";
  var root = document.documentElement;
  var slides = [];
  var at = 0;
  var bar, count, head, opener;

  function holdsBlock(element) {
    return element.querySelector("figure.chart, .tp-block") !== null;
  }

  // A slide is a title, one chart or block, and the words that belong to it.
  function collect(section) {
    Array.prototype.forEach.call(section.children, function (child) {
      if (child.tagName === "SECTION") return collect(child);
      if (/^(NOSCRIPT|SCRIPT|SPAN)$/.test(child.tagName)) return;
      var slide = slides[slides.length - 1];
      var title = /^H[1-6]$/.test(child.tagName);
      var full = slide && (title ? !slide.titles : slide.block && holdsBlock(child));
      if (!slide || full) slides.push(slide = { parts: [], titles: true, block: false });
      slide.parts.push(child);
      slide.titles = slide.titles && title;
      slide.block = slide.block || holdsBlock(child);
    });
  }

  function button(text, act) {
    var made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    bar.appendChild(made);
    return made;
  }

  function makeBar() {
    bar = document.createElement("div");
    bar.className = "tp-slides-bar";
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", "Slides");
    button("Back", function () { show(at - 1); });
    count = document.createElement("span");
    count.setAttribute("role", "status");
    bar.appendChild(count);
    button("Next", function () { show(at + 1); });
    button("End", stop);
    document.body.appendChild(bar);
    // Every slide but the first, which has it, names the page.
    var title = document.querySelector("article.bd-article h1");
    head = document.createElement("h1");
    head.className = "tp-slides-head";
    head.textContent = title.textContent.replace(/#$/, "");
    var article = document.querySelector("article.bd-article");
    article.parentNode.insertBefore(head, article);
  }

  function show(place) {
    at = Math.max(0, Math.min(slides.length - 1, place));
    slides.forEach(function (slide, i) {
      slide.parts.forEach(function (part) { part.classList.toggle("tp-off", i !== at); });
    });
    head.hidden = at === 0;
    count.textContent = (at + 1) + " of " + slides.length;
    tpAddress.write("", { slide: at + 1 });
    fit();
    window.scrollTo({ top: 0, behavior: "instant" });
  }

  // As large as the screen lets the slide be, down to its chart; words below that scroll.
  function fit() {
    if (!root.classList.contains("tp-slides")) return;
    root.style.setProperty("--tp-zoom", 1);
    var article = document.querySelector("article.bd-article");
    var parts = slides[at].parts;
    var last = parts.filter(holdsBlock)[0] || parts[parts.length - 1];
    var height = last.getBoundingClientRect().bottom - article.getBoundingClientRect().top;
    var wide = window.innerWidth / (article.offsetWidth + 40);
    var high = (window.innerHeight - head.offsetHeight - 20) / height;
    // A long slide, such as a quiz, is still to be read from the last row.
    root.style.setProperty("--tp-zoom", Math.min(wide, Math.max(1.2, 0.6 * wide, high)));
  }

  // From the slide that is asked for, else from what is on the screen.
  function start(asked) {
    if (root.classList.contains("tp-slides")) return;
    opener = document.activeElement;
    if (!slides.length) collect(document.querySelector("article.bd-article"));
    if (!bar) makeBar();
    // What is on the screen now is the first slide.
    var here = slides.findIndex(function (slide) {
      return slide.parts[slide.parts.length - 1].getBoundingClientRect().bottom > window.innerHeight / 4;
    });
    bar.hidden = false;
    root.classList.add("tp-slides");
    if (asked === undefined) show(here);
    else if (asked < slides.length) show(asked);
    else {
      show(0);
      count.textContent = "The link asks for a slide that is not here. " + count.textContent;
    }
    bar.children[2].focus({ preventScroll: true });
  }

  function stop() {
    root.classList.remove("tp-slides");
    bar.hidden = head.hidden = true;
    tpAddress.write("", {});
    slides.forEach(function (slide) {
      slide.parts.forEach(function (part) { part.classList.remove("tp-off"); });
    });
    if (opener && opener.focus) opener.focus({ preventScroll: true });
    slides[at].parts[0].scrollIntoView({ behavior: "instant" });
  }

  function key(event) {
    if (!root.classList.contains("tp-slides") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return stop();
    // Fields and sliders keep their own keys.
    if (event.target.closest("input, select, textarea, [role=slider]")) return;
    var step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    show(at + step);
  }

  window.tpPresent = function () { start(); };
  document.addEventListener("keydown", key);
  window.addEventListener("resize", fit);
  // A slide that this page does not have, in a link to another version, gives the first.
  var slide = tpAddress.read().state.slide;
  if (slide !== undefined) start(/^[1-9]\d{0,3}$/.test(slide) ? Number(slide) - 1 : 0);
  else if (new URLSearchParams(location.search).has("present")) start();
})();
