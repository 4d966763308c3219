/* Words as readers look for them, in the ledger and in the whole book. */

// As it is searched: letters without their marks, so that Hoppo finds Hoppō; as many as before.
tp.plain = function (text) {
  return text.replace(/[À-ɏḀ-ỿЁёЙй]/g, function (letter) { return letter.normalize("NFD")[0]; })
    .replace(/[’‘]/g, "'").replace(/[–−]/g, "-").toLowerCase();
};

// The words that a reader looks for.
tp.words = function (text) {
  return tp.plain(text.normalize("NFC")).split(/[\s/,;"“”]+/).filter(Boolean);
};
