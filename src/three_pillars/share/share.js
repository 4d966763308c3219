/* What opens under the Share button of a figure: link, embed code, pictures, data, citation, Python.
   book.js fetches it when the button is first pressed; what it says of a figure comes from share.js
   in the folder of that figure, a script, since from a folder (file://) nothing else can be read. */
(function () {
  "use strict";
  var WIDE = 680;
  var MARGIN = 24;
  var INK = "#222832";
  var SOFT = "#48566b";
  var FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif";
  // As in three_pillars/share/picture.py; tests/cases/pictures.json holds both to it.
  var STYLES = {
    title: { size: 18, weight: 700, fill: INK, chars: 72 },
    subtitle: { size: 14, weight: 400, fill: SOFT, chars: 98 },
    note: { size: 12, weight: 400, fill: SOFT, chars: 114 }
  };
  var held = {};
  var waiting = {};

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (sign) {
      return { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" }[sign];
    });
  }

  function wrapped(text, chars) {
    var lines = [];
    text.split(/\s+/).filter(Boolean).forEach(function (word) {
      var last = lines.length ? lines[lines.length - 1] + " " + word : null;
      if (last !== null && last.length <= chars) lines[lines.length - 1] = last;
      else lines.push(word);
    });
    return lines;
  }

  function frame(head, foot, chart, size) {
    var parts = [];
    var y = MARGIN;
    function write(lines) {
      lines.forEach(function (pair) {
        var style = STYLES[pair[0]];
        wrapped(pair[1], style.chars).forEach(function (line) {
          y += style.size * 1.35;
          parts.push('<text x="' + MARGIN + '" y="' + y.toFixed(1) + '" font-size="' + style.size
            + '" font-weight="' + style.weight + '" fill="' + style.fill + '">' + escaped(line) + "</text>");
        });
      });
    }
    write(head);
    y += 14;
    parts.push(chart.replace(/^[\s\S]*?<svg/, '<svg x="' + MARGIN + '" y="' + y.toFixed(1) + '"'));
    y += size[1] + 6;
    write(foot);
    var width = Math.ceil(Math.max(size[0], WIDE) + 2 * MARGIN);
    var height = Math.ceil(y + MARGIN);
    return '<svg xmlns="http://www.w3.org/2000/svg" width="' + width + '" height="' + height
      + '" viewBox="0 0 ' + width + " " + height + '" color="' + INK + '" font-family="' + FONT
      + '"><rect width="100%" height="100%" fill="#ffffff"/>' + parts.join("") + "</svg>";
  }

  // The setting of an explorable, as the address and the picture have it.
  function settings(figure) {
    var found = [];
    Array.prototype.forEach.call(figure.querySelectorAll(".chart-controls select, .chart-controls input"),
      function (field) {
        var label = figure.querySelector('label[for="' + field.id + '"]');
        found.push({ name: field.name, label: label.textContent, value: window.tpSetting(field) });
      });
    return found;
  }

  function drawn(figure) {
    var live = figure.tpView && !figure.tpNarrow;
    if (live) return figure.tpView.toSVG();
    var still = figure.querySelector(".chart-static .wide svg");
    if (!settings(figure).length || !figure.tpView) return Promise.resolve(still.outerHTML);
    return figure.tpView.toSVG();
  }

  function picture(figure, about) {
    return Promise.resolve(drawn(figure)).then(function (svg) {
      var size = ["width", "height"].map(function (key) {
        return Number(new RegExp("<svg[^>]*\\b" + key + '="([\\d.]+)"').exec(svg)[1]);
      });
      var head = about.lines.head.slice();
      var set = settings(figure);
      if (set.length) {
        head.push(["note", "Setting: " + set.map(function (one) {
          return one.label + ": " + one.value;
        }).join("; ") + "."]);
      }
      return frame(head, about.lines.foot, svg, size);
    });
  }

  function png(svg) {
    return new Promise(function (done, fail) {
      var image = new Image();
      image.onload = function () {
        var canvas = document.createElement("canvas");
        canvas.width = 2 * image.width;
        canvas.height = 2 * image.height;
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob(done, "image/png");
      };
      image.onerror = fail;
      image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(svg);
    });
  }

  function save(blob, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  function add(parent, tag, text, name) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    parent.appendChild(made);
    return made;
  }

  function button(parent, text, act) {
    var made = add(parent, "button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function copy(field, told) {
    field.select();
    var text = field.value;
    function done() { told.textContent = "Copied."; }
    function fallback() {
      told.textContent = document.execCommand("copy") ? "Copied." : "Press Ctrl+C to copy.";
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, fallback);
    } else fallback();
  }

  // A text to copy, with its name and its button; `now` gives the text of the moment.
  function field(panel, told, label, rows, now) {
    var id = panel.id + "-" + label.toLowerCase().replace(/[^a-z]+/g, "-");
    var name = add(panel, "label", label);
    var place = add(panel, "textarea");
    name.htmlFor = place.id = id;
    place.readOnly = true;
    place.rows = rows;
    place.spellcheck = false;
    place.value = now();
    button(panel, "Copy", function () {
      place.value = now();
      copy(place, told);
    }).setAttribute("aria-label", "Copy: " + label);
    return function () { place.value = now(); };
  }

  function build(figure, link, about) {
    var folder = link.href.replace(/index\.html([?#].*)?$/, "");
    var root = about.url || folder;
    var name = "three-pillars-" + figure.id;
    var panel = document.createElement("div");
    panel.className = "chart-shared";
    panel.id = "share-of-" + figure.id; // a control may be named "share"
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", "Share: " + about.title);
    function address() {
      var state = {};
      settings(figure).forEach(function (one) { state[one.name] = one.value; });
      var stated = Object.keys(state).length ? window.tpAddress.text(figure.id, state) : "";
      return root + (about.url && !stated ? "" : "index.html") + stated;
    }
    function embed() {
      return '<iframe src="' + escaped(address()) + '" title="' + escaped(about.title)
        + '" width="100%" height="' + about.height + '" style="border:0;min-height:' + about.height
        + 'px" sandbox="' + about.sandbox + '" loading="lazy"></iframe>';
    }
    var told = document.createElement("p");
    told.setAttribute("role", "status");
    var fresh = [field(panel, told, "Link", 1, address), field(panel, told, "Embed code", 3, embed)];
    if (!about.url && location.protocol === "file:") {
      add(panel, "p", "This copy of the book is a folder: link and embed code work on this computer only.");
    }
    var files = add(panel, "p", "", "chart-files");
    add(files, "span", "Save as ");
    button(files, "PNG", function () {
      picture(figure, about).then(png).then(function (blob) { save(blob, name + ".png"); });
    });
    button(files, "SVG", function () {
      picture(figure, about).then(function (svg) {
        save(new Blob([svg], { type: "image/svg+xml" }), name + ".svg");
      });
    });
    var data = add(files, "a", "CSV");
    data.href = folder + "data.csv";
    data.download = name + ".csv";
    field(panel, told, "Citation", 2, function () { return about.citation.text; });
    field(panel, told, "BibTeX", 3, function () { return about.citation.bibtex; });
    if (about.code) field(panel, told, "Python that rebuilds this chart", 6, function () { return about.code; });
    panel.appendChild(told);
    figure.addEventListener("input", function () { fresh.forEach(function (renew) { renew(); }); });
    link.insertAdjacentElement("afterend", panel);
    return panel;
  }

  window.tpShared = function (about) {
    held[about.address] = about;
    (waiting[about.address] || []).forEach(function (work) { work(about); });
    delete waiting[about.address];
  };

  function fetched(address, link) {
    if (held[address]) return Promise.resolve(held[address]);
    return new Promise(function (done, fail) {
      (waiting[address] = waiting[address] || []).push(done);
      var script = document.createElement("script");
      script.src = link.href.replace(/index\.html([?#].*)?$/, "share.js");
      script.onerror = function () { fail(new Error("cannot load " + script.src)); };
      document.head.appendChild(script);
    });
  }

  // Opens or closes the panel of a figure.
  window.tpShare = function (figure, link) {
    var panel = document.getElementById("share-of-" + figure.id);
    if (panel) {
      panel.hidden = !panel.hidden;
      link.setAttribute("aria-expanded", String(!panel.hidden));
      return Promise.resolve(panel);
    }
    return fetched(link.dataset.address, link).then(function (about) {
      link.setAttribute("aria-expanded", "true");
      return build(figure, link, about);
    });
  };
  window.tpShare.frame = frame;
  window.tpShare.picture = function (figure) {
    return picture(figure, held[figure.querySelector(".chart-share").dataset.address]);
  };
})();
