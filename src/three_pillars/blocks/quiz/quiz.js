/* Check yourself: each question answers at once. */

// What is said of the answer in a form: its kind and its words; null where there is none.
function judge(form, item) {
  if (item.type === "number") return judgeNumber(form.querySelector("input").value, item);
  var value = tp.picked(form);
  if (value === null) return ["hint", "Choose an answer first."];
  return [value === item.right ? "right" : "wrong", item.options[value]];
}

function valueOf(form) {
  var field = form.querySelector("input[type=text]");
  return field ? field.value.trim() : tp.picked(form);
}

function answer(form) {
  var said = judge(form, JSON.parse(form.dataset.item));
  tp.say(form, said[0], said[1]);
  return said[0];
}

tp.onSubmit(".tp-quiz", function (form) {
  var kind = answer(form);
  if (kind !== "hint") tp.remember(form, valueOf(form), kind);
});

tp.onAnswers(".tp-quiz", function (block) {
  tp.each(block, "form", function (form) {
    var value = tp.remembered(form);
    var field = form.querySelector("input[type=text]");
    form.reset();
    tp.say(form, "hint", "");
    if (value === null) return;
    if (field) field.value = value;
    else tp.each(form, "input", function (radio) { radio.checked = radio.value === value; });
    if (valueOf(form) !== null) answer(form);
  });
});

// JupyterLab keeps Enter for itself, so an answer typed there would never be checked.
window.addEventListener("keydown", function (event) {
  var field = event.target;
  if (event.key !== "Enter" || !field.matches) return;
  if (!field.matches('.tp-quiz input[type="text"]')) return;
  event.preventDefault();
  event.stopPropagation();
  field.form.requestSubmit();
}, true);
