/* Check yourself: each question answers at once. */

function checkChoice(form, item) {
  var value = tp.picked(form);
  if (value === null) return tp.say(form, "hint", "Choose an answer first.");
  tp.say(form, value === item.right ? "right" : "wrong", item.options[value]);
}

function checkNumber(form, item) {
  var text = form.querySelector("input").value.trim();
  if (!text) return tp.say(form, "hint", "Type a number first.");
  var value = tp.parse(text);
  if (isNaN(value)) {
    return tp.say(form, "hint",
      "\u201c" + text + "\u201d is not a number. Write digits, such as 9.5.");
  }
  // A hair of room, so that an answer on the edge of the tolerance is not lost to rounding.
  var room = item.tolerance * (1 + 1e-9) + 1e-12;
  if (Math.abs(value - item.answer) <= room) return tp.say(form, "right", item.explain);
  for (var i = 0; i < item.mistakes.length; i++) {
    if (Math.abs(value - item.mistakes[i][0]) <= room) {
      return tp.say(form, "wrong", item.mistakes[i][1]);
    }
  }
  if (item.unit === "%" && Math.abs(value * 100 - item.answer) <= room) {
    return tp.say(form, "wrong", "That is the fraction; the question asks for per cent.");
  }
  tp.say(form, "wrong", item.hint);
}

tp.onSubmit(".tp-quiz", function (form) {
  var item = JSON.parse(form.dataset.item);
  (item.type === "choice" ? checkChoice : checkNumber)(form, item);
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
