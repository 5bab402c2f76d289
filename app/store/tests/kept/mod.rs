//! What every store does, wherever it keeps its records.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::{Assignment, Feedback, Head};
use store::{Change, Draft, Durability, Kept, Store, StoreError};
use work::result::{ResultDocument, ResultMedium};
use work::{
    Answer, By, Capture, Drawing, Marks, Medium, Profile, Rating, Row, Slot, Step, Value, Work, WorkRecord,
};

pub fn profile(id: &str) -> Profile {
    Profile {
        id: id.into(),
        name: format!("Mārama {id}"),
        picture: "kiwi".into(),
        added: 1,
        reads: String::new(),
    }
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
        marks: Marks::default(),
        was: None,
    }
}

fn document(id: &str) -> Assignment {
    let head = Head { id: id.into(), title: format!("Title of {id}"), ..Head::default() };
    Assignment { version: 1, head, ..Assignment::default() }
}

fn words(kept: &Kept<Answer>) -> Vec<String> {
    let words = |answer: &Answer| match &answer.value {
        Value::Text(words) => format!("{} {words}", answer.slot),
        other => format!("{} {other:?}", answer.slot),
    };
    kept.records.iter().map(words).collect()
}

fn result(student: &str, made: u64) -> ResultDocument {
    let record = WorkRecord::start(student, document("halves"), 1);
    let work = Work::new(profile(student), record, []);
    ResultDocument::new(&work, None, &Feedback::default(), made)
}

pub fn given(answer: Answer) -> Change {
    Change::Answer { answer, base: None }
}

fn opened(profile: &str, now: u64) -> Change {
    step(profile, Step::Opened { document: Box::new(document("halves")), now })
}

fn step(profile: &str, step: Step) -> Change {
    Change::Work { profile: profile.into(), assignment: "halves".into(), step }
}

pub async fn keep(store: &Store, changes: Vec<Change>) -> Vec<Answer> {
    store.keep(changes, Durability::Relaxed).await.unwrap()
}

pub async fn children_are_kept(store: Store) {
    assert!(store.profiles().await.unwrap().records.is_empty());
    keep(&store, vec![Change::Child(profile("1")), Change::Child(profile("2"))]).await;
    keep(&store, vec![Change::Child(Profile { name: "Tāne".into(), ..profile("2") })]).await;
    let names: Vec<String> = store.profiles().await.unwrap().records.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["Mārama 1", "Tāne"]);
}

pub async fn children_never_see_each_others_work(store: Store) {
    let both = [answer("1", "halves", "a", "mine"), answer("12", "halves", "a", "yours")];
    keep(&store, both.map(given).to_vec()).await;
    keep(&store, vec![given(answer("1", "quarters", "a", "other")), opened("1", 5), opened("12", 6)]).await;
    assert_eq!(words(&store.answers_to("1", "halves").await.unwrap()), ["a mine"]);
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a mine", "a other"]);
    assert_eq!(words(&store.answers("12").await.unwrap()), ["a yours"]);
    let started: Vec<u64> = store.works("1").await.unwrap().records.into_iter().map(|w| w.started).collect();
    assert_eq!(started, [5]);
}

pub async fn steps_of_two_tabs_are_taken_one_after_the_other(store: Store) {
    keep(&store, vec![opened("1", 5), step("1", Step::Finished(Some(6)))]).await;
    // Another tab, which has not seen that it is finished.
    store.keep(vec![opened("1", 7), step("1", Step::Sent(8))], Durability::Strict).await.unwrap();
    keep(&store, vec![step("2", Step::Sent(9))]).await;
    let record = store.works("1").await.unwrap().records.remove(0);
    assert_eq!((record.started, record.finished, record.sent.as_slice()), (5, Some(6), &[8][..]));
    assert!(store.works("2").await.unwrap().records.is_empty(), "nothing was opened");
}

pub async fn an_answer_replaces_the_one_before_and_is_one_revision_on(store: Store) {
    keep(&store, vec![given(answer("1", "halves", "a", "o"))]).await;
    // Another tab that has not seen the first answer starts from revision 1 as well.
    let kept = keep(&store, vec![given(answer("1", "halves", "a", "once"))]).await;
    assert_eq!(kept[0].revision, 2);
    let read = store.answers_to("1", "halves").await.unwrap();
    assert_eq!(words(&read), ["a once"]);
    assert_eq!(read.records, kept);
}

