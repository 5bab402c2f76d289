//! What is wrong with the address of a link or a picture that Markdown does not take for one.

use super::diagnostic::Diagnostics;
use super::{Code, Span};

/// Reports an address behind the words of a link or a picture that Markdown takes for words itself. `words` stand directly behind the
/// closing bracket, at `span`.
pub(super) fn report_words_behind(words: &str, span: Span, found: &mut Diagnostics) {
    if let Some(address) = in_brackets(words)
        && address.starts_with("media/")
    {
        let end = span.start + (address.len() + 2).min(span.end - span.start);
        report_picture_name(address, Span::new(span.start, end), found);
    }
    let bracket = words.trim_start_matches([' ', '\u{a0}']);
    let gap = words.len() - bracket.len();
    let Some(address) = bracket.strip_prefix('(').filter(|_| gap > 0) else { return };
    let what = if address.starts_with("media/") {
        "picture"
    } else if ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start)) {
        "link"
    } else {
        return;
    };
    found.report(
        Code::AddressApart,
        Span::new((span.start + gap).min(span.end), span.end),
        format!("This is no {what}: there is a space between its words and its address."),
        "Take out the space between ] and (.",
    );
}

/// What stands between the bracket that words start with and the one that closes it.
fn in_brackets(words: &str) -> Option<&str> {
    let mut depth = 0;
    for (at, c) in words.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 1 => return words.get(1..at),
            ')' => depth -= 1,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Reports a picture in `media/` whose name cannot be an address.
pub(super) fn report_picture_name(address: &str, span: Span, found: &mut Diagnostics) {
    const QUOTES: [char; 6] = ['“', '”', '„', '"', '‘', '«'];
    if let Some((name, title)) = address.split_once(char::is_whitespace)
        && title.trim_start().starts_with(QUOTES)
    {
        found.report(
            Code::PictureRefused,
            span,
            "Words stand behind the name of this picture.",
            format!("Take them out: ({name}). What the picture shows is said between the square brackets."),
        );
        return;
    }
    let plain: String = address
        .chars()
        .map(|c| {
            if c.is_whitespace() || matches!(c, '?' | '#' | '%' | ';' | ':' | '\\' | '"' | '(' | ')') {
                '-'
            } else {
                c
            }
        })
        .filter(|c| !matches!(c, '<' | '>'))
        .collect();
    found.report(
        Code::PictureRefused,
        span,
        format!("The name of the picture “{address}” has a space or a sign in it that a phone cannot use."),
        format!("Rename the file, and write the new name here too, such as {plain}"),
    );
}
