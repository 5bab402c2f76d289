//! One assignment's questions, each with everyone's answer.

use leptos::prelude::*;
use ui::say;

use super::answer::answer;
use super::asked::asked;
use crate::called;
use crate::questions::Question;
use crate::screen::Screen;

#[component]
pub fn QuestionList(
    /// The questions.
    questions: Vec<Question>,
    /// The assignment's id.
    assignment: String,
    /// The language of the questions.
    lang: String,
) -> AnyView {
    let items = questions.into_iter().map(|question| item(question, &assignment, &lang)).collect_view();
    view! { <div class="questions">{items}</div> }.into_any()
}

fn item(question: Question, assignment: &str, lang: &str) -> AnyView {
    let Question { ask, answers, right } = question;
    let counted = [Some(say::desk_questions_count(answers.len())), right.map(say::desk_questions_right)];
    let counted = counted.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let question_words = asked(&ask, lang);
    // A whole class's answers are drawn only when they are asked for.
    let open = RwSignal::new(false);
    let opened = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlDetailsElement>| {
        open.set(event.target().open());
    };
    let answers = StoredValue::new(answers);
    let (ask, assignment) = (StoredValue::new(ask), StoredValue::new(assignment.to_owned()));
    let list = move || {
        let items = answers.get_value().into_iter().map(|(student, given)| {
            let href = assignment.with_value(|id| Screen::work(&student.id, id).href());
            view! {
                <div class="pair">
                    <dt>
                        <a href=href>{called::student(&student)}</a>
                    </dt>
                    <dd>{ask.with_value(|ask| answer(ask, &given))}</dd>
                </div>
            }
            .into_any()
        });
        view! { <dl class="pairs">{items.collect_view()}</dl> }.into_any()
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
