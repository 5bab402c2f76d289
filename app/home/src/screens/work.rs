//! The work itself.

use assignment::{Assignment, Inline, Part, Section, Who, document};
use leptos::prelude::*;
use ui::component::{ProgressBar, Prose, WhoMark};
use ui::{day, result_words, say};

use super::app::Arrive;
use super::frame::{Top, WithWork};
use crate::asks::AskField;
use crate::open_work::OpenWork;
use crate::screen::Screen;

#[component]
pub fn WorkScreen(child: String, assignment: String) -> AnyView {
    view! { <WithWork child=child assignment=assignment show=whole /> }.into_any()
}

fn whole() -> AnyView {
    let open = OpenWork::here();
    let (profile, document, started) = open.work.with_untracked(|work| {
        (work.profile.clone(), work.record.document.clone(), !work.answers.is_empty())
    });
    Arrive::at(document.title.clone());
    let (child, assignment) = (profile.id.clone(), document.id.clone());
    let family = Screen::Family { child: child.clone(), assignment: assignment.clone() };
    let send = Screen::Send { child: child.clone(), assignment };
    let back = (Screen::List { child }, say::home_to_work());
    view! {
        <Top child=profile back=Some(back) />
        <div class="progress-line">
            <ProgressBar progress=open.progress() />
        </div>
        <main class="work" lang=document.lang.clone()>
            {head(&document)}
            {(open.damaged > 0).then(|| view! { <p class="problem">{say::home_damaged(open.damaged)}</p> })}
            {letter(&document, started)}
            {list("objectives", say::home_objectives(), &document.objectives)}
            {list("materials", say::home_materials(), &document.materials)}
            {legend(&document)}
            {document.sections.into_iter().map(section).collect_view()}
            <section class="next">
                <h2>{say::home_next()}</h2>
                <p class="actions">
                    <a class="button main family" href=family.href()>
                        {say::home_hand_over()}
                    </a>
                    <span class="quiet">{say::home_hand_over_why()}</span>
                </p>
                <p class="actions">
                    <a class="button quiet" href=send.href()>
                        {say::home_to_send()}
                    </a>
                </p>
            </section>
        </main>
    }
    .into_any()
}

fn head(document: &Assignment) -> AnyView {
    let facts = [
        (!document.subject.is_empty()).then(|| document.subject.clone()),
        (!document.year.is_empty()).then(|| say::home_week_year(&document.year)),
        document.minutes.map(say::home_week_minutes),
        document.due.map(|due| say::home_week_due(day::spoken(due))),
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    view! {
        <p class="kicker">{facts}</p>
        <h1 tabindex="-1">{document.title.clone()}</h1>
    }
    .into_any()
}

/// The letter lies open until the child has started; then it is folded away.
fn letter(document: &Assignment, started: bool) -> Option<AnyView> {
    let blocks = document.letter.clone();
    (!blocks.is_empty()).then(|| {
        view! {
            <details class="letter" open=!started>
                <summary>{say::home_letter()}</summary>
                <Prose blocks=blocks />
            </details>
        }
        .into_any()
    })
}

fn list(class: &'static str, title: String, items: &[Vec<Inline>]) -> Option<AnyView> {
    (!items.is_empty()).then(|| {
        let items = items.iter().map(|item| view! { <li inner_html=document::html(item)></li> }.into_any());
        view! {
            <section class=class>
                <h2>{title}</h2>
                <ul>{items.collect_view()}</ul>
            </section>
        }
        .into_any()
    })
}

/// What the marks mean, for those that this assignment uses.
fn legend(document: &Assignment) -> AnyView {
    let used = [Who::Student, Who::Together, Who::Family]
        .into_iter()
        .filter(|role| document.asks().any(|ask| ask.who == *role));
    let marks =
        used.map(|role| view! { <li><WhoMark role=role />{result_words::who_long(role)}</li> }.into_any());
    view! { <ul class="legend" aria-label=say::home_legend()>{marks.collect_view()}</ul> }.into_any()
}

fn section(section: Section) -> AnyView {
    let heading = (!section.heading.is_empty())
        .then(|| view! { <h2 inner_html=document::html(&section.heading)></h2> });
    view! {
        <section class="part">
            {heading} {section.parts.into_iter().map(part).collect_view()}
        </section>
    }
    .into_any()
}

fn part(part: Part) -> AnyView {
    match part {
        Part::Prose(blocks) => view! { <Prose blocks=blocks /> }.into_any(),
        Part::Tip(blocks) => view! {
            <details class="tip">
                <summary>{say::home_tip()}</summary>
                <Prose blocks=blocks />
            </details>
        }
        .into_any(),
        Part::Ask(ask) => view! { <AskField ask=ask /> }.into_any(),
    }
}
