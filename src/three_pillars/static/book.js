/* Charts come to life when they near the window. Until then, and wherever this script does not run,
   the drawing that the page came with stands. */
(function () {
  "use strict";
  var here = document.currentScript.src;
  var bundle = here.replace(/book\.js(\?.*)?$/, "vega/vega.js");
  var loading = {};

  // Once each, by a classic script: module scripts do not run from a folder (file://).
  function load(address) {
    if (!loading[address]) loading[address] = new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = function () {
        delete loading[address];
        fail(new Error("cannot load " + address));
      };
      document.head.appendChild(script);
    });
    return loading[address];
  }

  // The specifications of large charts lie beside the page and come with Vega.
  window.tpWhole = function (figure) {
    return figure.dataset.spec ? load(figure.dataset.spec) : Promise.resolve();
  };
  window.tpSpecified = function (name, wide, narrow) {
    var figure = document.getElementById(name);
    if (!figure || !figure.dataset.spec) return; // the reader ran its cell meanwhile
    figure.querySelector("script.chart-spec").textContent = JSON.stringify(wide);
    if (narrow) {
      figure.querySelector("script.chart-spec-narrow").textContent = JSON.stringify(narrow);
    }
    delete figure.dataset.spec;
  };

  function specOf(figure, narrow) {
    var wide = JSON.parse(figure.querySelector("script.chart-spec").textContent);
    if (!narrow) return wide;
    var slim = JSON.parse(figure.querySelector("script.chart-spec-narrow").textContent);
    slim.datasets = wide.datasets;
    return slim;
  }

  function isNarrow(figure) {
    return getComputedStyle(figure.querySelector(".chart-static .narrow")).display !== "none";
  }

  function live(figure) {
    if (figure.dataset.state !== "static") return;
    figure.dataset.state = "loading";
    Promise.all([load(bundle), tpWhole(figure)])
      .then(function () { return embed(figure); }).catch(function (error) {
      // The drawing stays; the page has lost nothing but the hovering.
      figure.dataset.state = "static";
      console.error(error);
    });
  }

  function embed(figure) {
    var narrow = isNarrow(figure);
    var drawn = figure.querySelector(".chart-static");
    var body = figure.querySelector(".chart-body");
    var old = body.querySelector(".chart-live");
    var place = document.createElement("div");
    place.className = "chart-live";
    var options = {
      renderer: "svg",
      actions: false // Share, under the figure, saves the picture whole
    };
    // Vega measures text, so it must draw into the page: out of sight, then in place at once.
    place.style.cssText = "position:absolute;visibility:hidden;width:100%";
    body.appendChild(place);
    return window.vegaEmbed(place, specOf(figure, narrow), options).then(function (result) {
      if (old) { if (figure.tpView) figure.tpView.finalize(); old.remove(); }
      figure.tpView = result.view;
      figure.tpNarrow = narrow;
      place.style.cssText = "";
      drawn.hidden = true;
      var form = figure.querySelector(".chart-controls");
      if (form) bind(figure, form);
      return result.view.runAsync();
    }).then(function () { figure.dataset.state = "live"; });
  }

  function bind(figure, form) {
    var controls = form.querySelectorAll("input, select, button");
    for (var i = 0; i < controls.length; i++) {
      controls[i].disabled = false;
    }
    if (!form.tpBound) {
      form.tpBound = true;
      form.addEventListener("input", function () {
        untell(form);
        move(figure, form);
        remember(figure, form);
      });
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function () {
        untell(form);
        setTimeout(function () { move(figure, form); tpAddress.write(figure.id, {}); }, 0);
      });
      recall(figure, form);
      window.addEventListener("hashchange", function () {
        if (recall(figure, form)) move(figure, form);
      });
    }
    move(figure, form);
  }

  function labelsOf(field) {
    return field.type === "range" ? JSON.parse(field.dataset.labels)
      : Array.prototype.map.call(field.options, function (option) { return option.textContent.trim(); });
  }

  // What a control stands at, in words: so an address is not upset by a new order of settings.
  window.tpSetting = function (field) { return labelsOf(field)[Number(field.value)]; };

  function remember(figure, form) {
    var state = {};
    form.querySelectorAll("input, select").forEach(function (field) {
      state[field.name] = window.tpSetting(field);
    });
    tpAddress.write(figure.id, state);
  }

  // What was said of a link holds no longer.
  function untell(form) {
    var told = form.querySelector(".chart-told");
    if (told) told.remove();
  }

  // Sets the controls to what the address asks for; what it cannot have leaves them at the start.
  function recall(figure, form) {
    var asked = tpAddress.read();
    if (asked.anchor !== figure.id || !asked.stated) return false;
    var fields = form.querySelectorAll("input, select");
    var places = {};
    fields.forEach(function (field) {
      if (field.name in asked.state) places[field.name] = labelsOf(field).indexOf(asked.state[field.name]);
    });
    var known = Object.keys(asked.state).every(function (name) { return places[name] >= 0; });
    fields.forEach(function (field) {
      // Not form.reset(), which would also clear the address.
      var opening = field.querySelector("option[selected]");
      field.value = opening ? opening.value : field.defaultValue;
    });
    untell(form);
    if (asked.damaged || !known) {
      var told = document.createElement("p");
      told.className = "chart-told";
      told.setAttribute("role", "status");
      told.textContent = "The link asks for a setting that is not in this book: here is the opening one.";
      form.appendChild(told);
      return true;
    }
    fields.forEach(function (field) {
      if (field.name in places) field.value = String(places[field.name]);
    });
    return true;
  }

  function move(figure, form) {
    var fields = form.querySelectorAll("input, select");
    for (var i = 0; i < fields.length; i++) {
      var field = fields[i];
      if (field.type === "range") {
        var text = JSON.parse(field.dataset.labels)[Number(field.value)];
        field.setAttribute("aria-valuetext", text);
        field.parentNode.querySelector("output").textContent = text;
      }
      figure.tpView.signal("at_" + field.name, Number(field.value));
    }
    figure.tpView.runAsync();
    document.dispatchEvent(new CustomEvent("tp-moved", { detail: figure }));
  }

  // What Share offers is fetched when it is first asked for.
  function share(figure, link) {
    if (window.tpShare) return window.tpShare(figure, link);
    load(here.replace(/book\.js(\?.*)?$/, "share/share.js")).then(
      function () { window.tpShare(figure, link); },
      function () { location.href = link.href; });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".chart-share");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    share(link.closest("figure.chart"), link);
  });

  // A block has put other rows into its chart.
  function redraw(figure) {
    if (figure.dataset.state === "loading") return setTimeout(redraw, 50, figure);
    figure.dataset.state = "static";
    live(figure);
  }
  document.addEventListener("tp-changed", function (event) { redraw(event.detail); });

  function start() {
    var figures = document.querySelectorAll("figure.chart");
    if (!("IntersectionObserver" in window)) return;
    var watch = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) return;
        watch.unobserve(entry.target);
        live(entry.target);
      });
    }, { rootMargin: "300px" });
    function look() { figures.forEach(function (figure) { watch.observe(figure); }); }
    // The landing page is read before it is touched: half a megabyte of script waits for that.
    if (document.querySelector("#three-pillars > h1")) {
      ["pointermove", "touchstart", "keydown", "scroll"].forEach(function (sign) {
        window.addEventListener(sign, look, { once: true, passive: true, capture: true });
      });
    } else look();
    // A turned phone or a resized window may call for the other drawing.
    var timer;
    window.addEventListener("resize", function () {
      clearTimeout(timer);
      timer = setTimeout(function () {
        figures.forEach(function (figure) {
          if (figure.dataset.state !== "live") return;
          figure.querySelector(".chart-static").hidden = false;
          var turned = isNarrow(figure) !== figure.tpNarrow;
          figure.querySelector(".chart-static").hidden = true;
          if (turned) embed(figure).catch(function (error) { console.error(error); });
        });
      }, 200);
    });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
