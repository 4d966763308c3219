/* Numbers as readers type them; three_pillars.blocks.core.numbers reads them alike. */

// What a text may mean: 9.5, 9,5, 9.5 %, 1,298, 1 298, −2, ９．５. "1,298" may be one or the other.
function readings(text) {
  var plain = text.normalize("NFKC").replace(/\s/g, "").replace(/[\u2212\u2013]/g, "-")
    .replace(/%$/, "");
  var found = [];
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) found.push(plain.replace(/,/g, ""));
  if (/^[+-]?\d*,\d+$/.test(plain)) found.push(plain.replace(",", "."));
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) found.push(plain);
  return found;
}

// The likeliest reading; NaN for what is no number.
tp.parse = function (text) {
  var found = readings(text);
  return found.length ? Number(found[0]) : NaN;
};

tp.readings = readings;
