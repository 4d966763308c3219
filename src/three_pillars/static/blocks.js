/* The blocks of a chapter: predict and check yourself. One script for the book and for Jupyter,
   where every output brings it along: it must not mind being loaded again. */
(function () {
  "use strict";
  document.documentElement.classList.add("tp-js");
  if (window.threePillarsBlocks) return;
  window.threePillarsBlocks = true;

  function say(form, kind, text) {
    var block = form.closest(".tp-predict");
    var place = (block || form).querySelector(".tp-feedback");
    place.className = "tp-feedback tp-" + kind;
    place.textContent = text;
  }

  // Readers type numbers in many ways: 9.5, 9,5, 9.5 %, 1,298, 1 298, −2.
  function parse(text) {
    var plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/\u2212/g, "-").replace(/%$/, "");
    if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/,/g, "");
    else if (/^[+-]?\d*,\d+$/.test(plain)) plain = plain.replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  }

  function picked(form) {
    var radio = form.querySelector("input[type=radio]:checked");
    return radio ? radio.value : null;
  }

  function checkChoice(form, item) {
    var value = picked(form);
    if (value === null) return say(form, "hint", "Choose an answer first.");
    say(form, value === item.right ? "right" : "wrong", item.options[value]);
  }

  function checkNumber(form, item) {
    var text = form.querySelector("input").value.trim();
    if (!text) return say(form, "hint", "Type a number first.");
    var value = parse(text);
    if (isNaN(value)) {
      return say(form, "hint", "\u201c" + text + "\u201d is not a number. Write digits, such as 9.5.");
    }
    // A hair of room, so that an answer on the edge of the tolerance is not lost to rounding.
    var room = item.tolerance * (1 + 1e-9) + 1e-12;
    if (Math.abs(value - item.answer) <= room) return say(form, "right", item.explain);
    for (var i = 0; i < item.mistakes.length; i++) {
      if (Math.abs(value - item.mistakes[i][0]) <= room) {
        return say(form, "wrong", item.mistakes[i][1]);
      }
    }
    if (item.unit === "%" && Math.abs(value * 100 - item.answer) <= room) {
      return say(form, "wrong", "That is the fraction; the question asks for per cent.");
    }
    say(form, "wrong", item.hint);
  }

  function commit(form) {
    var block = form.closest(".tp-predict");
    var slider = form.querySelector("input[type=range]");
    var value = slider ? slider.value : picked(form);
    if (value === null) return say(form, "hint", "Choose an answer first; then the chart shows.");
    var answer = block.dataset.answer;
    var text;
    if (slider) {
      var digits = Number(slider.dataset.digits);
      var off = Number(value) - Number(answer);
      // The distance between two percentages is counted in points.
      var unit = slider.dataset.unit === "%" ? " points"
        : slider.dataset.unit ? " " + slider.dataset.unit : "";
      var away = Math.abs(off).toFixed(digits);
      text = "You said " + shown(slider) + ": " + (Number(away) === 0 ? "exactly right."
        : away + unit + (off > 0 ? " too high." : " too low."));
    } else {
      text = "You said \u201c" + value + "\u201d: " + (value === answer ? "right." : "not so.");
    }
    var controls = form.querySelectorAll("input, button");
    for (var i = 0; i < controls.length; i++) controls[i].disabled = true;
    block.classList.add("tp-open");
    say(form, "told", text);
    // A chart inside may now come to life.
    document.dispatchEvent(new CustomEvent("tp-shown", { detail: block }));
  }

  function shown(slider) {
    var unit = slider.dataset.unit ? " " + slider.dataset.unit : "";
    return Number(slider.value).toFixed(Number(slider.dataset.digits)) + unit;
  }

  function sortItems(form) {
    var rows = form.querySelectorAll("li");
    var right = 0;
    var open = 0;
    for (var i = 0; i < rows.length; i++) {
      var item = JSON.parse(rows[i].dataset.item);
      var value = rows[i].querySelector("select").value;
      var place = rows[i].querySelector(".tp-feedback");
      var kind = !value ? "hint" : value === item.right ? "right" : "wrong";
      place.className = "tp-feedback tp-" + kind;
      place.textContent = value ? item.feedback[value] : "";
      if (kind === "right") right++;
      if (kind === "hint") open++;
    }
    form.querySelector(".tp-score").textContent = right + " of " + rows.length + " right"
      + (open ? ", " + open + " still open." : ".");
  }

  // The ledger: filters, the grid that sets them, and the date of the verdict.
  function filterLedger(form) {
    var block = form.closest(".tp-ledger");
    var when = form.elements.when.value;
    var want = { part: form.elements.part.value, kind: form.elements.kind.value };
    var verdict = form.elements.verdict.value;
    var words = form.elements.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var cards = block.querySelectorAll(".tp-claims details");
    var shown = 0;
    for (var i = 0; i < cards.length; i++) {
      var card = cards[i];
      var text = card.textContent.toLowerCase();
      var fits = (!want.part || card.dataset.part === want.part)
        && (!want.kind || card.dataset.kind === want.kind)
        && (!verdict || card.dataset[when] === verdict)
        && words.every(function (word) { return text.indexOf(word) >= 0; });
      card.hidden = !fits;
      if (fits) shown++;
    }
    var marks = block.querySelectorAll("[data-now][data-then]:not(details)");
    for (i = 0; i < marks.length; i++) {
      marks[i].classList.remove(marks[i].dataset.now, marks[i].dataset.then);
      marks[i].classList.add(marks[i].dataset[when]);
      if (marks[i].classList.contains("tp-mark")) {
        marks[i].textContent = marks[i].dataset[when].replace("tp-", "").replace(/-/g, " ");
      }
    }
    var cells = block.querySelectorAll(".tp-grid button");
    for (i = 0; i < cells.length; i++) {
      cells[i].setAttribute("aria-pressed", String(
        cells[i].dataset.part === want.part && cells[i].dataset.kind === want.kind));
    }
    block.querySelector(".tp-count").textContent = shown
      ? shown + " of " + cards.length + " claims"
      : "No claim fits. Choose fewer filters, or show all.";
  }

  document.addEventListener("click", function (event) {
    var cell = event.target.closest && event.target.closest(".tp-grid button");
    if (!cell) return;
    var form = cell.closest(".tp-ledger").querySelector(".tp-filters");
    var on = cell.getAttribute("aria-pressed") === "true";
    form.elements.part.value = on ? "" : cell.dataset.part;
    form.elements.kind.value = on ? "" : cell.dataset.kind;
    filterLedger(form);
  });

  ["change", "input"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = event.target.closest && event.target.closest(".tp-filters");
      if (form) filterLedger(form);
    });
  });

  document.addEventListener("reset", function (event) {
    // The fields are empty only after this event.
    if (event.target.matches(".tp-filters")) setTimeout(filterLedger, 0, event.target);
  });

  document.addEventListener("input", function (event) {
    var slider = event.target;
    if (slider.matches && slider.matches(".tp-predict input[type=range]")) {
      slider.form.querySelector("output").textContent = shown(slider);
    }
  });

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.closest || !form.closest(".tp-block")) return;
    event.preventDefault();
    if (form.closest(".tp-predict")) return commit(form);
    if (form.closest(".tp-sorting")) return sortItems(form);
    if (!form.dataset.item) return;
    var item = JSON.parse(form.dataset.item);
    (item.type === "choice" ? checkChoice : checkNumber)(form, item);
  });
})();
