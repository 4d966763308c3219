/* The forecast sheet: answers, kept as they are set; reveals, which cannot be taken back; files. */

function Sheet(block) {
  var sheet = this;
  var data = JSON.parse(block.querySelector(".tp-data").textContent);
  sheet.block = block;
  sheet.format = data.format;
  sheet.version = data.version;
  sheet.scales = data.scales;
  sheet.base = data.base;
  sheet.count = data.questions.length;
  sheet.days = Object.create(null);
  data.questions.forEach(function (question) {
    question.horizons.forEach(function (day) {
      day.question = question;
      sheet.days[day.id] = day;
    });
  });
  sheet.load();
  sheet.bind();
  tp.onKept(sheet.format, function () { sheet.disarm(); sheet.load(); });
}

// Shows what is kept.
Sheet.prototype.load = function () {
  var found = tp.kept(this.format);
  this.empty();
  this.restore(found.saved && typeof found.saved === "object" ? found.saved : {});
  this.draw();
  this.say(tp.trouble(found, "your answers"));
};

Sheet.prototype.empty = function () {
  this.answers = Object.create(null);
  this.revealed = Object.create(null);
  this.scale = Object.keys(this.scales)[0];
  this.words = Object.assign({}, this.scales[this.scale].words);
};

// Takes over what was kept, as far as it is sound.
Sheet.prototype.restore = function (saved) {
  var sheet = this;
  Object.keys(saved.answers || {}).forEach(function (id) {
    if (sheet.days[id] && tp.isProbability(saved.answers[id])) sheet.answers[id] = saved.answers[id];
  });
  (Array.isArray(saved.revealed) ? saved.revealed : []).forEach(function (id) {
    if (sheet.days[id]) sheet.revealed[id] = true;
  });
  Object.keys(saved.words || {}).forEach(function (name) {
    if (tp.own(sheet.words, name) && tp.isProbability(saved.words[name])) {
      sheet.words[name] = saved.words[name];
      sheet.scale = tp.own(sheet.scales, saved.scale) ? saved.scale : "own";
    }
  });
};

Sheet.prototype.say = function (text) {
  this.block.querySelector(".tp-feedback").textContent = text;
};

Sheet.prototype.keep = function () {
  var done = tp.keep(this.format, {
    version: this.version, answers: this.answers, revealed: Object.keys(this.revealed),
    words: this.words, scale: this.scale
  });
  if (!done) this.say(tp.trouble({}, "your answers"));
};

Sheet.prototype.set = function (id, value) {
  if (this.revealed[id]) return;
  if (value === null) delete this.answers[id];
  else this.answers[id] = value;
  this.disarm();
  this.say("");
  this.keep();
  this.drawAsk(id);
  this.drawCount();
};

Sheet.prototype.bind = function () {
  var sheet = this;
  var block = sheet.block;
  function idOf(element) {
    var ask = element.closest(".tp-ask");
    return ask && element.type === "range" ? ask.dataset.id : null;
  }
  function take(event) {
    var id = !event.button && idOf(event.target);  // a right-click asks for a menu
    if (id) sheet.set(id, Number(event.target.value) / 100);
  }
  var asks = block.querySelector(".tp-asks");
  asks.addEventListener("input", take);
  // Not "click": a click on the label would set an answer too.
  asks.addEventListener("pointerup", take);
  asks.addEventListener("tp-unset", function (event) { sheet.set(idOf(event.target), null); });
  asks.addEventListener("keydown", function (event) {
    var id = idOf(event.target);
    if (!id) return;
    if (event.key === "Enter") {
      event.preventDefault();
      take(event);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      sheet.set(id, null);
    }
  });
  block.querySelector(".tp-words").addEventListener("input", function (event) {
    sheet.read(event.target);
  });
  tp.onActions(block, function (action, button) {
    var armed = button.dataset.armed;
    sheet.disarm();
    if (action === "some") sheet.reveal(false);
    if (action === "all") sheet.revealAll(button, armed);
    if (action === "save") sheet.save();
    if (action === "clear") sheet.clear(button, armed);
  }, function (files, use) { sheet.open(files, use); });
};

