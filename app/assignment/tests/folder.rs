//! What can only be seen across the files of a folder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::collections::BTreeSet;

use assignment::source::Code;
use assignment::source::folder::{
    CheckedFolder, SourceFile, check, is_nearly_named, is_nearly_source, name_not_read,
};

const GOOD: &str = "---\ntitle: Halves\nobjectives:\n- I can halve.\n---\n```ask text\nid: a\nwho: together\nquestion: What?\n```\n";

fn folder(files: &[(&str, &[u8])], media: &[&str]) -> CheckedFolder {
    let files: Vec<SourceFile> = files
        .iter()
        .map(|(path, bytes)| SourceFile { path: (*path).into(), bytes: bytes.to_vec() })
        .collect();
    check(&files, &media.iter().map(|m| (*m).to_owned()).collect::<BTreeSet<_>>())
}

fn codes(folder: &CheckedFolder) -> Vec<Vec<Code>> {
    folder.files.iter().map(|file| file.diagnostics.iter().map(|d| d.code).collect()).collect()
}

#[test]
fn the_second_file_of_an_id_is_an_error_that_names_the_first() {
    let found = folder(&[("a/halves.md", GOOD.as_bytes()), ("b/halves.md", GOOD.as_bytes())], &[]);
    assert_eq!(codes(&found), [vec![], vec![Code::AssignmentTwice]]);
    assert!(found.files[1].diagnostics[0].message.contains("a/halves.md"));
}

#[test]
fn a_picture_that_is_not_there_is_an_error_at_its_address() {
    let source = GOOD.replace("What?", "What is ![a kiwi](media/kiwi.jpg)?");
    let found = folder(&[("halves.md", source.as_bytes())], &["media/Kiwi.jpg"]);
    assert_eq!(codes(&found), [[Code::PictureMissing]]);
    let span = found.files[0].diagnostics[0].span;
    assert_eq!(&source[span.start..span.end], "media/kiwi.jpg");
    assert_eq!(codes(&folder(&[("halves.md", source.as_bytes())], &["media/kiwi.jpg"])), [[]]);
}

#[test]
fn problems_of_a_file_are_in_the_order_of_its_lines() {
    let source = GOOD.replace("What?", "![a kiwi](media/kiwi.jpg) <b>What</b>?") + "\n```tip\n```\n";
    let found = folder(&[("halves.md", source.as_bytes())], &[]);
    assert_eq!(codes(&found), [[Code::PictureMissing, Code::HtmlShown, Code::HtmlShown, Code::BlockEmpty]]);
}

#[test]
fn the_pictures_of_the_class_are_looked_for_too() {
    let class = "---\nclass: Room 12\n---\nKia ora ![us](media/us.jpg)\n";
    assert_eq!(codes(&folder(&[("class.md", class.as_bytes())], &[])), [[Code::PictureMissing]]);
    let found = folder(&[("class.md", class.as_bytes())], &["media/us.jpg"]);
    assert_eq!((codes(&found), found.files[0].pictures[0].0.as_str()), (vec![vec![]], "media/us.jpg"));
}

#[test]
fn a_file_that_is_not_text_says_where_that_begins() {
    let mut bytes = GOOD.as_bytes().to_vec();
    bytes.extend(b"m\xe3ori\n");
    let found = folder(&[("halves.md", &bytes)], &[]);
    assert_eq!(codes(&found), [[Code::NotText]]);
    assert_eq!(found.files[0].diagnostics[0].span.start, GOOD.len() + 1);
}

#[test]
fn a_file_of_two_bytes_for_each_sign_is_one_problem() {
    let wide = |bytes: fn(u16) -> [u8; 2]| GOOD.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let with_mark = [b"\xff\xfe".to_vec(), wide(u16::to_le_bytes)].concat();
    for bytes in [with_mark, wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
        let found = folder(&[("halves.md", &bytes), ("class.md", &bytes), ("halves.mi.md", &bytes)], &[]);
        assert_eq!(codes(&found), [[Code::NotText]; 3]);
        let found = folder(&[("halves.md", &bytes), ("halves.mi.md", GOOD.as_bytes())], &[]);
        assert_eq!(codes(&found), [vec![Code::NotText], vec![]]);
    }
}

#[test]
fn what_word_leaves_beside_an_open_file_is_no_assignment() {
    let found = folder(&[("a/~$halves.md", b"\x05Ms R\0\0"), ("a/halves.md", GOOD.as_bytes())], &[]);
    assert_eq!(codes(&found), [vec![Code::NameNotRead], vec![]]);
}

#[test]
fn the_class_gives_its_language_and_feedback_to_every_assignment() {
    let class = "---\nclass: Room 12\nlanguages:\n- mi\n- en\n---\nKia ora\n\n```feedback\nstatements:\n- led: I led\n```\n";
    let own = GOOD.replace("title: Halves", "title: Halves\nlang: en")
        + "\n```feedback\nstatements:\n- fun: It was fun\n```\n";
    let found =
        folder(&[("class.md", class.as_bytes()), ("a.md", GOOD.as_bytes()), ("b.md", own.as_bytes())], &[]);
    assert_eq!(codes(&found), [[], [], []] as [[Code; 0]; 3]);
    let of = |n: usize| &found.files[n].compiled.as_ref().unwrap().assignment;
    assert_eq!(of(1).head.lang, "mi");
    assert_eq!(of(1).feedback.as_ref().unwrap().statements[0].id, "led");
    assert_eq!(of(2).head.lang, "en");
    assert_eq!(of(2).feedback.as_ref().unwrap().statements[0].id, "fun");
}

#[test]
fn a_second_class_is_an_error_that_names_the_first() {
    let class = "---\nclass: Room 12\n---\nKia ora\n";
    let found = folder(&[("class.md", class.as_bytes()), ("b/class.md", class.as_bytes())], &[]);
    assert_eq!(codes(&found), [vec![], vec![Code::ClassTwice]]);
    assert!(found.files[1].diagnostics[0].message.contains("class.md"));
}

#[test]
fn names_that_are_nearly_right_are_known() {
    for name in ["halves.md.txt", "a/Halves.MD", "halves.markdown"] {
        assert!(is_nearly_named(name), "{name}");
        assert_eq!(name_not_read(name).diagnostics[0].code, Code::NameNotRead);
    }
    for name in ["halves.md", "notes.txt", "kiwi.jpg", "md"] {
        assert!(!is_nearly_named(name), "{name}");
    }
    for name in ["halves.txt", "a/halves"] {
        assert!(is_nearly_source(name, b"\xef\xbb\xbf---\r\ntitle: Halves"), "{name}");
        assert!(!is_nearly_source(name, b"--- not\n"), "{name}");
    }
    assert!(!is_nearly_source("halves.yaml", b"---\ntitle: Halves"));
}