pub async fn two_tabs_write_in_one_table_and_both_stay(store: Store) {
    let row = |id: u32, cell: &str| Row {
        id,
        name: String::new(),
        cells: [("c".to_owned(), cell.to_owned())].into_iter().collect(),
    };
    let table = |rows: Vec<Row>, base: Option<Vec<Row>>| Change::Answer {
        answer: Answer { value: Value::Table(rows), ..answer("1", "halves", "a", "") },
        base: base.map(Value::Table),
    };
    keep(&store, vec![table(vec![row(1, "a"), row(2, "b")], None)]).await;
    let base = || Some(vec![row(1, "a"), row(2, "b")]);
    keep(&store, vec![table(vec![row(1, "one"), row(2, "b")], base())]).await;
    let kept = keep(&store, vec![table(vec![row(1, "a"), row(2, "two"), row(3, "c")], base())]).await;
    assert_eq!(kept[0].value, Value::Table(vec![row(1, "one"), row(2, "two"), row(3, "c")]));
    assert_eq!(store.answers("1").await.unwrap().records, kept);
}

pub async fn answers_of_two_kinds_to_one_id_do_not_meet(store: Store) {
    let number = Answer { value: Value::Number("6".into()), ..answer("1", "halves", "a", "") };
    keep(&store, vec![given(answer("1", "halves", "a", "six")), given(number)]).await;
    assert_eq!(store.answers("1").await.unwrap().records.len(), 2);
}

pub async fn every_kind_of_value_comes_back(store: Store) {
    let cells = [("melted".to_owned(), "12,5 – ā".to_owned())].into_iter().collect();
    let values = [
        Value::Text("“Kia ora”\n\u{1f600}\u{0}".into()),
        Value::Number("½".into()),
        Value::Choices(vec!["a, b".into()]),
        Value::Scale(Rating { step: 3, of: 5 }),
        Value::Table(vec![Row { id: 0, name: "Wool".into(), cells }]),
        Value::Done(true),
        Value::Drawing(Drawing::default().with("k1,2 3,4").with("r5,6")),
        Value::Photo(vec![Capture { id: "a1".into(), date: None, words: "Ā".into() }]),
        Value::Audio(vec![]),
        Value::Agreement(vec!["family".into()]),
    ];
    let answers: Vec<Answer> = values
        .iter()
        .enumerate()
        .map(|(n, value)| Answer { value: value.clone(), ..answer("1", "halves", &format!("a{n}"), "") })
        .collect();
    keep(&store, answers.into_iter().map(given).collect()).await;
    let read: Vec<Value> =
        store.answers_to("1", "halves").await.unwrap().records.into_iter().map(|a| a.value).collect();
    assert_eq!(read, values);
}

pub async fn what_a_tab_left_is_taken_in_by_the_next(store: Store) {
    keep(&store, vec![given(answer("1", "halves", "a", "before"))]).await;
    let left = vec![
        Change::Child(profile("1")),
        opened("1", 5),
        step("1", Step::Sent(6)),
        given(answer("1", "halves", "b", "last words")),
    ];
    store.leave("tab", &left);
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a before"], "it is only noted");
    // Two pages may start at once.
    store.take_in().await.unwrap();
    store.take_in().await.unwrap();
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a before", "b last words"]);
    assert_eq!(store.profiles().await.unwrap().records, [profile("1")]);
    let record = store.works("1").await.unwrap().records.remove(0);
    assert_eq!((record.started, record.sent.as_slice()), (5, &[6][..]), "each step was taken once");
}

pub async fn a_tab_that_has_come_back_leaves_nothing(store: Store) {
    store.leave("tab", &[given(answer("1", "halves", "a", "half a"))]);
    store.leave("tab", &[given(answer("1", "halves", "a", "half a word"))]);
    store.leave("tab2", &[given(answer("1", "halves", "b", "another tab"))]);
    store.leave("tab", &[]);
    store.take_in().await.unwrap();
    assert_eq!(words(&store.answers("1").await.unwrap()), ["b another tab"]);
}

