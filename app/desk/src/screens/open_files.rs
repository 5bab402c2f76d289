//! Choosing files, or pasting a text.

use leptos::prelude::*;
use ui::browser;
use ui::component::ProgressBar;
use ui::say;
use web_sys::HtmlInputElement;

use crate::desk::Desk;
use crate::files::{Source, of_list};
use crate::opening::{Report, open};

#[component]
pub fn OpenFiles() -> AnyView {
    let desk = Desk::here();
    let opening = desk.opening;
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        let field = event.target();
        let sources = of_list(field.files());
        // Else the browser would not tell when the same file is chosen again.
        field.set_value("");
        if !sources.is_empty() {
            open(desk, sources);
        }
    };
    let none = Memo::new(move |_| desk.roll.with(class::Roll::is_empty));
    let reading = Memo::new(move |_| opening.progress.with(Option::is_some));
    view! {
        <section class="card opening">
            {move || none.get().then(how_to_start)}
            <p class="actions">
                <label class="button main file">
                    // Some phones mark what was sent by message with a type of their own, so any is taken.
                    <input type="file" multiple accept=".txt,text/plain,*/*" on:change:target=chosen />
                    {say::desk_open()}
                </label>
                <span class="quiet drop">{say::desk_drop()}</span>
            </p>
            {paste(desk)}
            <p class="quiet" role="status">
                {move || (opening.looking.get() > 0).then(say::desk_looking)}
            </p>
            {move || {
                reading
                    .get()
                    .then(|| {
                        let progress = Signal::derive(move || opening.progress.get().unwrap_or_default());
                        view! { <ProgressBar progress=progress /> }
                    })
            }}
        </section>
    }
    .into_any()
}

/// For a teacher who has never been here.
fn how_to_start() -> AnyView {
    view! {
        <p>{say::desk_welcome()}</p>
        <ol>
            <li>{say::desk_start_save()}</li>
            <li>{say::desk_start_open()}</li>
            <li>{say::desk_start_see()}</li>
        </ol>
        <p class="quiet">{say::desk_private()}</p>
    }
    .into_any()
}

fn paste(desk: Desk) -> AnyView {
    let pasted = RwSignal::new(String::new());
    let empty = RwSignal::new(false);
    // What is being read of the box.
    let waiting = StoredValue::new(None::<String>);
    let read = move |_: leptos::ev::MouseEvent| {
        let text = pasted.get_untracked();
        empty.set(text.trim().is_empty());
        if text.trim().is_empty() {
            browser::focus("pasted");
            return;
        }
        waiting.set_value(Some(text.clone()));
        open(desk, vec![Source::Pasted(text)]);
    };
    Effect::new(move || {
        let Some(read) = desk.opening.report.with(|report| report.as_ref().map(Report::took_pasted)) else {
            return;
        };
        // What was refused stays, to be mended, and so does what was typed since.
        let waited = waiting.try_update_value(Option::take).flatten();
        if read && waited.is_some_and(|text| pasted.with_untracked(|now| *now == text)) {
            pasted.set(String::new());
        }
    });
    view! {
        <details class="paste">
            <summary>{say::desk_paste()}</summary>
            <label for="pasted">{say::desk_paste_label()}</label>
            <textarea
                id="pasted"
                rows="5"
                autocomplete="off"
                spellcheck="false"
                aria-describedby="pasted-empty"
                prop:value=pasted
                on:input:target=move |event| pasted.set(event.target().value())
            ></textarea>
            <p id="pasted-empty" class="problem" role="alert">
                {move || empty.get().then(say::desk_paste_empty)}
            </p>
            <button type="button" on:click=read>
                {say::desk_paste_read()}
            </button>
        </details>
    }
    .into_any()
}
