/* Predict: the answer and its chart show after the reader has committed to an answer. */

function shown(slider) {
  return Number(slider.value).toFixed(Number(slider.dataset.digits)) + slider.dataset.unit;
}

// How far a number lies from the answer, one digit finer than the slider, as the answer is shown.
function verdict(slider, answer) {
  var off = Number(slider.value) - Number(answer);
  var digits = Number(slider.dataset.digits) + 1;
  var said = "You said " + shown(slider) + ": ";
  if (Math.abs(off) < 1e-9) return said + "exactly right.";
  var away = Math.abs(off).toFixed(digits).replace(/\.0$/, "");
  if (Number(away) === 0) away = "less than " + Math.pow(10, -digits).toFixed(digits);
  // The distance between two percentages is counted in points.
  var unit = slider.dataset.unit === "%" ? " points" : slider.dataset.unit;
  var nearest = Math.abs(off) <= Number(slider.step) / 2 + 1e-9;
  return said + away + unit + (off > 0 ? " too high" : " too low")
    + (nearest ? ", as near as the slider goes." : ".");
}

tp.verdictOn = verdict;

function set(slider, isSet) {
  var text = isSet ? shown(slider) : "not set";
  slider.closest(".tp-slider").classList.toggle("tp-unset", !isSet);
  slider.setAttribute("aria-valuetext", text);
  slider.form.querySelector("output").textContent = text;
}

// Opens the answer to what stands in the form.
function reveal(form, block, value) {
  var slider = form.querySelector("input[type=range]");
  tp.each(form, "input, button", function (control) { control.disabled = true; });
  block.classList.add("tp-open");
  tp.say(block, "told", slider ? verdict(slider, block.dataset.answer)
    : "You said \u201c" + value + "\u201d: " + (value === block.dataset.answer ? "right." : "not so."));
  // A chart inside may now come to life.
  document.dispatchEvent(new CustomEvent("tp-shown", { detail: block }));
}

function commit(form, block) {
  var slider = form.querySelector("input[type=range]");
  if (slider && slider.closest(".tp-unset")) {
    return tp.say(block, "hint", "Move the slider to your answer first; then the chart shows.");
  }
  var value = slider ? slider.value : tp.picked(form);
  if (value === null) return tp.say(block, "hint", "Choose an answer first; then the chart shows.");
  reveal(form, block, value);
  var right = slider ? Math.abs(Number(value) - Number(block.dataset.answer)) < 1e-9
    : value === block.dataset.answer;
  tp.remember(block, value, slider && !right ? "told" : right ? "right" : "wrong");
  // The button can hold the keyboard's place no longer: the answer takes it over.
  var told = block.querySelector(".tp-feedback");
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
}

tp.onSubmit(".tp-predict", commit);

tp.onAnswers(".tp-predict", function (block) {
  var form = block.querySelector("form");
  var slider = form.querySelector("input[type=range]");
  var value = tp.remembered(block);
  tp.each(form, "input, button", function (control) { control.disabled = false; });
  block.classList.remove("tp-open");
  block.querySelector("details.tp-reveal").open = true;  // folded for readers without script only
  tp.say(block, "told", "");
  form.reset();
  if (slider) {
    if (value !== null) slider.value = value;
    set(slider, value !== null);
  } else {
    tp.each(form, "input", function (radio) { radio.checked = radio.value === value; });
    if (tp.picked(form) === null) value = null;
  }
  if (value !== null) reveal(form, block, value);
});

// A press on the slider where it stands sets it too; a right-click only asks for a menu.
["input", "pointerup", "tp-unset"].forEach(function (kind) {
  document.addEventListener(kind, function (event) {
    var slider = event.target;
    if (!slider.matches || !slider.matches(".tp-predict input[type=range]")) return;
    if (!slider.disabled && !event.button) set(slider, kind !== "tp-unset");
  });
});
