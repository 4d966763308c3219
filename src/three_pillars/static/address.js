/* The one reader and writer of fragments. "#lng-share&share=10%25&year=2014" is an anchor of the
   page, as ever, and after it the state of what stands there: the setting of an explorable, the
   filters of the ledger, the slide. It needs no server and works from a folder. */
(function () {
  "use strict";

  // The parts of a fragment; one that cannot be read gives its anchor and says that it is damaged.
  function read(hash) {
    var parts = (hash === undefined ? location.hash : hash).replace(/^#/, "").split("&");
    var found = { anchor: "", state: Object.create(null), stated: parts.length > 1, damaged: false };
    try {
      found.anchor = decodeURIComponent(parts[0]);
      parts.slice(1).forEach(function (part) {
        var at = part.indexOf("=");
        if (at < 1) found.damaged = true;
        else found.state[decodeURIComponent(part.slice(0, at))] = decodeURIComponent(part.slice(at + 1));
      });
    } catch (error) {
      found.damaged = true;
    }
    return found;
  }

  function text(anchor, state) {
    var parts = Object.keys(state).map(function (key) {
      return "&" + encodeURIComponent(key) + "=" + encodeURIComponent(state[key]);
    });
    return "#" + encodeURIComponent(anchor) + parts.join("");
  }

  // Changes the address without a step in the history: a slider would leave a hundred.
  function write(anchor, state) {
    try {
      history.replaceState(history.state, "", text(anchor, state));
    } catch (error) {
      // A page inside a sandbox has no address that it may change; nothing is lost but the link.
    }
  }

  // A browser finds "#lng-share" by itself, and not with a state behind it.
  function goThere() {
    var found = read();
    var place = found.stated && found.anchor && document.getElementById(found.anchor);
    if (place) place.scrollIntoView({ block: "start", behavior: "instant" });
  }

  window.tpAddress = { read: read, text: text, write: write };
  window.addEventListener("hashchange", goThere);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", goThere);
  else goThere();
})();