pub async fn what_was_left_is_older_than_what_was_typed_since(store: Store) {
    keep(&store, vec![given(answer("1", "halves", "a", "o"))]).await;
    let typed = |words: &str, when: u64| Change::Answer {
        answer: Answer { when, ..answer("1", "halves", "a", words) },
        base: Some(Value::Text("o".into())),
    };
    store.leave("tab", &[typed("another", 2)]);
    keep(&store, vec![typed("once", 3)]).await;
    store.take_in().await.unwrap();
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a once"]);
    let earlier = store.earlier("1", "halves").await.unwrap();
    let earlier: Vec<&Value> = earlier.iter().map(|version| &version.value).collect();
    assert_eq!(earlier, [&Value::Text("another".into())], "what has given way can be brought back");
    store.leave("tab", &[typed("one", 4)]);
    store.take_in().await.unwrap();
    assert_eq!(words(&store.answers("1").await.unwrap()), ["a one"]);
}

pub async fn what_was_changed_can_be_found_again(store: Store) {
    let give = |words: &str, when| Answer { when, ..answer("1", "halves", "a", words) };
    for (words, when) in [("Once upon a time", 1), ("Once upon a time in Pōneke", 2), ("x", 3), ("xyz", 4)] {
        keep(&store, vec![given(give(words, when))]).await;
    }
    keep(&store, vec![given(answer("2", "halves", "a", "hers")), given(answer("2", "halves", "a", "!"))])
        .await;
    let earlier = store.earlier("1", "halves").await.unwrap();
    let words: Vec<_> = earlier.iter().map(|version| (&version.value, version.when)).collect();
    assert_eq!(words, [(&Value::Text("Once upon a time in Pōneke".into()), 2)]);
    store.bring_back(earlier[0].clone(), "page", 5).await.unwrap();
    let kept = store.answers_to("1", "halves").await.unwrap().records;
    assert_eq!((&kept[0].value, kept[0].when, kept[0].revision), (&earlier[0].value, 5, 5));
    let earlier = store.earlier("1", "halves").await.unwrap();
    let last = earlier.last().map(|version| &version.value);
    assert_eq!(last, Some(&Value::Text("xyz".into())), "what it took the place of can be found too");
}

