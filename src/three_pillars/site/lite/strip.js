/* A strip below the notebook in JupyterLite: back to the book, download, begin again, and a word
   when the book has a newer edition of it than the copy that this browser keeps. */
const lite = new URL("./", import.meta.url);
const path = new URLSearchParams(location.search).get("path") || "";

function make(tag, text, press) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (press) element.addEventListener("click", press);
  return element;
}

async function opened() {
  for (let tries = 0; tries < 1200; tries++) {
    const app = window.jupyterapp;
    const panel = app && app.shell.currentWidget;
    if (panel && panel.context && panel.context.isReady) return { app, panel };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the notebook did not open");
}

async function editionOfTheBook() {
  const answer = await fetch(new URL("files/" + path, lite), { cache: "no-cache" });
  if (!answer.ok) return null;
  return ((await answer.json()).metadata.three_pillars || {}).edition || null;
}

async function start() {
  const { app, panel } = await opened();
  const strip = make("div", "");
  strip.id = "tp-strip";
  const back = make("a", "← The book");
  back.href = new URL(path.startsWith("chapters/") ? "../" + path.replace(/\.ipynb$/, ".html")
    : "../chapters/teaching/exercises.html", lite).href;
  const said = make("span", "Your work stays in this browser. To hand it in, download it.");
  said.setAttribute("role", "status");
  const download = make("button", "Download", async () => {
    await panel.context.save();
    app.commands.execute("docmanager:download");
  });
  // The browser's copy goes; what the book has comes back.
  const again = make("button", "Begin again", async () => {
    if (!confirm("Delete what you wrote in this notebook, and begin with the book's own?")) return;
    await panel.context.sessionContext.shutdown().catch(() => {});
    await app.serviceManager.contents.delete(path);
    location.reload();
  });
  strip.append(back, download, again, said);
  document.body.append(strip);
  window.dispatchEvent(new Event("resize"));
  const own = (panel.content.model.sharedModel.metadata.three_pillars || {}).edition;
  const now = await editionOfTheBook();
  if (now && own !== now) {
    said.textContent = "This is your copy of an earlier edition. The book has a newer one: "
      + "download yours to keep it, then press Begin again.";
    strip.classList.add("tp-newer");
  }
}

start().catch((error) => console.error(error));
