/* What is said of a number. three_pillars.blocks.quiz.judging says the same of the same cases. */

// A hair of room, so that an answer on the edge of the tolerance is not lost to rounding.
function near(value, wanted, room) {
  return Math.abs(value - wanted) <= room * (1 + 1e-9) + 1e-12;
}

function decimalsOf(reading) {
  return (reading.split(".")[1] || "").length;
}

// Whether a reading is a number rounded to its digits, of which it must have so many.
function rounds(reading, wanted, digits) {
  if (reading.replace(/^-?[0.]*/, "").replace(".", "").length < digits) return false;
  return near(Number(reading), wanted, 0.5 * Math.pow(10, -decimalsOf(reading)));
}

// The decimals that a tolerance asks for.
function wantedDecimals(room) {
  for (var n = 0; n < 6 && !near(0, 0.5 * Math.pow(10, -n), room); n++);
  return n === 1 ? "one decimal" : n + " decimals";
}

// What is said of the named mistake that lies nearest, if it is near enough to be that.
function mistakeAt(value, item, reading) {
  var best = null;
  item.mistakes.forEach(function (mistake) {
    var off = Math.abs(value - mistake[0]);
    var room = Math.min(item.tolerance, 0.02 * Math.abs(mistake[0]));
    if (!near(off, 0, room) && !(reading && rounds(reading, mistake[0], 2))) return;
    if (!best || off < best[0]) best = [off, mistake[1]];
  });
  return best && best[1];
}

// What is said of one reading of a text: kind and words; null if nothing but the hint is left.
function judgeReading(reading, item) {
  var value = Number(reading);
  var room = item.tolerance;
  var hundred = item.unit === "%" || item.unit === "of 100";
  var named = mistakeAt(value, item);
  if (near(value, item.answer, room)) return ["right", item.explain];
  if (named) return ["wrong", named];
  if (rounds(reading, item.answer, 1) && near(value, item.answer, 0.05 * Math.abs(item.answer))) {
    return ["hint", "That is right as far as it goes. Give " + wantedDecimals(room) + "."];
  }
  if (near(-value, item.answer, room)) {
    return item.answer > 0 ? ["hint",
      "The size is right, and the question gives the direction: write it without the minus."]
      : ["wrong", "The size is right, the sign is not."];
  }
  if (hundred && near(value * 100, item.answer, room)) {
    return ["wrong", "That is the fraction; the question asks for "
      + (item.unit === "%" ? "per cent." : "a number of 100.")];
  }
  if (!item.unit && Math.abs(item.answer) <= 1 && near(value / 100, item.answer, room)) {
    return ["wrong", "That is a hundred times as much: it is in per cent."];
  }
  // A named mistake rounded, with the other sign, or as a fraction, is that mistake still.
  named = mistakeAt(value, item, reading) || mistakeAt(-value, item)
    || hundred && mistakeAt(value * 100, item);
  return named ? ["wrong", named] : null;
}

// What is said of a text typed as the answer: its kind and its words.
function judgeNumber(text, item) {
  text = text.trim();
  if (!text) return ["hint", "Type a number first."];
  var found = tp.readings(text);
  if (!found.length) {
    return ["hint", "\u201c" + text + "\u201d is not a number. Write digits, such as 9.5."];
  }
  // "40%" of a question that asks for no per cent is 0.4.
  var percent = /%$/.test(text.normalize("NFKC")) && item.unit !== "%";
  var said = found.map(function (reading) {
    return judgeReading(percent ? (reading / 100).toFixed(decimalsOf(reading) + 2)
      : reading.replace("+", ""), item);
  }).filter(Boolean);
  return said.filter(function (one) { return one[0] === "right"; })[0] || said[0]
    || ["wrong", item.hint];
}

tp.judgeNumber = judgeNumber;