pub async fn a_child_is_removed_with_all_that_is_its_own(store: Store) {
    for child in ["1", "10", "2"] {
        let changes = vec![
            Change::Child(profile(child)),
            opened(child, 1),
            given(answer(child, "halves", "a", "once")),
            given(answer(child, "halves", "a", "!")),
        ];
        keep(&store, changes).await;
        keep_photo(&store, child, "halves", medium("a1", &[1])).await.unwrap();
    }
    store.delete_child("1").await.unwrap();
    let children = store.profiles().await.unwrap().records;
    assert_eq!(children.iter().map(|child| child.id.as_str()).collect::<Vec<_>>(), ["10", "2"]);
    for (child, count) in [("1", 0), ("10", 1), ("2", 1)] {
        assert_eq!(store.works(child).await.unwrap().records.len(), count);
        assert_eq!(store.answers(child).await.unwrap().records.len(), count);
        assert_eq!(store.earlier(child, "halves").await.unwrap().len(), count);
        assert_eq!(store.medium(child, "halves", "a1").await.is_some(), count == 1);
    }
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

fn medium(id: &str, bytes: &[u8]) -> Medium {
    Medium { id: id.into(), kind: "image/jpeg".into(), bytes: bytes.to_vec() }
}

/// An answer that names photos.
fn photos(profile: &str, ids: &[&str]) -> Answer {
    let capture = |id: &&str| Capture { id: (*id).to_owned(), date: None, words: String::new() };
    Answer { value: Value::Photo(ids.iter().map(capture).collect()), ..answer(profile, "halves", "a", "") }
}

/// Keeps a photo together with the note that it is an answer to the question `a`.
pub async fn keep_photo(
    store: &Store,
    profile: &str,
    assignment: &str,
    medium: Medium,
) -> Result<(), StoreError> {
    let named = Answer { assignment: assignment.into(), ..photos(profile, &[&medium.id]) };
    store.keep_medium(medium, named).await
}

/// Which of these photos are there.
async fn here(store: &Store, profile: &str, ids: &[&str]) -> Vec<String> {
    let mut here = Vec::new();
    for id in ids {
        here.extend(store.medium(profile, "halves", id).await.map(|medium| medium.id));
    }
    here
}

pub async fn photos_come_back_byte_for_byte(store: Store) {
    let all: Vec<u8> = (0..=255).collect();
    keep_photo(&store, "1", "halves", medium("a1", &all)).await.unwrap();
    let sound = Medium { kind: "audio/webm".into(), ..medium("a2", &[0]) };
    keep_photo(&store, "1", "halves", sound.clone()).await.unwrap();
    assert_eq!(store.medium("1", "halves", "a1").await, Some(medium("a1", &all)));
    assert_eq!(store.medium("1", "halves", "a2").await, Some(sound));
    assert_eq!(store.medium("1", "halves", "a").await, None);
    assert!(store.answers("1").await.unwrap().records.is_empty(), "they stand apart");
}

pub async fn a_photo_is_named_by_its_answer_when_it_is_taken_in(store: Store) {
    keep(&store, vec![given(photos("1", &["a1"]))]).await;
    keep_photo(&store, "1", "halves", medium("a2", b"kept")).await.unwrap();
    store.leave_medium(medium("a3", b"left"), photos("1", &["a3"]));
    let named = async || store.answers("1").await.unwrap().records[0].value.clone();
    assert_eq!(named().await, photos("1", &["a1"]).value, "it is only noted");
    assert_eq!(store.take_in().await, Ok(true));
    assert_eq!(named().await, photos("1", &["a1", "a2", "a3"]).value);
    assert_eq!(here(&store, "1", &["a2", "a3"]).await, ["a2", "a3"]);
    assert_eq!(store.take_in().await, Ok(false));
}

pub async fn children_never_see_each_others_photos(store: Store) {
    keep_photo(&store, "1", "halves", medium("a1", b"mine")).await.unwrap();
    keep_photo(&store, "12", "halves", medium("a2", b"yours")).await.unwrap();
    keep_photo(&store, "1", "quarters", medium("a3", b"other")).await.unwrap();
    assert_eq!(here(&store, "1", &["a1", "a2", "a3"]).await, ["a1"]);
    assert_eq!(here(&store, "12", &["a1", "a2", "a3"]).await, ["a2"]);
    store.tidy_media("1", "halves", &[], "z");
    assert!(here(&store, "1", &["a1"]).await.is_empty());
    assert_eq!(here(&store, "12", &["a2"]).await, ["a2"], "one's are tidied up alone");
    assert!(store.medium("1", "quarters", "a3").await.is_some());
}

pub async fn only_old_photos_that_no_answer_names_are_removed(store: Store) {
    let ids = ["10", "11", "12", "13", "14", "20", "21"];
    for id in ids {
        keep_photo(&store, "1", "halves", medium(id, b"x")).await.unwrap();
    }
    let answers =
        [photos("1", &["13", "11", "21"]), answer("1", "halves", "b", "words"), photos("1", &["13"])];
    store.tidy_media("1", "halves", &answers, "15");
    // 20 is new: its answer may be on its way in another tab.
    assert_eq!(here(&store, "1", &ids).await, ["11", "13", "20", "21"]);
    store.tidy_media("1", "halves", &answers, "3");
    assert_eq!(here(&store, "1", &ids).await, ["11", "13", "21"]);
    store.tidy_media("1", "halves", &answers, "0");
    assert_eq!(here(&store, "1", &ids).await, ["11", "13", "21"]);
}

pub async fn the_photos_of_results_are_kept_beside_them(store: Store) {
    let photo = |id: &str| ResultMedium { id: id.into(), kind: "image/png".into(), data: "AAEC".into() };
    let with = |student: &str, id: &str| ResultDocument { media: vec![photo(id)], ..result(student, 10) };
    store.put_results(&[with("1", "a1"), with("2", "a2")]).await.unwrap();
    assert_eq!(store.results().await.unwrap().records, [result("1", 10), result("2", 10)]);
    let kept = store.medium("1", "halves", "a1").await.unwrap();
    assert_eq!((kept.kind.as_str(), kept.bytes.as_slice()), ("image/png", &[0, 1, 2][..]));
    store.delete_student("1").await.unwrap();
    assert!(here(&store, "1", &["a1"]).await.is_empty());
    assert_eq!(here(&store, "2", &["a2"]).await, ["a2"]);
    store.delete_results().await.unwrap();
    assert!(here(&store, "2", &["a2"]).await.is_empty());
}

pub async fn drafts_of_two_tabs_stand_beside_each_other(store: Store) {
    let draft = |tab: &str, name: &str, text: &str| Draft {
        tab: tab.into(),
        name: name.into(),
        text: text.into(),
        saved: String::new(),
    };
    let (one, two) = (draft("1", "kites.md", "one"), draft("2", "kites.md", "two"));
    store.put_drafts(std::slice::from_ref(&one), &[]).await.unwrap();
    store.put_drafts(&[two.clone(), draft("2", "kites.md.md", "more")], &[]).await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records.len(), 3);
    // The next tab takes them over.
    let three = draft("3", "kites.md", "one and more");
    store.put_drafts(std::slice::from_ref(&three), &[one, two]).await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records, [draft("2", "kites.md.md", "more"), three.clone()]);
    store.delete_results().await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records.len(), 2);
    store.put_drafts(&[], std::slice::from_ref(&three)).await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records.len(), 1);
}

