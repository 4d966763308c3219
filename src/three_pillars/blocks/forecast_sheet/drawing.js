/* What the sheet shows: each answer, what came, the count, and the scores. */

Sheet.prototype.draw = function () {
  Object.keys(this.days).forEach(this.drawAsk, this);
  this.drawCount();
  this.drawResult();
};

Sheet.prototype.drawAsk = function (id) {
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
  if (!place.firstChild) drawOutcome(place, this.days[id], this.answers[id]);
};

function drawOutcome(place, day, answer) {
  tp.add(place, "strong", day.came ? "It happened" : "It did not happen");
  if (day.came && day.on) tp.add(place, "span", ", " + day.on);
  tp.add(place, "span", ". " + day.detail + ". ");
  if (!day.verified) tp.add(place, "span", "Not verified. ", "tp-mark");
  if (answer !== undefined) {
    tp.add(place, "span", "Your Brier score here: "
      + Math.pow(answer - day.came, 2).toFixed(2) + ". ");
  }
  tp.add(place, "span", "Source: ", "tp-kind");
  if (day.url) tp.add(place, "a", day.source, "tp-kind").href = day.url;
  else tp.add(place, "span", day.source, "tp-kind");
  tp.add(place, "span", ".", "tp-kind");
}

Sheet.prototype.drawCount = function () {
  var open = Object.keys(this.revealed);
  var text = countQuestions(Object.keys(this.answers), this) + " of " + this.count
    + " questions set";
  if (open.length) text += ", " + countQuestions(open, this) + " revealed";
  this.block.querySelector(".tp-progress").textContent = text + ".";
};

Sheet.prototype.drawWords = function () {
  var sheet = this;
  tp.each(sheet.block, ".tp-words input", function (field) {
    var text = percent(sheet.words[field.name]);
    field.value = sheet.words[field.name] * 100;
    field.setAttribute("aria-valuetext", text);
    field.parentNode.querySelector("output").textContent = text;
  });
  sheet.block.querySelector("[name=scale]").value = sheet.scale;
};

// What the commentary said of a day, by the reading of its words.
Sheet.prototype.said = function (id) {
  var question = this.days[id].question;
  var value = this.words[question.strength];
  return question.expects === "no" ? 1 - value : value;
};

Sheet.prototype.drawResult = function () {
  var sheet = this;
  var days = sheet.days;
  var ids = Object.keys(days).filter(function (id) {
    return sheet.revealed[id] && id in sheet.answers;
  });
  var place = sheet.block.querySelector(".tp-result");
  place.hidden = !ids.length;
  sheet.drawWords();
  if (!ids.length) return;
  var heard = ids.filter(function (id) { return days[id].question.strength !== "not_said"; });
  var body = place.querySelector("tbody");
  body.textContent = "";
  function row(name, answers, which) {
    if (!which.length) return;
    var line = tp.add(body, "tr");
    tp.add(line, "th", name).scope = "row";
    tp.add(line, "td", brier(answers, which, sheet).toFixed(3));
    tp.add(line, "td", String(countQuestions(which, sheet)));
  }
  row("You", sheet.answers, ids);
  row("Always 50%", filled(ids, 0.5), ids);
  row("Base rate of all questions, " + percent(sheet.base), filled(ids, sheet.base), ids);
  row("Nothing changes (0 or 100%)", filled(ids, function (id) {
    return days[id].question.continues ? 1 : 0;
  }), ids);
  if (heard.length < ids.length) row("You, where the commentary speaks", sheet.answers, heard);
  row("The commentary, by its words", filled(heard, function (id) { return sheet.said(id); }), heard);
  drawPlot(sheet.block.querySelector(".tp-plot"), ids, sheet);
};
