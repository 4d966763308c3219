/* Numbers in the text: computed anew after a run, and marked where they differ from the book's. */
export class Values {
  constructor(cells) {
    const places = [...document.querySelectorAll(".bd-article .tp-value")];
    const count = cells.reduce((sum, cell) => sum + cell.told.values.length, 0);
    if (places.length !== count) {
      console.error("this page has", places.length, "values, and", count, "are known");
      places.length = 0;
    }
    let at = 0;
    this.places = new Map(cells.map((cell) => {
      const own = places.slice(at, at + cell.told.values.length);
      at += cell.told.values.length;
      return [cell, own];
    }));
    places.forEach((place) => { place.dataset.book = place.textContent; });
  }

  async renew(cell, python) {
    const places = this.places.get(cell);
    if (!places.length) return;
    const { values } = await python.ask({ do: "values", expressions: cell.told.values });
    places.forEach((place, at) => tell(place, values[at]));
  }

  mark(cell, stale) {
    this.places.get(cell).forEach((place) => {
      place.classList.toggle("tp-value-old", stale);
      if (stale) place.title = "Computed before the change above: Run all renews it.";
      else if (!place.dataset.now) place.removeAttribute("title");
    });
  }
}

// The book sets straight quotation marks as curly ones, and spaces do not count.
function plain(text) {
  return text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/–|—/g, "-").replace(/\s+/g, " ").trim();
}

function tell(place, value) {
  const book = place.dataset.book;
  const same = value !== null && plain(value).replace(/--+/g, "-") === plain(book);
  delete place.dataset.now;
  place.classList.toggle("tp-value-new", value !== null && !same);
  place.classList.toggle("tp-value-lost", value === null);
  place.textContent = value === null || same ? book : value;
  if (same) return place.removeAttribute("title");
  place.dataset.now = value === null ? "lost" : "new";
  place.title = value === null ? "The changed code does not give this number."
    : "Computed from the changed code; in the book: " + book;
}
