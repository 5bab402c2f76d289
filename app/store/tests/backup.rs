//! Copies of what is kept come back whole, twice, damaged and from strangers, and nothing that is here is lost.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use pollster::block_on;
use store::{Backup, BackupEnd, BackupError, Change, Durability, Store};
use work::{Answer, Value};

/// As `public/copy.js` writes it.
const COPY: &str = include_str!("copies/version-1.txt");

const HANA: &str = "00c0ffee00c0ffee";

fn put_back(store: &Store, copy: &str) -> Result<Backup, BackupError> {
    let mut backup = Backup::default();
    block_on(store.put_back(&mut backup, copy))?;
    Ok(backup)
}

/// A new phone on which this copy was put back.
fn phone(copy: &str) -> (Store, Backup) {
    let store = Store::in_memory();
    let backup = put_back(&store, copy).unwrap();
    (store, backup)
}

fn answers(store: &Store) -> Vec<Answer> {
    block_on(store.answers(HANA)).unwrap().records
}

fn text_of(store: &Store, ask: &str) -> Option<Value> {
    answers(store).into_iter().find(|answer| answer.slot.to_string() == ask).map(|answer| answer.value)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

#[test]
fn a_copy_comes_back_whole_and_a_second_time_changes_nothing() {
    let (store, backup) = phone(COPY);
    assert_eq!((backup.end(), backup.read, backup.unreadable), (BackupEnd::Whole, 10, 0));
    let names: Vec<String> =
        block_on(store.profiles()).unwrap().records.into_iter().map(|child| child.name).collect();
    assert_eq!(names, ["Hana", "Tama"]);
    assert_eq!(text_of(&store, "story"), Some(text("We shared\nten biscuits")));
    assert_eq!(text_of(&store, "noted"), Some(text("noted as the page was left")));
    assert_eq!(block_on(store.works(HANA)).unwrap().records.len(), 1);
    let photo = block_on(store.medium(HANA, "fractions", "a1")).unwrap();
    assert_eq!((photo.kind.as_str(), photo.bytes.as_slice()), ("image/png", &[0, 1, 255][..]));
    let earlier = block_on(store.earlier(HANA, "fractions")).unwrap();
    assert_eq!(earlier.iter().map(|version| &version.value).collect::<Vec<_>>(), [&text("We ate")]);
    let before = answers(&store);
    assert_eq!(put_back(&store, COPY).unwrap().end(), BackupEnd::Whole);
    assert_eq!(answers(&store), before);
    assert_eq!(block_on(store.earlier(HANA, "fractions")).unwrap(), earlier);
}

#[test]
fn what_was_answered_here_since_stays_and_can_be_found() {
    let (store, _) = phone(COPY);
    let now = answers(&store).into_iter().find(|answer| answer.slot.to_string() == "story").unwrap();
    let newer = Answer {
        value: text("Quite another story"),
        when: now.when + 1,
        marks: work::Marks::of("this page", 1),
        ..now.clone()
    };
    let change = Change::Answer { answer: newer, base: Some(now.value.clone()) };
    block_on(store.keep(vec![change], Durability::Strict)).unwrap();
    put_back(&store, COPY).unwrap();
    assert_eq!(text_of(&store, "story"), Some(text("Quite another story")));
    let (other, _) = phone(COPY);
    let theirs = Answer { value: text("Tama's story"), when: 1, marks: work::Marks::of("b", 1), ..now };
    block_on(other.delete_child(HANA)).unwrap();
    block_on(other.keep(vec![Change::Answer { answer: theirs, base: None }], Durability::Strict)).unwrap();
    put_back(&other, COPY).unwrap();
    assert_eq!(text_of(&other, "story"), Some(text("We shared\nten biscuits")), "given later");
    let found = block_on(other.earlier(HANA, "fractions")).unwrap();
    assert!(found.iter().any(|version| version.value == text("Tama's story")), "{found:?}");
}

#[test]
fn a_file_that_was_cut_says_so_and_what_is_there_comes_back() {
    let lines: Vec<&str> = COPY.lines().collect();
    let begins = lines.iter().position(|line| line.starts_with("-----BEGIN")).unwrap();
    for end in 0..lines.len() {
        let (store, backup) = phone(&lines[..end].join("\n"));
        let expected = if end <= begins { BackupEnd::Foreign } else { BackupEnd::Cut };
        assert_eq!((backup.end(), backup.read), (expected, end.saturating_sub(begins + 1)), "line {end}");
        drop(store);
    }
    let half = COPY.split_at(COPY.find("ten biscuits").unwrap()).0;
    let (store, backup) = phone(half);
    assert_eq!((backup.end(), backup.unreadable), (BackupEnd::Cut, 1));
    assert_eq!(text_of(&store, "half"), Some(Value::Number("6".into())), "what stands before it");
}

#[test]
fn a_damaged_line_costs_one_record() {
    let damaged = COPY.replace("{\"text\":\"We shared", "{\"text\":\"\u{0}We shared");
    let (store, backup) = phone(&damaged);
    assert_eq!((backup.read, backup.unreadable, backup.end()), (9, 1, BackupEnd::Whole));
    assert_eq!((text_of(&store, "story"), text_of(&store, "half")), (None, Some(Value::Number("6".into()))));
}

#[test]
fn it_is_read_in_pieces_with_any_line_ends_and_after_other_words() {
    let text = format!("Forwarded message\r\n\r\n{}", COPY.replace('\n', "\r\n"));
    let store = Store::in_memory();
    let mut backup = Backup::default();
    for line in text.split_inclusive('\n') {
        block_on(store.put_back(&mut backup, line)).unwrap();
    }
    assert_eq!((backup.end(), answers(&store).len()), (BackupEnd::Whole, answers(&phone(COPY).0).len()));
    let (_, twice) = phone(&format!("{COPY}\n{COPY}"));
    assert_eq!(
        (twice.end(), twice.read, twice.unreadable),
        (BackupEnd::Whole, 20, 0),
        "two copies in one file"
    );
    let (_, second_cut) = phone(&format!("{COPY}\n{}", COPY.replace("-----END", "")));
    assert_eq!(second_cut.end(), BackupEnd::Cut);
}

#[test]
fn what_is_no_copy_or_a_later_one_is_refused() {
    assert_eq!(phone("Dear teacher,\nhere is my homework").1.end(), BackupEnd::Foreign);
    assert_eq!(phone("").1.end(), BackupEnd::Foreign);
    let newer = COPY.replace("TAUMAHI COPY 1-----", "TAUMAHI COPY 2-----");
    assert_eq!(put_back(&Store::in_memory(), &newer), Err(BackupError::Newer(2)));
}

#[test]
fn a_stranger_can_put_no_html_and_no_foreign_key_into_a_page() {
    let evil = COPY.replace("Share them with somebody", "<img src=x onerror=alert(1)>");
    assert_ne!(evil, COPY);
    assert_eq!(phone(&evil).1.unreadable, 1);
    // The key in the line says another child; the record itself says whose it is.
    let elsewhere = COPY.replace(&format!("answers {HANA}/"), "answers 11c0ffee00c0ffee/");
    let (store, backup) = phone(&elsewhere);
    assert_eq!((backup.end(), answers(&store)), (BackupEnd::Whole, answers(&phone(COPY).0)));
}
