/* The deals of a class go into the page's own chart: its rows, its words, its table. */

function put(text, values) {
  return text.replace(/\{(\w+)\}/g, function (all, name) { return values[name]; });
}

// The rows of the deals, the largest share first and those without a deal last.
function classDeals(read, game) {
  var own = read.map(function (deal) { return weighDeal(deal, game); });
  own.sort(function (a, b) {
    return (b.share === null ? -1 : b.share) - (a.share === null ? -1 : a.share);
  });
  var taken = Object.create(null);
  own.forEach(function (row) {
    var name = row.row;
    for (var n = 2; taken[row.row]; n++) row.row = name + " (" + n + ")";
    taken[row.row] = true;
  });
  return own;
}

tp.classDeals = classDeals;

// The title, the subtitle and the text of the chart in words.
function say(own, rules, words) {
  var low = percent(rules.least);
  var high = percent(rules.most);
  var values = {
    deals: own.length, groups: tp.counted(own.length, "group"),
    ideas: rules.rows.length, measure: rules.measure,
    least: low.toFixed(0), most: high.toFixed(0),
    inside: own.filter(function (row) { return row.result === "in the zone"; }).length,
    told: own.map(function (row) {
      return row.row + ": " + (row.share === null ? "no deal"
        : row.share.toFixed(1) + "%, " + row.result);
    }).join("; ")
  };
  values.zone = put(low <= high ? words.zone : words.no_zone, values);
  return { title: put(words.title, values), subtitle: put(words.subtitle, values),
    text: put(words.text, values) };
}

function fillTable(figure, rows) {
  figure.querySelector(".chart-data summary").textContent =
    "Data of this chart (" + tp.counted(rows.length, "row") + ")";
  var table = figure.querySelector(".chart-data table");
  var columns = Array.prototype.map.call(table.querySelectorAll("th"), function (cell) {
    return cell.dataset.name;
  });
  var body = table.querySelector("tbody");
  body.textContent = "";
  rows.forEach(function (row) {
    var line = tp.add(body, "tr");
    columns.forEach(function (name) {
      tp.add(line, "td", row[name] === null ? "" : String(row[name]));
    });
  });
}

// Puts deals of one version into the figure; book.js draws it anew.
function chart(figure, own, game, rules) {
  if (figure.dataset.spec) { // it lies beside the page, and is needed now
    window.tpWhole(figure).then(function () { chart(figure, own, game, rules); });
    return;
  }
  var rows = own.concat(rules.rows);
  var said = say(own, rules, game.words);
  tp.each(figure, "script.chart-spec, script.chart-spec-narrow", function (script) {
    var spec = JSON.parse(script.textContent);
    if (!script.tpHeight) script.tpHeight = spec.height - game.row_height * rules.rows.length;
    spec.height = script.tpHeight + game.row_height * rows.length;
    spec.description = said.text;
    if (spec.datasets) spec.datasets[Object.keys(spec.datasets)[0]] = rows;
    script.textContent = JSON.stringify(spec);
  });
  figure.querySelector(".chart-title").textContent = said.title;
  figure.querySelector(".chart-subtitle").textContent = said.subtitle;
  figure.querySelector(".chart-static").setAttribute("aria-label", said.text);
  fillTable(figure, rows);
  document.dispatchEvent(new CustomEvent("tp-changed", { detail: figure }));
}