// Reads the words of the commentary by a scale, or one of them by the reader's own number.
Sheet.prototype.read = function (field) {
  if (field.name === "scale") {
    this.scale = field.value;
    if (this.scales[field.value]) Object.assign(this.words, this.scales[field.value].words);
  } else {
    this.words[field.name] = Number(field.value) / 100;
    this.scale = "own";
  }
  this.keep();
  this.drawResult();
};

Sheet.prototype.reveal = function (all) {
  var sheet = this;
  var ids = Object.keys(sheet.days).filter(function (id) { return all || id in sheet.answers; });
  if (!ids.length) {
    return sheet.say(Object.keys(sheet.revealed).length === Object.keys(sheet.days).length
      ? "All are revealed already." : "Set an answer first; then its outcome shows.");
  }
  ids.forEach(function (id) { sheet.revealed[id] = true; });
  // The sentence comes first, since the note that nothing is kept matters more.
  sheet.say("What has been revealed can no longer be changed.");
  sheet.keep();
  sheet.draw();
  var heading = sheet.block.querySelector(".tp-result h3");
  if (!sheet.block.querySelector(".tp-result").hidden) {
    heading.tabIndex = -1;
    heading.focus();
  }
};

// Asks back where answers are missing: what has been revealed can no longer be answered.
Sheet.prototype.revealAll = function (button, armed) {
  var missing = this.count - countQuestions(Object.keys(this.answers), this);
  if (!missing || armed) return this.reveal(true);
  this.arm(button, "Yes, reveal all " + this.count);
  this.say(missing + " of " + this.count + " questions " + (missing === 1 ? "is" : "are")
    + " not set, and cannot be set once revealed. Press once more to reveal them all the same.");
};

Sheet.prototype.arm = function (button, text) {
  button.dataset.armed = button.textContent;
  button.textContent = text;
};

// A button that asked back asks again next time.
Sheet.prototype.disarm = function () {
  tp.each(this.block, "[data-armed]", function (button) {
    button.textContent = button.dataset.armed;
    delete button.dataset.armed;
  });
};

Sheet.prototype.clear = function (button, armed) {
  if (!armed) {
    this.arm(button, "Yes, clear everything");
    return this.say("This takes back all answers and all that was revealed. Press once more to "
      + "do it.");
  }
  this.empty();
  this.block.querySelector(".tp-class").hidden = true;
  this.say("The sheet is empty.");
  this.keep();
  this.draw();
};

Sheet.prototype.save = function () {
  var count = Object.keys(this.answers).length;
  if (!count) return this.say("There is nothing to save yet.");
  tp.saveFile(this.block, "my_forecasts.json",
    { format: this.format, version: this.version, answers: this.answers });
  this.say("Saved as my_forecasts.json, with " + tp.counted(count, "answer") + ".");
};

Sheet.prototype.open = function (files, use) {
  var sheet = this;
  tp.readFiles(files, function (text, name) {
    return { answers: readAnswers(text, name, sheet) };
  }).then(function (members) {
    if (use === "class") compareClass(members, sheet);
    else sheet.take(members[0].answers);
  }).catch(function (error) {
    sheet.say(error.message + " Your own answers are as they were.");
  });
};

// Takes over the answers of a file; those already revealed stay.
Sheet.prototype.take = function (read) {
  var sheet = this;
  var locked = 0;
  var replaced = 0;
  Object.keys(read).forEach(function (id) {
    if (sheet.revealed[id]) {
      if (sheet.answers[id] !== read[id]) locked++;
      return;
    }
    if (id in sheet.answers && sheet.answers[id] !== read[id]) replaced++;
    sheet.answers[id] = read[id];
  });
  sheet.say(tp.counted(Object.keys(read).length, "answer") + " read"
    + (replaced ? ", " + replaced + " of them in place of yours" : "")
    + (locked ? "; " + locked + " already revealed "
      + (locked === 1 ? "stays as it was" : "stay as they were") : "") + ".");
  sheet.keep();
  sheet.draw();
};

tp.onBlock(".tp-sheet", function (block) { new Sheet(block); });
