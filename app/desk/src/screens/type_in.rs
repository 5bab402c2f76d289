//! Typing in what came back on paper: home itself, in a frame, for the teacher.

use assignment::{Assignment, Look, Shared};
use class::{Roll, Student};
use gloo::events::EventListener;
use leptos::html;
use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement, MessageEvent};

use super::frame::{Arrive, Top};
use crate::authoring::preview;
use crate::called;
use crate::desk::Desk;
use crate::files::Source;
use crate::opening::open;
use crate::screen::Screen;

#[component]
pub fn TypeInScreen() -> AnyView {
    let desk = Desk::here();
    Arrive::at(say::desk_type_in());
    let assignment = RwSignal::new(String::new());
    let student = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    let address = RwSignal::new(None::<String>);
    let problem = RwSignal::new(String::new());
    let frame = NodeRef::<html::Iframe>::new();
    hear_result(desk, frame);
    let start = move |_: leptos::ev::MouseEvent| {
        let look =
            desk.roll.with_untracked(|roll| look(roll, &student.get_untracked(), &name.get_untracked()));
        let id = assignment.get_untracked();
        let Some(look) = look.filter(|_| !id.is_empty()) else {
            problem.set(say::desk_type_in_missing());
            return;
        };
        problem.set(String::new());
        spawn_local(async move {
            match read(desk, &id).await {
                Some(shared) => address.set(Some(preview::address(&shared, look))),
                None => problem.set(say::desk_type_in_not_here()),
            }
        });
    };
    view! {
        <Top more=Some((Screen::Write, say::desk_write())) />
        <main class="type-in-screen">
            <h1 tabindex="-1">{say::desk_type_in()}</h1>
            <p>{say::desk_type_in_how()}</p>
            <section class="card type-in">
                {which(desk, assignment)}
                {whose(desk, student, name)}
                <p class="actions">
                    <button type="button" class="main" on:click=start>
                        {say::desk_type_in_start()}
                    </button>
                </p>
                <p class="problem" role="alert">
                    {problem}
                </p>
            </section>
            {move || address.get().map(|address| view! { <iframe node_ref=frame src=address title=say::desk_type_in()></iframe> })}
        </main>
    }
    .into_any()
}

/// All homework that the site or the author's page has.
fn which(desk: Desk, chosen: RwSignal<String>) -> AnyView {
    let options = move || {
        let mut known: Vec<(String, String)> = desk.index.with(|index| {
            let entries = index.iter().flat_map(|index| &index.assignments);
            entries.map(|head| (head.id.clone(), head.title.clone())).collect()
        });
        if let Some(written) =
            desk.author.checked.with(|checked| checked.is_good().then(|| checked.shared.clone()).flatten())
        {
            let head = written.document.head;
            known.retain(|(id, _)| *id != head.id);
            known.push((head.id, head.title));
        }
        known.into_iter().map(|(id, title)| view! { <option value=id>{title}</option> }).collect_view()
    };
    view! {
        <label>
            <span>{say::desk_type_in_which()}</span>
            <select on:change=choose(chosen)>
                <option value="">{say::desk_type_in_choose()}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}

fn choose(chosen: RwSignal<String>) -> impl Fn(leptos::ev::Event) {
    move |event| {
        let field = event.target().and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
        chosen.set(field.map(|field| field.value()).unwrap_or_default());
    }
}

/// A child who is in the class already, or another.
fn whose(desk: Desk, student: RwSignal<String>, name: RwSignal<String>) -> AnyView {
    let options = move || {
        desk.roll.with(|roll| {
            let option = |student: &Student| {
                let words = called::student(student);
                view! { <option value=student.id.clone()>{words}</option> }
            };
            roll.students().iter().map(option).collect_view()
        })
    };
    let typed = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        name.set(event.target().value())
    };
    view! {
        <label>
            <span>{say::desk_type_in_whose()}</span>
            <select on:change=choose(student)>
                <option value="">{say::desk_type_in_new()}</option>
                {options}
            </select>
        </label>
        <label hidden=move || !student.with(String::is_empty)>
            <span>{say::desk_type_in_name()}</span>
            <input type="text" autocomplete="off" maxlength="60" prop:value=name on:input:target=typed />
        </label>
    }
    .into_any()
}

/// Who it is that home shows. `None` without a name.
fn look(roll: &Roll, student: &str, name: &str) -> Option<Look> {
    let (child, name) = match roll.student(student) {
        Some(known) => (known.id, known.name),
        None => (browser::new_id(browser::now()), name.trim().to_owned()),
    };
    (!name.is_empty()).then(|| Look { child, name, is_typing: true, ..Look::default() })
}

async fn read(desk: Desk, id: &str) -> Option<Shared> {
    let written = desk.author.checked.with_untracked(|checked| checked.shared.clone());
    if let Some(written) = written.filter(|written| written.document.head.id == id) {
        return Some(written);
    }
    let file = desk.index.with_untracked(|index| {
        index.as_ref()?.assignments.iter().find(|head| head.id == id).map(assignment::Head::file_name)
    })?;
    let text = browser::fetch_text(&format!("../assignments/{file}")).await.ok()?;
    let document = Assignment::from_json(&text).ok()?;
    Some(Shared { taumahi: assignment::VERSION, document, ..Shared::default() })
}

/// The frame gives back a result.
fn hear_result(desk: Desk, frame: NodeRef<html::Iframe>) {
    let Some(window) = web_sys::window() else { return };
    let listener = StoredValue::new_local(Some(EventListener::new(&window, "message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let own = frame.get_untracked().and_then(|frame| frame.content_window());
        let is_own =
            own.is_some_and(|own| event.source().is_some_and(|source| js_sys::Object::is(&source, &own)));
        if let Some(text) = event.data().as_string().filter(|_| is_own) {
            open(desk, vec![Source::Pasted(text)]);
        }
    })));
    on_cleanup(move || drop(listener.try_update_value(Option::take)));
}
