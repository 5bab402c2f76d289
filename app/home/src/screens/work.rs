//! The work itself.

use assignment::{Assignment, Head, Part, Prose, Section, Who, direction};
use leptos::prelude::*;
use ui::element::{Node, el};
use ui::piece::{progress_bar, prose, who_mark};
use ui::{day, facts, result_words, say};

use super::choose_language::choose_language;
use super::frame::{arrive, button_link, damaged_notice, heading, kicker, top_with, with_work};
use crate::asks::ask_field;
use crate::home::Home;
use crate::open_work::OpenWork;
use crate::screen::Screen;

pub fn work_screen(home: Home, child: String, assignment: String) -> Node {
    with_work(home, child, assignment, whole)
}

fn whole(home: Home, open: OpenWork) -> Node {
    let (profile, started) =
        open.work.with_untracked(|work| (work.profile.clone(), !work.answers().is_empty()));
    let document = open.shown();
    arrive(home, document.head.title.clone());
    let list = Screen::List { child: profile.id.clone() };
    let next = next(home, profile.id.clone(), document.head.id.clone());
    let main = el("main")
        .attr("dir", direction(&document.head.lang))
        .child(head(&document))
        .child(damaged_notice(open.damaged))
        .child(choose_language(home, open))
        .child(on_paper(home, &profile.id, &document.head))
        .child(document.head.draft.then(|| el("p").class("notice").child(say::home_draft())))
        .child(letter(&document.letter, started))
        .child(points("objectives", say::home_objectives(), &document.objectives))
        .child(points("materials", say::home_materials(), &document.materials))
        .child(legend(&document))
        .children(document.sections.into_iter().map(|each| section(open, each)))
        .child(next);
    let progress = el("div").class("progress-line").child(progress_bar(move || open.progress()));
    let top = top_with(home, &profile, &list, say::home_to_work(), Some(progress.into()));
    Node::All(vec![top, main.into()])
}

fn head(document: &Assignment) -> Node {
    let subject = Some(document.head.subject.clone()).filter(|subject| !subject.is_empty());
    let year = Some(&document.head.year).filter(|year| !year.is_empty()).map(say::home_week_year);
    let minutes = document.head.minutes.map(say::home_week_minutes);
    let due = document.head.due.map(|due| say::home_week_due(day::spoken(due)));
    let title = heading(document.head.title.clone()).taught(true);
    Node::All(vec![kicker(facts(&[subject, year, minutes, due])), title.into()])
}

/// The way to the same on paper: the site's page of it, or the desk's for what came by a link, or is in other words on the class's list
/// by now. What is not kept has none.
fn on_paper(home: Home, child: &str, head: &Head) -> Option<Node> {
    let is_listed = home.listed(&head.id).is_some_and(|listed| {
        listed.hash == head.hash || listed.translations.iter().any(|listed| listed.hash == head.hash)
    });
    let page = match is_listed {
        true => ["assignments/", &head.paper_name()].concat(),
        false => ["desk/#/paper-at-home/", child, "/", &head.id, "/", &head.lang].concat(),
    };
    let link = || el("a").class("quiet").attr("href", page).attr("target", "_blank").child(say::home_paper());
    (is_listed || home.is_lasting()).then(|| el("p").child(link()).into())
}

/// The letter lies open until the child has started; then it is folded away.
fn letter(letter: &Prose, started: bool) -> Option<Node> {
    let whole = || {
        el("details")
            .class("letter")
            .flag("open", !started)
            .child(el("summary").child(say::home_letter()))
            .child(prose(letter))
            .into()
    };
    (!letter.is_empty()).then(whole)
}

fn points(class: &str, title: String, points: &[Prose]) -> Option<Node> {
    let items = points.iter().map(|point| el("li").prose(point).into());
    let list = el("section").class(class).child(el("h2").child(title)).child(el("ul").children(items));
    (!points.is_empty()).then(|| list.into())
}

/// What the marks mean, for those that this assignment uses.
fn legend(document: &Assignment) -> Node {
    let used = |role: &Who| document.asks().any(|ask| ask.who == *role);
    let roles = [Who::Student, Who::Together, Who::Family].into_iter().filter(used);
    let marks = roles.map(|role| el("li").child(who_mark(role)).child(result_words::who_long(role)).into());
    el("ul").class("legend").attr("aria-label", say::home_legend()).children(marks).into()
}

fn section(open: OpenWork, section: Section) -> Node {
    let heading = (!section.heading.is_empty()).then(|| el("h2").prose(&section.heading));
    el("section")
        .class("part")
        .child(heading)
        .children(section.parts.into_iter().map(|each| part(open, each)))
        .into()
}

fn part(open: OpenWork, part: Part) -> Node {
    match part {
        Part::Prose(words) => prose(&words),
        Part::Tip(words) => {
            el("details").class("tip").child(el("summary").child(say::home_tip())).child(prose(&words)).into()
        }
        Part::Ask(ask) => ask_field(open, *ask),
    }
}

/// Where to go from here.
fn next(home: Home, child: String, assignment: String) -> Node {
    let family = Screen::Family { child: child.clone(), assignment: assignment.clone() };
    let earlier = ["kept/#/", &child, "/work/", &assignment].concat();
    let send = Screen::Send { child, assignment };
    let hand_over = el("p")
        .class("actions")
        .child(button_link("button main", &family, say::home_hand_over()))
        .child(el("span").class("quiet").child(say::home_hand_over_why()));
    el("section")
        .class("next")
        .child(el("h2").child(say::home_next()))
        .child(hand_over)
        .child(el("p").class("actions").child(button_link("button quiet", &send, say::home_to_send())))
        .child(
            home.store().is_lasting().then(|| {
                el("p").child(el("a").class("quiet").attr("href", earlier).child(say::home_earlier()))
            }),
        )
        .into()
}
