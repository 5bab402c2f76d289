//! The family's turn: who they are, what the child did, and how it went.

use assignment::{Ask, Block, Feedback, Part, Who, document};
use leptos::prelude::*;
use ui::component::Prose;
use ui::{browser, feedback, result_words, say};
use work::result::answer_lines;
use work::{By, Partner, Slot, Value, Work};

use super::app::Arrive;
use super::frame::{Top, WithWork};
use crate::asks::AskField;
use crate::home::go;
use crate::open_work::OpenWork;
use crate::screen::Screen;

#[component]
pub fn FamilyScreen(child: String, assignment: String) -> AnyView {
    view! { <WithWork child=child assignment=assignment show=whole /> }.into_any()
}

fn whole() -> AnyView {
    let open = OpenWork::here();
    let (profile, id) =
        open.work.with_untracked(|work| (work.profile.clone(), work.record.document.id.clone()));
    let back =
        (Screen::Work { child: profile.id.clone(), assignment: id }, say::home_family_back(&profile.name));
    // Whoever takes the phone says who they are, even when somebody else did so before.
    let chosen = RwSignal::new(None::<Partner>);
    Arrive::at(say::home_family_title());
    view! {
        <Top child=profile back=Some(back) />
        <main class="work family-screen">
            {move || match chosen.get() {
                None => choose(open, chosen),
                Some(partner) => answer(open, partner, chosen),
            }}
        </main>
    }
    .into_any()
}

fn choose(open: OpenWork, chosen: RwSignal<Option<Partner>>) -> AnyView {
    let name = open.work.with_untracked(|work| work.profile.name.clone());
    let buttons = Partner::ALL.map(|partner| {
        let take = move |_| {
            open.partner.set(Some(partner));
            chosen.set(Some(partner));
            browser::focus_heading();
        };
        view! {
            <li>
                <button type="button" on:click=take>
                    {result_words::partner(partner)}
                </button>
            </li>
        }
        .into_any()
    });
    view! {
        <h1 tabindex="-1">{say::home_family_title()}</h1>
        <p>{say::home_family_intro(&name)}</p>
        <p id="choose">{say::home_family_choose(&name)}</p>
        <ul class="partners" aria-labelledby="choose">
            {buttons.collect_view()}
        </ul>
    }
    .into_any()
}

fn answer(open: OpenWork, partner: Partner, chosen: RwSignal<Option<Partner>>) -> AnyView {
    let document = open.work.with_untracked(|work| work.record.document.clone());
    let asked = feedback::asked(&document);
    let (tips, asks) = for_family(document.sections.into_iter().flat_map(|section| section.parts));
    let other = move |_| {
        chosen.set(None);
        browser::focus_heading();
    };
    let finish = move |_| {
        open.set_finished(true);
        let (child, assignment) =
            open.work.with_untracked(|work| (work.profile.id.clone(), work.record.document.id.clone()));
        go(&Screen::Send { child, assignment });
    };
    view! {
        <h1 tabindex="-1">{say::home_family_hello(result_words::partner(partner))}</h1>
        <p>
            <button type="button" class="small quiet" on:click=other>
                {say::home_family_other()}
            </button>
        </p>
        {open.work.with_untracked(what_was_done)}
        {tips_view(tips)}
        {asks_view(asks)}
        <section class="part">
            <h2>{say::home_family_how()}</h2>
            {statements(open, partner, &asked)}
            {words(open, "family-words", asked.words, Slot::Words(partner), partner, true)}
            {words(open, "family-name", say::home_family_name(), Slot::Name(partner), partner, false)}
        </section>
        <section class="next">
            <p class="actions">
                <button type="button" class="button main" on:click=finish>
                    {say::home_family_finish()}
                </button>
            </p>
        </section>
    }
    .into_any()
}

/// The tips and the family's own questions, in the order of the page.
fn for_family(parts: impl Iterator<Item = Part>) -> (Vec<Vec<Block>>, Vec<Ask>) {
    let (mut tips, mut asks) = (Vec::new(), Vec::new());
    for part in parts {
        match part {
            Part::Tip(blocks) => tips.push(blocks),
            Part::Ask(ask) if ask.who == Who::Family => asks.push(ask),
            Part::Ask(_) | Part::Prose(_) => {}
        }
    }
    (tips, asks)
}

