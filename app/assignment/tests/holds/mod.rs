//! What holds for every text, whatever is in it. The tests with made-up texts, the kept corpus and the fuzzer all call this.

use std::sync::LazyLock;

use assignment::source::{Diagnostic, compile, compile_class, compile_translation};
use assignment::{Assignment, Class, Index};

/// An original that no text was written for.
static KITES: LazyLock<Assignment> =
    LazyLock::new(|| compile("kites", include_str!("../../../../tests/format/kites.md"), None).assignment);

/// Reads a text as an assignment, a translation and a class, and panics when anything does not hold.
pub fn for_text(source: &str) {
    let compiled = compile("made-up", source, None);
    for_diagnostics(source, &compiled.diagnostics);
    for (address, span) in &compiled.pictures {
        assert!(address.starts_with("media/") && source.get(span.start..span.end).is_some(), "{address}");
    }
    let json = compiled.assignment.to_json();
    let read = Assignment::from_json(&json);
    assert_eq!(read.as_ref(), Ok(&compiled.assignment), "a phone reads what was written");

    for original in [&compiled.assignment, &KITES] {
        for_translation(original, source);
    }

    let class = compile_class(source);
    for_diagnostics(source, &class.diagnostics);
    let class = Class { feedback: None, ..class.class };
    let index = Index::new(Some(class), &[compiled.assignment], &[]);
    assert_eq!(Index::from_json(&index.to_json()).as_ref(), Ok(&index));
}

/// Whatever a translation says, it asks what its original asks.
fn for_translation(original: &Assignment, source: &str) {
    let translation = compile_translation(original, "sm", source);
    for_diagnostics(source, &translation.diagnostics);
    let read = Assignment::from_json(&translation.assignment.to_json());
    assert_eq!(read.as_ref(), Ok(&translation.assignment));
    let asks = |assignment: &Assignment| -> Vec<_> {
        assignment.asks().map(|ask| (ask.id.clone(), ask.who, std::mem::discriminant(&ask.kind))).collect()
    };
    assert_eq!(asks(&translation.assignment), asks(original));
}

/// Every diagnostic can be shown: its place is in the text, its words say something, and they are in order.
fn for_diagnostics(source: &str, diagnostics: &[Diagnostic]) {
    // Places are those of the text as an editor has it; a lone `\r` is a line end of as many bytes.
    for diagnostic in diagnostics {
        let span = diagnostic.span;
        assert!(source.get(span.start..span.end).is_some(), "{diagnostic:?}");
        assert!(span.position(source).line > 0 && !span.line(source).0.contains('\n'));
        assert!(
            !diagnostic.message.trim().is_empty() && !diagnostic.help.trim().is_empty(),
            "{diagnostic:?}"
        );
    }
    assert!(diagnostics.is_sorted_by_key(|diagnostic| (diagnostic.span, diagnostic.code)));
}
