/* Weighing the argument: sliders, the score, its bars, and the claims that move it most. */

function setting(form) {
  var found = { pillar: {}, kind: {}, partly: Number(form.elements.partly.value) / 100,
    when: form.elements.when.value };
  tp.each(form, "input[type=range]", function (field) {
    var text = field.value + (field.name === "partly" ? "%" : "");
    field.setAttribute("aria-valuetext", text);
    field.parentNode.querySelector("output").textContent = text;
    if (field.dataset.column) {
      found[field.dataset.column][field.dataset.name] = Number(field.value);
    }
  });
  return found;
}

function drawBars(bars, names, rows) {
  names.forEach(function (name) {
    var value = mean(rows.filter(function (row) { return row.claim.pillar === name; }));
    var line = tp.add(bars, "div", undefined, "tp-bar");
    tp.add(line, "span", name);
    var track = tp.add(line, "span", undefined, "tp-track");
    tp.add(track, "span", undefined, "tp-fill").style.width = (value || 0) * 100 + "%";
    tp.add(line, "span", value === null ? "left out" : (value * 100).toFixed(0));
  });
}

function drawMoves(moves, effects, when) {
  if (!effects.length) return;
  tp.add(moves, "p", "Three claims that move it most:", "tp-question");
  var list = tp.add(moves, "ol");
  effects.slice(0, 3).forEach(function (item) {
    var claim = item.claim;
    var line = tp.add(list, "li");
    tp.add(line, "span", claim[when], "tp-mark tp-" + claim[when]);
    tp.add(line, "span", " " + claim.claim_id + ". " + claim.claim
      + ". Without it: " + (item.without * 100).toFixed(1) + ".");
  });
  if (effects.length > 3 && effects[3].size === effects[2].size) {
    var same = effects.filter(function (item) { return item.size === effects[2].size; });
    tp.add(moves, "p", same.length + " claims share the third place; the list takes the first in the "
      + "text.", "tp-kind");
  }
}

tp.onBlock(".tp-weighing", function (block) {
  var claims = JSON.parse(block.querySelector(".tp-data").textContent);
  var form = block.querySelector("form");
  var total = block.querySelector(".tp-total");
  var bars = block.querySelector(".tp-bars");
  var moves = block.querySelector(".tp-moves");

  function draw() {
    var set = setting(form);
    var weighed = weigh(claims, set);
    bars.textContent = moves.textContent = total.textContent = "";
    if (weighed.score === null) {
      total.textContent = "Nothing is left to weigh. Give a pillar and a kind a weight above 0.";
      return;
    }
    tp.add(total, "strong",
      "Your score for the argument: " + (weighed.score * 100).toFixed(1) + " of 100.");
    var counted = weighed.rows.filter(function (row) { return row.weight > 0; }).length;
    tp.add(total, "span", " " + tp.counted(counted, "claim")
      + (counted === 1 ? " counts, " : " count, ") + weighed.out + " untestable left out.");
    drawBars(bars, Object.keys(set.pillar), weighed.rows);
    drawMoves(moves, leverage(weighed), set.when);
  }

  form.elements.when.disabled = false;
  form.addEventListener("input", draw);
  form.addEventListener("reset", function () { setTimeout(draw, 0); });
  draw();
});
