//! One assignment, question by question: what the whole class answered.

use assignment::Ask;
use class::{Roll, Student};
use work::result::{ResultAnswer, ResultDocument};
use work::{Check, check};

/// One question with everyone's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// As the newest result has it.
    pub ask: Ask,
    /// The answers, by the students' names.
    pub answers: Vec<(Student, ResultAnswer)>,
    /// How many of the answers are the right one; `None` where no answer is right or wrong.
    pub right: Option<usize>,
}

/// The questions of an assignment in the order of the newest result, and after them those that only older ones have. A question
/// whose kind has changed is another question: its answers cannot stand beside the new ones.
pub fn questions(roll: &Roll, assignment: &str) -> Vec<Question> {
    let students: Vec<(Student, &ResultDocument)> = roll
        .students()
        .into_iter()
        .filter_map(|student| roll.result(&student.id, assignment).map(|result| (student, result)))
        .collect();
    let mut by_age: Vec<&ResultDocument> = students.iter().map(|(_, result)| *result).collect();
    by_age.sort_by_key(|result| std::cmp::Reverse(result.made));
    let mut questions: Vec<Question> = Vec::new();
    for (ask, _) in by_age.into_iter().flat_map(ResultDocument::answered) {
        if !questions.iter().any(|known| is_same(&known.ask, ask)) {
            let right = Check::is_offered(&ask.kind).then_some(0);
            questions.push(Question { ask: ask.clone(), answers: Vec::new(), right });
        }
    }
    for (student, result) in students {
        for (ask, answer) in result.answered() {
            let question = questions.iter_mut().find(|question| is_same(&question.ask, ask));
            let (Some(question), Some(answer)) = (question, answer) else { continue };
            if let Some(right) = &mut question.right {
                // A teacher may have set the right answer right since.
                *right += usize::from(check(&question.ask.kind, &answer.value) == Some(Check::Right));
            }
            question.answers.push((student.clone(), answer.clone()));
        }
    }
    questions
}

fn is_same(one: &Ask, other: &Ask) -> bool {
    one.id == other.id && one.kind.name() == other.kind.name()
}

#[cfg(test)]
mod tests {
    use assignment::{Kind, Number};
    use work::Value;

    use super::*;
    use crate::made_up::{answer, ask, result};

    fn number() -> Kind {
        Kind::Number { unit: String::new(), correct: Number::parse("6"), min: None, max: None }
    }

    #[test]
    fn answers_stand_under_their_question() {
        let mut zane = result("1", "Zane", "halves", 2);
        zane.asks.push(ask("half", number()));
        zane.answers = vec![answer("half", Value::Number("5".into()))];
        let mut ana = result("2", "Ana", "halves", 1);
        ana.asks.push(ask("half", number()));
        ana.answers =
            vec![answer("half", Value::Number("6".into())), answer("story", Value::Text("Once".into()))];
        let questions = questions(&Roll::new([zane, ana]), "halves");
        let seen: Vec<_> = questions
            .iter()
            .map(|q| {
                let names: Vec<_> = q.answers.iter().map(|(student, _)| student.name.as_str()).collect();
                (q.ask.id.as_str(), names, q.right)
            })
            .collect();
        assert_eq!(seen, [("story", vec!["Ana"], None), ("half", vec!["Ana", "Zane"], Some(1))]);
    }

    #[test]
    fn questions_of_older_versions_are_not_lost() {
        let mut older = result("1", "Aroha", "halves", 1);
        older.asks = vec![ask("half", number())];
        older.answers = vec![answer("half", Value::Number("6".into()))];
        let mut newer = result("2", "Tama", "halves", 2);
        newer.asks = vec![ask("half", Kind::Text { lines: 3, starts_from: None })];
        let all = questions(&Roll::new([older, newer]), "halves");
        let kinds: Vec<_> = all.iter().map(|q| (q.ask.kind.name(), q.answers.len())).collect();
        assert_eq!(kinds, [("text", 0), ("number", 1)]);
    }
}
