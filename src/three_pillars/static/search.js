/* The search of the book: looks through search-text.js, made with the pages (book/search.py), so it
   needs no server. A word counts from its beginning; Japanese words count anywhere. */
(function () {
  "use strict";
  var MOST = 50, LONGEST = 240;
  var out = document.getElementById("search-results");
  var plain = window.threePillarsBlocks.plain;
  var asked = (new URLSearchParams(location.search).get("q") || "").trim();

  function patternOf(word) {
    var shape = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (/^[a-z]{4,}[^s]s$/.test(word)) shape = shape.slice(0, -1);
    var start = /^[\u3040-\u30ff\u3400-\u9fff]/.test(word) ? "" : "(?<![\\p{L}\\p{N}])";
    return new RegExp(start + shape + (/\d$/.test(word) ? "(?!\\d)" : ""), "gu");
  }

  function count(pattern, text) { return (text.match(pattern) || []).length; }

  function add(parent, tag, text, name) {
    var made = parent.appendChild(document.createElement(tag));
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  // Says in which language words of another script are.
  function write(parent, text) {
    text.split(/([\u3040-\u30ff\u3400-\u9fff]+|[\u0400-\u04ff]+)/).forEach(function (piece, i) {
      if (i % 2) add(parent, "span", piece).lang = /[\u0400-\u04ff]/.test(piece) ? "ru" : "ja";
      else parent.append(piece);
    });
  }

  // The sentence with most of the words; a long one from the first of them on.
  function excerpt(parent, text, patterns) {
    var best = "", most = -1;
    text.split(/\n|(?<=[.!?]) /).forEach(function (sentence) {
      var low = plain(sentence);
      var has = patterns.filter(function (pattern) { return count(pattern, low); }).length;
      has += /[.!?]$/.test(sentence) ? 0.5 : 0; // a whole sentence rather than a label
      if (has > most) { best = sentence; most = has; }
    });
    if (best.length > LONGEST) {
      var first = Math.min.apply(null, patterns.map(function (pattern) {
        var at = plain(best).search(pattern);
        return at < 0 ? best.length : at;
      }));
      var from = first > LONGEST / 2 && first < best.length ? best.indexOf(" ", first - LONGEST / 3) + 1 : 0;
      var cut = best.lastIndexOf(" ", from + LONGEST);
      if (cut <= from || from + LONGEST >= best.length) cut = best.length;
      best = (from ? "… " : "") + best.slice(from, cut) + (cut < best.length ? " …" : "");
    }
    var marks = [];
    patterns.forEach(function (pattern) {
      Array.from(plain(best).matchAll(pattern)).forEach(function (found) {
        marks.push([found.index, found.index + found[0].length]);
      });
    });
    marks.sort(function (a, b) { return a[0] - b[0]; });
    var place = 0;
    marks.forEach(function (mark) {
      if (mark[0] < place) return;
      write(parent, best.slice(place, mark[0]));
      write(add(parent, "mark"), best.slice(mark[0], mark[1]));
      place = mark[1];
    });
    write(parent, best.slice(place));
  }

  function find(patterns, phrase) {
    var found = [];
    window.tpSearchText.forEach(function (page) {
      var pageTitle = page[1].length ? page[1][0][1] : page[0];
      page[1].forEach(function (section) {
        var title = plain(section[1]), text = plain(section[2]), has = 0, score = 0;
        patterns.forEach(function (pattern) {
          var inTitle = count(pattern, title), inText = count(pattern, text);
          if (inTitle || inText) has += 1;
          score += (inTitle ? 10 : 0) + Math.min(inText, 5);
        });
        if (!has) return;
        if (patterns.length > 1 && (title.indexOf(phrase) >= 0 || text.indexOf(phrase) >= 0)) score += 10;
        if (title.replace(/[.:]/g, "").split(" ")[0] === phrase || title === phrase) score += 10;
        if (section[0].indexOf("term-") === 0) score += 3; // where a word is explained
        found.push({ page: page[0], of: pageTitle, section: section, has: has, score: score });
      });
    });
    return found.sort(function (a, b) { return b.has - a.has || b.score - a.score; });
  }

  function show() {
    var words = window.threePillarsBlocks.words(asked);
    var patterns = words.map(patternOf);
    var found = find(patterns, plain(asked));
    var all = found.filter(function (one) { return one.has === words.length; });
    var shown = (all.length ? all : found).slice(0, MOST);
    add(out, "h2", "Search results");
    var said = add(out, "p", "", "search-summary");
    said.setAttribute("role", "status");
    said.textContent = !found.length ? "Nothing in the book has " + asked + "."
      : !all.length ? "No place in the book has all of these words; these have some of them."
        : all.length === 1 ? "One place in the book has it."
          : all.length + " places in the book" + (all.length > MOST ? "; the first " + MOST + " are here." : ".");
    var list = add(out, "ul", "", "search");
    shown.forEach(function (one) {
      var item = add(list, "li");
      var link = add(item, "a");
      var anchor = one.section[0], title = one.section[1] || one.of;
      link.href = one.page + ".html" + (anchor ? "#" + anchor : "");
      write(link, title === one.of ? title : one.of + " › " + title);
      excerpt(add(item, "p", "", "context"), one.section[2], patterns);
    });
  }

  document.querySelectorAll('input[name="q"]').forEach(function (field) { field.value = asked; });
  if (asked) show();
})();
