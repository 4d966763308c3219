/* The ledger: filters, the grid that sets them, and the day of the verdict. */

function showClaims(block, want, when, named) {
  var cards = block.querySelectorAll(".tp-claims details");
  var shown = 0;
  Array.prototype.forEach.call(cards, function (card) {
    var text = tp.plain(card.textContent);
    var fits = (!want.part || card.dataset.part === want.part)
      && (!want.kind || card.dataset.kind === want.kind)
      && (!want.verdict || card.dataset[when] === want.verdict)
      && want.words.every(function (word) { return text.indexOf(word) >= 0; });
    card.hidden = !fits;
    if (fits) shown++;
  });
  block.querySelector(".tp-count").textContent = shown
    ? shown + " of " + cards.length + " claims" + (named.length ? ": " + named.join(", ") : "")
    : "No claim fits. Choose fewer filters, or show all.";
}

function showMarks(block, when) {
  tp.each(block, "[data-now][data-then]:not(details)", function (mark) {
    mark.classList.remove(mark.dataset.now, mark.dataset.then);
    mark.classList.add(mark.dataset[when]);
    if (mark.classList.contains("tp-mark")) {
      mark.textContent = mark.dataset[when].replace("tp-", "").replace(/-/g, " ");
    }
  });
}

function filter(form) {
  var block = form.closest(".tp-ledger");
  var fields = form.elements;
  var want = {
    part: fields.part.value, kind: fields.kind.value, verdict: fields.verdict.value,
    words: tp.words(fields.words.value)
  };
  // In words, since on paper the filters are not there.
  var chosen = chosenIn(form);
  var named = Object.keys(chosen).map(function (name) {
    return name === "words" ? "\u201c" + chosen.words.trim() + "\u201d"
      : name === "when" ? "verdicts of " + fields.when.selectedOptions[0].textContent
        : chosen[name];
  });
  showClaims(block, want, fields.when.value, named);
  showMarks(block, fields.when.value);
  tp.each(block, ".tp-grid button", function (cell) {
    cell.setAttribute("aria-pressed", String(
      cell.dataset.part === want.part && cell.dataset.kind === want.kind));
  });
}

document.addEventListener("click", function (event) {
  var cell = event.target.closest && event.target.closest(".tp-grid button");
  if (!cell) return;
  var form = cell.closest(".tp-ledger").querySelector(".tp-filters");
  var on = cell.getAttribute("aria-pressed") === "true";
  form.elements.part.value = on ? "" : cell.dataset.part;
  form.elements.kind.value = on ? "" : cell.dataset.kind;
  filter(form);
  remember(form);
});

["change", "input"].forEach(function (name) {
  document.addEventListener(name, function (event) {
    var form = event.target.closest && event.target.closest(".tp-filters");
    if (!form) return;
    filter(form);
    remember(form);
  });
});

document.addEventListener("reset", function (event) {
  // The fields are empty only after this event.
  if (event.target.matches(".tp-filters")) setTimeout(function (form) {
    filter(form);
    remember(form);
  }, 0, event.target);
});

// The filters stand in the address: "#ledger&part=energy", and "#C34&part=energy" with a claim open.
// In Jupyter a block has no address of its own, and nothing is written.
var FILTERS = ["part", "kind", "verdict", "when", "words"];

// The filters that are not as they were at the start.
function chosenIn(form) {
  var state = {};
  FILTERS.forEach(function (name) {
    var value = form.elements[name].value;
    if (value.trim() !== (name === "when" ? "now" : "")) state[name] = value;
  });
  return state;
}

// `opened` is the claim that was opened last, if one was.
function remember(form, opened) {
  if (!window.tpAddress) return;
  var block = form.closest(".tp-ledger");
  var shown = ".tp-claims details[open]:not([hidden])";
  var named = CSS.escape(window.tpAddress.read().anchor);
  var open = opened || block.querySelector(shown + '[data-claim="' + named + '"]')
    || block.querySelector(shown);
  window.tpAddress.write(open ? open.dataset.claim : block.id, chosenIn(form));
}

document.addEventListener("toggle", function (event) {
  var card = event.target;
  if (!card.matches || !card.matches(".tp-ledger details[data-claim]")) return;
  var form = card.closest(".tp-ledger").querySelector(".tp-filters");
  if (window.tpAddress && (card.open || window.tpAddress.read().anchor === card.dataset.claim)) {
    remember(form, card.open && card);
  }
}, true);

// Sets the filters to what the address asks for; a value that is not there leaves all of them open.
function recall(form, asked) {
  var known = !asked.damaged;
  Object.keys(asked.state).forEach(function (name) {
    var field = FILTERS.indexOf(name) >= 0 && form.elements[name];
    known = known && field && (field.tagName === "INPUT"
      || Array.prototype.some.call(field.options, function (option) {
        return option.value === asked.state[name];
      }));
  });
  FILTERS.forEach(function (name) {
    form.elements[name].value = (known && asked.state[name]) || (name === "when" ? "now" : "");
  });
  filter(form);
  if (!known) {
    form.closest(".tp-ledger").querySelector(".tp-count").textContent =
      "The link asks for a filter that is not in this book: here are all claims.";
  }
}

// Without script a cell only shows its claims.
tp.onBlock(".tp-ledger", function (block) {
  tp.each(block, ".tp-cell", function (cell) {
    var button = document.createElement("button");
    Array.prototype.forEach.call(cell.attributes, function (one) {
      if (one.name !== "role") button.setAttribute(one.name, one.value);
    });
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    while (cell.firstChild) button.appendChild(cell.firstChild);
    cell.replaceWith(button);
  });
});

// "#C34" is the address of a claim, and its state may follow. It opens and comes into view.
function openAddressed() {
  if (!window.tpAddress) return;
  var asked = window.tpAddress.read();
  tp.each(document, ".tp-ledger", function (block) {
    var card = /^C\d{2}$/.test(asked.anchor)
      && block.querySelector('details[data-claim="' + asked.anchor + '"]');
    if (!card && asked.anchor !== block.id) return;
    var form = block.querySelector(".tp-filters");
    if (asked.stated) recall(form, asked);
    if (!card) return;
    // No filter may hide what was asked for; the day of the verdict hides nothing.
    if (card.hidden) recall(form, { state: { when: form.elements.when.value } });
    card.open = true;
    remember(form, card);
    card.scrollIntoView({ block: "start" });
  });
}

window.addEventListener("hashchange", openAddressed);
tp.onBlock(".tp-ledger", openAddressed);
