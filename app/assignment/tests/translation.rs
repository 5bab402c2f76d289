//! What a translation and its original become together.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use assignment::source::{compile, compile_translation};
use assignment::{Assignment, Kind};

fn halves() -> Assignment {
    compile("halves", include_str!("../../../tests/format/halves.md"), None).assignment
}

#[test]
fn help_is_translated_and_what_is_right_is_the_originals() {
    let original = halves();
    let source: String = include_str!("../../../tests/format/halves.mi.md")
        .split_inclusive('\n')
        .filter(|line| !line.starts_with("//~") && !line.contains("Not in the original"))
        .collect();
    let translation = compile_translation(&original, "mi", &source);
    assert_eq!(translation.diagnostics, []);
    let help: Vec<String> = translation.assignment.asks().map(|ask| ask.help.text()).collect();
    assert_eq!(help[..3], ["Tapahia tētahi kia rua.", "Tirohia ngā wāhanga e rua.", "Tatauria."]);
    let right = |assignment: &Assignment| -> Vec<bool> {
        assignment.asks().map(|ask| ask.kind.has_right_answer()).collect()
    };
    assert_eq!(right(&translation.assignment), right(&original));
}

#[test]
fn other_facts_than_the_originals_change_nothing() {
    let original = halves();
    let source = include_str!("../../../tests/format/halves.sm.md");
    let translation = compile_translation(&original, "sm", source).assignment;
    for (own, other) in original.asks().zip(translation.asks()) {
        assert_eq!(
            (own.who, own.optional, &own.looks_back_at),
            (other.who, other.optional, &other.looks_back_at)
        );
        if let (Kind::Number { max, .. }, Kind::Number { max: other, .. }) = (&own.kind, &other.kind) {
            assert_eq!(max, other);
        }
    }
}
