//! Made-up results, for this crate's tests and the desk's.

use assignment::{Ask, Feedback, Head, Kind, Prose, Statement, Who};
use work::result::{ResultAnswer, ResultDocument, VERSION};
use work::{By, FamilyFeedback, Moment, Named, Partner, Profile, Rating, Value};

/// A result with two questions, `story` and `talk`, one statement, `enjoyed`, and no answer.
pub fn result(student: &str, name: &str, assignment: &str, made: Moment) -> ResultDocument {
    ResultDocument {
        taumahi: VERSION,
        made,
        class: None,
        student: Profile {
            id: student.into(),
            name: name.into(),
            picture: "kiwi".into(),
            added: 0,
            reads: String::new(),
        },
        assignment: Head {
            id: assignment.into(),
            title: format!("Title of {assignment}"),
            lang: "en".into(),
            ..Head::default()
        },
        started: 1,
        finished: None,
        after: Vec::new(),
        paper: false,
        asks: vec![
            ask("story", Kind::Text { lines: 3, starts_from: None }),
            Ask { who: Who::Together, ..ask("talk", Kind::Done { label: String::new() }) },
        ],
        removed: vec![],
        answers: vec![],
        feedback: Feedback {
            statements: vec![Statement { id: "enjoyed".into(), text: "We enjoyed it".into() }],
            scale: vec!["No".into(), "Yes".into()],
            words: "Anything?".into(),
        },
        families: vec![],
        media: vec![],
    }
}

/// A question for the child.
pub fn ask(id: &str, kind: Kind) -> Ask {
    let question = Prose::plain_words(&format!("Question {id}"));
    Ask { id: id.into(), question, kind, ..Ask::default() }
}

/// The child's answer.
pub fn answer(ask: &str, value: Value) -> ResultAnswer {
    ResultAnswer { ask: ask.into(), value, when: 1_795_000_000_000, by: By::Student }
}

/// Somebody at home with their own words.
pub fn family(partner: Partner, words: &str, when: Moment) -> FamilyFeedback {
    FamilyFeedback { partner, name: String::new(), statements: Named::new(), words: words.into(), when }
}

/// Somebody at home who chose a step for `enjoyed`, out of the made-up result's two.
pub fn rated(partner: Partner, step: u32, words: &str, when: Moment) -> FamilyFeedback {
    let statements = [("enjoyed".to_owned(), Rating { step, of: 2 })].into_iter().collect();
    FamilyFeedback { statements, ..family(partner, words, when) }
}
