/* The calibration plot: of what the reader said, how much came. */

// The answers in five bands of the scale, those that are empty left out.
function bandsOf(ids, sheet) {
  var weight = weightsOf(ids, sheet);
  var bands = [0, 1, 2, 3, 4].map(function () { return { w: 0, said: 0, came: 0, n: 0 }; });
  ids.forEach(function (id, i) {
    var band = bands[Math.min(4, Math.floor(sheet.answers[id] * 5 + 1e-9))];
    band.w += weight[i];
    band.said += weight[i] * sheet.answers[id];
    band.came += weight[i] * sheet.days[id].came;
    band.n++;
  });
  return bands.filter(function (band) { return band.n; }).map(function (band) {
    var said = band.said / band.w;
    var came = band.came / band.w;
    return { said: said, came: came, n: band.n, text: "said " + percent(said) + ", came "
      + percent(came) + ", " + tp.counted(band.n, "answer") };
  });
}

function svg(parent, tag, given, text) {
  var made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.keys(given).forEach(function (key) { made.setAttribute(key, given[key]); });
  if (text !== undefined) made.textContent = text;
  parent.appendChild(made);
  return made;
}

function drawPlot(place, ids, sheet) {
  var size = 260;
  var left = 46;
  function x(value) { return left + value * size; }
  function y(value) { return 12 + (1 - value) * size; }
  var bands = bandsOf(ids, sheet);
  var spoken = bands.map(function (band) { return band.text; }).join("; ");
  place.textContent = "";
  var plot = svg(place, "svg", { viewBox: "0 0 " + (left + size + 26) + " " + (size + 62),
    role: "img", "aria-label": "Calibration plot: " + spoken + "." });
  [0, 0.5, 1].forEach(function (value) {
    svg(plot, "line", { x1: x(0), x2: x(1), y1: y(value), y2: y(value), "class": "tp-line" });
    svg(plot, "line", { x1: x(value), x2: x(value), y1: y(0), y2: y(1), "class": "tp-line" });
    svg(plot, "text", { x: x(value), y: y(0) + 18, "text-anchor": "middle" }, value * 100 + "%");
    svg(plot, "text", { x: left - 6, y: y(value) + 4, "text-anchor": "end" }, value * 100 + "%");
  });
  svg(plot, "text", { x: x(0.5), y: y(0) + 40, "text-anchor": "middle" }, "you said");
  svg(plot, "text", { x: 0, y: y(0.75) }, "came");
  svg(plot, "line", { x1: x(0), x2: x(1), y1: y(0), y2: y(1), "class": "tp-perfect" });
  bands.forEach(function (band) {
    var dot = svg(plot, "circle", { cx: x(band.said), cy: y(band.came),
      r: 4 + 2.5 * Math.sqrt(band.n), "class": "tp-dot" });
    svg(dot, "title", {}, band.text);
  });
  tp.add(place, "p", "Each dot is a fifth of the scale; larger means more answers. On the dashed line "
    + "what you said is what came; below it you promised too much. In numbers: " + spoken + ".");
}
