//! One assignment, question by question: what the whole class answered.

use assignment::{Ask, Kind};
use work::result::{ResultAnswer, ResultDocument};
use work::{Check, check};

use crate::{Roll, Student};

/// One question with everyone's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// As the newest result has it.
    pub ask: Ask,
    /// The language it is asked in.
    pub lang: String,
    /// The answers, by the students' names.
    pub answers: Vec<Answered>,
    /// How many of the answers are the right one; `None` where no answer is right or wrong.
    pub right: Option<usize>,
}

/// One student's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// Who answered.
    pub student: Student,
    /// The question as this student had it.
    pub ask: Ask,
    /// The answer.
    pub answer: ResultAnswer,
}

/// The questions of an assignment in the order of the newest result, and after them those that only older ones have. A question
/// that a teacher has changed is another question: its answers would say something else beside the new ones.
pub fn questions(roll: &Roll, assignment: &str) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    for result in roll.of_assignment(assignment) {
        for (ask, _) in result.answered() {
            if !questions.iter().any(|known| is_same(&known.ask, ask)) {
                let lang = result.assignment.lang.clone();
                questions.push(Question { ask: ask.clone(), lang, answers: Vec::new(), right: None });
            }
        }
    }
    for student in roll.students() {
        if let Some(result) = roll.result(&student.id, assignment) {
            take(&mut questions, &student, result);
        }
    }
    questions
}

fn take(questions: &mut [Question], student: &Student, result: &ResultDocument) {
    for (ask, answer) in result.answered() {
        let Some(question) = questions.iter_mut().find(|known| is_same(&known.ask, ask)) else { continue };
        if Check::is_offered(&ask.kind) {
            let right = question.right.get_or_insert(0);
            // By what this child was asked: a teacher may have set the right answer right since.
            *right +=
                usize::from(answer.and_then(|given| check(&ask.kind, &given.value)) == Some(Check::Right));
        }
        question.answers.extend(answer.map(|answer| Answered {
            student: student.clone(),
            ask: ask.clone(),
            answer: answer.clone(),
        }));
    }
}

/// Whether a child who is asked the one sees the same as a child who is asked the other.
fn is_same(one: &Ask, other: &Ask) -> bool {
    one.id == other.id
        && one.who == other.who
        && one.question == other.question
        && shows_same(&one.kind, &other.kind)
}

