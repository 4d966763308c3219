/* Sorting: every placing gets its answer, and the whole a count. */

tp.onSubmit(".tp-sorting", function (form) {
  var rows = 0;
  var right = 0;
  var open = 0;
  tp.each(form, "li", function (row) {
    var item = JSON.parse(row.dataset.item);
    var value = row.querySelector("select").value;
    var kind = !value ? "hint" : value === item.right ? "right" : "wrong";
    tp.say(row, kind, value ? item.feedback[value] : "");
    rows++;
    if (kind === "right") right++;
    if (kind === "hint") open++;
  });
  form.querySelector(".tp-score").textContent = right + " of " + rows + " right"
    + (open ? ", " + open + " still open." : ".");
});
