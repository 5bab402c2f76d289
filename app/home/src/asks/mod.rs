//! A field for each kind of question. Every one is a field or a group whose accessible name is its question, shows what was
//! answered before, and gives every change to the open work at once.

mod agreement;
mod captures;
mod check;
mod choice;
mod done;
mod drawing;
mod line;
mod log;
mod look_back;
mod number;
mod rows;
mod scale;
mod table;
mod text;

use std::sync::Arc;

use assignment::{Ask, Kind, Number, Who};
use leptos::prelude::*;
use ui::element::{Element, Node, el, live, nothing};
use ui::piece::{who_mark, who_name};
use ui::{browser, result_words, say};
use work::{By, Partner, Slot, Value};

use crate::open_work::{OpenWork, Speaker};

/// What every field needs to know of its question.
#[derive(Clone)]
pub struct Field {
    ask: Arc<Ask>,
    /// The same in the words in which it is read here: those of a translation, perhaps.
    shown: Arc<Ask>,
    open: OpenWork,
}

impl Field {
    /// The field of a question of the work on the screen.
    pub fn new(open: OpenWork, ask: Ask, shown: Ask) -> Self {
        Self { ask: Arc::new(ask), shown: Arc::new(shown), open }
    }

    fn slot(&self) -> Slot {
        Slot::Ask(self.ask.id.clone())
    }

    /// Looks at the answer, following it. Every field looks at every key, so nothing is copied that need not be.
    fn look<T>(&self, look: impl FnOnce(Option<&Value>) -> T) -> T {
        self.open.work.with(|work| look(work.value(&self.ask)))
    }

    /// Whether the answer is this one, following it.
    fn is(&self, value: &Value) -> bool {
        self.look(|held| held == Some(value))
    }

    /// The answer as it is now, without following it.
    fn value_now(&self) -> Option<Value> {
        self.open.work.with_untracked(|work| work.value(&self.ask).cloned())
    }

    /// The field of another ask of the same kind.
    fn other(&self, id: String) -> Self {
        let ask = Arc::new(Ask { id, ..Ask::clone(&self.ask) });
        Self { shown: ask.clone(), ask, open: self.open }
    }

    /// Takes an answer, signed by whoever it is from.
    fn give(&self, value: Value) {
        self.open.give(self.slot(), value, untrack(|| self.by()));
    }

    /// Whoever signs what is answered now, following who that is.
    #[inline(never)]
    fn by(&self) -> By {
        let partner = self.open.who.get().partner();
        self.open.work.with(|work| work.signed(&self.ask, partner))
    }

    /// The id of the element for `part` of this question.
    fn element(&self, part: &str) -> String {
        format!("{part}-{}", self.ask.id)
    }

    /// The question as the label of one field.
    fn label(&self) -> Element {
        el("label").class("question").attr("for", self.element("answer")).prose(&self.shown.question)
    }

    /// The question over a group of fields. `role` is `group` or `radiogroup`.
    fn group(&self, role: &str) -> Element {
        let id = self.element("question");
        let question = el("p").class("question").attr("id", id.clone()).prose(&self.shown.question);
        el("div").attr("role", role).attr("aria-labelledby", id).child(question)
    }
}

/// A question with its field, in the words in which it is read here.
pub fn ask_field(open: OpenWork, shown: Ask) -> Node {
    let Some(field) = open.ask(&shown.id) else { return nothing() };
    let Ask { who: role, optional, ref hint, .. } = shown;
    let whose = el("p")
        .class("ask-who")
        .child(who_mark(role))
        .child(el("span").class("quiet").child(result_words::who_long(role)))
        .child(optional.then(|| el("span").class("quiet").child(say::home_optional())));
    let unknown = open.who.get_untracked().partner().is_none();
    let answering = (role == Who::Family && unknown).then(|| answering(field.clone()));
    let check = work::Check::is_offered(&field.ask.kind).then(|| check::check(&field));
    let hint = (!hint.is_empty()).then(|| {
        el("details").class("hint").child(el("summary").child(say::home_hint())).child(el("p").prose(hint))
    });
    el("div")
        .class(&format!("ask {}", who_name(role)))
        .child(whose)
        .child(answering)
        .child(look_back::look_back(&field))
        .child(control(field.clone()))
        .child(put_back(field))
        .child(check)
        .child(hint)
        .into()
}

