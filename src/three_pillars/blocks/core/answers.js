/* What a reader answered, kept in this browser under the kind and the words of each question, on
   all pages. An entry: the page, the kind, every answer `given` in order, and what the last one was `said`
   to be. three_pillars.classroom.answers reads the file that is saved here. */

var FILE = { format: "three-pillars-answers", version: 1 };
var KINDS = ["prediction", "question", "statement"];
var shows = [];
var works = true;
var trouble = "";  // to be said
var memory = Object.create(null);  // where the browser keeps nothing

function sound(entry) {
  return entry && typeof entry === "object" && typeof entry.page === "string"
    && KINDS.indexOf(entry.kind) >= 0 && ["right", "wrong", "told"].indexOf(entry.said) >= 0
    && Array.isArray(entry.given) && entry.given.length > 0
    && entry.given.every(function (one) { return typeof one === "string"; });
}

function take(held, into) {
  Object.keys(held && typeof held === "object" ? held : {}).forEach(function (key) {
    if (sound(held[key])) into[key] = held[key];
  });
  return into;
}

// Read anew each time: another page may have kept something since.
function all() {
  if (!works) return memory;
  var found = tp.kept(FILE.format);
  works = found.works;
  trouble = tp.trouble(found, "your answers") || trouble;
  return take(found.saved && found.saved.answers, works ? Object.create(null) : memory);
}

function keep(held) {
  memory = held;
  works = tp.keep(FILE.format, { version: FILE.version, answers: held }) && works;
  if (!works) trouble = tp.trouble({}, "your answers");
  draw();
}

function here() {
  var found = /chapters\/([\w-]+\/[\w-]+)\.\w+$/.exec(decodeURIComponent(location.pathname));
  return found ? found[1] : "";
}

// A prediction and a question may be asked in the same words.
function keyOf(element) {
  return element.dataset.kind + ": " + element.dataset.key;
}

// Keeps an answer to the question of an element; `said` is right, wrong or told.
tp.remember = function (element, answer, said) {
  var held = all();
  var key = keyOf(element);
  var given = held[key] ? held[key].given.slice(-30) : [];
  if (given[given.length - 1] !== answer) given.push(answer);
  held[key] = { page: here(), kind: element.dataset.kind, given: given, said: said };
  keep(held);
};

// The last answer to the question of an element, or null.
tp.remembered = function (element) {
  var entry = all()[keyOf(element)];
  return entry ? entry.given[entry.given.length - 1] : null;
};

// How blocks of a kind show what is kept, or that nothing is.
tp.onAnswers = function (selector, show) {
  shows.push([selector, show]);
  tp.onBlock(selector, function (block) {
    show(block);
    draw();
  });
};

function showAll() {
  shows.forEach(function (pair) { tp.each(document, pair[0], pair[1]); });
  draw();
}

// An answer that is being changed is neither right nor wrong yet.
document.addEventListener("input", function (event) {
  var asked = event.target.closest && event.target.closest("[data-key]:not(.tp-open)");
  if (!asked) return;
  tp.say(asked, "hint", "");
  tp.each(asked.closest(".tp-block"), ".tp-score", function (score) { score.textContent = ""; });
});

/* The bar at the end of the last of them: what was done, start again, save, open. */

function bar() {
  var made = document.querySelector(".tp-done");
  if (made) return made;
  made = document.createElement("div");
  made.className = "tp-done";
  tp.add(made, "p", "", "tp-tally").setAttribute("role", "status");
  var actions = tp.add(made, "div", undefined, "tp-actions");
  [["again", "Start this page again"], ["save", "Save my answers as a file"],
    ["open", "Open my file"]].forEach(function (pair) {
    var button = tp.add(actions, "button", pair[1]);
    button.type = "button";
    button.dataset.do = pair[0];
  });
  var file = tp.add(actions, "input", undefined, "tp-file");
  file.type = "file";
  file.accept = ".json";
  file.hidden = true;
  file.setAttribute("aria-label", "File of answers");
  tp.add(made, "p", "", "tp-said").setAttribute("role", "status");
  tp.onActions(made, act, open);
  return made;
}

function say(text) {
  bar().querySelector(".tp-said").textContent = text;
}

function draw() {
  var blocks = document.querySelectorAll(shows.map(function (pair) { return pair[0]; }).join());
  if (!blocks.length) return;
  var made = bar();
  var last = blocks[blocks.length - 1];
  if (made.parentNode !== last) last.appendChild(made);
  var held = all();
  var done = KINDS.map(function (kind) {
    var asked = document.querySelectorAll("[data-kind=" + kind + "]");
    var answered = Array.prototype.filter.call(asked, function (one) { return held[keyOf(one)]; });
    return asked.length ? answered.length + " of " + tp.counted(asked.length, kind) : "";
  }).filter(Boolean);
  made.querySelector(".tp-tally").textContent = "Done on this page: " + done.join(", ")
    + (works ? ". Kept in this browser, on this device, and nowhere else." : ".");
  if (trouble) say(trouble);
  if (works) trouble = "";
}

function act(action, button) {
  var again = bar().querySelector("[data-do=again]");
  if (action === "again" && !button.dataset.armed) {
    button.dataset.armed = "yes";
    button.textContent = "Yes, start again";
    return say("This forgets your answers on this page. Press once more to do it.");
  }
  delete again.dataset.armed;
  again.textContent = "Start this page again";
  var held = all();
  if (action === "again") {
    tp.each(document, "[data-key]", function (one) { delete held[keyOf(one)]; });
    keep(held);
    showAll();
    if (works) say("The answers of this page are forgotten.");
  }
  var count = Object.keys(held).length;
  if (action === "save" && !count) say("There is nothing to save yet.");
  else if (action === "save") {
    tp.saveFile(bar(), "my_answers.json",
      { format: FILE.format, version: FILE.version, answers: held });
    say("Saved as my_answers.json: your answers on all pages, " + count + " in all.");
  }
}

function open(files) {
  tp.readFiles(files, function (text, name) {
    return take(tp.readFile(text, name, FILE, "a file of answers").answers, Object.create(null));
  }).then(function (read) {
    keep(Object.assign(all(), read[0]));
    showAll();
    if (works) say(tp.counted(Object.keys(read[0]).length, "answer") + " read.");
  }).catch(function (error) {
    say(error.message + " Your answers are as they were.");
  });
}
