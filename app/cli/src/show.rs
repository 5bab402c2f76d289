//! Showing diagnostics: for people with the line and a caret, for tools as JSON.

use std::io::{self, Write};

use assignment::source::folder::{CheckedFile, CheckedFolder};
use assignment::source::{Diagnostic, Severity, Span};
use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// "no errors", "1 error", "2 errors".
pub fn count(number: usize, word: &str) -> String {
    match number {
        0 => format!("no {word}s"),
        1 => format!("1 {word}"),
        more => format!("{more} {word}s"),
    }
}

/// So many problems of a file are shown. Who has more mends these first, and then looks again.
const MOST_SHOWN: usize = 50;

/// So much of a line is shown before and after the place of a problem, in characters.
const AROUND: usize = 60;

/// Prints the diagnostics of each file, and a last line that counts them.
pub fn as_text(folder: &CheckedFolder, out: &mut dyn Write) -> io::Result<()> {
    for file in &folder.files {
        for diagnostic in file.diagnostics.iter().take(MOST_SHOWN) {
            one(file, diagnostic, out)?;
        }
        if let Some(more) = file.diagnostics.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            writeln!(out, "{}: and {more} more\n", file.path)?;
        }
    }
    writeln!(
        out,
        "{} checked: {}, {}",
        count(folder.files.len(), "file"),
        count(folder.count(Severity::Error), "error"),
        count(folder.count(Severity::Warning), "warning")
    )
}

fn one(file: &CheckedFile, diagnostic: &Diagnostic, out: &mut dyn Write) -> io::Result<()> {
    let Diagnostic { code, span, message, help } = diagnostic;
    let place = span.position(&file.source);
    let (path, severity) = (&file.path, diagnostic.severity().word());
    writeln!(out, "{path}:{}:{}: {severity}[{}]: {message}", place.line, place.column, code.as_str())?;
    let Excerpt { before, marked, after } = Excerpt::of(&file.source, *span);
    let number = place.line.to_string();
    writeln!(out, "{number} | {before}{marked}{after}")?;
    let gap = " ".repeat(number.len());
    let indent: usize = before.chars().map(|c| c.width().unwrap_or(1)).sum();
    let carets = "^".repeat(marked.width().max(1));
    writeln!(out, "{gap} | {}{carets}", " ".repeat(indent))?;
    writeln!(out, "{gap} = {help}")?;
    writeln!(out)
}

/// What is shown of the line that a problem starts in.
struct Excerpt {
    before: String,
    marked: String,
    after: String,
}

impl Excerpt {
    fn of(source: &str, span: Span) -> Self {
        let (line, line_start) = span.line(source);
        let (before, rest) = line.split_at((span.start - line_start).min(line.len()));
        let (marked, after) = rest.split_at((span.end - span.start).min(rest.len()));
        let start = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let (marked, cut) = shortened(marked);
        let shown = |text: &str| text.replace('\t', " ").replace('\u{feff}', "");
        Self {
            before: if start > 0 { format!("…{}", shown(&before[start..])) } else { shown(before) },
            marked: shown(marked),
            after: if cut { "…".to_owned() } else { shorten_end(&shown(after)) },
        }
    }
}

/// The first characters, and whether there are more.
fn shortened(text: &str) -> (&str, bool) {
    match text.char_indices().nth(AROUND) {
        Some((at, _)) => (&text[..at], true),
        None => (text, false),
    }
}

fn shorten_end(text: &str) -> String {
    match shortened(text) {
        (start, true) => format!("{start}…"),
        (whole, false) => whole.to_owned(),
    }
}

#[derive(Serialize)]
struct Report<'r> {
    files: usize,
    errors: usize,
    warnings: usize,
    diagnostics: Vec<Entry<'r>>,
}

/// Lines and columns count from 1, columns in characters; the end is the place after the last character.
#[derive(Serialize)]
struct Entry<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    severity: &'static str,
    code: &'static str,
    message: &'r str,
    help: &'r str,
}

/// Prints one JSON document.
pub fn as_json(folder: &CheckedFolder, out: &mut dyn Write) -> io::Result<()> {
    let entries = folder.files.iter().flat_map(|file| {
        file.diagnostics.iter().map(|diagnostic| {
            let start = diagnostic.span.position(&file.source);
            let end = Span::new(diagnostic.span.end, diagnostic.span.end).position(&file.source);
            Entry {
                file: &file.path,
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                severity: diagnostic.severity().word(),
                code: diagnostic.code.as_str(),
                message: &diagnostic.message,
                help: &diagnostic.help,
            }
        })
    });
    let report = Report {
        files: folder.files.len(),
        errors: folder.count(Severity::Error),
        warnings: folder.count(Severity::Warning),
        diagnostics: entries.collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}
