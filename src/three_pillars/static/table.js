/* The table under an explorable follows its controls: the rows of the setting, written as
   figures/html.py writes those of the opening one. */
(function () {
  "use strict";
  var MOST = 60;

  // The first data set that is drawn, as specs.py finds it.
  function rowsOf(spec, sets) {
    var own = spec.data && (sets[spec.data.name] || spec.data.values);
    if (own && own.length) return own;
    var inside = ["layer", "hconcat", "vconcat", "concat"].reduce(function (all, key) {
      return all.concat(spec[key] || []);
    }, spec.spec ? [spec.spec] : []);
    return inside.reduce(function (found, view) { return found || rowsOf(view, sets); }, null);
  }

  function cell(value) {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return value ? "yes" : "no";
    if (typeof value === "number") return number(value).replace(/^-/, "−");
    var text = String(value).replace(/T00:00:00(\+00:00)?$/, "");
    return /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text) ? text.replace(/_/g, " ") : text;
  }

  function number(value) {
    if (Number.isInteger(value)) return String(value);
    if (Math.abs(value) >= 1000) return value.toFixed(0);
    if (Math.abs(value) < 1e-4) {
      return value.toExponential(3).replace(/\.?0*e/, "e").replace(/e([+-])(\d)$/, "e$10$2");
    }
    return value.toPrecision(4).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
  }

  function line(parent, tag, texts) {
    var row = parent.appendChild(document.createElement("tr"));
    texts.forEach(function (text) {
      row.appendChild(document.createElement(tag)).textContent = text;
    });
    return row;
  }

  // The heads in words, as the page came with them.
  function heads(table) {
    if (!table.tpHeads) {
      table.tpHeads = Object.create(null);
      Array.prototype.forEach.call(table.tHead.querySelectorAll("th"), function (head) {
        table.tpHeads[head.dataset.name] = head.textContent;
      });
    }
    return table.tpHeads;
  }

  function follow(figure) {
    var place = figure.querySelector(".chart-data");
    var form = figure.querySelector(".chart-controls");
    if (!place || !form) return;
    var spec = JSON.parse(figure.querySelector("script.chart-spec").textContent);
    var at = Array.prototype.map.call(form.querySelectorAll("input, select"), function (field) {
      return ["at_" + field.name, Number(field.value)];
    });
    var rows = (rowsOf(spec, spec.datasets || {}) || []).filter(function (row) {
      return at.every(function (one) { return !(one[0] in row) || row[one[0]] === one[1]; });
    });
    var table = place.querySelector("table");
    var words = heads(table);
    var names = Object.keys(words).filter(function (name) {
      return rows.some(function (row) { return name in row; });
    });
    table.tHead.textContent = "";
    table.tBodies[0].textContent = "";
    var head = line(table.tHead, "th", names.map(function (name) { return words[name]; }));
    names.forEach(function (name, i) {
      head.cells[i].scope = "col";
      head.cells[i].dataset.name = name;
    });
    rows.slice(0, MOST).forEach(function (row) {
      line(table.tBodies[0], "td", names.map(function (name) { return cell(row[name]); }));
    });
    var count = rows.length + (rows.length === 1 ? " row" : " rows");
    place.querySelector("summary").textContent = "Data of this chart at this setting (" + count + ")";
    var cut = place.querySelector(".chart-cut");
    cut.hidden = rows.length <= MOST;
    cut.textContent = "The first " + MOST + " of " + count + ".";
  }

  window.tpCell = cell;
  document.addEventListener("tp-moved", function (event) { follow(event.detail); });
})();
