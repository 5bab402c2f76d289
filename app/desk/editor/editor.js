// The editor of the author's page: CodeMirror, with the problems that Taumahi's checker finds. It knows nothing of the format; the desk's
// program tells it what to show, and hears what is typed.
//
// It stands in a shadow root: there CodeMirror hands its styles to the browser as objects. As a style element the content security
// policy would refuse them.

import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { tags } from "@lezer/highlight";

const looks = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "0.9375rem", blockSize: "100%" },
  ".cm-content": { fontFamily: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace", caretColor: "var(--ink)" },
  ".cm-cursor": { borderInlineStartColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--page)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--main-soft)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--family-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--ink)", border: "1px solid var(--line)", maxInlineSize: "min(32rem, 90vw)" },
  ".cm-diagnostic": { fontFamily: "system-ui, sans-serif", whiteSpace: "normal" },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: "var(--main)" },
  { tag: [tags.monospace, tags.labelName], color: "var(--family)" },
  { tag: [tags.meta, tags.processingInstruction, tags.contentSeparator], color: "var(--quiet)" },
]);

/**
 * Puts an editor into an element.
 * @param {Element} host
 * @param {{ label: string, typed: (text: string) => void, moved: (at: number) => void, opened: () => void }} desk
 */
export function open(host, desk) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  let isTold = false;
  const hears = EditorView.updateListener.of((update) => {
    if (isTold) return;
    if (update.docChanged) desk.typed(update.state.doc.toString());
    if (update.selectionSet || update.docChanged) desk.moved(update.state.selection.main.head);
  });
  const state = (text) =>
    EditorState.create({
      doc: text,
      extensions: [
        basicSetup,
        markdown(),
        lintGutter(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": desk.label, tabindex: "0", spellcheck: "true", autocapitalize: "off" }),
        looks,
        syntaxHighlighting(colours),
        hears,
      ],
    });
  const view = new EditorView({ state: state(""), parent: root, root });
  const within = (at) => Math.max(0, Math.min(at, view.state.doc.length));
  /** What the desk does itself is not told to it again. */
  const quietly = (change) => {
    isTold = true;
    change();
    isTold = false;
  };
  return {
    /** Another text, with a history of its own. */
    show: (text) => quietly(() => view.setState(state(text))),
    /** The problems: from, to, severity and words of each. */
    mark: (problems) =>
      view.dispatch(
        setDiagnostics(
          view.state,
          problems.map(([from, to, severity, message]) => ({ from: within(from), to: within(to), severity, message })),
        ),
      ),
    /** Moves the cursor and the view to a place. */
    go: (at, focus) => {
      quietly(() => view.dispatch({ selection: { anchor: within(at) }, effects: EditorView.scrollIntoView(within(at), { y: "center" }) }));
      if (focus) view.focus();
    },
    close: () => view.destroy(),
  };
}

/** Files by the browser's own dialogs, which let a page write back where it has read; `null` where there are none, or nothing is chosen. */
export const files = {
  can: () => "showOpenFilePicker" in window,
  async chooseFile() {
    const kind = { description: "Markdown", accept: { "text/markdown": [".md"] } };
    const [handle] = await window.showOpenFilePicker({ types: [kind] });
    return handle;
  },
  chooseFolder: () => window.showDirectoryPicker({ mode: "readwrite" }),
  newFile: (name) => window.showSaveFilePicker({ suggestedName: name }),
  /** The files of a folder and of its `media`: a path and a handle of each. */
  async list(folder) {
    const all = [];
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "file") all.push([name, handle]);
      else if (name === "media") for await (const [inside, file] of handle.entries()) if (file.kind === "file") all.push([`media/${inside}`, file]);
    }
    return all;
  },
  /** A new file in a folder; `null` when it has one of that name, which nobody may have read. */
  async inFolder(folder, name) {
    const isFree = await folder.getFileHandle(name).then(
      () => false,
      (error) => {
        if (error.name !== "NotFoundError") throw error;
        return true;
      },
    );
    return isFree ? folder.getFileHandle(name, { create: true }) : null;
  },
  isSame: (one, other) => one.isSameEntry(other),
  read: (handle) => handle.getFile(),
  async write(handle, text) {
    const writing = await handle.createWritable();
    await writing.write(text);
    await writing.close();
  },
};
