/* Paper: answers and references go to the end of the page while it is printed, and each role sheet
   can be printed alone. What is folded is opened by paper.css. */
(function () {
  "use strict";
  var root = document.documentElement;
  var undo = [];

  function add(parent, tag, text, name) {
    var made = parent.appendChild(document.createElement(tag));
    if (text) made.textContent = text;
    if (name) made.className = name;
    return made;
  }

  // What an answer answers: the question above it, or the part of the chapter it stands in.
  function asked(answer) {
    var block = answer.closest(".tp-quiz form, .tp-predict, .tp-sorting");
    var question = block && block.querySelector(".tp-question");
    if (question) return (block.matches(".tp-predict") ? "Predict: " : "") + question.textContent.trim();
    if (block || answer.matches(".tp-outcomes")) return answer.firstElementChild.textContent;
    var title = answer.closest("section").querySelector("h2, h3");
    return title ? title.firstChild.textContent : "";
  }

  function move(answer, end) {
    var place = document.createComment("answer");
    var title = asked(answer);
    answer.replaceWith(place);
    var one = add(end, "div", "", "tp-end-one");
    add(one, "p", title, "tp-end-of");
    one.appendChild(answer);
    undo.push(function () { place.replaceWith(answer); });
  }

  function answers(article) {
    var found = Array.prototype.filter.call(
      article.querySelectorAll(".tp-solution, .tp-reveal, details.sd-dropdown"), function (one) {
        return !one.matches(".sd-dropdown") || /^Compare your/.test(one.textContent.trim());
      });
    if (!found.length) return;
    var end = document.createElement("section");
    end.className = "tp-end";
    add(end, "h2", "Answers");
    found.forEach(function (one) { move(one, end); });
    return end;
  }

  // Every work that the page cites, as its bibliography has it.
  function references(article) {
    var cited = {};
    article.querySelectorAll(".bibtex-citation a").forEach(function (link) {
      // Where a reader has hovered, the title may have become a note of the page's own.
      var text = link.title || link.dataset.tip;
      if (!text) return;
      // By author and year, as the text cites it; beside the author's name only the year is a link.
      var label = link.textContent;
      cited[text] = /[a-z]/.test(label) ? label : cited[text] || text.split(/[.,]/)[0].split(" ").pop();
    });
    if (!Object.keys(cited).length) return;
    var end = document.createElement("section");
    end.className = "tp-end tp-references";
    add(end, "h2", "References");
    var list = add(end, "ul");
    Object.keys(cited).sort(function (one, other) { return cited[one].localeCompare(cited[other]); })
      .forEach(function (text) { add(list, "li", text); });
    return end;
  }

  // The running head and the address, since a page's own are not in its style sheet.
  function head() {
    var style = document.createElement("style");
    var title = document.querySelector(".bd-article h1");
    var address = location.protocol === "file:" ? "" : location.href.split("#")[0];
    style.textContent = "@page{@top-right{content:" + JSON.stringify(title ? title.firstChild.textContent : "")
      + "}@bottom-left{content:" + JSON.stringify(address) + "}}";
    document.head.appendChild(style);
    undo.push(function () { style.remove(); });
  }

  function before() {
    var article = document.querySelector(".bd-article");
    if (!article || undo.length) return;
    head();
    // Older browsers do not open by style.
    if (!(window.CSS && CSS.supports("selector(details::details-content)"))) {
      article.querySelectorAll("details:not([open]):not(.hide):not(.chart-data)").forEach(function (fold) {
        fold.open = true;
        undo.push(function () { fold.open = false; });
      });
    }
    if (root.classList.contains("tp-prints-one")) return;
    [answers(article), references(article)].forEach(function (end) {
      if (!end) return;
      article.appendChild(end);
      undo.push(function () { end.remove(); });
    });
  }

  function after() {
    undo.splice(0).forEach(function (step) { step(); });
  }

  window.tpOnPaper = before;
  window.addEventListener("beforeprint", before);
  window.addEventListener("afterprint", after);

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
