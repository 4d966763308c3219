/* What every block stands on: `tp` is window.threePillarsBlocks. */

// Marks the page as scripted: what only a script can bring back may now be hidden.
document.documentElement.classList.add("tp-js");

var starts = [];
var answers = [];

// Names that readers or files give must not find what every object has, such as "constructor".
tp.own = function (object, name) {
  return typeof name === "string" && Object.prototype.hasOwnProperty.call(object, name);
};

tp.each = function (root, selector, work) {
  Array.prototype.forEach.call(root.querySelectorAll(selector), work);
};

tp.add = function (parent, tag, text, name) {
  var made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (name) made.className = name;
  parent.appendChild(made);
  return made;
};

tp.sum = function (list) {
  return list.reduce(function (a, b) { return a + b; }, 0);
};

tp.counted = function (number, noun) {
  return number + " " + noun + (number === 1 ? "" : "s");
};

// Answers in the place for it; `kind` is right, wrong, hint or told.
tp.say = function (root, kind, text) {
  var place = root.querySelector(".tp-feedback");
  place.className = "tp-feedback tp-" + kind;
  place.textContent = text;
};

tp.picked = function (form) {
  var radio = form.querySelector("input[type=radio]:checked");
  return radio ? radio.value : null;
};

// Each block that matches is started once, now or when an output brings it.
tp.onBlock = function (selector, start) { starts.push([selector, start]); };

// What to do when a form of such a block is sent; none of them ever leaves the page.
tp.onSubmit = function (selector, answer) { answers.push([selector, answer]); };

document.addEventListener("submit", function (event) {
  var form = event.target;
  var block = form.closest && form.closest(".tp-block");
  if (!block) return;
  event.preventDefault();
  answers.forEach(function (pair) {
    if (block.matches(pair[0])) pair[1](form, block);
  });
});

function run() {
  var fresh = []; // found before any is marked: a block may have several starts
  starts.forEach(function (pair) {
    tp.each(document, pair[0] + ":not([data-ready])", function (block) {
      fresh.push([block, pair[1]]);
    });
  });
  fresh.forEach(function (pair) {
    pair[0].dataset.ready = "yes";
    pair[1](pair[0]);
  });
}

tp.start = function () {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
  else run();
};
