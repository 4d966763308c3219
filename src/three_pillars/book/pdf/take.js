/* Run in a built page: returns its title and the HTML of its article as it stands on paper, with
   names that are its own in the whole book. `given` holds the page, all `pages` of the PDF, the
   `root` and the address (`baseurl`) of the book, and what is wanted of it. */
(given) => {
  window.tpOnPaper();
  const article = document.querySelector("article.bd-article");
  const title = article.querySelector("h1").firstChild.textContent;
  // Without its script a cell of the ledger is no button.
  article.querySelectorAll("button.tp-cell").forEach((cell) => {
    const plain = document.createElement("span");
    plain.className = cell.className;
    plain.setAttribute("role", "img");
    plain.setAttribute("aria-label", cell.getAttribute("aria-label"));
    plain.append(...cell.childNodes);
    cell.replaceWith(plain);
  });
  const gone = ["script", "noscript", "button", ".headerlink", ".narrow", ".tp-class", ".tp-filters",
    ".chart-share", ".chart-told", "details.hide"];
  if (!given.references) gone.push(".tp-references");
  if (!given.tables) gone.push("details.chart-data");
  article.querySelectorAll(gone.join()).forEach((one) => one.remove());
  article.querySelectorAll("details").forEach((fold) => { fold.open = true; });
  // A form for paper is empty.
  article.querySelectorAll("input").forEach((field) => {
    field.removeAttribute("checked");
    if (field.type === "text") field.removeAttribute("value");
  });
  article.querySelectorAll("img").forEach((image) => { image.src = image.src; });

  const name = (page, id) => page.replaceAll("/", "-") + "--" + id;
  article.querySelectorAll("[id]").forEach((one) => { one.id = name(given.page, one.id); });
  const naming = ["for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"];
  for (const key of naming) {
    article.querySelectorAll(`[${key}]`).forEach((one) => {
      const ids = one.getAttribute(key).split(/\s+/).filter(Boolean);
      one.setAttribute(key, ids.map((id) => name(given.page, id)).join(" "));
    });
  }
  for (const one of article.querySelectorAll("svg *")) {
    for (const attribute of one.attributes) {
      if (!attribute.value.includes("#")) continue;
      attribute.value = attribute.value.replace(/url\(#([^)]+)\)/g,
        (_, id) => `url(#${name(given.page, id)})`);
    }
  }
  for (const link of article.querySelectorAll("a[href]")) {
    const target = link.href;
    if (!target.startsWith(given.root)) continue;
    const [path, anchor] = target.slice(given.root.length).split("#");
    const page = decodeURIComponent(path).replace(/\.html$/, "");
    if (given.pages.includes(page)) {
      link.setAttribute("href", "#" + name(page, decodeURIComponent(anchor || "")));
    } else if (given.baseurl) {
      link.href = given.baseurl + target.slice(given.root.length);
    } else {
      link.replaceWith(...link.childNodes);  // paper knows no file of this machine
    }
  }
  return { title, html: article.innerHTML };
}
