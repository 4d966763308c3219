/* The blocks of a chapter: predict and check yourself. One script for the book and for Jupyter,
   where every output brings it along: it must not mind being loaded again. */
(function () {
  "use strict";
  document.documentElement.classList.add("tp-js");
  if (window.threePillarsBlocks) return;
  window.threePillarsBlocks = { parse: parse };

  function say(form, kind, text) {
    var block = form.closest(".tp-predict");
    var place = (block || form).querySelector(".tp-feedback");
    place.className = "tp-feedback tp-" + kind;
    place.textContent = text;
  }

  // Readers type numbers in many ways: 9.5, 9,5, 9.5 %, 1,298, 1 298, −2.
  function parse(text) {
    var plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/\u2212/g, "-").replace(/%$/, "");
    if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/,/g, "");
    else if (/^[+-]?\d*,\d+$/.test(plain)) plain = plain.replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
  }

  function picked(form) {
    var radio = form.querySelector("input[type=radio]:checked");
    return radio ? radio.value : null;
  }

  function checkChoice(form, item) {
    var value = picked(form);
    if (value === null) return say(form, "hint", "Choose an answer first.");
    say(form, value === item.right ? "right" : "wrong", item.options[value]);
  }

  function checkNumber(form, item) {
    var text = form.querySelector("input").value.trim();
    if (!text) return say(form, "hint", "Type a number first.");
    var value = parse(text);
    if (isNaN(value)) {
      return say(form, "hint", "\u201c" + text + "\u201d is not a number. Write digits, such as 9.5.");
    }
    // A hair of room, so that an answer on the edge of the tolerance is not lost to rounding.
    var room = item.tolerance * (1 + 1e-9) + 1e-12;
    if (Math.abs(value - item.answer) <= room) return say(form, "right", item.explain);
    for (var i = 0; i < item.mistakes.length; i++) {
      if (Math.abs(value - item.mistakes[i][0]) <= room) {
        return say(form, "wrong", item.mistakes[i][1]);
      }
    }
    if (item.unit === "%" && Math.abs(value * 100 - item.answer) <= room) {
      return say(form, "wrong", "That is the fraction; the question asks for per cent.");
    }
    say(form, "wrong", item.hint);
  }

  function commit(form) {
    var block = form.closest(".tp-predict");
    var slider = form.querySelector("input[type=range]");
    var value = slider ? slider.value : picked(form);
    if (value === null) return say(form, "hint", "Choose an answer first; then the chart shows.");
    var answer = block.dataset.answer;
    var text;
    if (slider) {
      var digits = Number(slider.dataset.digits);
      var off = Number(value) - Number(answer);
      // The distance between two percentages is counted in points.
      var unit = slider.dataset.unit === "%" ? " points" : slider.dataset.unit;
      var away = Math.abs(off).toFixed(digits);
      text = "You said " + shown(slider) + ": " + (Number(away) === 0 ? "exactly right."
        : away + unit + (off > 0 ? " too high." : " too low."));
    } else {
      text = "You said \u201c" + value + "\u201d: " + (value === answer ? "right." : "not so.");
    }
    var controls = form.querySelectorAll("input, button");
    for (var i = 0; i < controls.length; i++) controls[i].disabled = true;
    block.classList.add("tp-open");
    say(form, "told", text);
    // The button can hold the keyboard's place no longer: the answer takes it over.
    var told = block.querySelector(".tp-feedback");
    told.tabIndex = -1;
    told.focus({ preventScroll: true });
    // A chart inside may now come to life.
    document.dispatchEvent(new CustomEvent("tp-shown", { detail: block }));
  }

  function shown(slider) {
    return Number(slider.value).toFixed(Number(slider.dataset.digits)) + slider.dataset.unit;
  }

  function sortItems(form) {
    var rows = form.querySelectorAll("li");
    var right = 0;
    var open = 0;
    for (var i = 0; i < rows.length; i++) {
      var item = JSON.parse(rows[i].dataset.item);
      var value = rows[i].querySelector("select").value;
      var place = rows[i].querySelector(".tp-feedback");
      var kind = !value ? "hint" : value === item.right ? "right" : "wrong";
      place.className = "tp-feedback tp-" + kind;
      place.textContent = value ? item.feedback[value] : "";
      if (kind === "right") right++;
      if (kind === "hint") open++;
    }
    form.querySelector(".tp-score").textContent = right + " of " + rows.length + " right"
      + (open ? ", " + open + " still open." : ".");
  }

  // The ledger: filters, the grid that sets them, and the date of the verdict.
  function filterLedger(form) {
    var block = form.closest(".tp-ledger");
    var when = form.elements.when.value;
    var want = { part: form.elements.part.value, kind: form.elements.kind.value };
    var verdict = form.elements.verdict.value;
    var words = form.elements.words.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    var cards = block.querySelectorAll(".tp-claims details");
    var shown = 0;
    for (var i = 0; i < cards.length; i++) {
      var card = cards[i];
      var text = card.textContent.toLowerCase();
      var fits = (!want.part || card.dataset.part === want.part)
        && (!want.kind || card.dataset.kind === want.kind)
        && (!verdict || card.dataset[when] === verdict)
        && words.every(function (word) { return text.indexOf(word) >= 0; });
      card.hidden = !fits;
      if (fits) shown++;
    }
    var marks = block.querySelectorAll("[data-now][data-then]:not(details)");
    for (i = 0; i < marks.length; i++) {
      marks[i].classList.remove(marks[i].dataset.now, marks[i].dataset.then);
      marks[i].classList.add(marks[i].dataset[when]);
      if (marks[i].classList.contains("tp-mark")) {
        marks[i].textContent = marks[i].dataset[when].replace("tp-", "").replace(/-/g, " ");
      }
    }
    var cells = block.querySelectorAll(".tp-grid button");
    for (i = 0; i < cells.length; i++) {
      cells[i].setAttribute("aria-pressed", String(
        cells[i].dataset.part === want.part && cells[i].dataset.kind === want.kind));
    }
    block.querySelector(".tp-count").textContent = shown
      ? shown + " of " + cards.length + " claims"
      : "No claim fits. Choose fewer filters, or show all.";
  }

  document.addEventListener("click", function (event) {
    var cell = event.target.closest && event.target.closest(".tp-grid button");
    if (!cell) return;
    var form = cell.closest(".tp-ledger").querySelector(".tp-filters");
    var on = cell.getAttribute("aria-pressed") === "true";
    form.elements.part.value = on ? "" : cell.dataset.part;
    form.elements.kind.value = on ? "" : cell.dataset.kind;
    filterLedger(form);
  });

  ["change", "input"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      var form = event.target.closest && event.target.closest(".tp-filters");
      if (form) filterLedger(form);
    });
  });

  document.addEventListener("reset", function (event) {
    // The fields are empty only after this event.
    if (event.target.matches(".tp-filters")) setTimeout(filterLedger, 0, event.target);
  });

  document.addEventListener("input", function (event) {
    var slider = event.target;
    if (slider.matches && slider.matches(".tp-predict input[type=range]")) {
      slider.form.querySelector("output").textContent = shown(slider);
    }
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

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.closest || !form.closest(".tp-block")) return;
    event.preventDefault();
    if (form.closest(".tp-predict")) return commit(form);
    if (form.closest(".tp-sorting")) return sortItems(form);
    if (!form.dataset.item) return;
    var item = JSON.parse(form.dataset.item);
    (item.type === "choice" ? checkChoice : checkNumber)(form, item);
  });
})();

