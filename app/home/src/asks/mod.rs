//! A field for each kind of question. Every one is a field or a group whose accessible name is its question, shows what was
//! answered before, and gives every change to the open work at once.

mod check;
mod choice;
mod columns;
mod done;
mod log;
mod number;
mod scale;
mod table;
mod text;

use assignment::{Ask, Kind, Who, document};
use leptos::prelude::*;
use ui::component::WhoMark;
use ui::{result_words, say};
use work::{By, Partner, Slot, Value};

use crate::open_work::OpenWork;

/// What every field needs to know of its question.
#[derive(Clone)]
pub struct Field {
    ask: Ask,
    open: OpenWork,
}

impl Field {
    fn slot(&self) -> Slot {
        Slot::Ask(self.ask.id.clone())
    }

    fn value(&self) -> Option<Value> {
        self.open.value_now(&self.slot())
    }

    /// A function that takes an answer.
    fn giver(&self) -> impl Fn(Value) + Clone + 'static {
        let (slot, open, who) = (self.slot(), self.open, self.ask.who);
        move |value| open.give(slot.clone(), value, given_by(who, open.partner.get_untracked()))
    }

    /// The id of the element for `part` of this question.
    fn element(&self, part: &str) -> String {
        format!("{part}-{}", self.ask.id)
    }
}

/// Questions for the family are answered by whoever said that they are answering; the others by the child, with help or without.
fn given_by(who: Who, partner: Option<Partner>) -> By {
    match who {
        Who::Family => By::Family(partner.unwrap_or(Partner::Other)),
        Who::Student | Who::Together => By::Student,
    }
}

/// A question with its field.
#[component]
pub fn AskField(
    /// The question.
    ask: Ask,
) -> AnyView {
    let open = OpenWork::here();
    let role = ask.who;
    let class = match role {
        Who::Student => "ask student",
        Who::Together => "ask together",
        Who::Family => "ask family",
    };
    let field = Field { ask, open };
    let checked = work::Check::is_offered(&field.ask.kind);
    let hint = field.ask.hint.clone();
    let check_field = field.clone();
    view! {
        <div class=class>
            <p class="ask-who">
                <WhoMark role=role />
                <span class="quiet">{result_words::who_long(role)}</span>
            </p>
            {(role == Who::Family).then(|| view! { <AnsweringChoice /> })}
            {control(field)}
            {checked.then(|| view! { <check::CheckAnswer field=check_field /> })}
            {(!hint.is_empty())
                .then(|| {
                    view! {
                        <details class="hint">
                            <summary>{say::home_hint()}</summary>
                            <p inner_html=document::html(&hint)></p>
                        </details>
                    }
                })}
        </div>
    }
    .into_any()
}

fn control(field: Field) -> AnyView {
    match field.ask.kind.clone() {
        Kind::Text { lines, starts_from } => text::text(field, lines, starts_from),
        Kind::Number { unit, .. } => number::number(field, unit),
        Kind::Choice { options, .. } => choice::choice(field, options),
        Kind::Choices { options, .. } => choice::choices(field, options),
        Kind::Scale { low, high, steps } => scale::scale(field, low, high, steps),
        Kind::Table { columns, rows } => table::table(field, columns, rows),
        Kind::Log { columns, entries, tick } => log::log(field, columns, entries, tick),
        Kind::Done { label } => done::done(field, label),
    }
}

/// The question as the label of one field.
fn label(field: &Field) -> AnyView {
    let html = document::html(&field.ask.question);
    view! { <label class="question" for=field.element("answer") inner_html=html></label> }.into_any()
}

/// The question over a group of fields. `role` is `group` or `radiogroup`.
fn group(field: &Field, role: &'static str, inside: AnyView) -> AnyView {
    let id = field.element("question");
    let html = document::html(&field.ask.question);
    view! {
        <div role=role aria-labelledby=id.clone()>
            <p class="question" id=id.clone() inner_html=html></p>
            {inside}
        </div>
    }
    .into_any()
}

/// Who at home is answering a question for the family.
#[component]
fn AnsweringChoice() -> AnyView {
    let open = OpenWork::here();
    let choose = move |name: String| open.partner.set(Partner::named(&name));
    view! {
        <label class="answering">
            {say::home_answering()} " "
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" selected=move || open.partner.get().is_none()></option>
                {Partner::ALL
                    .map(|partner| {
                        view! {
                            <option value=partner.name() selected=move || open.partner.get() == Some(partner)>
                                {result_words::partner(partner)}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </label>
    }
    .into_any()
}
