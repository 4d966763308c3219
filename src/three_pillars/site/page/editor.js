/* The editor of a cell: CodeMirror, loaded when a reader first presses Change. */
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "./editor/codemirror-autocomplete.js";
import { defaultKeymap, history, historyKeymap } from "./editor/codemirror-commands.js";
import { pythonLanguage } from "./editor/codemirror-lang-python.js";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "./editor/codemirror-language.js";
import { EditorState } from "./editor/codemirror-state.js";
import { EditorView, keymap } from "./editor/codemirror-view.js";
import { classHighlighter } from "./editor/lezer-highlight.js";

export class Editor {
  constructor(cell) {
    this.cell = cell;
    // Tab goes on to the next button, so that the keyboard is not trapped; Enter indents by itself,
    // and Ctrl+] and Ctrl+[ indent more and less (for a Mac: Command).
    const keys = [
      { key: "Shift-Enter", run: () => this.run() },
      { key: "Mod-Enter", run: () => this.run() },
      ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap,
    ];
    this.view = new EditorView({
      state: EditorState.create({
        doc: cell.text,
        extensions: [
          keymap.of(keys), history(), indentOnInput(), bracketMatching(), closeBrackets(),
          indentUnit.of("    "), pythonLanguage, syntaxHighlighting(classHighlighter),
          autocompletion({ override: [(context) => this.complete(context)] }),
          EditorView.editorAttributes.of({ class: "tp-editor" }),
          EditorView.contentAttributes.of({
            "aria-label": "Code of " + cell.name + ". Shift and Enter run it, Tab leaves it.",
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) cell.wrote(update.state.doc.toString());
          }),
        ],
      }),
    });
    this.place = this.view.dom;
  }

  run() {
    this.cell.cells.run(this.cell.at);
    return true;
  }

  focus() { this.view.focus(); }

  setText(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  // Names that Python knows; once it runs, also what stands behind a dot.
  async complete(context) {
    const word = context.matchBefore(/[\w.]+/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const { cells } = this.cell;
    if (!cells.python.running || cells.running) return null;
    const { names } = await cells.python.ask({ do: "complete", text: word.text });
    if (!names.length) return null;
    return { from: word.from, options: names.map((label) => ({ label })), validFor: /^[\w.]*$/ };
  }
}
