//! The reader and writer for phones and serde_json say the same of every record.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use std::fmt::Debug;

use assignment::json::{self, InJson};
use assignment::{Ask, Assignment, Date, Feedback, Head, Kind, Statement};
use serde::Serialize;
use serde::de::DeserializeOwned;
use work::result::{ClassHead, ResultAnswer, ResultDocument, ResultMedium};
use work::{
    Answer, By, Capture, Drawing, Entry, FamilyFeedback, Marks, Member, Partner, Profile, Rating, Row, Slot,
    Value, WorkRecord,
};

fn same<T: InJson + Default + Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = json::write(value);
    assert_eq!(serde_json::to_string(value).unwrap(), text);
    assert_eq!(&serde_json::from_str::<T>(&text).unwrap(), value, "{text}");
    assert_eq!(&json::read::<T>(&text).unwrap(), value, "{text}");
}

fn cells() -> work::Named<String> {
    [("book".to_owned(), "“Tū”\n".to_owned())].into_iter().collect()
}

fn values() -> Vec<Value> {
    let date = Date::parse("2026-11-23");
    let capture = Capture { id: "c1".into(), date, words: "me".into() };
    vec![
        Value::Text("a\\\"\u{1}é".into()),
        Value::Number("½".into()),
        Value::Choice("Wool".into()),
        Value::Choices(vec!["a".into(), "b".into()]),
        Value::Scale(Rating { step: 2, of: 5 }),
        Value::Table(vec![
            Row { id: 7, name: String::new(), cells: cells() },
            Row { name: "x".into(), ..Row::default() },
        ]),
        Value::Log(vec![Entry { id: 1, date, cells: cells(), tick: true }, Entry::default()]),
        Value::Done(true),
        Value::Drawing(Drawing::default().with("k1,2 3,4").with("r5,6")),
        Value::Photo(vec![capture.clone(), Capture { id: "c2".into(), ..Capture::default() }]),
        Value::Audio(vec![capture]),
        Value::Agreement(vec!["student".into()]),
    ]
}

#[test]
fn every_answer_is_the_same_for_both() {
    for (number, value) in (1..).zip(values()) {
        same(&value);
        for by in [By::Student, By::Home, By::Family(Partner::Nana)] {
            let slot = Slot::Words(Member::named("aunty-2").unwrap());
            same(&Answer {
                profile: "1".into(),
                assignment: "halves".into(),
                slot,
                value: value.clone(),
                when: number,
                by,
                revision: u64::MAX,
                marks: Marks::of("0123456789abcdef", 7),
                was: Some(Value::Text("before".into())),
            });
        }
    }
}

#[test]
fn work_and_results_are_the_same_for_both() {
    let head = Head { id: "halves".into(), title: "½".into(), lang: "en".into(), ..Head::default() };
    let ask = Ask { id: "a".into(), kind: Kind::Done { label: "ok".into() }, ..Ask::default() };
    let document = Assignment { version: 1, head: head.clone(), ..Assignment::default() };
    let mut record = WorkRecord::start("1", document.clone(), 5);
    same(&record);
    record.removed.push(ask.clone());
    record.translations.push(document);
    record.received = true;
    record.finished = Some(6);
    record.sent = vec![7, 8];
    same(&record);
    let student =
        Profile { id: "1".into(), name: "Ana".into(), picture: "kiwi".into(), added: 3, reads: "sm+".into() };
    same(&student);
    same(&Profile::default());
    let answers = values().into_iter().map(|value| ResultAnswer {
        ask: "a".into(),
        value,
        when: 9,
        by: By::Family(Partner::Koro),
    });
    let statement = Statement { id: "led".into(), text: "I led".into() };
    let family = FamilyFeedback {
        partner: Partner::Nana,
        name: "Hine".into(),
        statements: [("led".to_owned(), Rating { step: 1, of: 2 })].into_iter().collect(),
        words: "Ka pai".into(),
        when: 10,
    };
    same(&ResultDocument {
        taumahi: 1,
        made: 11,
        class: Some(ClassHead { name: "Room 12".into(), ..ClassHead::default() }),
        student,
        assignment: head,
        started: 1,
        finished: Some(2),
        after: vec![2, 3],
        paper: true,
        asks: vec![ask.clone()],
        removed: vec![ask],
        answers: answers.collect(),
        feedback: Feedback { statements: vec![statement], ..Feedback::default() },
        families: vec![family, FamilyFeedback::default()],
        media: vec![ResultMedium { id: "c1".into(), kind: "image/png".into(), data: "AAEC".into() }],
    });
    same(&ResultDocument::default());
}

#[test]
fn what_is_no_record_is_refused() {
    for bad in [
        "{}",
        "[]",
        "{\"text\":1}",
        "{\"x\":\"y\"}",
        "{\"text\":\"a\",\"number\":\"1\"}",
        "{\"scale\":{\"step\":1}}",
        "{\"drawing\":\"<script>\"}",
    ] {
        assert!(json::read::<Value>(bad).is_err(), "{bad}");
    }
    for bad in ["\"king\"", "{\"family\":\"king\"}", "{\"home\":\"x\"}", "1"] {
        assert!(json::read::<By>(bad).is_err(), "{bad}");
    }
}
