/* Numbers as readers type them; three_pillars.blocks.core.numbers reads them alike. */

// What a text may mean: 9.5, 9,5, 9.5 %, 1,298, 1 298, −2, ９．５. "1,298" may be one or the other,
// the likelier first; "12 5" is two numbers, and so none.
function readings(text) {
  var plain = text.normalize("NFKC").replace(/(\d)\s+(?=\d{3}(?!\d))/g, "$1");
  if (/\d\s+\d/.test(plain)) return [];
  plain = plain.replace(/\s/g, "").replace(/[\u2212\u2013]/g, "-")
    .replace(/%$/, "");
  var found = [];
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) found.push(plain.replace(/,/g, ""));
  if (/^[+-]?\d*,\d+$/.test(plain)) found.push(plain.replace(",", "."));
  if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) found.push(plain);
  return found;
}

tp.readings = readings;
