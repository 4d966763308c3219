/* The chapter as a notebook, with the code as the reader has it. */
import { make } from "./make.js";

export async function saveNotebook({ told, lite, cells }) {
  const answer = await fetch(new URL("files/" + told.document + ".ipynb", lite));
  if (!answer.ok) throw new Error("The notebook cannot be loaded; try again.");
  const notebook = await answer.json();
  notebook.cells.filter((cell) => cell.cell_type === "code").forEach((cell, at) => {
    cell.source = cells[at].text;
    cell.outputs = [];
    cell.execution_count = null;
  });
  const link = make("a");
  const file = new Blob([JSON.stringify(notebook, null, 1)], { type: "application/x-ipynb+json" });
  link.href = URL.createObjectURL(file);
  link.download = told.document.split("/").pop() + ".ipynb";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
