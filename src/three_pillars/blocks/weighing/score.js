/* The score of the argument: three_pillars.verdict.argument_score() and leverage() do the same sums. */

var WORTH = { supported: 1, contradicted: 0 };

function mean(rows) {
  var mass = tp.sum(rows.map(function (row) { return row.weight; }));
  return mass > 0
    ? tp.sum(rows.map(function (row) { return row.weight * row.worth; })) / mass : null;
}

function weightOf(weights, name) {
  return weights && tp.own(weights, name) ? weights[name] : 1;
}

// Claims that can be weighed, each with its `weight` and its `worth`, and how many cannot.
// A setting has `pillar` and `kind`, weights by name, 1 where none is given; `partly`, what that
// verdict is worth; and `when`, the column of the verdict.
function weigh(claims, setting) {
  var rows = [];
  claims.forEach(function (claim) {
    var verdict = claim[setting.when];
    var worth = verdict === "partly" ? setting.partly
      : tp.own(WORTH, verdict) ? WORTH[verdict] : null;
    if (worth === null) return;
    rows.push({ claim: claim, worth: worth,
      weight: weightOf(setting.pillar, claim.pillar) * weightOf(setting.kind, claim.kind) });
  });
  return { rows: rows, out: claims.length - rows.length, score: mean(rows) };
}

// What the score would be without each claim that counts, the largest effect first.
function leverage(weighed) {
  var mass = tp.sum(weighed.rows.map(function (row) { return row.weight; }));
  var found = weighed.rows.filter(function (row) {
    // Without it something must be left, and not only what rounding leaves.
    return row.weight > 0 && mass - row.weight > 1e-12 * mass;
  }).map(function (row, i) {
    var without = (weighed.score * mass - row.weight * row.worth) / (mass - row.weight);
    var effect = weighed.score - without;
    return { claim: row.claim, without: without, effect: effect, place: i,
      size: Math.round(Math.abs(effect) * 1e9) };
  });
  return found.sort(function (a, b) { return b.size - a.size || a.place - b.place; });
}

tp.weigh = weigh;
tp.leverage = leverage;
