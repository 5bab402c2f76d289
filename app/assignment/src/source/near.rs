//! Lines of the text that are nearly a heading or a table, and would be shown with their signs.

use super::diagnostic::Diagnostics;
use super::markdown::Piece;
use super::prose::Block;
use super::{Code, Span};

/// Reports such lines in the paragraphs of a text.
pub(super) fn report_near(source: &str, pieces: &[Piece], found: &mut Diagnostics) {
    for piece in pieces {
        if let Piece::Block(Block::Paragraph(_), span) = piece {
            let mut start = span.start;
            let mut lines = Vec::new();
            for line in source[span.start..span.end].split_inclusive('\n') {
                let at = start + line.len() - line.trim_start().len();
                lines.push((line.trim(), at));
                start += line.len();
            }
            report_headings(&lines, found);
            report_table(&lines, found);
        }
    }
}

/// `##Talk together`. One sign may be a number's, `#1`, or a word's.
fn report_headings(lines: &[(&str, usize)], found: &mut Diagnostics) {
    for (line, at) in lines {
        let words = line.trim_start_matches('#');
        let signs = line.len() - words.len();
        if (2..=6).contains(&signs) && !words.is_empty() && !words.starts_with(char::is_whitespace) {
            found.report(
                Code::HeadingUnclear,
                Span::new(*at, at + line.len()),
                "This line is no heading: there is no space after its signs.",
                format!("Write a space after them: {} {}", &line[..signs], shortened(words)),
            );
        }
    }
}

fn shortened(words: &str) -> String {
    words.chars().take(40).collect()
}

/// The first lines of a paragraph that look like a table's: whatever is a table is no paragraph.
fn report_table(lines: &[(&str, usize)], found: &mut Diagnostics) {
    let is_row = |line: &str| line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2;
    let Some(first) = lines.iter().position(|(line, _)| is_row(line)) else { return };
    let (head, at) = lines[first];
    let parts = cells(head).count();
    let rule = "|---".repeat(parts.min(12)) + "|";
    let help = match lines.get(first + 1) {
        Some((next, _)) if !is_rule(next) => {
            format!("Put a line below the first, with as many parts: {rule}")
        }
        None => format!("Put a line below it, with as many parts, and then the rows: {rule}"),
        Some((next, _)) if cells(next).count() != parts => {
            format!("The line below the first needs as many parts: {rule}")
        }
        Some(_) => "Put an empty line above the table.".to_owned(),
    };
    found.report(
        Code::TableUnclear,
        Span::new(at, at + head.len()),
        "This looks like a table and is none, so its lines would be shown with their signs.",
        help,
    );
}

fn cells(line: &str) -> impl Iterator<Item = &str> {
    let line = line.strip_prefix('|').unwrap_or(line);
    line.strip_suffix('|').unwrap_or(line).split('|')
}

fn is_rule(line: &str) -> bool {
    line.contains('-') && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}
