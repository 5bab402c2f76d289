//! What every store does, wherever it keeps its records.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::{Assignment, Feedback};
use store::{Kept, Store};
use work::result::ResultDocument;
use work::{Answer, By, Profile, Row, Slot, Value, Work, WorkRecord};

pub fn profile(id: &str) -> Profile {
    Profile { id: id.into(), name: format!("Mārama {id}"), picture: "kiwi".into(), added: 1 }
}

pub fn answer(profile: &str, assignment: &str, ask: &str, words: &str) -> Answer {
    Answer {
        profile: profile.into(),
        assignment: assignment.into(),
        slot: Slot::Ask(ask.into()),
        value: Value::Text(words.into()),
        when: 1,
        by: By::Student,
        revision: 1,
    }
}

fn document(id: &str) -> Assignment {
    Assignment { version: 1, id: id.into(), title: format!("Title of {id}"), ..Assignment::default() }
}

fn words(kept: &Kept<Answer>) -> Vec<String> {
    let words = |answer: &Answer| match &answer.value {
        Value::Text(words) => format!("{} {words}", answer.slot),
        other => format!("{} {other:?}", answer.slot),
    };
    kept.records.iter().map(words).collect()
}

fn result(student: &str, made: u64) -> ResultDocument {
    let record = WorkRecord::start(&profile(student), document("halves"), 1);
    let work = Work::new(profile(student), record, []);
    ResultDocument::new(&work, None, &Feedback::default(), made)
}

pub async fn children_are_kept(store: Store) {
    assert!(store.profiles().await.unwrap().records.is_empty());
    store.put_profile(&profile("1")).await.unwrap();
    store.put_profile(&profile("2")).await.unwrap();
    store.put_profile(&Profile { name: "Tāne".into(), ..profile("2") }).await.unwrap();
    let names: Vec<String> = store.profiles().await.unwrap().records.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Mārama 1", "Tāne"]);
}

pub async fn children_never_see_each_others_work(store: Store) {
    store
        .put_answers(vec![answer("1", "halves", "a", "mine"), answer("12", "halves", "a", "yours")])
        .await
        .unwrap();
    store.put_answers(vec![answer("1", "quarters", "a", "other")]).await.unwrap();
    store.put_work(&WorkRecord::start(&profile("1"), document("halves"), 5)).await.unwrap();
    store.put_work(&WorkRecord::start(&profile("12"), document("halves"), 6)).await.unwrap();
    assert_eq!(words(&store.answers_to("1", "halves").await.unwrap()), ["a mine"]);
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a mine", "a other"]);
    assert_eq!(words(&store.answers("12").await.unwrap()), ["a yours"]);
    let started: Vec<u64> = store.works("1").await.unwrap().records.into_iter().map(|w| w.started).collect();
    assert_eq!(started, [5]);
}

pub async fn an_answer_replaces_the_one_before_and_is_one_revision_on(store: Store) {
    store.put_answers(vec![answer("1", "halves", "a", "o")]).await.unwrap();
    // Another tab that has not seen the first answer starts from revision 1 as well.
    let kept = store.put_answers(vec![answer("1", "halves", "a", "once")]).await.unwrap();
    assert_eq!(kept[0].revision, 2);
    let read = store.answers_to("1", "halves").await.unwrap();
    assert_eq!(words(&read), ["a once"]);
    assert_eq!(read.records, kept);
}

pub async fn every_kind_of_value_comes_back(store: Store) {
    let cells = [("melted".to_owned(), "12,5 – ā".to_owned())].into_iter().collect();
    let values = [
        Value::Text("“Kia ora”\n\u{1f600}\u{0}".into()),
        Value::Number("½".into()),
        Value::Choices(vec!["a, b".into()]),
        Value::Scale(3),
        Value::Table(vec![Row { name: "Wool".into(), cells }]),
        Value::Done(true),
    ];
    let answers: Vec<Answer> = values
        .iter()
        .enumerate()
        .map(|(n, value)| Answer { value: value.clone(), ..answer("1", "halves", &format!("a{n}"), "") })
        .collect();
    store.put_answers(answers).await.unwrap();
    let read: Vec<Value> =
        store.answers_to("1", "halves").await.unwrap().records.into_iter().map(|a| a.value).collect();
    assert_eq!(read, values);
}

pub async fn a_last_write_arrives(store: Store) {
    store.put_answers_now(&[answer("1", "halves", "a", "last words")]);
    // A read that starts later sees what was written before it.
    assert_eq!(words(&store.answers_to("1", "halves").await.unwrap()), ["a last words"]);
}

pub async fn results_are_kept_once_and_removed_by_student(store: Store) {
    store.put_results(&[result("1", 10), result("2", 10)]).await.unwrap();
    store.put_results(&[result("1", 10), result("1", 11)]).await.unwrap();
    assert_eq!(store.results().await.unwrap().records.len(), 3);
    store.delete_student("1").await.unwrap();
    assert_eq!(store.results().await.unwrap().records, [result("2", 10)]);
    store.delete_results().await.unwrap();
    assert!(store.results().await.unwrap().records.is_empty());
}

/// Runs each test above with its own store.
#[macro_export]
macro_rules! every_test {
    ($attribute:meta, $run:ident) => {
        every_test!(@ $attribute, $run,
            children_are_kept
            children_never_see_each_others_work
            an_answer_replaces_the_one_before_and_is_one_revision_on
            every_kind_of_value_comes_back
            a_last_write_arrives
            results_are_kept_once_and_removed_by_student
        );
    };
    (@ $attribute:meta, $run:ident, $($test:ident)*) => {
        $($run!($attribute, $test);)*
    };
}
