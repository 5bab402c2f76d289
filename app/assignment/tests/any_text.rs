//! Texts that nobody would write: reading them never fails, and what it says can be shown.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

mod holds;

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

/// The folders with texts that were written for tests, or found by the fuzzer.
const FOLDERS: [&str; 3] = ["tests/format", "assignments", "tests/fuzz/corpus/format"];

fn kept() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = FOLDERS.iter().flat_map(|folder| fs::read_dir(root.join(folder)).unwrap());
    files.map(|file| file.unwrap().path()).filter(|path| path.is_file()).collect()
}

fn text_of(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
}

#[test]
fn what_is_kept_is_read_again() {
    let kept = kept();
    assert!(kept.len() > 100, "the corpus is not where it was");
    for path in kept {
        let text = text_of(&path);
        let held = std::panic::catch_unwind(|| holds::for_text(&text));
        assert!(held.is_ok(), "{}", path.display());
    }
}

/// The signs that mean something.
const SIGNS: &[&str] = &[
    "---\n",
    "```",
    "````",
    "\n",
    "\r\n",
    "\r",
    ": ",
    "- ",
    "  ",
    "\t",
    "#",
    "## ",
    "> ",
    "*",
    "**",
    "_",
    "[",
    "](",
    ")",
    "![",
    "|",
    "|---|\n",
    "<",
    "<!--",
    "-->",
    "$",
    "\\",
    "&amp;",
    "\u{feff}",
    "½",
    "“",
    "’",
    "ā",
    "a\u{304}",
    "العربية",
    "media/",
    "https://",
    "javascript:",
    "\0",
    "999999999999999999",
];

/// Whole lines of the format.
const LINES: &[&str] = &[
    "title: T\n",
    "year: 5-6\n",
    "opens: 2026-11-16\n",
    "due: 2026-11-25\n",
    "objectives:\n",
    "allow:\n",
    "- F404: because\n",
    "```ask text\n",
    "```ask number\n",
    "```ask choice\n",
    "```ask choices\n",
    "```ask scale\n",
    "```ask table\n",
    "```ask log\n",
    "```ask done\n",
    "```tip\n",
    "```teacher\n",
    "```feedback\n",
    "```\n",
    "id: a\n",
    "question: What?\n",
    "options:\n",
    "- One\n",
    "correct: 1/2\n",
    "columns:\n",
    "rows: 3\n",
    "who: together\n",
    "statements:\n",
    "scale:\n",
    "class: Room 12\n",
    "## Talk\n",
    "##Talk\n",
    "**who: family**\n",
    "| a | b |\n",
    "-Yes\n",
    "1. Yes\n",
    "\tid: b\n",
    "  question: c\n",
    "help: d\n",
    "![a] (media/b.png “c”)\n",
    "due: 2O26–12–08\n",
    "year: Year ½\n",
    "```tip more ½\n",
    "lang: en\n",
];

/// A sign, a line, or some words.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(SIGNS).prop_map(str::to_owned),
        4 => select(LINES).prop_map(str::to_owned),
        2 => "[a-z ]{1,12}",
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ]
}

/// The same texts in every run; the fuzzer looks for new ones.
fn always_the_same() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        rng_seed: RngSeed::Fixed(25),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(always_the_same())]

    #[test]
    fn a_text_of_pieces_of_the_format_is_read(pieces in prop::collection::vec(piece(), 0..60)) {
        holds::for_text(&pieces.concat());
    }

    #[test]
    fn a_real_text_with_something_put_in_or_cut_out_is_read(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0..200_usize,
        piece in piece(),
    ) {
        let kept = kept();
        let mut text: Vec<char> = text_of(&kept[which.index(kept.len())]).chars().collect();
        let start = at.index(text.len() + 1);
        let end = (start + length).min(text.len());
        text.splice(start..end, piece.chars());
        holds::for_text(&text.into_iter().collect::<String>());
    }
}
