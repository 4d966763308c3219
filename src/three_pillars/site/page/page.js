/* A page that can run: its cells, and the ways to the exercises. */
import { Cells } from "./cells.js";
import { make } from "./make.js";

export function start(told) {
  const lite = new URL(told.base + "lite/", location.href);
  if (told.exercises) told.exercises.forEach((part) => offerExercise(part, lite));
  if (!told.cells) return;
  const places = document.querySelectorAll(".bd-article div.cell.docutils");
  if (places.length !== told.cells.length) {
    console.error("this page has", places.length, "cells, and", told.cells.length, "are known");
    return;
  }
  window.threePillarsCells = new Cells(told, places, lite);
  if (told.notebook) offerNotebooks(told, lite);
}

function notebook(lite, path) {
  return new URL("notebooks/index.html?path=" + encodeURIComponent(path), lite).href;
}

// On the page of the exercises: beside each download.
function offerExercise(part, lite) {
  const zip = document.querySelector('.bd-article a[href$="exercises/' + part + '.zip"]');
  if (!zip) return;
  const link = make("a", "tp-do", "Do this exercise");
  link.href = notebook(lite, part + ".ipynb");
  zip.before(link, " or ");
  link.parentNode.classList.add("tp-ways");
}

// At the end of a chapter.
function offerNotebooks(told, lite) {
  const box = make("nav", "tp-next");
  box.setAttribute("aria-label", "Work in a notebook");
  if (told.exercise) {
    const link = make("a", "tp-do", "Do the exercise of this part");
    link.href = notebook(lite, told.exercise + ".ipynb");
    box.append(link);
  }
  const link = make("a", "tp-do tp-quiet", "Open this chapter as a notebook");
  link.href = notebook(lite, told.document + ".ipynb");
  box.append(link);
  document.querySelector(".bd-article").append(box);
}
