/* Numbers as readers type them. */

// 9.5, 9,5, 9.5 %, 1,298, 1 298, −2; NaN for anything else.
tp.parse = function (text) {
  var plain = text.replace(/[\s\u00a0\u202f]/g, "").replace(/\u2212/g, "-").replace(/%$/, "");
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/,/g, "");
  else if (/^[+-]?\d*,\d+$/.test(plain)) plain = plain.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
};