fn control(field: Field) -> Node {
    match field.shown.kind.clone() {
        Kind::Text { lines, starts_from } => text::text(field, lines, starts_from),
        Kind::Number { unit, correct, min, max } => {
            let written = correct.iter().chain(&min).chain(&max).any(Number::needs_signs);
            number::number(field, unit, written)
        }
        Kind::Choice { options, .. } => choice::choice(field, &options),
        Kind::Choices { options, .. } => choice::choices(&field, &options),
        Kind::Scale { low, high, steps } => scale::scale(field, &low, &high, steps),
        Kind::Table { columns, rows } => table::table(field, columns, rows),
        Kind::Log { columns, entries, tick } => log::log(field, columns, entries, tick),
        Kind::Done { label } => done::done(field, label),
        Kind::Agreement { student, family, teacher } => {
            agreement::agreement(&field, student, family, teacher)
        }
        Kind::Drawing => drawing::drawing(&field),
        Kind::Photo { most } => captures::captures(&field, most, None),
        Kind::Audio { most, seconds } => captures::captures(&field, most, Some(seconds)),
    }
}

/// The button that brings back what was here, while nothing is: whoever has cleared it by mistake finds it, be it tomorrow.
fn put_back(field: Field) -> Element {
    let (shown, id) = (field.clone(), field.element("answer"));
    let was = move |field: &Field| {
        field.open.work.with(|work| {
            work.answer_to(&field.ask).filter(|held| held.value.is_empty()).and_then(|held| held.was.clone())
        })
    };
    let press = move || {
        if let Some(value) = untrack(|| was(&field)) {
            field.give(value);
            browser::focus_then(id.clone(), "");
        }
    };
    button(say::home_put_back(), press).live_flag("hidden", move || was(&shown).is_none())
}

/// What a drawing, a photo and a recording need of the browser: only an assignment with such a question loads it, once.
fn capture_script() -> Node {
    let is_missing = RwSignal::new(false);
    let script = el("script")
        .attr("type", "module")
        .attr("src", "capture.js")
        .on("error", move |_| is_missing.set(true));
    let words = live(move || is_missing.get().then(say::home_capture_offline));
    Node::All(vec![script.into(), el("p").class("problem").attr("role", "alert").child(words).into()])
}

/// Who at home is answering a question for the family; until somebody says so, who has signed the answer that is there. Some answer first
/// and say who they are afterwards.
fn answering(field: Field) -> Node {
    let open = field.open;
    let since = browser::now();
    let option = |partner: Partner| {
        let field = field.clone();
        el("option")
            .attr("value", partner.name())
            .selected(move || field.by() == By::Family(partner))
            .child(result_words::partner(partner))
            .into()
    };
    let select = el("select")
        .on("change", move |event| {
            let said = Partner::named(&event_target_value(&event));
            open.say_who(said.map_or(Speaker::Unknown, Speaker::Kind), since);
        })
        .child(el("option").attr("value", "").child(say::home_answering_choose()))
        .children(Partner::ALL.map(option));
    el("label").class("answering").child(say::home_answering()).child(select).into()
}

/// A radio button or a tick box with its words. `chosen` says whether it is chosen; `choose` is called when it is, or is no more.
pub fn option(
    kind: &str,
    name: &str,
    words: &str,
    chosen: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn(bool) + Send + Sync + 'static,
) -> Element {
    let input = el("input")
        .attr("type", kind)
        .attr("name", name)
        .checked(chosen)
        .on("change", move |event| choose(event_target_checked(&event)));
    el("label").class("option").child(input).child(el("span").child(words.to_owned()))
}

/// A small button.
pub fn button(words: String, press: impl Fn() + Send + Sync + 'static) -> Element {
    el("button").attr("type", "button").class("small").child(words).on("click", move |_| press())
}
