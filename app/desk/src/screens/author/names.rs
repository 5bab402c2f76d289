//! Which text is in the editor, what its file is called, and saving it.

use leptos::prelude::*;
use ui::say;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

use super::Page;
use crate::authoring::files::{Saved, save};
use crate::authoring::naming::is_file_name;

/// The field for the file's name.
pub const NAME: &str = "file-name";

pub fn names(page: Page) -> AnyView {
    let author = page.author;
    let is_saved = Memo::new(move |_| author.sheet().is_some_and(|sheet| sheet.is_saved()));
    let save_now = move |_: leptos::ev::MouseEvent| {
        let Some(sheet) = author.sheet() else { return };
        spawn_local(async move {
            let script = page.script.get_value();
            let saved = save(author, &script, &sheet).await;
            if matches!(saved, Saved::InFile | Saved::Downloading) {
                author.saved(page.desk, &sheet);
            }
            page.said.set(match saved {
                Saved::InFile => say::desk_write_saved(&sheet.name),
                Saved::Downloading => say::desk_downloaded(&sheet.name),
                Saved::InTheWay => say::desk_write_file_in_the_way(&sheet.name),
                Saved::Failed => say::desk_write_not_saved(&sheet.name),
                Saved::Cancelled => String::new(),
            });
        });
    };
    view! {
        <div class="names">
            {choose(page)}
            {rename(page)}
            <p class="actions">
                <button type="button" class="main" on:click=save_now>
                    {say::desk_write_save()}
                </button>
                <button type="button" class="quiet" disabled=move || !is_saved.get() on:click=move |_| author.close(page.desk)>
                    {say::desk_write_close()}
                </button>
                {discard(page, is_saved)}
                <span class="quiet" role="status">
                    {move || if is_saved.get() { say::desk_write_is_saved() } else { say::desk_write_unsaved() }}
                </span>
            </p>
        </div>
    }
    .into_any()
}

/// What is unsaved goes only when the teacher says so twice.
fn discard(page: Page, is_saved: Memo<bool>) -> AnyView {
    let sure = RwSignal::new(false);
    let discard = move |_: leptos::ev::MouseEvent| {
        if sure.get_untracked() {
            page.author.close(page.desk);
        }
        sure.update(|sure| *sure = !*sure);
    };
    let words = move || if sure.get() { say::desk_write_discard_sure() } else { say::desk_write_discard() };
    view! {
        <button type="button" class="small danger" hidden=is_saved on:click=discard on:blur=move |_| sure.set(false)>
            {words}
        </button>
    }
    .into_any()
}

fn choose(page: Page) -> AnyView {
    let author = page.author;
    let options = move || {
        author.sheets.with(|sheets| {
            let open = author.open.get();
            let option = |name: &str, is_saved: bool| {
                let words = if is_saved { name.to_owned() } else { say::desk_write_name_unsaved(name) };
                view! { <option value=name.to_owned() selected=open.as_deref() == Some(name)>{words}</option> }
            };
            sheets.iter().map(|sheet| option(&sheet.name, sheet.is_saved())).collect_view()
        })
    };
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        author.show(page.desk, &event.target().value());
    };
    view! {
        <label>
            <span>{say::desk_write_text()}</span>
            <select on:change:target=chosen>{options}</select>
        </label>
    }
    .into_any()
}

/// A text that is in no file yet can be given another name: from it come the homework's address and what results are filed under.
fn rename(page: Page) -> AnyView {
    let author = page.author;
    let problem = RwSignal::new(String::new());
    let can = Memo::new(move |_| {
        let open = author.open.get();
        open.is_some_and(|name| author.handles.with(|handles| !handles.contains_key(&name)))
    });
    let changed = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        let field = event.target();
        let wanted = field.value();
        let name = if wanted.trim().ends_with(".md") {
            wanted.trim().to_owned()
        } else {
            format!("{}.md", wanted.trim())
        };
        let said = if !is_file_name(&name) {
            say::desk_write_name_wrong()
        } else if author.open.get_untracked().as_deref() == Some(name.as_str())
            || author.rename(page.desk, &name)
        {
            field.set_value(&name);
            String::new()
        } else {
            say::desk_write_name_taken(&name)
        };
        problem.set(said);
    };
    view! {
        <label hidden=move || !can.get()>
            <span>{say::desk_write_name()}</span>
            <input
                type="text"
                id=NAME
                autocomplete="off"
                spellcheck="false"
                aria-describedby="name-problem"
                prop:value=move || author.open.get().unwrap_or_default()
                on:change:target=changed
            />
            <span id="name-problem" class="problem" role="alert">
                {problem}
            </span>
        </label>
    }
    .into_any()
}
