//! One assignment's questions, each with everyone's answer.

use class::{Answered, Question};
use leptos::prelude::*;
use ui::{facts, say};

use super::answer::{Whose, answer};
use super::asked::asked;
use crate::called;
use crate::screen::Screen;

#[component]
pub fn QuestionList(
    /// The questions.
    questions: Vec<Question>,
    /// The assignment's id.
    assignment: String,
) -> AnyView {
    let items = questions.into_iter().map(|question| item(question, &assignment)).collect_view();
    view! { <div class="questions">{items}</div> }.into_any()
}

fn item(question: Question, assignment: &str) -> AnyView {
    let Question { ask, lang, answers, right } = question;
    let counted =
        facts(&[Some(say::desk_questions_count(answers.len())), right.map(say::desk_questions_right)]);
    let question_words = asked(&ask, &lang);
    // A whole class's answers are drawn only when they are asked for.
    let open = RwSignal::new(false);
    let opened = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlDetailsElement>| {
        open.set(event.target().open());
    };
    let answers = StoredValue::new(answers);
    let assignment = StoredValue::new(assignment.to_owned());
    let list = move || {
        let items = answers.get_value().into_iter().map(|given| {
            let Answered { student, ask, answer: given } = given;
            let whose = Whose {
                name: called::student(&student),
                student: student.id,
                assignment: assignment.get_value(),
            };
            let href = Screen::work(&whose.student, &whose.assignment).href();
            view! {
                <div class="pair">
                    <dt>
                        <a href=href dir="auto">
                            {whose.name.clone()}
                        </a>
                    </dt>
                    <dd>{answer(&ask, &given, &whose)}</dd>
                </div>
            }
            .into_any()
        });
        view! { <dl>{items.collect_view()}</dl> }.into_any()
    };
    view! {
        <details class="card question" on:toggle:target=opened>
            <summary>
                <span class="asked">
                    {question_words}
                    <span class="quiet">{counted}</span>
                </span>
            </summary>
            {move || open.get().then(list)}
        </details>
    }
    .into_any()
}