pub async fn a_draft_that_its_tab_has_written_on_is_not_removed_by_who_took_it_over(store: Store) {
    let draft = |tab: &str, text: &str| Draft {
        tab: tab.into(),
        name: "kites.md".into(),
        text: text.into(),
        saved: String::new(),
    };
    let (first, second, other) = (draft("a", "v1"), draft("a", "v2"), draft("b", "v1 and more"));
    store.put_drafts(std::slice::from_ref(&first), &[]).await.unwrap();
    let taken_over = store.drafts().await.unwrap().records;
    // The first tab was not gone.
    store.put_drafts(std::slice::from_ref(&second), std::slice::from_ref(&first)).await.unwrap();
    store.put_drafts(std::slice::from_ref(&other), &taken_over).await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records, [second.clone(), other]);
    // What a tab has saved to its file is its own to remove.
    store.put_drafts(&[], &[second]).await.unwrap();
    assert_eq!(store.drafts().await.unwrap().records, [draft("b", "v1 and more")]);
}

pub async fn without_drafts_there_is_nothing_that_could_fail(store: Store) {
    store.put_drafts(&[], &[]).await.unwrap();
    assert!(store.drafts().await.unwrap().records.is_empty());
}

/// Runs each test above with its own store.
#[macro_export]
macro_rules! every_test {
    ($attribute:meta, $run:ident) => {
        every_test!(@ $attribute, $run,
            children_are_kept
            children_never_see_each_others_work
            steps_of_two_tabs_are_taken_one_after_the_other
            an_answer_replaces_the_one_before_and_is_one_revision_on
            two_tabs_write_in_one_table_and_both_stay
            answers_of_two_kinds_to_one_id_do_not_meet
            every_kind_of_value_comes_back
            what_a_tab_left_is_taken_in_by_the_next
            a_tab_that_has_come_back_leaves_nothing
            a_photo_is_named_by_its_answer_when_it_is_taken_in
            what_was_left_is_older_than_what_was_typed_since
            what_was_changed_can_be_found_again
            a_child_is_removed_with_all_that_is_its_own
            results_are_kept_once_and_removed_by_student
            photos_come_back_byte_for_byte
            children_never_see_each_others_photos
            only_old_photos_that_no_answer_names_are_removed
            the_photos_of_results_are_kept_beside_them
            drafts_of_two_tabs_stand_beside_each_other
            a_draft_that_its_tab_has_written_on_is_not_removed_by_who_took_it_over
            without_drafts_there_is_nothing_that_could_fail
        );
    };
    (@ $attribute:meta, $run:ident, $($test:ident)*) => {
        $($run!($attribute, $test);)*
    };
}
