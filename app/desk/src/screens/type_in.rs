//! Typing in what came back on paper: which homework, and whose. The paper answer itself is below it, in a frame.

use assignment::{Assignment, Look, Shared};
use class::{Roll, Student};
use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::frame::{Arrive, Top};
use crate::authoring::preview;
use crate::called;
use crate::desk::Desk;
use crate::screen::Screen;

#[component]
pub fn TypeInScreen() -> AnyView {
    let desk = Desk::here();
    Arrive::at(say::desk_type_in());
    let assignment = RwSignal::new(String::new());
    let student = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    // What is typed of one paper answer gives way to the next only when the teacher says so twice.
    let sure = RwSignal::new(false);
    let problem = RwSignal::new(String::new());
    let start = move |_: leptos::ev::MouseEvent| {
        let look =
            desk.roll.with_untracked(|roll| look(roll, &student.get_untracked(), &name.get_untracked()));
        let id = assignment.get_untracked();
        let Some(look) = look.filter(|_| !id.is_empty()) else {
            problem.set(say::desk_type_in_missing());
            return;
        };
        problem.set(String::new());
        let is_sure = sure.get_untracked();
        sure.set(!is_sure && desk.typing.has_words.get_untracked());
        if sure.get_untracked() {
            return;
        }
        spawn_local(async move {
            match read(desk, &id).await {
                Some(shared) => desk.typing.begin(preview::address(&shared, look)),
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
                    <button type="button" class="main" on:click=start on:blur=move |_| sure.set(false)>
                        {move || if sure.get() { say::desk_type_in_sure() } else { say::desk_type_in_start() }}
                    </button>
                </p>
                <p class="problem" role="alert">
                    {problem}
                </p>
            </section>
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
