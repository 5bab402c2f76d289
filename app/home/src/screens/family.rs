//! The family's turn: who they are, what the child did, and how it went.

use assignment::{Ask, Feedback, Part, Prose, Who};
use leptos::prelude::*;
use ui::element::{Node, el, live};
use ui::piece::prose;
use ui::{browser, feedback, result_words, say};
use work::result::answer_lines;
use work::{By, Partner, Rating, Slot, Value, Work};

use super::app::arrive;
use super::frame::{heading, top, with_work};
use crate::asks::{ask_field, button, option};
use crate::home::{Home, go};
use crate::open_work::OpenWork;
use crate::screen::Screen;

pub fn family_screen(home: Home, child: String, assignment: String) -> Node {
    with_work(home, child, assignment, whole)
}

fn whole(home: Home, open: OpenWork) -> Node {
    let (profile, id) =
        open.work.with_untracked(|work| (work.profile.clone(), work.record.document.id.clone()));
    let back = Screen::Work { child: profile.id.clone(), assignment: id };
    // Whoever takes the phone says who they are, even when somebody else did so before.
    let chosen = RwSignal::new(None::<Partner>);
    arrive(home, say::home_family_title());
    Effect::new(move |before: Option<()>| {
        chosen.track();
        if before.is_some() {
            browser::focus_heading();
        }
    });
    let turn = live(move || match chosen.get() {
        None => choose(open, chosen),
        Some(partner) => answer(open, partner, chosen),
    });
    let main = el("main").child(turn);
    Node::All(vec![top(home, &profile, &back, say::home_family_back(&profile.name)), main.into()])
}

fn choose(open: OpenWork, chosen: RwSignal<Option<Partner>>) -> Node {
    let name = open.work.with_untracked(|work| work.profile.name.clone());
    let buttons = Partner::ALL.map(|partner| {
        let take = move |_| {
            open.partner.set(Some(partner));
            chosen.set(Some(partner));
        };
        let button =
            el("button").attr("type", "button").child(result_words::partner(partner)).on("click", take);
        el("li").child(button).into()
    });
    Node::All(vec![
        heading(say::home_family_title()),
        el("p").child(say::home_family_intro(&name)).into(),
        el("p").attr("id", "choose").child(say::home_family_choose(&name)).into(),
        el("ul").class("partners").attr("aria-labelledby", "choose").children(buttons).into(),
    ])
}

fn answer(open: OpenWork, partner: Partner, chosen: RwSignal<Option<Partner>>) -> Node {
    let document = open.work.with_untracked(|work| work.record.document.clone());
    let asked = feedback::asked(&document);
    let (tips, asks) = for_family(document.sections.into_iter().flat_map(|section| section.parts));
    let other = button(say::home_family_other(), move || chosen.set(None)).class("small quiet");
    let how = el("section")
        .class("part")
        .child(el("h2").child(say::home_family_how()))
        .children(statements(open, partner, &asked))
        .child(own_words(open, "family-words", asked.words, Slot::Words(partner), partner, "textarea"))
        .child(own_words(
            open,
            "family-name",
            say::home_family_name(),
            Slot::Name(partner),
            partner,
            "input",
        ));
    let finish = el("button")
        .attr("type", "button")
        .class("button main")
        .child(say::home_family_finish())
        .on("click", move |_| finish(open));
    Node::All(vec![
        heading(say::home_family_hello(result_words::partner(partner))),
        el("p").child(other).into(),
        open.work.with_untracked(what_was_done),
        tips_view(&tips).into(),
        asks_view(open, asks).into(),
        how.into(),
        el("section").class("next").child(el("p").class("actions").child(finish)).into(),
    ])
}

fn finish(open: OpenWork) {
    open.set_finished(true);
    let (child, assignment) = open.ids();
    go(&Screen::Send { child, assignment });
}