/// The child's answers, to read together.
fn what_was_done(work: &Work) -> AnyView {
    let title = say::home_family_work(&work.profile.name);
    let asks = work.record.document.asks().filter(|ask| ask.who != Who::Family);
    let answered = asks.filter_map(|ask| {
        let value = work.value(&Slot::Ask(ask.id.clone())).filter(|value| !value.is_empty())?;
        let lines = answer_lines(ask, value, &result_words::label);
        let lines = lines.into_iter().map(|line| view! { <p>{line}</p> }.into_any()).collect_view();
        Some(
            view! {
                <dt inner_html=document::html(&ask.question)></dt>
                <dd>{lines}</dd>
            }
            .into_any(),
        )
    });
    let answered: Vec<AnyView> = answered.collect();
    let inside = if answered.is_empty() {
        view! { <p>{say::home_family_nothing_yet()}</p> }.into_any()
    } else {
        view! { <dl>{answered}</dl> }.into_any()
    };
    view! {
        <details class="letter" open>
            <summary>{title}</summary>
            {inside}
        </details>
    }
    .into_any()
}

fn tips_view(tips: Vec<Vec<Block>>) -> Option<AnyView> {
    (!tips.is_empty()).then(|| {
        view! {
            <details class="tip" open>
                <summary>{say::home_family_tips()}</summary>
                {tips.into_iter().map(|blocks| view! { <Prose blocks=blocks /> }).collect_view()}
            </details>
        }
        .into_any()
    })
}

fn asks_view(asks: Vec<Ask>) -> Option<AnyView> {
    (!asks.is_empty()).then(|| {
        view! {
            <section class="part">
                <h2>{say::home_family_asks()}</h2>
                {asks.into_iter().map(|ask| view! { <AskField ask=ask /> }).collect_view()}
            </section>
        }
        .into_any()
    })
}

fn statements(open: OpenWork, partner: Partner, asked: &Feedback) -> AnyView {
    let scale = asked.scale.clone();
    let groups = asked.statements.iter().map(|statement| {
        let slot = Slot::Statement(partner, statement.id.clone());
        let held = match open.value_now(&slot) {
            Some(Value::Scale(step)) => step,
            _ => 0,
        };
        let id = format!("statement-{}", statement.id);
        let radios = (1_u32..).zip(scale.clone()).map(|(step, label)| {
            let slot = slot.clone();
            view! {
                <label class="option">
                    <input
                        type="radio"
                        name=id.clone()
                        checked=step == held
                        on:change=move |_| open.give(slot.clone(), Value::Scale(step), By::Family(partner))
                    />
                    <span>{label}</span>
                </label>
            }
            .into_any()
        });
        let radios = radios.collect_view();
        view! {
            <div class="ask family" role="radiogroup" aria-labelledby=id.clone()>
                <p class="question" id=id.clone()>
                    {statement.text.clone()}
                </p>
                <div class="labels">{radios}</div>
            </div>
        }
        .into_any()
    });
    groups.collect_view().into_any()
}

fn words(
    open: OpenWork,
    id: &'static str,
    question: String,
    slot: Slot,
    partner: Partner,
    long: bool,
) -> AnyView {
    let held = match open.value_now(&slot) {
        Some(Value::Text(words)) => words,
        _ => String::new(),
    };
    let give = move |words: String| open.give(slot.clone(), Value::Text(words), By::Family(partner));
    let field = if long {
        view! {
            <textarea id=id rows="4" autocomplete="off" prop:value=held on:input:target=move |event| give(event.target().value())></textarea>
        }
        .into_any()
    } else {
        view! {
            <input
                id=id
                type="text"
                autocomplete="off"
                maxlength="60"
                prop:value=held
                on:input:target=move |event| give(event.target().value())
            />
        }
        .into_any()
    };
    view! {
        <div class="ask family">
            <label class="question" for=id>
                {question}
            </label>
            {field}
        </div>
    }
    .into_any()
}
