/* A finger that scrolls the page past a slider moves it first: where the browser then takes the
   gesture over, the slider goes back, and says so as if it had been moved there. */

var before = null;

document.addEventListener("pointerdown", function (event) {
  var slider = event.target;
  before = slider.type !== "range" ? null
    : { slider: slider, value: slider.value, unset: slider.closest(".tp-unset") };
}, true);

document.addEventListener("pointercancel", function () {
  if (!before) return;
  before.slider.value = before.value;
  before.slider.dispatchEvent(
    new CustomEvent(before.unset ? "tp-unset" : "input", { bubbles: true }));
  before = null;
}, true);
