/* Files of answers, with the sentences of three_pillars.verdict.read_answers(). */

// What to write instead of plain per cent, such as "40,5 %".
function asFraction(value) {
  var plain = typeof value === "string" && /^\s*(\d+[.,]?\d*|[.,]\d+)\s*%\s*$/.exec(value);
  var percent = plain ? Number(plain[1].replace(",", ".")) : NaN;
  return percent <= 100 ? "; write " + percent / 100 : "";
}

// Answers by day of a question. `sheet` has `format`, `version` and `days`; throws a sentence that
// says what is wrong.
function readAnswers(text, name, sheet) {
  var content = tp.readFile(text, name, sheet, "an answers file");
  var answers = content.answers;
  if (!answers || typeof answers !== "object" || Array.isArray(answers)) {
    throw new Error(name + " holds no answers.");
  }
  Object.keys(answers).forEach(function (key) {
    var value = answers[key];
    if (!tp.own(sheet.days, key)) {
      throw new Error(name + ": there is no question \u201c" + key + "\u201d in this book.");
    }
    if (typeof value !== "number") {
      throw new Error(name + ", question " + key + ": \u201c"
        + (typeof value === "string" ? value : JSON.stringify(value))
        + "\u201d is not a probability between 0 and 1" + asFraction(value) + ".");
    }
    if (!tp.isProbability(value)) {
      throw new Error(name + ", question " + key + ": " + value + " lies outside 0 to 1"
        + (value > 1 && value <= 100 ? "; for " + value + "% write " + value / 100 : "") + ".");
    }
  });
  return answers;
}

tp.readAnswers = readAnswers;
