/* Files that a block saves and opens. The sentences are those of three_pillars.blocks.read_file(). */

// The content of a file of this kind, `what` in words; throws a sentence that says what is wrong.
tp.readFile = function (text, name, kind, what) {
  var content;
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new Error(name + " is damaged and cannot be read; save it again.");
  }
  if (!content || typeof content !== "object" || content.format !== kind.format) {
    throw new Error(name + " is not " + what + " of this book.");
  }
  if (content.version === undefined || content.version === null) {
    throw new Error(name + " does not say its version; this book reads version "
      + kind.version + ".");
  }
  if (content.version !== kind.version) {
    throw new Error(name + " is of version " + JSON.stringify(content.version)
      + ", and this book reads version " + kind.version + ".");
  }
  return content;
};

// Reads all of them before anything is used: one bad file changes nothing.
tp.readFiles = function (files, use) {
  return Promise.all(files.map(function (file) {
    return new Promise(function (done, fail) {
      var reader = new FileReader();
      reader.onload = function () { done(reader.result); };
      reader.onerror = function () { fail(new Error(file.name + " cannot be read.")); };
      reader.readAsText(file);
    }).then(function (text) { return use(text, file.name); });
  }));
};

tp.saveFile = function (block, name, content) {
  var text = JSON.stringify(content, null, 1);
  var link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
  link.download = name;
  block.appendChild(link);
  link.click();
  link.remove();
  setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
};

// The buttons of a block: two of them choose files first, one file or a whole class.
tp.onActions = function (block, act, open) {
  var file = block.querySelector(".tp-file");
  block.querySelector(".tp-actions").addEventListener("click", function (event) {
    var action = event.target.dataset.do;
    if (action) act(action, event.target);
    if (action === "open" || action === "class") {
      file.multiple = action === "class";
      file.dataset.use = action;
      file.value = "";
      file.click();
    }
  });
  file.addEventListener("change", function () {
    if (file.files.length) open(Array.prototype.slice.call(file.files), file.dataset.use);
  });
};

tp.isProbability = function (value) {
  return typeof value === "number" && value >= 0 && value <= 1;
};
