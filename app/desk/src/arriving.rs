//! Files that are dropped anywhere on the page, and texts that are pasted where no field is.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event};

use crate::desk::Desk;
use crate::files::of_clipboard;
use crate::folders::{Dropped, are_dragged};
use crate::opening::{open, open_dropped};
use crate::screen::Screen;

/// Longer than any browser waits before it says again that something is being dragged over the page, in milliseconds.
const STILL_DRAGGING: u32 = 600;

/// Listens for as long as the page is open. `dragging` says whether files are over the page.
pub fn listen(desk: Desk, dragging: RwSignal<bool>) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    // That the files have left the page is told by no browser reliably; that they are still there, by all.
    let leaving = StoredValue::new_local(None::<Timeout>);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "dragover", options, move |event| {
        let Some(files) = dragged_files(event) else { return };
        event.prevent_default();
        files.set_drop_effect("copy");
        dragging.set(true);
        leaving.set_value(Some(Timeout::new(STILL_DRAGGING, move || dragging.set(false))));
    })
    .forget();
    EventListener::new_with_options(&document, "drop", options, move |event| {
        let Some(files) = dragged_files(event) else { return };
        // Without this the browser would leave the page and show the file.
        event.prevent_default();
        leaving.set_value(None);
        dragging.set(false);
        open_dropped(desk, Dropped::of(&files));
    })
    .forget();
    EventListener::new(&document, "paste", move |event| {
        let pasted = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let elsewhere = desk.screen.with_untracked(|screen| *screen != Screen::Class);
        let sources = pasted.filter(|_| !is_in_field(event)).map(|pasted| of_clipboard(&pasted, elsewhere));
        if let Some(sources) = sources.filter(|sources| !sources.is_empty()) {
            open(desk, sources);
        }
    })
    .forget();
}

fn dragged_files(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer().filter(are_dragged)
}

fn is_in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}