/// The tips and the family's own questions, in the order of the page.
fn for_family(parts: impl Iterator<Item = Part>) -> (Vec<Prose>, Vec<Ask>) {
    let (mut tips, mut asks) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Tip(words) => tips.push(words),
            Part::Ask(ask) if ask.who == Who::Family => asks.push(ask),
            Part::Ask(_) | Part::Prose(_) => {}
        }
    }
    (tips, asks)
}

/// The child's answers, to read together.
fn what_was_done(work: &Work) -> Node {
    let mut answered: Vec<Node> = Vec::new();
    for ask in work.record.document.asks().filter(|ask| ask.who != Who::Family) {
        let Some(value) = work.value(ask).filter(|value| !value.is_empty()) else {
            continue;
        };
        let lines = answer_lines(ask, value, &result_words::label);
        answered.push(el("dt").prose(&ask.question).into());
        answered.push(el("dd").children(lines.into_iter().map(|line| el("p").child(line).into())).into());
    }
    let inside = if answered.is_empty() {
        el("p").child(say::home_family_nothing_yet())
    } else {
        el("dl").children(answered)
    };
    el("details")
        .class("letter")
        .flag("open", true)
        .child(el("summary").child(say::home_family_work(&work.profile.name)))
        .child(inside)
        .into()
}

fn tips_view(tips: &[Prose]) -> Option<Node> {
    let all = || {
        el("details")
            .class("tip")
            .flag("open", true)
            .child(el("summary").child(say::home_family_tips()))
            .children(tips.iter().map(prose))
            .into()
    };
    (!tips.is_empty()).then(all)
}

fn asks_view(open: OpenWork, asks: Vec<Ask>) -> Option<Node> {
    let heading = || el("h2").child(say::home_family_asks());
    (!asks.is_empty()).then(|| {
        let fields = asks.into_iter().map(|ask| ask_field(open, ask));
        el("section").class("part").child(heading()).children(fields).into()
    })
}

fn statements(open: OpenWork, partner: Partner, asked: &Feedback) -> Vec<Node> {
    let of = u32::try_from(asked.scale.len()).unwrap_or(0);
    let mut groups = Vec::new();
    for statement in &asked.statements {
        let slot = Slot::Statement(partner, statement.id.clone());
        let id = format!("statement-{}", statement.id);
        let radios = (1_u32..).zip(&asked.scale).map(|(step, label)| {
            let rating = Value::Scale(Rating { step, of });
            let (held, to, value) = (slot.clone(), slot.clone(), rating.clone());
            let chosen = move || open.work.with(|work| work.fitting(&held, |held| *held == rating).is_some());
            let choose = move |_| open.give(to.clone(), value.clone(), By::Family(partner));
            option("radio", &id, label, chosen, choose)
        });
        let radios = el("div").class("labels").children(radios);
        let question = el("p").class("question").attr("id", id.clone()).child(statement.text.clone());
        let group = el("div").class("ask family").attr("role", "radiogroup").attr("aria-labelledby", id);
        groups.push(group.child(question).child(radios).into());
    }
    groups
}

/// A field for somebody's own words: a `textarea`, or an `input` of one line.
fn own_words(
    open: OpenWork,
    id: &str,
    question: String,
    slot: Slot,
    partner: Partner,
    tag: &'static str,
) -> Node {
    let of = slot.clone();
    let held = move || match open.work.with(|work| work.newest(&of).map(|answer| answer.value.clone())) {
        Some(Value::Text(words)) => words,
        _ => String::new(),
    };
    let field = el(tag)
        .attr("id", id)
        .attr("autocomplete", "off")
        .value(held)
        .on_input(move |words| open.give(slot.clone(), Value::Text(words), By::Family(partner)));
    let field = if tag == "input" { field.attr("type", "text") } else { field.attr("rows", "4") };
    let label = el("label").class("question").attr("for", id).child(question);
    el("div").class("ask family").child(label).child(field).into()
}
