/* Sorting: every placing gets its answer, and the whole a count. */

function check(form) {
  var rows = 0, right = 0, open = 0, placed = [];
  tp.each(form, "li", function (row) {
    var item = JSON.parse(row.dataset.item);
    var value = row.querySelector("select").value;
    var kind = !value ? "hint" : value === item.right ? "right" : "wrong";
    tp.say(row, kind, value ? item.feedback[value] : "");
    rows++;
    if (kind === "right") right++;
    if (kind === "hint") open++;
    else placed.push([row, value, kind]);
  });
  form.querySelector(".tp-score").textContent = right + " of " + rows + " right"
    + (open ? ", " + open + " still open." : ".");
  return placed;
}

tp.onSubmit(".tp-sorting", function (form) {
  check(form).forEach(function (one) { tp.remember(one[0], one[1], one[2]); });
});

tp.onAnswers(".tp-sorting", function (block) {
  var any, form = block.querySelector("form");
  form.reset();
  tp.each(form, "li", function (row) {
    var field = row.querySelector("select"), value = tp.remembered(row);
    field.disabled = false;
    if (value !== null) any = field.value = value;  // a name, which is never empty
  });
  if (any) return check(form);
  tp.each(form, ".tp-feedback, .tp-score", function (place) { place.textContent = ""; });
});
