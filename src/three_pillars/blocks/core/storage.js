/* What a block keeps under the name of its format, in this browser only. */

tp.kept = function (store) {
  var text = null;
  try {
    text = window.localStorage.getItem(store);
    return { saved: text ? JSON.parse(text) : {}, works: true };
  } catch (error) {
    if (text !== null) {
      // Not ours to throw away: it moves aside.
      try {
        window.localStorage.setItem(store + "-damaged", text);
        window.localStorage.removeItem(store);
      } catch (again) { /* then it stays where it is */ }
      return { saved: {}, works: true, damaged: true };
    }
    return { saved: {}, works: false };
  }
};

// Whether it could be kept.
tp.keep = function (store, content) {
  try {
    window.localStorage.setItem(store, JSON.stringify(content));
    return true;
  } catch (error) {
    return false;
  }
};

// What another page keeps from now on; else this page would put back what it once read.
tp.onKept = function (store, take) {
  window.addEventListener("storage", function (event) {
    if (event.key === store || event.key === null) take();
  });
};

// What is wrong with what was found, in words; `what` is what to save as a file instead. Where
// nothing is kept, no block may promise that it is.
tp.trouble = function (found, what) {
  if (found.damaged) return "What this browser had kept was damaged and has been set aside.";
  if (found.works) return "";
  tp.each(document, ".tp-where", function (promise) { promise.hidden = true; });
  return "This browser keeps nothing here. Save " + what + " as a file before you leave.";
};
