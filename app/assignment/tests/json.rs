//! The reader and writer for phones and serde_json say the same of everything that is shipped, and of every case of the format.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what is wrong by stopping")]

use std::fs;
use std::path::Path;

use assignment::source::{compile, compile_class};
use assignment::{Assignment, Class, Index, Look, Shared};

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut sources = Vec::new();
    for folder in ["tests/format", "assignments"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "md") {
                let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
                sources.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    assert!(sources.len() > 40, "the texts are not where they were");
    sources
}

#[test]
fn documents_are_the_same_for_both() {
    for (name, source) in sources() {
        let document = compile(&name, &source, None).assignment;
        let json = document.to_json();
        assert_eq!(serde_json::to_string(&document).unwrap(), json, "{name}");
        assert_eq!(serde_json::from_str::<Assignment>(&json).unwrap(), document, "{name}");
        assert_eq!(Assignment::from_json(&json), Ok(document), "{name}");
    }
}

#[test]
fn lists_and_what_is_handed_on_are_the_same_for_both() {
    for (name, source) in sources() {
        let class = Class { feedback: None, ..compile_class(&source).class };
        let document = compile("kites", &source, None).assignment;
        let translation = std::slice::from_ref(&document);
        let index = Index::new(Some(class), translation, translation);
        assert_eq!(serde_json::to_string(&index).unwrap(), index.to_json(), "{name}");
        assert_eq!(serde_json::from_str::<Index>(&index.to_json()).unwrap(), index, "{name}");
        let look = Look { child: "1".into(), name: "Ana".into(), reads: "sm+".into(), is_typing: true };
        let translations = translation.to_vec();
        let shared = Shared { taumahi: 1, document, translations, look: Some(look) };
        assert_eq!(serde_json::to_string(&shared).unwrap(), shared.to_json(), "{name}");
        assert_eq!(serde_json::from_str::<Shared>(&shared.to_json()).unwrap(), shared, "{name}");
    }
}

#[test]
fn of_a_key_that_stands_twice_in_a_link_the_first_counts() {
    let document = compile("kites", "---\ntitle: Kites\n---\nKia ora\n", None).assignment;
    let twice = Shared { taumahi: 1, document, ..Shared::default() }
        .to_json()
        .replace("\"title\":\"Kites\"", "\"title\":\"Kites\",\"title\":\"Boats\"");
    assert!(twice.contains("Boats"));
    assert_eq!(Shared::from_json(&twice).unwrap().document.head.title, "Kites");
}
