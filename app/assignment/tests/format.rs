//! Every file in `tests/format/` is a source text with its expected diagnostics beside the lines that cause them:
//!
//! ```text
//! titel: Halves
//! //~ 1-6 error[H104]: `titel` is not a key of this header. Did you mean `title`?
//! ```
//!
//! The lines starting with `//~` are taken out before the text is read. They give the first and last column of the
//! place (only the first when it ends on a later line). Names that start with `class` are read as `class.md`; `kites.sm.md` is read as
//! the translation of `kites.md`.
//! `BLESS=1 cargo test -p assignment` writes what is found into the files; read the difference before you commit it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what is wrong by stopping"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assignment::source::folder::name_and_language;
use assignment::source::{Code, Diagnostic, Span, compile, compile_class, compile_translation};

const MARK: &str = "//~ ";

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/format");
    let mut cases: Vec<PathBuf> = fs::read_dir(folder)
        .expect("tests/format is there")
        .map(|entry| entry.expect("it can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect();
    cases.sort();
    assert!(cases.len() > 20, "the cases are not where they were");
    cases
}

fn without_marks(text: &str) -> String {
    text.split_inclusive('\n').filter(|line| !line.starts_with(MARK)).collect()
}

fn diagnose(path: &Path, source: &str) -> Vec<Diagnostic> {
    let name = path.to_str().expect("a case has a name");
    match name_and_language(name) {
        (id, _) if id.starts_with("class") => compile_class(source).diagnostics,
        (id, None) => compile(id, source, None).diagnostics,
        (id, Some(lang)) => {
            let original = path.with_file_name(format!("{id}.md"));
            let original =
                without_marks(&fs::read_to_string(original).expect("a translation has an original"));
            compile_translation(&compile(id, &original, None).assignment, lang, source).diagnostics
        }
    }
}

fn mark(source: &str, diagnostic: &Diagnostic) -> String {
    let Diagnostic { code, span, message, help } = diagnostic;
    let start = span.position(source);
    let inside = &source[span.start..span.end];
    let columns = if inside.contains('\n') {
        format!("{}-", start.column)
    } else {
        format!("{}-{}", start.column, start.column + inside.chars().count().saturating_sub(1))
    };
    let help = help.replace('\n', "\\n");
    format!("{MARK}{columns} {}[{}]: {message} {help}\n", code.severity().word(), code.as_str())
}

/// The source with the diagnostics beside their lines.
fn with_marks(source: &str, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for (number, line) in source.split_inclusive('\n').enumerate() {
        text.push_str(line);
        for diagnostic in diagnostics {
            if diagnostic.span.position(source).line == number + 1 {
                text.push_str(&mark(source, diagnostic));
            }
        }
    }
    text
}

#[test]
fn every_case_has_just_its_diagnostics() {
    let mut wrong = Vec::new();
    for path in cases() {
        let written = fs::read_to_string(&path).expect("a case is text");
        let source = without_marks(&written);
        let found = with_marks(&source, &diagnose(&path, &source));
        if found == written {
            continue;
        }
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, found).expect("a case can be written");
        } else {
            wrong.push(format!("== {} should read ==\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_code_has_a_case() {
    let mut seen = BTreeSet::new();
    for path in cases() {
        let source = without_marks(&fs::read_to_string(&path).expect("a case is text"));
        seen.extend(diagnose(&path, &source).into_iter().map(|d| d.code));
    }
    // These need a whole folder: tests/folder.rs has their cases.
    let across_files = [
        Code::PictureMissing,
        Code::AssignmentTwice,
        Code::NotText,
        Code::ClassMissing,
        Code::ClassTwice,
        Code::NameNotRead,
        Code::ClassTranslated,
        Code::OriginalMissing,
    ];
    let without: Vec<&Code> =
        Code::ALL.iter().filter(|c| !seen.contains(c) && !across_files.contains(c)).collect();
    assert!(without.is_empty(), "no case for {without:?}");
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    for path in cases() {
        let source = without_marks(&fs::read_to_string(&path).expect("a case is text"));
        let place = |source: &str, d: &Diagnostic| {
            let end = Span::new(d.span.end, d.span.end).position(source);
            (d.code, d.span.position(source), end, d.message.clone())
        };
        let expected: Vec<_> = diagnose(&path, &source).iter().map(|d| place(&source, d)).collect();
        let windows = format!("\u{feff}{}", source.replace('\n', "\r\n"));
        let found: Vec<_> = diagnose(&path, &windows).iter().map(|d| place(&windows, d)).collect();
        assert_eq!(found, expected, "{}", path.display());
        let old = diagnose(&path, &source.replace('\n', "\r"));
        assert_eq!(old.iter().map(|d| place(&source, d)).collect::<Vec<_>>(), expected, "{}", path.display());
    }
}

/// docs/format.md has a table of every code. `BLESS=1` writes it.
#[test]
fn the_teachers_page_has_every_code() {
    const START: &str = "<!-- codes -->\n";
    const END: &str = "<!-- end of codes -->";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/format.md");
    let page = fs::read_to_string(&path).expect("docs/format.md is there");
    let mut table = "| code | | what it means |\n|---|---|---|\n".to_owned();
    for code in Code::ALL {
        table.push_str(&format!("| {} | {} | {} |\n", code.as_str(), code.severity().word(), code.meaning()));
    }
    let start = page.find(START).expect("docs/format.md has a place for the codes") + START.len();
    let end = start + page[start..].find(END).expect("that place has an end");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, format!("{}{table}{}", &page[..start], &page[end..])).expect("docs can be written");
    } else {
        assert_eq!(&page[start..end], table, "run BLESS=1 cargo test -p assignment");
    }
}
