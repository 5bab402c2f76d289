//! Finish and send.

use leptos::prelude::*;
use ui::{browser, day, say};
use wasm_bindgen_futures::spawn_local;

use super::app::Arrive;
use super::frame::{Top, WithWork};
use crate::home::Home;
use crate::open_work::OpenWork;
use crate::screen::Screen;
use crate::sending::{Prepared, prepare};

#[component]
pub fn SendScreen(child: String, assignment: String) -> AnyView {
    view! { <WithWork child=child assignment=assignment show=whole /> }.into_any()
}

fn whole() -> AnyView {
    let home = Home::here();
    let open = OpenWork::here();
    let (profile, document) =
        open.work.with_untracked(|work| (work.profile.clone(), work.record.document.clone()));
    let teacher =
        home.with_index(|index| index.class.as_ref().map(|class| class.teacher.clone()).unwrap_or_default());
    let title = if teacher.is_empty() { say::home_send_title() } else { say::home_send_title_to(teacher) };
    Arrive::at(title.clone());
    // Ready before the tap: browsers open a share sheet only in the moment of one.
    let prepared = RwSignal::new(None::<Prepared>);
    let finished = Memo::new(move |_| open.work.with(|work| work.record.finished.is_some()));
    Effect::new(move || {
        finished.track();
        prepared.set(None);
        spawn_local(async move {
            let ready = prepare(home, open).await;
            prepared.set(Some(ready));
        });
    });
    let back = Screen::Work { child: profile.id.clone(), assignment: document.id };
    view! {
        <Top child=profile back=Some((back, document.title.clone())) />
        <main class="work send">
            <p class="kicker">{document.title.clone()}</p>
            <h1 tabindex="-1">{title}</h1>
            {state(open, finished)}
            {how_to_return(home)}
            {ways(open, document.title, prepared)}
            {preview(prepared)}
        </main>
    }
    .into_any()
}

/// Whether it is finished, what is still without an answer, and the choice.
fn state(open: OpenWork, finished: Memo<bool>) -> AnyView {
    let left = move || {
        open.work.with(|work| {
            work.unanswered().map(|ask| view! { <li>{ask.question_text()}</li> }.into_any()).collect_view()
        })
    };
    let some_left = move || open.work.with(|work| !work.progress().is_whole());
    view! {
        <div class="card">
            <p role="status">
                <strong>
                    {move || if finished.get() { say::home_send_finished() } else { say::home_send_unfinished() }}
                </strong>
            </p>
            <details hidden=move || !some_left()>
                <summary>{say::home_send_left()}</summary>
                <ul>{left}</ul>
            </details>
            <button type="button" class="small" on:click=move |_| open.set_finished(!finished.get_untracked())>
                {move || if finished.get() { say::home_send_reopen() } else { say::home_send_finish() }}
            </button>
        </div>
    }
    .into_any()
}

fn how_to_return(home: Home) -> Option<AnyView> {
    let words = home.with_index(|index| index.class.as_ref().map(|class| class.how_to_return.clone()))?;
    (!words.is_empty()).then(|| {
        view! {
            <section>
                <h2>{say::home_send_how()}</h2>
                <p class="lines">{words}</p>
            </section>
        }
        .into_any()
    })
}

/// The ways to send: the share sheet where there is one, a file, a text.
fn ways(open: OpenWork, title: String, prepared: RwSignal<Option<Prepared>>) -> AnyView {
    let said = RwSignal::new(String::new());
    let title = StoredValue::new(title);
    let share = move |_| {
        let Some(Prepared { name, text }) = prepared.get_untracked() else { return };
        spawn_local(async move {
            match browser::share(&title.get_value(), &name, &text).await {
                Ok(()) => {
                    open.note_sent();
                    said.set(say::home_send_shared());
                }
                Err(browser::HandOutError::Cancelled) => {}
                Err(browser::HandOutError::Refused) => said.set(say::home_send_share_failed()),
            }
        });
    };
    let download = move |_| {
        let Some(Prepared { name, text }) = prepared.get_untracked() else { return };
        match browser::download(&name, &text, "text/plain;charset=utf-8") {
            Ok(()) => {
                open.note_sent();
                said.set(say::home_send_downloaded(name));
            }
            Err(_) => said.set(say::home_send_copy_failed()),
        }
    };
    let copy = move |_| {
        let Some(Prepared { text, .. }) = prepared.get_untracked() else { return };
        spawn_local(async move {
            match browser::copy(&text).await {
                Ok(()) => {
                    open.note_sent();
                    said.set(say::home_send_copied());
                }
                Err(_) => said.set(say::home_send_copy_failed()),
            }
        });
    };
    let can_share = RwSignal::new(false);
    Effect::new(move || can_share.set(browser::can_share()));
    let waiting = move || prepared.with(Option::is_none);
    let before = open.work.with_untracked(|work| work.record.sent.last().copied());
    let download_class = move || if can_share.get() { "button" } else { "button main" };
    view! {
        <section class="ways">
            <button type="button" class="button main" hidden=move || !can_share.get() disabled=waiting on:click=share>
                {say::home_send_share()}
            </button>
            <button type="button" class=download_class disabled=waiting on:click=download>
                {say::home_send_download()}
            </button>
            <button type="button" class="button" disabled=waiting on:click=copy>
                {say::home_send_copy()}
            </button>
            <p role="status" class="good">
                {said}
            </p>
            {before.map(|moment| view! { <p class="quiet">{say::home_send_before(day::of_moment(moment))}</p> })}
        </section>
    }
    .into_any()
}

/// The summary that a person would read, so that nobody sends what they have not seen.
fn preview(prepared: RwSignal<Option<Prepared>>) -> AnyView {
    let text = move || prepared.get().map(|prepared| prepared.text);
    view! {
        <details class="preview">
            <summary>{say::home_send_see()}</summary>
            <pre tabindex="0">{text}</pre>
        </details>
        <p class="quiet">{say::home_send_nothing_else()}</p>
    }
    .into_any()
}
