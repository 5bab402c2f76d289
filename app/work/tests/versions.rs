//! Result files that earlier versions of Taumahi have written are read as they were meant.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::fs;
use std::path::PathBuf;

use work::result::{Label, read_all, write};
use work::{Partner, Value};

/// Each was written by the program as it was then, and is never changed.
fn files() -> Vec<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/versions");
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with("result-"))
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn every_answer_of_every_version_is_read() {
    let files = files();
    assert_eq!(files.len(), 3, "one of each state that the store has had");
    for (name, text) in files {
        let results = read_all(&text);
        let [Ok(result)] = results.as_slice() else { panic!("{name}: {results:?}") };
        assert_eq!((result.taumahi, result.student.name.as_str()), (1, "Hana"), "{name}");
        assert_eq!(result.assignment.title, "One of each: a test", "{name}");
        let value =
            |id: &str| result.answers.iter().find(|answer| answer.ask == id).map(|answer| &answer.value);
        let words = if name.contains("schema-3") {
            "once more"
        } else {
            "words: kōrero, “āe” =1+1\n-2; whānau"
        };
        assert_eq!(value("words"), Some(&Value::Text(words.into())), "{name}");
        assert_eq!(value("count"), Some(&Value::Number("-5".into())), "{name}");
        assert!(result.answers.len() >= 9 && result.finished.is_some(), "{name}");
        let [family] = result.families.as_slice() else { panic!("{name}: {:?}", result.families) };
        assert_eq!((family.partner, family.name.as_str()), (Partner::Nana, "Nana Mere"), "{name}");
        assert_eq!(family.words, "Ka pai tō mahi", "{name}");
        // Written again it is the same.
        let words = |label: Label| format!("{label:?}");
        assert_eq!(read_all(write(result, &words)), results, "{name}");
    }
}
