//! What the teacher sees of several results.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::{Ask, Column, Feedback, Kind, Prose, Rows, Statement, Who};
use class::{Roll, State, csv, feedback, quotes};
use work::result::{AssignmentHead, ResultAnswer, ResultDocument, VERSION};
use work::{By, Entry, FamilyFeedback, Partner, Profile, Rating, Row, Value};

fn ask(id: &str, who: Who, kind: Kind) -> Ask {
    Ask {
        id: id.into(),
        who,
        question: Prose::plain_words(&format!("Question {id}")),
        hint: Prose::default(),
        kind,
    }
}

fn result(student: &str, name: &str, assignment: &str, made: u64) -> ResultDocument {
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
        asks: vec![
            ask("story", Who::Student, Kind::Text { lines: 3, starts_from: None }),
            ask("talk", Who::Together, Kind::Done { label: String::new() }),
        ],
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

fn answer(ask: &str, value: Value) -> ResultAnswer {
    ResultAnswer { ask: ask.into(), value, when: 1_795_000_000_000, by: By::Student }
}

fn family(partner: Partner, step: u32, words: &str, when: u64) -> FamilyFeedback {
    let statements = [("enjoyed".to_owned(), Rating { step, of: 2 })].into_iter().collect();
    FamilyFeedback { partner, name: String::new(), statements, words: words.into(), when }
}

#[test]
fn the_newest_result_counts_and_older_ones_are_kept() {
    let mut newer = result("1", "Aroha", "halves", 20);
    newer.finished = Some(19);
    let older = result("1", "Aroha", "halves", 10);
    let roll = Roll::new([newer.clone(), older.clone(), newer.clone()]);
    assert_eq!(roll.state("1", "halves"), State::Finished);
    assert_eq!(roll.versions("1", "halves"), [newer, older]);
    assert_eq!(roll.state("1", "quarters"), State::NothingReceived);
}

#[test]
fn unfinished_work_says_how_far_it_is() {
    let mut started = result("1", "Aroha", "halves", 10);
    started.answers.push(answer("story", Value::Text("Once".into())));
    assert_eq!(Roll::new([started]).state("1", "halves"), State::Unfinished { answered: 1, asks: 2 });
}

#[test]
fn children_of_one_name_stay_two_children() {
    let roll = Roll::new([
        result("1", "Mārama", "halves", 1),
        result("2", "marama", "halves", 2),
        result("3", "Zane", "quarters", 3),
        result("0", "Ana", "quarters", 4),
    ]);
    let rows: Vec<_> = roll.students().into_iter().map(|s| (s.name, s.shares_name)).collect();
    assert_eq!(
        rows,
        [("Ana".into(), false), ("Mārama".into(), true), ("marama".into(), true), ("Zane".into(), false)]
    );
    assert_eq!(roll.assignments().len(), 2);
}

#[test]
fn taking_part_is_counted() {
    let mut nana = result("1", "Aroha", "halves", 1);
    nana.finished = Some(1);
    nana.families.push(family(Partner::Nana, 2, "", 1));
    let mut logged = result("2", "Tama", "halves", 1);
    logged.asks.push(ask(
        "nights",
        Who::Student,
        Kind::Log { columns: vec![], entries: 4, tick: String::new() },
    ));
    let entry = |tick| Entry {
        id: 1,
        date: None,
        cells: [("x".to_owned(), "y".to_owned())].into_iter().collect(),
        tick,
    };
    logged.answers.push(answer("nights", Value::Log(vec![entry(false), entry(true)])));
    let mut alone = result("3", "Mere", "halves", 1);
    alone.answers.push(answer("story", Value::Text("Once".into())));
    let count = Roll::new([nana, logged, alone]).participation("halves");
    assert_eq!((count.received, count.finished, count.with_family, count.log_entries), (3, 1, 2, 2));
}

#[test]
fn each_statement_is_counted_by_its_scale() {
    let mut one = result("1", "Aroha", "halves", 1);
    one.families = vec![family(Partner::Nana, 2, "Ka pai", 5), family(Partner::Dad, 1, " ", 6)];
    let mut two = result("2", "Tama", "halves", 2);
    two.families = vec![family(Partner::Mum, 2, "Lovely", 9)];
    let mut other_scale = result("3", "Mere", "halves", 3);
    other_scale.feedback.scale = vec!["No".into(), "A bit".into(), "Yes".into()];
    let mut of_three = family(Partner::Mum, 2, "", 9);
    of_three.statements.put("enjoyed".into(), Rating { step: 2, of: 3 });
    // Dad answered before the teacher made the scale longer; Nana's step is one that no scale has.
    let dad = family(Partner::Dad, 2, "", 9);
    other_scale.families = vec![of_three, dad, family(Partner::Nana, 9, "", 9)];
    let roll = Roll::new([one, two, other_scale]);
    let counts: Vec<_> =
        feedback::statements(&roll, "halves").into_iter().map(|s| (s.scale.join("|"), s.counts)).collect();
    let counted = |scale: &str, counts: &[usize]| (scale.to_owned(), counts.to_vec());
    assert_eq!(
        counts,
        [counted("No|A bit|Yes", &[0, 1, 0]), counted("1|2", &[0, 1]), counted("No|Yes", &[1, 2])]
    );
}

#[test]
fn the_newest_words_come_first_and_only_the_newest_result_speaks() {
    let mut first = result("1", "Aroha", "halves", 1);
    first.families = vec![family(Partner::Nana, 1, "old", 1)];
    let mut again = result("1", "Aroha", "halves", 2);
    again.families = vec![family(Partner::Nana, 1, "Ka pai", 5), family(Partner::Dad, 1, " ", 6)];
    let mut other = result("2", "aroha", "thirds", 1);
    other.families = vec![family(Partner::Mum, 1, "Lovely", 9)];
    let roll = Roll::new([first, again, other]);
    let said = |assignment| -> Vec<_> {
        quotes(&roll, assignment).into_iter().map(|q| (q.student.id, q.family.words)).collect()
    };
    assert_eq!(said(None), [("2".into(), "Lovely".into()), ("1".to_owned(), "Ka pai".to_owned())]);
    assert_eq!(said(Some("halves")), [("1".into(), "Ka pai".into())]);
    assert!(quotes(&roll, None).iter().all(|quote| quote.student.shares_name));
}

#[test]
fn the_table_holds_what_was_typed() {
    let mut result = result("1", "Mārama, \"M\"", "halves", 1_795_000_000_000);
    let columns = vec![
        Column { id: "melted".into(), heading: "Melted after".into(), number: Some("minutes".into()) },
        Column { id: "saw".into(), heading: "We saw".into(), number: None },
    ];
    result.asks.push(ask(
        "cups",
        Who::Student,
        Kind::Table { columns, rows: Rows::Growing { start: 1, most: 9 } },
    ));
    let cells =
        [("melted".to_owned(), "-5".to_owned()), ("saw".to_owned(), "=cmd".to_owned())].into_iter().collect();
    result.answers = vec![
        answer("story", Value::Text("Ko te pō,\nko te \"ao\"".into())),
        answer("cups", Value::Table(vec![Row { id: 1, name: String::new(), cells }])),
    ];
    result.families.push(family(Partner::Nana, 1, "I halved it;=1+1\tso", 1_795_000_000_000));
    result.families.push(family(Partner::Koro, 2, "Ka pai te mahi", 1_795_000_000_000));
    let table = csv::write([&result]).unwrap();
    assert!(table.starts_with("\u{feff}\"student\",\"student_id\",\"class\","));
    assert!(table.contains("\"I halved it;=1+1\tso\""), "no separator of any country stands outside quotes");
    let rows: Vec<Vec<String>> = ::csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    let seen: Vec<[&str; 5]> = rows.iter().map(|r| [&*r[7], &*r[10], &*r[11], &*r[12], &*r[13]]).collect();
    assert_eq!(
        seen,
        [
            ["story", "student", "", "", "Ko te pō,\nko te \"ao\""],
            ["talk", "", "", "", ""],
            ["cups", "student", "1", "Melted after", "-5"],
            ["cups", "student", "1", "We saw", "'=cmd"],
            ["feedback.enjoyed", "nana", "", "", "No"],
            ["feedback.words", "nana", "", "", "I halved it;=1+1\tso"],
            ["feedback.enjoyed", "koro", "", "", "Yes"],
            ["feedback.words", "koro", "", "", "Ka pai te mahi"],
        ]
    );
    assert!(rows.iter().all(|row| row[0] == "Mārama, \"M\"" && row[6] == "2026-11-18T11:06:40Z"));
}
