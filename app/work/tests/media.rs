//! Photos and recordings in a result, from the phone to the teacher.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::source::compile;
use assignment::{Date, Feedback};
use work::result::{Draft, Label, ResultDocument, ResultMedium, pack, pack_stored, read, write};
use work::{By, Capture, Medium, Profile, Slot, Value, Work, WorkRecord};

const SOURCE: &str = "---\ntitle: Kites\n---\n```ask photo\nid: kite\nquestion: Take a photo\nmost: 6\n```\n\
                      ```ask audio\nid: said\nquestion: Tell\nmost: 6\n```\n";

fn capture(id: &str, words: &str) -> Capture {
    Capture { id: id.into(), date: Date::parse("2026-11-23"), words: words.into() }
}

fn result(photos: &[&str], recordings: &[&str]) -> ResultDocument {
    let profile = Profile { id: "00c0ffee00c0ffee".into(), name: "Mārama".into(), ..Profile::default() };
    let record = WorkRecord::start(&profile.id, compile("kites", SOURCE, None).assignment, 1);
    let mut work = Work::new(profile, record, []);
    let captures = |ids: &[&str]| ids.iter().map(|id| capture(id, "My kite")).collect();
    for (ask, value) in
        [("kite", Value::Photo(captures(photos))), ("said", Value::Audio(captures(recordings)))]
    {
        let answer = work.answer(Slot::Ask(ask.into()), value, By::Student, 2);
        work.put(answer);
    }
    ResultDocument::new(&work, None, &Feedback::default(), 3)
}

/// Bytes that cannot be compressed, as those of photos and recordings cannot.
fn medium(id: &str, kind: &str, size: usize) -> Medium {
    let mut state = id.bytes().fold(7_u32, |state, byte| state.wrapping_mul(31).wrapping_add(byte.into()));
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    });
    Medium { id: id.into(), kind: kind.into(), bytes: noise.take(size).collect() }
}

fn words(label: Label) -> String {
    format!("{label:?}")
}

/// The text that a phone sends.
fn sent(result: &ResultDocument, media: &[Medium], pack: fn(&[u8]) -> Vec<u8>) -> String {
    let mut draft = Draft::new(result, &words);
    for medium in media {
        draft.add(medium);
    }
    let packed = pack(draft.content());
    draft.finish(&packed)
}

fn media(result: &ResultDocument) -> Vec<Option<Medium>> {
    result.media.iter().map(ResultMedium::medium).collect()
}

#[test]
fn photos_and_recordings_come_back_byte_for_byte() {
    let result = result(&["a1", "a2"], &["b1"]);
    let all =
        [medium("a1", "image/jpeg", 1), medium("a2", "image/png", 2_000), medium("b1", "audio/mp4", 3_001)];
    let text = sent(&result, &all, pack);
    let read = read(&text).unwrap();
    assert_eq!(media(&read), all.map(Some));
    assert_eq!(ResultDocument { media: Vec::new(), ..read.clone() }, result);
    assert!(text.contains("Take a photo\n  2026-11-23 – Photo: My kite\n"), "{text}");
    assert_eq!(work::result::read(write(&read, &words)), Ok(read), "a result can be written again");
}

#[test]
fn a_result_without_any_is_as_it_always_was() {
    let result = result(&[], &[]);
    assert!(!String::from_utf8_lossy(Draft::new(&result, &words).content()).contains("media"));
    assert_eq!(read(sent(&result, &[], pack)), Ok(result));
}

#[test]
fn what_is_not_a_picture_or_a_sound_is_dropped_and_its_answer_stays() {
    let strange = |id: &str, kind: &str, data: &str| ResultMedium {
        id: id.into(),
        kind: kind.into(),
        data: data.into(),
    };
    let good = strange("a1", "image/webp", "AAEC");
    let mut with = result(&["a1", "a2", "a3", "a4", "a5"], &[]);
    with.media = vec![
        good.clone(),
        strange("a1", "image/png", "AAEC"),
        strange("a2", "image/jpeg", "not base64"),
        strange("a3", "image/svg+xml", "AAEC"),
        strange("a4", "text/html", "AAEC"),
        strange("a5", "image/jpeg", ""),
        strange("a6", "image/jpeg", "AAEC"),
    ];
    let read = read(write(&with, &words)).unwrap();
    assert_eq!(read.media, [good]);
    assert_eq!(read.answers, with.answers);
}

#[test]
fn a_phone_writes_nothing_that_would_break_the_file() {
    let result = result(&["a1"], &[]);
    let evil =
        [medium("a\"1", "image/jpeg", 9), medium("a1", "audio/\"", 9), medium("a1", "image/svg+xml", 9)];
    assert_eq!(read(sent(&result, &evil, pack)), Ok(result));
}

#[test]
fn base64_is_read_with_its_padding_and_without() {
    for data in ["AA", "AA=="] {
        let medium = ResultMedium { id: "a1".into(), kind: "image/png".into(), data: data.into() };
        assert_eq!(medium.medium().unwrap().bytes, [0]);
    }
}

/// The largest photos that home makes, and a minute of sound at twice the rate that it asks for.
#[test]
fn six_photos_and_six_recordings_go_through() {
    let photos = ["a1", "a2", "a3", "a4", "a5", "a6"];
    let recordings = ["b1", "b2", "b3", "b4", "b5", "b6"];
    let result = result(&photos, &recordings);
    let photos = photos.iter().map(|id| medium(id, "image/jpeg", 600_000));
    let all: Vec<Medium> =
        photos.chain(recordings.iter().map(|id| medium(id, "audio/webm", 500_000))).collect();
    // Stored as it is, it is larger than any browser would make it.
    let text = sent(&result, &all, pack_stored);
    assert_eq!(media(&read(&text).unwrap()), all.into_iter().map(Some).collect::<Vec<_>>());
}

#[test]
fn what_would_be_more_than_a_reader_takes_is_left_out_and_said() {
    let result = result(&[], &["b1", "b2", "b3", "b4"]);
    let mut draft = Draft::new(&result, &words);
    let large = |id: &str| medium(id, "audio/mp4", Medium::MOST_BYTES);
    let fits = ["b1", "b2", "b3"].map(|id| draft.add(&large(id)));
    assert_eq!(fits, [true, true, false]);
    assert!(draft.add(&medium("b4", "audio/mp4", Medium::MOST_BYTES_TOGETHER - 2 * Medium::MOST_BYTES)));
    // The largest that it can be: stored as it is.
    let packed = pack_stored(draft.content());
    let read = read(draft.finish(&packed)).unwrap();
    assert_eq!(read.media.iter().map(|medium| medium.id.as_str()).collect::<Vec<_>>(), ["b1", "b2", "b4"]);
}
