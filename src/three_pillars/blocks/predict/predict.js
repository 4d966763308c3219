/* Predict: the answer and its chart show after the reader has committed to an answer. */

function shown(slider) {
  return Number(slider.value).toFixed(Number(slider.dataset.digits)) + slider.dataset.unit;
}

function verdict(slider, answer) {
  var off = Number(slider.value) - Number(answer);
  // The distance between two percentages is counted in points.
  var unit = slider.dataset.unit === "%" ? " points" : slider.dataset.unit;
  var away = Math.abs(off).toFixed(Number(slider.dataset.digits));
  return "You said " + shown(slider) + ": " + (Number(away) === 0 ? "exactly right."
    : away + unit + (off > 0 ? " too high." : " too low."));
}

function commit(form, block) {
  var slider = form.querySelector("input[type=range]");
  var value = slider ? slider.value : tp.picked(form);
  if (value === null) return tp.say(block, "hint", "Choose an answer first; then the chart shows.");
  var answer = block.dataset.answer;
  var text = slider ? verdict(slider, answer)
    : "You said \u201c" + value + "\u201d: " + (value === answer ? "right." : "not so.");
  tp.each(form, "input, button", function (control) { control.disabled = true; });
  block.classList.add("tp-open");
  tp.say(block, "told", text);
  // The button can hold the keyboard's place no longer: the answer takes it over.
  var told = block.querySelector(".tp-feedback");
  told.tabIndex = -1;
  told.focus({ preventScroll: true });
  // A chart inside may now come to life.
  document.dispatchEvent(new CustomEvent("tp-shown", { detail: block }));
}

tp.onSubmit(".tp-predict", commit);

document.addEventListener("input", function (event) {
  var slider = event.target;
  if (slider.matches && slider.matches(".tp-predict input[type=range]")) {
    slider.form.querySelector("output").textContent = shown(slider);
  }
});
