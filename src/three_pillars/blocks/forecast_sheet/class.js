/* A class: the spread of its answers, and its mean forecast against its members. */

function median(sorted) {
  var middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

function spreadTable(place, ids, members, sheet) {
  var frame = tp.add(place, "div", undefined, "tp-scroll");
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "Answers of the class");
  var table = tp.add(frame, "table");
  var head = tp.add(tp.add(table, "thead"), "tr");
  ["Question", "By", "Lowest", "Median", "Highest", "Answers"].forEach(function (text) {
    tp.add(head, "th", text).scope = "col";
  });
  var body = tp.add(table, "tbody");
  ids.forEach(function (id) {
    var given = members.filter(function (member) { return id in member.answers; })
      .map(function (member) { return member.answers[id]; })
      .sort(function (a, b) { return a - b; });
    var row = tp.add(body, "tr");
    tp.add(row, "td", sheet.days[id].question.question);
    tp.add(row, "td", sheet.days[id].by);
    [given[0], median(given), given[given.length - 1]].forEach(function (value) {
      tp.add(row, "td", percent(value));
    });
    tp.add(row, "td", String(given.length));
  });
}

// Shows the class in its place, or says why nothing can be compared.
function compareClass(members, sheet) {
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
    return tp.sum(members.map(function (member) { return member.answers[id]; })) / members.length;
  });
  var place = sheet.block.querySelector(".tp-class");
  place.textContent = "";
  tp.add(place, "h3", "Your class");
  tp.add(place, "p", tp.counted(members.length, "file") + ", "
    + tp.counted(common.length, "answer") + " that all of them gave. "
    + "Mean of the members\u2019 own Brier scores: " + (tp.sum(own) / own.length).toFixed(3)
    + ". Score of their mean forecast: " + brier(mean, common, sheet).toFixed(3) + ".",
    "tp-classes");
  spreadTable(place, every, members, sheet);
  place.hidden = false;
  sheet.say(tp.counted(members.length, "file") + " compared; the result is below.");
}
