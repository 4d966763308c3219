/* The ledger: filters, the grid that sets them, and the day of the verdict. */

function showClaims(block, want, when) {
  var cards = block.querySelectorAll(".tp-claims details");
  var shown = 0;
  Array.prototype.forEach.call(cards, function (card) {
    var text = card.textContent.toLowerCase();
    var fits = (!want.part || card.dataset.part === want.part)
      && (!want.kind || card.dataset.kind === want.kind)
      && (!want.verdict || card.dataset[when] === want.verdict)
      && want.words.every(function (word) { return text.indexOf(word) >= 0; });
    card.hidden = !fits;
    if (fits) shown++;
  });
  block.querySelector(".tp-count").textContent = shown
    ? shown + " of " + cards.length + " claims"
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
    words: fields.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
  };
  showClaims(block, want, fields.when.value);
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
});

["change", "input"].forEach(function (name) {
  document.addEventListener(name, function (event) {
    var form = event.target.closest && event.target.closest(".tp-filters");
    if (form) filter(form);
  });
});

document.addEventListener("reset", function (event) {
  // The fields are empty only after this event.
  if (event.target.matches(".tp-filters")) setTimeout(filter, 0, event.target);
});

// "#C34" is the address of a claim; state may follow it as "#C34&…". It opens and comes into view.
function openAddressed() {
  var wanted = /^#(C\d{2})(&|$)/.exec(location.hash);
  var card = wanted && document.querySelector('.tp-ledger details[data-claim="' + wanted[1] + '"]');
  if (!card) return;
  card.hidden = false;
  card.open = true;
  card.scrollIntoView({ block: "start" });
}

window.addEventListener("hashchange", openAddressed);
tp.onBlock(".tp-ledger", openAddressed);
