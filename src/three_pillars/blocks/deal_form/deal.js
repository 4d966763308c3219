/* A deal: three_pillars.territory does the same sums with the same sentences. `game` is what
   deal_form() was given: groups, knots, games, side_deals, words, format and version. */

// Per cent with one digit; a half goes up.
function percent(value) {
  return Math.round(value * 1000) / 10;
}

// Python shows a text in quotes, and so does this.
function quoted(value) {
  return typeof value === "string" ? "'" + value + "'" : JSON.stringify(value);
}

function cutGroup(game) {
  return game.groups[game.groups.length - 1];
}

// Between the shares for which the model's sea is known, it grows evenly.
function cutSea(share, knots) {
  for (var i = 1; i < knots.length - 1 && knots[i][0] < share; i++);
  var low = knots[i - 1];
  return low[1] + (knots[i][1] - low[1]) * (share - low[0]) / (knots[i][0] - low[0]);
}

// The shares of land, people and sea that go over.
function outcome(deal, game) {
  var cut = cutGroup(game);
  var out = {};
  ["land", "people", "sea"].forEach(function (key) {
    var all = tp.sum(game.groups.map(function (group) { return group[key]; }));
    var part = tp.sum(game.groups.filter(function (group) {
      return deal.to_japan.indexOf(group.id) >= 0;
    }).map(function (group) { return group[key]; }));
    out[key] = (part + (key === "sea" ? cutSea(deal.etorofu_share, game.knots)
      : cut[key] * deal.etorofu_share)) / all;
  });
  return out;
}

// Who vetoes it: a deal may hold what one of the others cannot bear, or lack what it wants.
function vetoesOf(deal, game) {
  var found = [];
  if (!game.games[deal.game].side_deals) return found;
  Object.keys(game.side_deals).forEach(function (key) {
    var promise = game.side_deals[key];
    var against = deal.side_deals.indexOf(key) >= 0 ? promise.vetoed_by : promise.wanted_by;
    if (against && found.indexOf(against) < 0) found.push(against);
  });
  return found;
}

// A row of the chart of a class: the deal held against the thresholds of its version.
function weighDeal(deal, game) {
  var rules = game.games[deal.game];
  var out = outcome(deal, game);
  var share = out[rules.measure];
  // A side deal counts once, however often it is named.
  var held = Object.keys(game.side_deals).filter(function (key) {
    return deal.side_deals.indexOf(key) >= 0;
  });
  var most = Math.min(1, rules.most + tp.sum(held.map(function (key) {
    return game.side_deals[key].worth;
  })));
  var vetoes = vetoesOf(deal, game);
  var first = share >= rules.least - 1e-9;
  var second = share <= most + 1e-9;
  var result = first && second ? (vetoes.length ? "vetoed" : "in the zone")
    : first ? game.words.first : second ? game.words.second : "neither";
  function given(value) { return deal.agreed ? percent(value) : null; }
  return {
    row: deal.group, what: "deal", result: deal.agreed ? result : "no deal", counts: rules.measure,
    share: given(share), least: percent(rules.least), most: percent(most),
    land: given(out.land), people: given(out.people), sea: given(out.sea),
    side_deals: held.map(function (key) { return game.side_deals[key].label; }).join("; "),
    vetoes: deal.agreed ? vetoes.join(", ") : "", note: deal.agreed ? "" : "no deal"
  };
}

// The versions of the game that have side deals, in words.
function withSideDeals(game) {
  return Object.keys(game.games).filter(function (name) {
    return game.games[name].side_deals;
  }).join(" or ");
}

// The deal in a file; throws the sentence that says what is wrong with it.
function readDeal(text, name, game) {
  var deal = tp.readFile(text, name, game, "the file of a deal").deal;
  var ids = game.groups.slice(0, -1).map(function (group) { return group.id; });
  function wrong(words) { throw new Error(name + words); }
  if (!deal || typeof deal !== "object" || Array.isArray(deal)) wrong(" holds no deal.");
  if (typeof deal.group !== "string" || !deal.group.trim()) {
    wrong(" does not name its group of players.");
  }
  if (!tp.own(game.games, deal.game)) {
    wrong(": there is no version " + quoted(deal.game) + "; they are "
      + Object.keys(game.games).join(" and ") + ".");
  }
  if (typeof deal.agreed !== "boolean") wrong(" does not say whether there was a deal.");
  ["to_japan", "side_deals"].forEach(function (key) {
    if (!Array.isArray(deal[key])) wrong(" holds no list of " + key + ".");
  });
  deal.to_japan.forEach(function (id) {
    if (ids.indexOf(id) < 0) {
      wrong(": " + quoted(id) + " is none of the groups " + ids.join(", ") + ".");
    }
  });
  if (!tp.isProbability(deal.etorofu_share)) {
    wrong(": the share of " + cutGroup(game).name + " is " + quoted(deal.etorofu_share)
      + "; give a number from 0 to 1, such as 0.25.");
  }
  deal.side_deals.forEach(function (key) {
    if (!tp.own(game.side_deals, key)) {
      wrong(": there is no side deal " + quoted(key) + "; they are "
        + Object.keys(game.side_deals).join(", ") + ".");
    }
  });
  if (deal.side_deals.length && !game.games[deal.game].side_deals) {
    wrong(" has side deals, and the " + deal.game + " version has none; take them out, or choose the "
      + withSideDeals(game) + " version.");
  }
  deal.group = deal.group.trim();
  return deal;
}

tp.outcome = outcome;
tp.weighDeal = weighDeal;
tp.readDeal = readDeal;