/* The forecast sheet, the record of a deal and the weighing of the argument. They start by themselves, also when an
   output of Jupyter brings the script along once more. */
(function () {
  "use strict";
  if (window.threePillarsSheets) return window.threePillarsSheets();

  function each(root, selector, work) {
    Array.prototype.forEach.call(root.querySelectorAll(selector), work);
  }

  function add(parent, tag, text, name) {
    var made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (name) made.className = name;
    parent.appendChild(made);
    return made;
  }

  function sum(list) {
    return list.reduce(function (a, b) { return a + b; }, 0);
  }

  // What is kept of a sheet, under the name of its format and in this browser only.
  function kept(store) {
    var text = null;
    try {
      text = window.localStorage.getItem(store);
      return { saved: text ? JSON.parse(text) : {}, works: true };
    } catch (error) {
      if (text !== null) {
        // Not ours to throw away: it moves aside.
        try {
          window.localStorage.setItem(store + "-damaged", text);
          window.localStorage.removeItem(store);
        } catch (again) { /* then it stays where it is */ }
        return { saved: {}, works: true, damaged: true };
      }
      return { saved: {}, works: false };
    }
  }

  function keep(store, content) {
    try {
      window.localStorage.setItem(store, JSON.stringify(content));
      return true;
    } catch (error) {
      return false;
    }
  }

  function isProbability(value) {
    return typeof value === "number" && value >= 0 && value <= 1;
  }

  // Files. The sentences are those of three_pillars.blocks.read_file().
  function readFile(text, name, sheet, what) {
    var content;
    try {
      content = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch (error) {
      throw new Error(name + " is damaged and cannot be read; save it again.");
    }
    if (!content || typeof content !== "object" || content.format !== sheet.format) {
      throw new Error(name + " is not " + what + " of this book.");
    }
    if (content.version !== sheet.version) {
      throw new Error(name + " is of version " + JSON.stringify(content.version)
        + ", and this book reads version " + sheet.version + ".");
    }
    return content;
  }

  function readFiles(files, use) {
    return Promise.all(files.map(function (file) {
      return new Promise(function (done, fail) {
        var reader = new FileReader();
        reader.onload = function () { done(reader.result); };
        reader.onerror = function () { fail(new Error(file.name + " cannot be read.")); };
        reader.readAsText(file);
      }).then(function (text) { return use(text, file.name); });
    }));
  }

  function saveFile(block, name, content) {
    var text = JSON.stringify(content, null, 1);
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
    link.download = name;
    block.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  // The buttons of a block: two of them choose files first, one file or a whole class.
  function onActions(block, act, open) {
    var file = block.querySelector(".tp-file");
    block.querySelector(".tp-actions").addEventListener("click", function (event) {
      var action = event.target.dataset.do;
      if (action) act(action, event.target);
      if (action === "open" || action === "class") {
        file.multiple = action === "class";
        file.dataset.use = action;
        file.value = "";
        file.click();
      }
    });
    file.addEventListener("change", function () {
      if (file.files.length) open(Array.prototype.slice.call(file.files), file.dataset.use);
    });
  }

  // The same sentences as three_pillars.verdict.read_answers(); throws one of them.
  function readAnswers(text, name, sheet) {
    var content = readFile(text, name, sheet, "an answers file");
    var answers = content.answers;
    if (!answers || typeof answers !== "object" || Array.isArray(answers)) {
      throw new Error(name + " holds no answers.");
    }
    Object.keys(answers).forEach(function (key) {
      var value = answers[key];
      if (!sheet.days[key]) {
        throw new Error(name + ": there is no question \u201c" + key + "\u201d in this book.");
      }
      if (typeof value !== "number") {
        var percent = typeof value === "string" && /^\s*[\d.,]+\s*%\s*$/.test(value);
        throw new Error(name + ", question " + key + ": \u201c" + value
          + "\u201d is not a probability between 0 and 1"
          + (percent ? "; write " + parseFloat(value.replace(",", ".")) / 100 : "") + ".");
      }
      if (!isProbability(value)) {
        throw new Error(name + ", question " + key + ": " + value + " lies outside 0 to 1"
          + (value > 1 && value <= 100 ? "; for " + value + "% write " + value / 100 : "") + ".");
      }
    });
    return answers;
  }

  // Days of one question depend on each other: each question counts once.
  function byQuestion(ids, sheet) {
    var count = {};
    ids.forEach(function (id) {
      var key = sheet.days[id].question.id;
      count[key] = (count[key] || 0) + 1;
    });
    var questions = Object.keys(count).length;
    return ids.map(function (id) {
      return 1 / count[sheet.days[id].question.id] / questions;
    });
  }

  function brier(answers, ids, sheet) {
    var weight = byQuestion(ids, sheet);
    return sum(ids.map(function (id, i) {
      return weight[i] * Math.pow(answers[id] - sheet.days[id].came, 2);
    }));
  }

  function filled(ids, value) {
    var out = {};
    ids.forEach(function (id) { out[id] = typeof value === "function" ? value(id) : value; });
    return out;
  }

  function percent(value) {
    return String(Math.round(value * 1000) / 10) + "%";
  }

  function Sheet(block) {
    var sheet = this;
    sheet.block = block;
    var data = JSON.parse(block.querySelector(".tp-data").textContent);
    sheet.format = data.format;
    sheet.version = data.version;
    sheet.scales = data.scales;
    sheet.base = data.base;
    sheet.count = data.questions.length;
    sheet.days = {};
    data.questions.forEach(function (question) {
      question.horizons.forEach(function (day) {
        day.question = question;
        sheet.days[day.id] = day;
      });
    });
    var found = kept(sheet.format);
    var saved = found.saved && typeof found.saved === "object" ? found.saved : {};
    sheet.answers = {};
    sheet.revealed = {};
    sheet.words = Object.assign({}, sheet.scales[Object.keys(sheet.scales)[0]].words);
    sheet.scale = Object.keys(sheet.scales)[0];
    Object.keys(saved.answers || {}).forEach(function (id) {
      if (sheet.days[id] && isProbability(saved.answers[id])) sheet.answers[id] = saved.answers[id];
    });
    (Array.isArray(saved.revealed) ? saved.revealed : []).forEach(function (id) {
      if (sheet.days[id]) sheet.revealed[id] = true;
    });
    Object.keys(saved.words || {}).forEach(function (name) {
      if (name in sheet.words && isProbability(saved.words[name])) {
        sheet.words[name] = saved.words[name];
        sheet.scale = saved.scale in sheet.scales ? saved.scale : "own";
      }
    });
    sheet.bind();
    sheet.draw();
    if (found.damaged) {
      sheet.say("What this browser had kept was damaged and has been set aside; the sheet starts empty.");
    } else if (!found.works) {
      sheet.say("This browser keeps nothing here. Save your answers as a file before you leave.");
    }
  }

  Sheet.prototype.say = function (text) {
    this.block.querySelector(".tp-feedback").textContent = text;
  };

  Sheet.prototype.keep = function () {
    var done = keep(this.format, {
      version: this.version, answers: this.answers, revealed: Object.keys(this.revealed),
      words: this.words, scale: this.scale
    });
    if (!done) {
      this.say("This browser keeps nothing here. Save your answers as a file before you leave.");
    }
    return done;
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
      var id = idOf(event.target);
      if (id) sheet.set(id, Number(event.target.value) / 100);
    }
    var asks = block.querySelector(".tp-asks");
    asks.addEventListener("input", take);
    // Not "click": a click on the label would set an answer too.
    asks.addEventListener("pointerup", take);
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
      var field = event.target;
      if (field.name === "scale") {
        sheet.scale = field.value;
        if (sheet.scales[field.value]) {
          Object.assign(sheet.words, sheet.scales[field.value].words);
        }
      } else {
        sheet.words[field.name] = Number(field.value) / 100;
        sheet.scale = "own";
      }
      sheet.keep();
      sheet.drawResult();
    });
    onActions(block, function (action, button) {
      if (action !== "clear") sheet.disarm();
      if (action === "some" || action === "all") sheet.reveal(action === "all");
      if (action === "save") sheet.save();
      if (action === "clear") sheet.clear(button);
    }, function (files, use) { sheet.open(files, use); });
  };

  Sheet.prototype.reveal = function (all) {
    var sheet = this;
    var ids = Object.keys(sheet.days).filter(function (id) {
      return all || id in sheet.answers;
    });
    if (!ids.length) return sheet.say("Set an answer first; then its outcome shows.");
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

  Sheet.prototype.disarm = function () {
    var button = this.block.querySelector("[data-do=clear]");
    button.textContent = "Clear everything";
    delete button.dataset.armed;
  };

  Sheet.prototype.clear = function (button) {
    if (!button.dataset.armed) {
      button.dataset.armed = "yes";
      button.textContent = "Yes, clear everything";
      return this.say("This takes back all answers and all that was revealed. Press once more to "
        + "do it.");
    }
    this.disarm();
    this.answers = {};
    this.revealed = {};
    this.scale = Object.keys(this.scales)[0];
    Object.assign(this.words, this.scales[this.scale].words);
    this.block.querySelector(".tp-class").hidden = true;
    this.say("The sheet is empty.");
    this.keep();
    this.draw();
  };

  Sheet.prototype.save = function () {
    if (!Object.keys(this.answers).length) return this.say("There is nothing to save yet.");
    saveFile(this.block, "my_forecasts.json",
      { format: this.format, version: this.version, answers: this.answers });
    this.say("Saved as my_forecasts.json, with " + Object.keys(this.answers).length + " answers.");
  };

  Sheet.prototype.open = function (files, use) {
    var sheet = this;
    readFiles(files, function (text, name) {
      return { name: name.replace(/\.json$/, ""), answers: readAnswers(text, name, sheet) };
    }).then(function (members) {
      if (use === "class") return sheet.compare(members);
      var read = members[0].answers;
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
      sheet.say(Object.keys(read).length + " answers read"
        + (replaced ? ", " + replaced + " of them in place of yours" : "")
        + (locked ? "; " + locked + " already revealed stay as they were" : "") + ".");
      sheet.keep();
      sheet.draw();
    }).catch(function (error) {
      sheet.say(error.message + " Your own answers are as they were.");
    });
  };

  Sheet.prototype.compare = function (members) {
    var sheet = this;
    if (members.length < 2) return sheet.say("A class needs two answers files or more.");
    var every = Object.keys(sheet.days).filter(function (id) {
      return members.some(function (member) { return id in member.answers; });
    });
    var common = every.filter(function (id) {
      return members.every(function (member) { return id in member.answers; });
    });
    if (!common.length) {
      return sheet.say("No question was answered by all of them, so nothing can be compared.");
    }
    var own = members.map(function (member) { return brier(member.answers, common, sheet); });
    var mean = filled(common, function (id) {
      return sum(members.map(function (member) { return member.answers[id]; })) / members.length;
    });
    var place = sheet.block.querySelector(".tp-class");
    place.textContent = "";
    add(place, "h3", "Your class");
    add(place, "p", members.length + " files, " + common.length + " answers that all of them gave. "
      + "Mean of the members\u2019 own Brier scores: " + (sum(own) / own.length).toFixed(3)
      + ". Score of their mean forecast: " + brier(mean, common, sheet).toFixed(3) + ".",
      "tp-classes");
    var frame = add(place, "div", undefined, "tp-scroll");
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Answers of the class");
    var table = add(frame, "table");
    var head = add(add(table, "thead"), "tr");
    ["Question", "By", "Lowest", "Median", "Highest", "Answers"].forEach(function (text) {
      add(head, "th", text).scope = "col";
    });
    var body = add(table, "tbody");
    every.forEach(function (id) {
      var given = members.filter(function (member) { return id in member.answers; })
        .map(function (member) { return member.answers[id]; })
        .sort(function (a, b) { return a - b; });
      var middle = (given[Math.floor((given.length - 1) / 2)] + given[Math.ceil((given.length - 1) / 2)]) / 2;
      var row = add(body, "tr");
      add(row, "td", sheet.days[id].question.question);
      add(row, "td", sheet.days[id].by);
      [given[0], middle, given[given.length - 1]].forEach(function (value) {
        add(row, "td", percent(value));
      });
      add(row, "td", String(given.length));
    });
    place.hidden = false;
    sheet.say(members.length + " files compared; the result is below.");
  };

  // Showing

  Sheet.prototype.draw = function () {
    var sheet = this;
    Object.keys(sheet.days).forEach(function (id) { sheet.drawAsk(id); });
    sheet.drawCount();
    sheet.drawResult();
  };

  Sheet.prototype.drawAsk = function (id) {
    var day = this.days[id];
    var ask = this.block.querySelector('.tp-ask[data-id="' + id + '"]');
    var slider = ask.querySelector("input");
    var set = id in this.answers;
    var text = set ? percent(this.answers[id]) : "not set";
    slider.value = set ? this.answers[id] * 100 : 50;
    slider.setAttribute("aria-valuetext", text);
    slider.disabled = Boolean(this.revealed[id]);
    ask.querySelector("output").textContent = text;
    ask.querySelector(".tp-slider").classList.toggle("tp-unset", !set);
    var place = ask.querySelector(".tp-came");
    if (!this.revealed[id]) { place.textContent = ""; return; }
    if (place.firstChild) return;
    add(place, "strong", day.came ? "It happened" : "It did not happen");
    if (day.came && day.on) add(place, "span", ", " + day.on);
    add(place, "span", ". " + day.detail + ". ");
    if (!day.verified) add(place, "span", "Not verified. ", "tp-mark");
    if (set) {
      add(place, "span", "Your Brier score here: "
        + Math.pow(this.answers[id] - day.came, 2).toFixed(2) + ". ");
    }
    add(place, "span", "Source: ", "tp-kind");
    if (day.url) {
      var link = add(place, "a", day.source, "tp-kind");
      link.href = day.url;
    } else {
      add(place, "span", day.source, "tp-kind");
    }
    add(place, "span", ".", "tp-kind");
  };

  Sheet.prototype.drawCount = function () {
    var sheet = this;
    function questions(ids) {
      var seen = {};
      ids.forEach(function (id) { seen[sheet.days[id].question.id] = true; });
      return Object.keys(seen).length;
    }
    var text = questions(Object.keys(sheet.answers)) + " of " + sheet.count + " questions set";
    var open = Object.keys(sheet.revealed);
    if (open.length) text += ", " + questions(open) + " revealed";
    sheet.block.querySelector(".tp-progress").textContent = text + ".";
  };

  Sheet.prototype.said = function (id) {
    var question = this.days[id].question;
    var value = this.words[question.strength];
    return question.expects === "no" ? 1 - value : value;
  };

  Sheet.prototype.drawResult = function () {
    var sheet = this;
    var ids = Object.keys(sheet.days).filter(function (id) {
      return sheet.revealed[id] && id in sheet.answers;
    });
    var place = sheet.block.querySelector(".tp-result");
    place.hidden = !ids.length;
    each(sheet.block, ".tp-words input", function (field) {
      field.value = sheet.words[field.name] * 100;
      field.setAttribute("aria-valuetext", percent(sheet.words[field.name]));
      field.parentNode.querySelector("output").textContent = percent(sheet.words[field.name]);
    });
    sheet.block.querySelector("[name=scale]").value = sheet.scale;
    if (!ids.length) return;
    var heard = ids.filter(function (id) { return sheet.days[id].question.strength !== "not_said"; });
    var body = place.querySelector("tbody");
    body.textContent = "";
    function row(name, answers, which) {
      if (!which.length) return;
      var line = add(body, "tr");
      add(line, "th", name).scope = "row";
      add(line, "td", brier(answers, which, sheet).toFixed(3));
      var seen = {};
      which.forEach(function (id) { seen[sheet.days[id].question.id] = true; });
      add(line, "td", String(Object.keys(seen).length));
    }
    row("You", sheet.answers, ids);
    row("Always 50%", filled(ids, 0.5), ids);
    row("Base rate of all questions, " + percent(sheet.base), filled(ids, sheet.base), ids);
    row("Nothing changes (0 or 100%)", filled(ids, function (id) {
      return sheet.days[id].question.continues ? 1 : 0;
    }), ids);
    if (heard.length < ids.length) row("You, where the commentary speaks", sheet.answers, heard);
    row("The commentary, by its words", filled(heard, function (id) { return sheet.said(id); }), heard);
    sheet.drawPlot(ids);
  };

  Sheet.prototype.drawPlot = function (ids) {
    var sheet = this;
    var weight = byQuestion(ids, sheet);
    var bands = [0, 1, 2, 3, 4].map(function () { return { w: 0, said: 0, came: 0, n: 0 }; });
    ids.forEach(function (id, i) {
      var band = bands[Math.min(4, Math.floor(sheet.answers[id] * 5 + 1e-9))];
      band.w += weight[i];
      band.said += weight[i] * sheet.answers[id];
      band.came += weight[i] * sheet.days[id].came;
      band.n++;
    });
    var size = 260;
    var left = 46;
    var ns = "http://www.w3.org/2000/svg";
    function draw(parent, tag, given, text) {
      var made = document.createElementNS(ns, tag);
      Object.keys(given).forEach(function (key) { made.setAttribute(key, given[key]); });
      if (text !== undefined) made.textContent = text;
      parent.appendChild(made);
      return made;
    }
    function x(value) { return left + value * size; }
    function y(value) { return 12 + (1 - value) * size; }
    var svg = document.createElementNS(ns, "svg");
    svg.setAttribute("viewBox", "0 0 " + (left + size + 26) + " " + (size + 62));
    svg.setAttribute("role", "img");
    var spoken = [];
    [0, 0.5, 1].forEach(function (value) {
      draw(svg, "line", { x1: x(0), x2: x(1), y1: y(value), y2: y(value), "class": "tp-line" });
      draw(svg, "line", { x1: x(value), x2: x(value), y1: y(0), y2: y(1), "class": "tp-line" });
      draw(svg, "text", { x: x(value), y: y(0) + 18, "text-anchor": "middle" }, value * 100 + "%");
      draw(svg, "text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, value * 100 + "%");
    });
    draw(svg, "text", { x: x(0.5), y: y(0) + 40, "text-anchor": "middle" }, "you said");
    draw(svg, "text", { x: 0, y: y(0.75) }, "came");
    draw(svg, "line", { x1: x(0), x2: x(1), y1: y(0), y2: y(1), "class": "tp-perfect" });
    bands.forEach(function (band) {
      if (!band.n) return;
      var dot = draw(svg, "circle", { cx: x(band.said / band.w), cy: y(band.came / band.w),
        r: 4 + 2.5 * Math.sqrt(band.n), "class": "tp-dot" });
      var text = "said " + percent(band.said / band.w) + ", came " + percent(band.came / band.w)
        + ", " + band.n + (band.n === 1 ? " answer" : " answers");
      draw(dot, "title", {}, text);
      spoken.push(text);
    });
    svg.setAttribute("aria-label", "Calibration plot: " + spoken.join("; ") + ".");
    var place = sheet.block.querySelector(".tp-plot");
    place.textContent = "";
    place.appendChild(svg);
    add(place, "p", "Each dot is a fifth of the scale; larger means more answers. On the dashed line "
      + "what you said is what came; below it you promised too much. In numbers: " + spoken.join("; ")
      + ".");
  };

  // The record of a deal: three_pillars.territory does the same sums with the same sentences.

  function percent1(value) {
    return Math.round(value * 1000) / 10;
  }

  // Python shows a text in quotes, and so does this.
  function shown(value) {
    return typeof value === "string" ? "'" + value + "'" : JSON.stringify(value);
  }

  function Deals(block) {
    var deals = this;
    deals.block = block;
    Object.assign(deals, JSON.parse(block.querySelector(".tp-data").textContent));
    deals.form = block.querySelector("form");
    var found = kept(deals.format);
    try {
      if (found.saved && found.saved.group !== undefined) deals.fill(found.saved);
    } catch (error) { /* what another version kept does not fit; the form starts empty */ }
    function changed() {
      deals.say("");
      if (!keep(deals.format, deals.entered())) {
        deals.say("This browser keeps nothing here. Save the deal as a file before you leave.");
      }
      deals.tell();
    }
    deals.form.addEventListener("input", changed);
    deals.form.addEventListener("change", changed);
    onActions(block, function (action) {
      if (action === "save") deals.save();
    }, function (files, use) { deals.open(files, use); });
    deals.tell();
  }

  Deals.prototype.say = function (text) {
    this.block.querySelector(".tp-feedback").textContent = text;
  };

  Deals.prototype.ticked = function (name) {
    var boxes = this.form.querySelectorAll("[name=" + name + "]:checked");
    return Array.prototype.map.call(boxes, function (box) { return box.value; });
  };

  // What stands in the form, as it was typed.
  Deals.prototype.entered = function () {
    return {
      group: this.form.elements.group.value, game: this.ticked("game")[0],
      agreed: this.ticked("agreed")[0], to_japan: this.ticked("to_japan"),
      etorofu: this.form.elements.etorofu.value, side_deals: this.ticked("side_deals")
    };
  };

  Deals.prototype.fill = function (given) {
    this.form.elements.group.value = given.group;
    this.form.elements.etorofu.value = given.etorofu;
    each(this.form, "input[type=radio], input[type=checkbox]", function (box) {
      box.checked = [].concat(given[box.name]).indexOf(box.value) >= 0;
    });
  };

  // The deal in the form; throws the sentence that says what is missing or wrong.
  Deals.prototype.deal = function () {
    var given = this.entered();
    if (!given.group.trim()) throw new Error("Give your group a name first.");
    if (!given.agreed) throw new Error("Say first whether there is a deal.");
    if (given.agreed === "no") {
      return { group: given.group.trim(), game: given.game, agreed: false, to_japan: [],
        etorofu_share: 0, side_deals: [] };
    }
    var typed = given.etorofu.trim();
    var share = window.threePillarsBlocks.parse(typed);
    if (!typed) throw new Error("Write the share of Etorofu/Iturup in per cent, 0 for none.");
    if (isNaN(share)) {
      throw new Error("\u201c" + typed + "\u201d is not a number. Write the share of Etorofu/Iturup "
        + "in digits, such as 21.");
    }
    if (share < 0 || share > 100) {
      throw new Error(typed + " lies outside 0 to 100: give the share of Etorofu/Iturup in per cent.");
    }
    if (given.side_deals.length && !this.games[given.game].side_deals) {
      throw new Error("The basic version has no side deals: take their ticks away, or choose the "
        + "advanced version.");
    }
    return { group: given.group.trim(), game: given.game, agreed: true, to_japan: given.to_japan,
      etorofu_share: Math.round(share * 1e4) / 1e6, side_deals: given.side_deals };
  };

  Deals.prototype.outcome = function (deal) {
    var cut = this.groups[this.groups.length - 1];
    var out = {};
    ["land", "people", "sea"].forEach(function (key) {
      var all = sum(this.groups.map(function (group) { return group[key]; }));
      var part = sum(this.groups.filter(function (group) {
        return deal.to_japan.indexOf(group.id) >= 0;
      }).map(function (group) { return group[key]; }));
      out[key] = (part + (key === "sea" ? this.cutSea(deal.etorofu_share)
        : cut[key] * deal.etorofu_share)) / all;
    }, this);
    return out;
  };

  // Between the shares for which the model's sea is known, it grows evenly.
  Deals.prototype.cutSea = function (share) {
    var knots = this.knots;
    for (var i = 1; i < knots.length - 1 && knots[i][0] < share; i++);
    var low = knots[i - 1];
    return low[1] + (knots[i][1] - low[1]) * (share - low[0]) / (knots[i][0] - low[0]);
  };

  Deals.prototype.tell = function () {
    var place = this.block.querySelector(".tp-total");
    var deal;
    try { deal = this.deal(); } catch (error) { place.textContent = ""; return; }
    var out = this.outcome(deal);
    place.textContent = deal.agreed ? "To Japan: " + percent1(out.land).toFixed(1)
      + "% of the land, " + percent1(out.people).toFixed(1) + "% of the people of 2023 if spread evenly, "
      + percent1(out.sea).toFixed(1) + "% of the sea in the model." : "";
  };

  Deals.prototype.save = function () {
    var deal;
    try { deal = this.deal(); } catch (error) {
      return this.say(error.message + " Nothing is saved yet; what you entered stays.");
    }
    var name = deal.group.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
    name = "deal_" + (name || "group") + ".json";
    saveFile(this.block, name, { format: this.format, version: this.version, deal: deal });
    this.say("Saved as " + name + ".");
  };

  Deals.prototype.read = function (text, name) {
    var deals = this;
    var deal = readFile(text, name, deals, "the file of a deal").deal;
    var ids = deals.groups.slice(0, -1).map(function (group) { return group.id; });
    function wrong(words) { throw new Error(name + words); }
    if (!deal || typeof deal !== "object" || Array.isArray(deal)) wrong(" holds no deal.");
    if (typeof deal.group !== "string" || !deal.group.trim()) {
      wrong(" does not name its group of players.");
    }
    if (!Object.prototype.hasOwnProperty.call(deals.games, deal.game)) {
      wrong(": there is no version " + shown(deal.game) + "; they are "
        + Object.keys(deals.games).join(" and ") + ".");
    }
    if (typeof deal.agreed !== "boolean") wrong(" does not say whether there was a deal.");
    ["to_japan", "side_deals"].forEach(function (key) {
      if (!Array.isArray(deal[key])) wrong(" holds no list of " + key + ".");
    });
    deal.to_japan.forEach(function (id) {
      if (ids.indexOf(id) < 0) wrong(": " + shown(id) + " is none of the groups " + ids.join(", ") + ".");
    });
    if (!isProbability(deal.etorofu_share)) {
      wrong(": the share of " + deals.groups[ids.length].name + " is " + shown(deal.etorofu_share)
        + "; give a number from 0 to 1, such as 0.25.");
    }
    deal.side_deals.forEach(function (key) {
      if (!Object.prototype.hasOwnProperty.call(deals.side_deals, key)) {
        wrong(": there is no side deal " + shown(key) + "; they are "
          + Object.keys(deals.side_deals).join(", ") + ".");
      }
    });
    if (deal.side_deals.length && !deals.games[deal.game].side_deals) {
      wrong(" has side deals, and the " + deal.game
        + " version has none; take them out, or choose the advanced version.");
    }
    deal.group = deal.group.trim();
    return deal;
  };

  Deals.prototype.open = function (files, use) {
    var deals = this;
    readFiles(files, function (text, name) { return deals.read(text, name); }).then(function (read) {
      if (use === "class") return deals.compare(read);
      var deal = read[0];
      deals.fill({ group: deal.group, game: deal.game, agreed: deal.agreed ? "yes" : "no",
        to_japan: deal.to_japan, etorofu: String(Math.round(deal.etorofu_share * 1e6) / 1e4),
        side_deals: deal.side_deals });
      keep(deals.format, deals.entered());
      deals.tell();
      deals.say("The deal of " + deal.group + " is in the form.");
    }).catch(function (error) {
      deals.say(error.message + " What you entered stays.");
    });
  };

  Deals.prototype.weigh = function (deal) {
    var deals = this;
    var rules = deals.games[deal.game];
    var out = deals.outcome(deal);
    var share = out[rules.measure];
    var most = Math.min(1, rules.most + sum(deal.side_deals.map(function (key) {
      return deals.side_deals[key].worth;
    })));
    var vetoes = [];
    if (rules.side_deals) {
      Object.keys(deals.side_deals).forEach(function (key) {
        var promise = deals.side_deals[key];
        var against = deal.side_deals.indexOf(key) >= 0 ? promise.vetoed_by : promise.wanted_by;
        if (against && vetoes.indexOf(against) < 0) vetoes.push(against);
      });
    }
    var tokyo = share >= rules.least - 1e-9;
    var moscow = share <= most + 1e-9;
    var result = tokyo && moscow ? (vetoes.length ? "vetoed" : "in the zone")
      : tokyo ? "only Tokyo" : moscow ? "only Moscow" : "neither";
    return {
      row: deal.group, what: "deal", result: deal.agreed ? result : "no deal", counts: rules.measure,
      share: deal.agreed ? percent1(share) : null,
      least: percent1(rules.least), most: percent1(most),
      land: deal.agreed ? percent1(out.land) : null,
      people: deal.agreed ? percent1(out.people) : null,
      sea: deal.agreed ? percent1(out.sea) : null,
      side_deals: Object.keys(deals.side_deals).filter(function (key) {
        return deal.side_deals.indexOf(key) >= 0;
      }).map(function (key) { return deals.side_deals[key].label; }).join("; "),
      vetoes: deal.agreed ? vetoes.join(", ") : "", note: deal.agreed ? "" : "no deal"
    };
  };

  // The page's own chart takes in the deals: its rows, its words, its table.
  Deals.prototype.compare = function (read) {
    var deals = this;
    var game = read[0].game;
    if (read.some(function (deal) { return deal.game !== game; })) {
      return deals.say("These deals are of two versions of the game, which count different things; "
        + "chart those of one version. What you entered stays.");
    }
    var rules = deals.games[game];
    var own = read.map(function (deal) { return deals.weigh(deal); });
    own.sort(function (a, b) {
      return (b.share === null ? -1 : b.share) - (a.share === null ? -1 : a.share);
    });
    var seen = {};
    own.forEach(function (row) {
      var name = row.row;
      seen[" " + name] = (seen[" " + name] || 0) + 1;
      if (seen[" " + name] > 1) row.row = name + " (" + seen[" " + name] + ")";
    });
    var rows = own.concat(rules.rows).map(function (row, i) {
      return Object.assign({}, row, { place: i });
    });
    var inside = own.filter(function (row) { return row.result === "in the zone"; }).length;
    var low = percent1(rules.least);
    var high = percent1(rules.most);
    var title = "Deals of the class in the zone of the role sheets: " + inside + " of " + own.length;
    var subtitle = "Share of the " + rules.measure + " that goes to Japan. Green: the zone in which "
      + "both sign, by the game's assumptions";
    var text = "Dot plot of " + own.length + " results of a class and " + rules.rows.length
      + " divisions ever floated by the share of the " + rules.measure + " that goes to Japan, with the "
      + "zone of agreement of the role sheets, " + (low <= high ? "from " + low + " to " + high + "%"
        : "none before side deals: " + low + "% at least against " + high + "% at most")
      + ", and who could sign each. "
      + own.map(function (row) {
        return row.row + ": " + (row.share === null ? "no deal"
          : row.share.toFixed(1) + "%, " + row.result);
      }).join("; ") + ".";
    var figure = deals.block.querySelector("figure.chart");
    each(figure, "script.chart-spec, script.chart-spec-narrow", function (script) {
      var spec = JSON.parse(script.textContent);
      if (!script.tpHeight) script.tpHeight = spec.height - deals.row_height * rules.rows.length;
      spec.height = script.tpHeight + deals.row_height * rows.length;
      spec.description = text;
      if (spec.datasets) spec.datasets[Object.keys(spec.datasets)[0]] = rows;
      script.textContent = JSON.stringify(spec);
    });
    figure.querySelector(".chart-title").textContent = title;
    figure.querySelector(".chart-subtitle").textContent = subtitle;
    figure.querySelector(".chart-static").setAttribute("aria-label", text);
    var table = figure.querySelector(".chart-data table");
    figure.querySelector(".chart-data summary").textContent = "Data of this chart (" + rows.length
      + " rows)";
    var columns = Array.prototype.map.call(table.querySelectorAll("th"), function (cell) {
      return cell.textContent;
    });
    var body = table.querySelector("tbody");
    body.textContent = "";
    rows.forEach(function (row) {
      var line = add(body, "tr");
      columns.forEach(function (name) {
        add(line, "td", row[name] === null ? "" : String(row[name]));
      });
    });
    deals.block.classList.add("tp-open");
    document.dispatchEvent(new CustomEvent("tp-changed", { detail: figure }));
    deals.say(own.length + (own.length === 1 ? " file" : " files") + " charted; the chart is below.");
    var heading = deals.block.querySelector(".tp-class h3");
    heading.tabIndex = -1;
    heading.focus();
  };

  // Weighing the argument: three_pillars.verdict.argument_score() and leverage() do the same sums.

  function weigh(block) {
    var claims = JSON.parse(block.querySelector(".tp-data").textContent);
    var form = block.querySelector("form");
    var worth = { supported: 1, contradicted: 0 };

    function score(rows) {
      var mass = sum(rows.map(function (row) { return row.weight; }));
      return mass > 1e-12
        ? sum(rows.map(function (row) { return row.weight * row.worth; })) / mass : null;
    }

    function draw() {
      var weight = { pillar: {}, kind: {} };
      each(form, "input[data-column]", function (field) {
        weight[field.dataset.column][field.dataset.name] = Number(field.value);
        field.setAttribute("aria-valuetext", field.value);
        field.parentNode.querySelector("output").textContent = field.value;
      });
      var partly = form.elements.partly;
      partly.setAttribute("aria-valuetext", partly.value + "%");
      partly.parentNode.querySelector("output").textContent = partly.value + "%";
      var when = form.elements.when.value;
      var out = 0;
      var rows = [];
      claims.forEach(function (claim) {
        var verdict = claim[when];
        var value = verdict === "partly" ? Number(partly.value) / 100 : worth[verdict];
        if (value === undefined) { out++; return; }
        rows.push({ claim: claim, worth: value,
          weight: weight.pillar[claim.pillar] * weight.kind[claim.kind] });
      });
      var total = block.querySelector(".tp-total");
      var bars = block.querySelector(".tp-bars");
      var moves = block.querySelector(".tp-moves");
      bars.textContent = moves.textContent = total.textContent = "";
      var mine = score(rows);
      if (mine === null) {
        total.textContent = "Nothing is left to weigh. Give a pillar and a kind a weight above 0.";
        return;
      }
      add(total, "strong", "Your score for the argument: " + (mine * 100).toFixed(1) + " of 100.");
      add(total, "span", " " + rows.filter(function (row) { return row.weight > 0; }).length
        + " claims count, " + out + " untestable left out.");
      Object.keys(weight.pillar).forEach(function (name) {
        var own = rows.filter(function (row) { return row.claim.pillar === name; });
        var value = score(own);
        var line = add(bars, "div", undefined, "tp-bar");
        add(line, "span", name);
        var track = add(line, "span", undefined, "tp-track");
        add(track, "span", undefined, "tp-fill").style.width = (value || 0) * 100 + "%";
        add(line, "span", value === null ? "left out" : (value * 100).toFixed(0));
      });
      var mass = sum(rows.map(function (row) { return row.weight; }));
      var effects = rows.filter(function (row) { return row.weight > 0 && mass - row.weight > 1e-12; })
        .map(function (row) {
          var without = (mine * mass - row.weight * row.worth) / (mass - row.weight);
          return { row: row, effect: mine - without, without: without };
        });
      effects.forEach(function (item, i) {
        item.size = Math.round(Math.abs(item.effect) * 1e9);
        item.place = i;
      });
      effects.sort(function (a, b) { return b.size - a.size || a.place - b.place; });
      if (!effects.length) return;
      add(moves, "p", "Three claims that move it most:", "tp-question");
      var list = add(moves, "ol");
      effects.slice(0, 3).forEach(function (item) {
        var line = add(list, "li");
        add(line, "span", item.row.claim[when], "tp-mark tp-" + item.row.claim[when]);
        add(line, "span", " " + item.row.claim.claim_id + ". " + item.row.claim.claim
          + ". Without it: " + (item.without * 100).toFixed(1) + ".");
      });
      var same = effects.filter(function (item) { return item.size === effects[2 % effects.length].size; });
      if (effects.length > 3 && effects[3].size === effects[2].size) {
        add(moves, "p", same.length + " claims move it as much as the third; the first of them in the "
          + "text is shown.", "tp-kind");
      }
    }

    form.addEventListener("input", draw);
    form.addEventListener("reset", function () { setTimeout(draw, 0); });
    draw();
  }

  function start() {
    each(document, ".tp-sheet:not([data-ready])", function (block) {
      block.dataset.ready = "yes";
      new Sheet(block);
    });
    each(document, ".tp-deal:not([data-ready])", function (block) {
      block.dataset.ready = "yes";
      new Deals(block);
    });
    each(document, ".tp-weighing:not([data-ready])", function (block) {
      block.dataset.ready = "yes";
      weigh(block);
    });
  }

  window.threePillarsSheets = start;
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
