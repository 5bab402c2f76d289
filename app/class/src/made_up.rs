//! Made-up results for tests.

use assignment::{Ask, Feedback, Kind, Prose, Statement, Who};
use work::result::{AssignmentHead, ResultAnswer, ResultDocument, VERSION};
use work::{By, FamilyFeedback, Named, Partner, Profile, Value};

/// A result with one question and no answer.
pub fn result(student: &str, name: &str, assignment: &str, made: u64) -> ResultDocument {
    ResultDocument {
        taumahi: VERSION,
        made,
        class: None,
        student: Profile { id: student.into(), name: name.into(), picture: "kiwi".into(), added: 0 },
        assignment: AssignmentHead {
            id: assignment.into(),
            hash: String::new(),
            title: format!("Title of {assignment}"),
            lang: "en".into(),
            subject: String::new(),
            year: String::new(),
            opens: None,
            due: None,
        },
        started: 1,
        finished: None,
        asks: vec![ask("story", Kind::Text { lines: 3, starts_from: None })],
        removed: vec![],
        answers: vec![],
        feedback: Feedback {
            statements: vec![Statement { id: "enjoyed".into(), text: "We enjoyed it".into() }],
            scale: vec!["No".into(), "Yes".into()],
            words: "Anything?".into(),
        },
        families: vec![],
    }
}

/// A question for the child.
pub fn ask(id: &str, kind: Kind) -> Ask {
    let question = Prose::plain_words(&format!("Question {id}"));
    Ask { id: id.into(), who: Who::Student, question, hint: Prose::default(), kind }
}

/// The child's answer.
pub fn answer(ask: &str, value: Value) -> ResultAnswer {
    ResultAnswer { ask: ask.into(), value, when: 1, by: By::Student }
}

/// Somebody at home with their own words.
pub fn family(partner: Partner, words: &str, when: u64) -> FamilyFeedback {
    FamilyFeedback { partner, name: String::new(), statements: Named::new(), words: words.into(), when }
}
