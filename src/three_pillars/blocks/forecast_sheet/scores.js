/* Scores: three_pillars.verdict.score() does the same sums. `sheet.days` holds each day of each
   question by its id, with its `question` and `came`, 1 or 0. */

function questionsOf(ids, sheet) {
  var seen = Object.create(null);
  ids.forEach(function (id) {
    var key = sheet.days[id].question.id;
    seen[key] = (seen[key] || 0) + 1;
  });
  return seen;
}

function countQuestions(ids, sheet) {
  return Object.keys(questionsOf(ids, sheet)).length;
}

// Days of one question depend on each other: each question counts once.
function weightsOf(ids, sheet) {
  var days = questionsOf(ids, sheet);
  var questions = Object.keys(days).length;
  return ids.map(function (id) { return 1 / days[sheet.days[id].question.id] / questions; });
}

// The score of the answers to these days, by question first; null where there are none.
function brier(answers, ids, sheet) {
  if (!ids.length) return null;
  var weight = weightsOf(ids, sheet);
  return tp.sum(ids.map(function (id, i) {
    return weight[i] * Math.pow(answers[id] - sheet.days[id].came, 2);
  }));
}

// The same answer to all, or that of a function to each.
function filled(ids, value) {
  var out = Object.create(null);
  ids.forEach(function (id) { out[id] = typeof value === "function" ? value(id) : value; });
  return out;
}

function percent(value) {
  return String(Math.round(value * 1000) / 10) + "%";
}

tp.brier = brier;
