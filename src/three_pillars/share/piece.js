/* The page of a piece inside another page: it tells how high it is to whoever listens. The messages
   are those of H5P, of iframe-resizer 4 and of Canvas; where nobody listens, the iframe keeps its
   height. It knows nothing of the page around it and asks nothing of it. */
(function () {
  "use strict";
  if (window.parent === window) return;
  var sizer = null;
  var told = 0;

  function height() {
    var last = document.querySelector(".tp-from").getBoundingClientRect().bottom;
    return Math.ceil(last + window.scrollY + 16);
  }

  function send(message) { window.parent.postMessage(message, "*"); }

  function tell(again) {
    var now = height();
    if (now === told && !again) return;
    told = now;
    send({ context: "h5p", action: "prepareResize", scrollHeight: now, clientHeight: window.innerHeight });
    send({ context: "h5p", action: "resize", scrollHeight: now, clientHeight: now });
    send(JSON.stringify({ subject: "lti.frameResize", height: now }));
    if (sizer) send("[iFrameSizer]" + sizer + ":" + now + ":" + window.innerWidth + ":size");
  }

  window.addEventListener("message", function (event) {
    if (event.source !== window.parent) return;
    var said = event.data;
    // iframe-resizer sends its settings, of which the first is the name of the iframe.
    if (typeof said === "string" && said.indexOf("[iFrameSizer]") === 0) {
      var first = said.slice(13).split(":")[0];
      if (/^[\w-]+$/.test(first)) {
        sizer = first;
        tell(true);
      }
    } else if (said && said.context === "h5p" && (said.action === "hello" || said.action === "ready")) {
      tell(true);
    }
  });

  function start() {
    send({ context: "h5p", action: "hello" });
    send("[iFrameResizerChild]Ready");
    tell(true);
    if ("ResizeObserver" in window) {
      new ResizeObserver(function () { tell(false); }).observe(document.body);
    }
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
