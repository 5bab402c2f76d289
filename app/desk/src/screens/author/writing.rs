//! The editor, what is wrong with its text, and beside it what a family will see.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use assignment::Look;
use leptos::html;
use leptos::prelude::*;
use ui::say;
use wasm_bindgen::prelude::Closure;

use super::Page;
use super::problems::problems;
use crate::authoring::check::{of_editor, to_editor};
use crate::authoring::editor::{Editor, Hears};
use crate::authoring::place::Place;
use crate::authoring::preview::{self, Preview};

/// The preview follows what is typed after a pause that a typist does not make, in milliseconds: what is drawn anew for every letter
/// flickers.
const PAUSE: Duration = Duration::from_millis(150);

/// Both sides, and which text they show.
#[derive(Default)]
struct Sides {
    editor: RefCell<Option<Editor>>,
    preview: RefCell<Option<Preview>>,
    /// Goes up with every change, so that a preview that waits knows that another has come.
    edition: Cell<u64>,
}

pub fn writing(page: Page) -> AnyView {
    let sides = StoredValue::new_local(Rc::new(Sides::default()));
    let host = NodeRef::<html::Div>::new();
    let frame = NodeRef::<html::Iframe>::new();
    // The editor takes its text over when another is chosen, and not while it is typed there.
    let text = Memo::new(move |_| {
        page.author.shown.track();
        page.author.open.get()
    });
    Effect::new(move || {
        if let Some(host) = host.get() {
            open_editor(page, &host, &sides.get_value());
        }
    });
    Effect::new(move || {
        if let Some(frame) = frame.get() {
            let there = sides.get_value();
            let preview = Preview::new(frame, move |place| chosen_there(page, &sides.get_value(), place));
            there.preview.replace(Some(preview));
        }
    });
    Effect::new(move || {
        text.track();
        page.author.shown.track();
        let sheet = page.author.sheets.with_untracked(|sheets| {
            let open = page.author.open.get_untracked();
            sheets.iter().find(|sheet| Some(&sheet.name) == open.as_ref()).cloned()
        });
        if let (Some(sheet), Some(editor)) = (sheet, sides.get_value().editor.borrow().as_ref()) {
            editor.show(&sheet.text);
            page.author.checked.with_untracked(|checked| editor.mark(&checked.problems));
        }
    });
    Effect::new(move || {
        let there = sides.get_value();
        if let Some(editor) = there.editor.borrow().as_ref() {
            page.author.checked.with(|checked| editor.mark(&checked.problems));
        }
        page.author.checked.track();
        show_later(page, there);
    });
    // The editor's script lets go of the page.
    on_cleanup(move || {
        let there = sides.get_value();
        there.editor.take();
        there.preview.take();
    });
    let go = Callback::new(move |at| {
        if let Some(editor) = sides.get_value().editor.borrow().as_ref() {
            editor.go(at, true);
        }
    });
    view! {
        <div class="writing">
            <div class="text">
                <div id="text" class="editor" node_ref=host></div>
                {problems(page, go)}
            </div>
            <section class="preview" aria-labelledby="preview">
                <h2 id="preview">{say::desk_write_preview()}</h2>
                {reading(page)}
                <iframe node_ref=frame title=say::desk_write_preview()></iframe>
                <p class="quiet">{say::desk_write_preview_note()}</p>
            </section>
        </div>
    }
    .into_any()
}

fn open_editor(page: Page, host: &web_sys::HtmlDivElement, sides: &Rc<Sides>) {
    let text = page.author.sheet_untracked().map(|sheet| sheet.text).unwrap_or_default();
    let moved = sides.clone();
    let hears = Hears {
        typed: Closure::new(move |text: String| page.author.typed(page.desk, text)),
        moved: Closure::new(move |at: f64| chosen_here(page, &moved, at as usize)),
    };
    let label = say::desk_write_editor();
    let opened = page.script.with_value(|script| Editor::open(script, host, &label, hears));
    match opened {
        Ok(editor) => {
            editor.show(&text);
            page.author.checked.with_untracked(|checked| editor.mark(&checked.problems));
            sides.editor.replace(Some(editor));
        }
        Err(_) => page.said.set(say::desk_write_failed()),
    }
}

/// The cursor has moved in the editor: the preview shows that part.
fn chosen_here(page: Page, sides: &Rc<Sides>, at: usize) {
    let place = page.author.sheet_untracked().map(|sheet| {
        page.author.checked.with_untracked(|checked| Place::of(&checked.outline, of_editor(&sheet.text, at)))
    });
    if let (Some(place), Some(preview)) = (place, sides.preview.borrow().as_ref()) {
        preview.go(place);
    }
}

/// A part of the preview was chosen: the editor's cursor goes there.
fn chosen_there(page: Page, sides: &Rc<Sides>, place: Place) {
    let at = page.author.checked.with_untracked(|checked| place.start(&checked.outline));
    let at = at.zip(page.author.sheet_untracked()).map(|(at, sheet)| to_editor(&sheet.text, at));
    if let (Some(at), Some(editor)) = (at, sides.editor.borrow().as_ref()) {
        editor.go(at, false);
    }
}

fn show_later(page: Page, sides: Rc<Sides>) {
    let edition = sides.edition.get() + 1;
    sides.edition.set(edition);
    set_timeout(
        move || {
            if sides.edition.get() != edition {
                return;
            }
            let look = Look { child: "preview".to_owned(), name: say::desk_write_child(), ..Look::default() };
            let pictures = page.author.pictures.get_untracked().unwrap_or_default();
            let shared = page.author.checked.with_untracked(|checked| checked.shared.clone());
            if let (Some(shared), Some(preview)) = (shared, sides.preview.borrow().as_ref()) {
                let reads =
                    page.author.sheet_untracked().and_then(|sheet| sheet.language().map(str::to_owned));
                let look = Look { reads: reads.unwrap_or_default(), ..look };
                preview.show(&preview::address(&shared, look), pictures);
            }
        },
        PAUSE,
    );
}

/// What the preview shows, when the text cannot be shown.
fn reading(page: Page) -> AnyView {
    let is_shown = move || page.author.checked.with(|checked| checked.shared.is_some());
    view! {
        <p class="quiet" role="status">
            {move || (!is_shown()).then(say::desk_write_nothing_to_see)}
        </p>
    }
    .into_any()
}
