/* The record of a deal: a form that is kept as it is typed, and files that it saves and opens. */

function Form(block) {
  var me = this;
  me.block = block;
  me.game = JSON.parse(block.querySelector(".tp-data").textContent);
  me.form = block.querySelector("form");
  tp.onActions(block, function (action) {
    if (action === "save") me.save();
  }, function (files, use) { me.open(files, use); });
  if (!me.form) return;
  function changed() {
    me.say(tp.trouble({ works: tp.keep(me.game.format, me.entered()) }, "the deal"));
    me.tell();
  }
  me.form.addEventListener("input", changed);
  me.form.addEventListener("change", changed);
  me.load();
  tp.onKept(me.game.format, function () { me.load(); });
}

// Shows what is kept.
Form.prototype.load = function () {
  var found = tp.kept(this.game.format);
  if (found.saved && found.saved.group !== undefined) this.fill(found.saved);
  else this.form.reset();
  this.say(tp.trouble(found, "the deal"));
  this.tell();
};

Form.prototype.say = function (text) {
  this.block.querySelector(".tp-feedback").textContent = text;
};

Form.prototype.ticked = function (name) {
  var boxes = this.form.querySelectorAll("[name=" + name + "]:checked");
  return Array.prototype.map.call(boxes, function (box) { return box.value; });
};

// What stands in the form, as it was typed.
Form.prototype.entered = function () {
  return {
    group: this.form.elements.group.value, game: this.ticked("game")[0],
    agreed: this.ticked("agreed")[0], to_japan: this.ticked("to_japan"),
    etorofu: this.form.elements.etorofu.value, side_deals: this.ticked("side_deals")
  };
};

Form.prototype.fill = function (given) {
  var form = this.form;
  ["group", "etorofu"].forEach(function (name) {
    // What another version kept may not be a text.
    var field = form.elements[name];
    field.value = typeof given[name] === "string" ? given[name] : field.defaultValue;
  });
  tp.each(form, "input[type=radio], input[type=checkbox]", function (box) {
    box.checked = [].concat(given[box.name]).indexOf(box.value) >= 0;
  });
};

// The share of the cut group in the form; throws the sentence that says why it is none.
Form.prototype.share = function (typed) {
  var found = tp.readings(typed).map(Number);
  var share = found.filter(function (one) { return one >= 0 && one <= 100; })[0];
  var what = "the share of " + cutGroup(this.game).name;
  if (!typed) throw new Error("Write " + what + " in per cent, 0 for none.");
  if (!found.length) {
    throw new Error("\u201c" + typed + "\u201d is not a number. Write " + what
      + " in digits, such as 21.");
  }
  if (share === undefined) {
    throw new Error(typed + " lies outside 0 to 100: give " + what + " in per cent.");
  }
  return Math.round(share * 1e4) / 1e6;
};

// The deal in the form; throws the sentence that says what is missing or wrong.
Form.prototype.deal = function () {
  var given = this.entered();
  if (!given.group.trim()) throw new Error("Give your group a name first.");
  if (!given.agreed) throw new Error("Say first whether there is a deal.");
  var deal = { group: given.group.trim(), game: given.game, agreed: given.agreed === "yes",
    to_japan: [], etorofu_share: 0, side_deals: [] };
  if (!deal.agreed) return deal;
  deal.to_japan = given.to_japan;
  deal.etorofu_share = this.share(given.etorofu.trim());
  deal.side_deals = given.side_deals;
  if (deal.side_deals.length && !this.game.games[deal.game].side_deals) {
    throw new Error("The " + deal.game + " version has no side deals: take their ticks away, or "
      + "choose the " + withSideDeals(this.game) + " version.");
  }
  return deal;
};

// What the deal in the form moves, as long as there is one.
Form.prototype.tell = function () {
  var place = this.block.querySelector(".tp-total");
  var deal;
  try { deal = this.deal(); } catch (error) { place.textContent = ""; return; }
  var out = outcome(deal, this.game);
  Object.keys(out).forEach(function (key) { out[key] = percent(out[key]).toFixed(1); });
  place.textContent = deal.agreed ? put(this.game.words.total, out) : "";
};

Form.prototype.save = function () {
  var deal;
  try { deal = this.deal(); } catch (error) {
    return this.say(error.message + " Nothing is saved yet; what you entered stays.");
  }
  var name = deal.group.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_+|_+$/g, "");
  name = "deal_" + (name || "group") + ".json";
  tp.saveFile(this.block, name,
    { format: this.game.format, version: this.game.version, deal: deal });
  this.say("Saved as " + name + ".");
};

Form.prototype.open = function (files, use) {
  var me = this;
  tp.readFiles(files, function (text, name) {
    return readDeal(text, name, me.game);
  }).then(function (read) {
    if (use === "class") return me.compare(read);
    var deal = read[0];
    me.fill({ group: deal.group, game: deal.game, agreed: deal.agreed ? "yes" : "no",
      to_japan: deal.to_japan, etorofu: String(Math.round(deal.etorofu_share * 1e6) / 1e4),
      side_deals: deal.side_deals });
    tp.keep(me.game.format, me.entered());
    me.tell();
    me.say("The deal of " + deal.group + " is in the form.");
  }).catch(function (error) {
    me.say(error.message + (me.form ? " What you entered stays." : " Nothing is charted."));
  });
};

Form.prototype.compare = function (read) {
  var version = read[0].game;
  if (read.some(function (deal) { return deal.game !== version; })) {
    return this.say("These deals are of two versions of the game, which count different things; "
      + "chart those of one version. Nothing is charted.");
  }
  var own = classDeals(read, this.game);
  this.block.classList.add("tp-open");
  chart(this.block.querySelector("figure.chart"), own, this.game, this.game.games[version]);
  this.say(tp.counted(own.length, "file") + " charted; the chart is below.");
  var heading = this.block.querySelector(".tp-class h3");
  heading.tabIndex = -1;
  heading.focus();
};

tp.onBlock(".tp-deal", function (block) { new Form(block); });
