//! The family's turn: who they are, what the child did, and how it went.

use assignment::{Ask, Feedback, Part, Prose, Who, direction};
use leptos::prelude::*;
use ui::element::{Element, Node, afterwards, el, live};
use ui::piece::prose;
use ui::{browser, result_words, say};
use work::{Answer, By, Member, Partner, Rating, Slot, Value};

use super::frame::{arrive, heading, top, with_work};
use crate::asks::{ask_field, option};
use crate::home::{Home, go};
use crate::open_work::{OpenWork, Speaker};
use crate::screen::Screen;

pub fn family_screen(home: Home, child: String, assignment: String) -> Node {
    with_work(home, child, assignment, whole)
}

fn whole(home: Home, open: OpenWork) -> Node {
    let (profile, id) =
        open.work.with_untracked(|work| (work.profile.clone(), work.record.document.head.id.clone()));
    let back = Screen::Work { child: profile.id.clone(), assignment: id };
    arrive(home, say::home_family_title());
    // The phone is about to change hands.
    home.store().harden();
    let who = open.who;
    let mut first = true;
    afterwards(move || {
        who.track();
        if !std::mem::take(&mut first) {
            browser::focus_heading();
        }
    });
    let turn = live(move || match who.get() {
        Speaker::Unknown => choose(open),
        Speaker::Kind(partner) => recognise(open, partner),
        Speaker::Member(member) => answer(open, member),
    });
    let main = el("main").child(turn);
    Node::All(vec![top(home, &profile, &back, say::home_family_back(&profile.name)), main.into()])
}

fn choose(open: OpenWork) -> Node {
    let name = open.work.with_untracked(|work| work.profile.name.clone());
    let kinds =
        Partner::ALL.map(|partner| choice(open, result_words::partner(partner), Speaker::Kind(partner)));
    Node::All(vec![
        heading(say::home_family_title()).into(),
        el("p").child(say::home_family_intro(&name)).into(),
        choices("partners", say::home_family_choose(&name), kinds.into()),
    ])
}

/// Somebody has answered as the same: whoever it is now goes on with that, or begins with nothing written. Without anybody before
/// them nothing is asked.
fn recognise(open: OpenWork, partner: Partner) -> Node {
    let heard = |member: &Member| open.work.with_untracked(|work| work.has_heard(*member));
    let several = Member::all(partner).filter(heard).count() > 1;
    // Two nanas may both have written “Nana”.
    let called = |name: &String| {
        Member::all(partner).filter(|member| name_of(open, *member).trim() == name.trim()).count()
    };
    let (mut known, mut new) = (Vec::new(), None);
    for member in Member::all(partner) {
        if heard(&member) {
            let name = name_of(open, member);
            let words = match several {
                _ if !name.trim().is_empty() && called(&name) == 1 => say::home_family_me_named(name),
                true => say::home_family_me_number(member.digit()),
                false => say::home_family_me(),
            };
            known.push(choice(open, words, Speaker::Member(member)));
        } else if new.is_none() {
            new = Some(member);
        }
    }
    match new {
        Some(member) if known.is_empty() => return answer(open, member),
        Some(member) => known.push(choice(open, say::home_family_not_me(), Speaker::Member(member))),
        None => {}
    }
    Node::All(vec![
        heading(hello(partner)).into(),
        choices("partners known", say::home_family_before(result_words::partner(partner)), known),
        choose_again(open, say::home_family_again()),
    ])
}

/// A button with which somebody says who they are.
fn says(open: OpenWork, words: String, who: Speaker) -> Element {
    el("button").attr("type", "button").child(words).on("click", move |_| open.who.set(who))
}

/// The same in a list.
fn choice(open: OpenWork, words: String, who: Speaker) -> Node {
    el("li").child(says(open, words, who)).into()
}

/// A question with the buttons that answer it.
fn choices(class: &str, question: String, buttons: Vec<Node>) -> Node {
    let list = el("ul").class(class).attr("aria-labelledby", "choose").children(buttons);
    Node::All(vec![el("p").attr("id", "choose").child(question).into(), list.into()])
}

fn choose_again(open: OpenWork, words: String) -> Node {
    let button = says(open, words, Speaker::Unknown).class("small quiet");
    el("p").child(button).into()
}

fn name_of(open: OpenWork, member: Member) -> String {
    open.work.with_untracked(|work| text_in(work.newest(&Slot::Name(member))))
}