/// Whether two kinds look alike. What is right, what is let through and how much room there is do not show in an answer.
fn shows_same(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (Kind::Text { .. }, Kind::Text { .. })
        | (Kind::Photo { .. }, Kind::Photo { .. })
        | (Kind::Audio { .. }, Kind::Audio { .. }) => true,
        (Kind::Number { unit, .. }, Kind::Number { unit: other, .. }) => unit == other,
        (Kind::Choice { options, .. }, Kind::Choice { options: other, .. })
        | (Kind::Choices { options, .. }, Kind::Choices { options: other, .. }) => options == other,
        (Kind::Table { columns, .. }, Kind::Table { columns: other, .. }) => columns == other,
        (Kind::Log { columns, tick, .. }, Kind::Log { columns: other, tick: words, .. }) => {
            columns == other && tick == words
        }
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use assignment::{Column, Number, Prose, Rows};
    use work::{Rating, Value};

    use super::*;
    use crate::made_up::{answer, ask, result};

    fn number(unit: &str, correct: &str) -> Kind {
        let correct = Number::parse(correct).into_iter().collect();
        Kind::Number { unit: unit.into(), correct, min: None, max: None }
    }

    fn scale(steps: u32) -> Kind {
        Kind::Scale { low: "no".into(), high: "yes".into(), steps }
    }

    fn choice(options: &[&str]) -> Kind {
        Kind::Choice { options: options.iter().map(|option| (*option).into()).collect(), correct: None }
    }

    fn table(columns: &[&str]) -> Kind {
        let column = |id: &&str| Column { id: (*id).into(), heading: (*id).to_uppercase(), number: None };
        Kind::Table {
            columns: columns.iter().map(column).collect(),
            rows: Rows::Growing { start: 1, most: 9 },
        }
    }

    /// Two students who were asked two versions of one question; the second version is the newer.
    fn two_versions(older: Ask, newer: Ask, answers: [Value; 2]) -> Vec<Question> {
        let [first, second] = answers;
        let mut ana = result("1", "Ana", "halves", 1);
        ana.answers = vec![answer(&older.id, first)];
        ana.asks = vec![older];
        let mut zane = result("2", "Zane", "halves", 2);
        zane.answers = vec![answer(&newer.id, second)];
        zane.asks = vec![newer];
        questions(&Roll::new([ana, zane]), "halves")
    }

    /// Each answer stands alone, under the question that it answers.
    fn stand_apart(questions: &[Question]) -> bool {
        questions.len() == 2
            && questions
                .iter()
                .zip(["Zane", "Ana"])
                .all(|(q, name)| q.answers.len() == 1 && q.answers[0].student.name == name)
    }

    #[test]
    fn answers_stand_under_their_question() {
        let mut zane = result("1", "Zane", "halves", 2);
        zane.asks.push(ask("half", number("", "6")));
        zane.answers = vec![answer("half", Value::Number("5".into()))];
        let mut ana = result("2", "Ana", "halves", 1);
        ana.asks.push(ask("half", number("", "6")));
        ana.answers =
            vec![answer("half", Value::Number("6".into())), answer("story", Value::Text("Once".into()))];
        let questions = questions(&Roll::new([zane, ana]), "halves");
        let seen: Vec<_> = questions
            .iter()
            .map(|q| {
                let names: Vec<_> = q.answers.iter().map(|given| given.student.name.as_str()).collect();
                (q.ask.id.as_str(), names, q.right)
            })
            .collect();
        assert_eq!(
            seen,
            [("story", vec!["Ana"], None), ("talk", vec![], None), ("half", vec!["Ana", "Zane"], Some(1))]
        );
    }

    #[test]
    fn another_kind_is_another_question() {
        let text = ask("half", Kind::Text { lines: 3, starts_from: None });
        let values = [Value::Number("6".into()), Value::Text("six".into())];
        assert!(stand_apart(&two_versions(ask("half", number("", "6")), text, values)));
    }

    #[test]
    fn a_scale_of_other_steps_is_another_question() {
        let values = [3, 5].map(|of| Value::Scale(Rating { step: 3, of }));
        assert!(stand_apart(&two_versions(ask("sure", scale(3)), ask("sure", scale(5)), values)));
    }

    #[test]
    fn another_unit_is_another_question() {
        let values = ["5", "50"].map(|typed| Value::Number(typed.into()));
        let versions = [number("cm", "5"), number("mm", "50")].map(|kind| ask("long", kind));
        let [older, newer] = versions;
        assert!(stand_apart(&two_versions(older, newer, values)));
    }

    #[test]
    fn a_reworded_option_is_another_question() {
        let values = ["Wool", "A wool sock"].map(|option| Value::Choice(option.into()));
        let older = ask("best", choice(&["Wool", "Paper"]));
        assert!(stand_apart(&two_versions(older, ask("best", choice(&["A wool sock", "Paper"])), values)));
    }

    #[test]
    fn a_table_without_a_column_is_another_question() {
        let values = [Value::Table(vec![]), Value::Table(vec![])];
        let older = ask("cups", table(&["melted", "saw"]));
        assert!(stand_apart(&two_versions(older, ask("cups", table(&["saw"])), values)));
    }

    #[test]
    fn other_words_are_another_question() {
        let values = ["6", "7"].map(|typed| Value::Number(typed.into()));
        let older = ask("half", number("", "6"));
        let newer = Ask { question: Prose::plain_words("Half of 14"), ..ask("half", number("", "7")) };
        assert!(stand_apart(&two_versions(older, newer, values)));
    }

    #[test]
    fn each_answer_is_marked_by_what_that_child_was_asked() {
        let values = ["6", "6"].map(|typed| Value::Number(typed.into()));
        let all = two_versions(ask("half", number("", "6")), ask("half", number("", "7")), values);
        assert_eq!((all.len(), all[0].right), (1, Some(1)));
        assert_eq!(all[0].answers[0].ask.kind, number("", "6"));
    }
}