/// The words of an answer; none where nothing is written.
fn text_in(answer: Option<&Answer>) -> String {
    match answer.map(|answer| &answer.value) {
        Some(Value::Text(words)) => words.clone(),
        _ => String::new(),
    }
}

/// Nobody is called “Someone else”.
fn hello(partner: Partner) -> String {
    match partner {
        Partner::Helper | Partner::Other => say::home_family_hello_you(),
        _ => say::home_family_hello(result_words::partner(partner)),
    }
}

fn answer(open: OpenWork, member: Member) -> Node {
    let document = open.shown();
    let (asked, is_own) = (open.feedback(), document.feedback.is_some());
    let dir = direction(&document.head.lang);
    let (tips, asks) = for_family(document.sections.into_iter().flat_map(|section| section.parts));
    let how = el("section")
        .class("part")
        .child(el("h2").child(say::home_family_how()))
        .children(statements(open, member, &asked, is_own))
        .child(own_words(open, "family-words", asked.words, Slot::Words(member), "textarea"))
        .child(own_words(open, "family-name", say::home_family_name(), Slot::Name(member), "input"));
    let finish = el("button")
        .attr("type", "button")
        .class("button main")
        .child(say::home_family_finish())
        .on("click", move |_| finish(open));
    Node::All(vec![
        heading(hello(member.partner())).into(),
        choose_again(open, say::home_family_other()),
        el("div")
            .attr("dir", dir)
            .child(what_was_done(open))
            .child(tips_view(&tips))
            .child(asks_view(open, asks))
            .child(how)
            .into(),
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
            Part::Ask(ask) if ask.who == Who::Family => asks.push(*ask),
            Part::Ask(_) | Part::Prose(_) => {}
        }
    }
    (tips, asks)
}

/// The child's answers, to read together.
fn what_was_done(open: OpenWork) -> Node {
    let mut answered: Vec<Node> = Vec::new();
    for ask in open.shown().asks().filter(|ask| ask.who != Who::Family) {
        let Some(field) = open.ask(&ask.id) else { continue };
        let said = field.said();
        if !said.is_empty() {
            answered.push(el("dt").prose(&ask.question).into());
            answered.push(el("dd").children(said).into());
        }
    }
    let name = open.work.with_untracked(|work| work.profile.name.clone());
    let inside = if answered.is_empty() {
        el("p").child(say::home_family_nothing_yet())
    } else {
        el("dl").children(answered)
    };
    el("details")
        .class("letter")
        .flag("open", true)
        .child(el("summary").child(say::home_family_work(&name)))
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

/// `is_own` says that they are the teacher's words.
fn statements(open: OpenWork, member: Member, asked: &Feedback, is_own: bool) -> Vec<Node> {
    let of = u32::try_from(asked.scale.len()).unwrap_or(0);
    let mut groups = Vec::new();
    for statement in &asked.statements {
        let slot = Slot::Statement(member, statement.id.clone());
        let id = format!("statement-{}", statement.id);
        let radios = (1_u32..).zip(&asked.scale).map(|(step, label)| {
            let rating = Value::Scale(Rating { step, of });
            let (held, to, value) = (slot.clone(), slot.clone(), rating.clone());
            let chosen = move || open.work.with(|work| work.fitting(&held, |held| *held == rating).is_some());
            let choose = move |_| open.give(to.clone(), value.clone(), By::Family(member.partner()));
            option("radio", &id, label, chosen, choose).into()
        });
        let radios = el("div").class("labels").children(radios);
        let question = el("p").class("question").attr("id", id.clone()).child(statement.text.clone());
        let group = el("div").class("ask family").attr("role", "radiogroup").attr("aria-labelledby", id);
        groups.push(group.taught(is_own).child(question).child(radios).into());
    }
    groups
}

/// A field for somebody's own words: a `textarea`, or an `input` of one line.
fn own_words(open: OpenWork, id: &str, question: String, slot: Slot, tag: &'static str) -> Node {
    let of = slot.clone();
    let by = By::of(Who::Family, of.member().map(Member::partner));
    let held = move || open.work.with(|work| text_in(work.newest(&of)));
    let field = el(tag)
        .attr("id", id)
        .attr("autocomplete", "off")
        .value(held)
        .on_input(move |words| open.give(slot.clone(), Value::Text(words), by));
    let field = if tag == "input" { field.attr("type", "text") } else { field.attr("rows", "4") };
    let label = el("label").class("question").attr("for", id).child(question);
    el("div").class("ask family").child(label).child(field).into()
}
