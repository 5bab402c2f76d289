//! Words with their formatting, as a tree of the few things that a teacher's text can be, and the HTML of that tree.
//!
//! The tags come from here and every word is escaped. What is made here is what [`Prose`] accepts.

use super::math::Math;
use crate::document::{Prose, escape, is_link, is_media};

/// A block of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A small heading inside a section.
    Heading(Vec<Inline>),
    /// A list; with a first number when it is numbered.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A quotation or a passage to read.
    Quote(Vec<Block>),
    /// Text whose spaces and line ends count, such as a shape made of characters.
    Preformatted(String),
    /// A table: the first row is its head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A line across the page.
    Rule,
    /// Cue cards, to be cut out on paper.
    Cards(Vec<Vec<Block>>),
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Inline {
    /// Plain words.
    Text(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Code, or text shown as it is.
    Code(String),
    /// A link to another site, or a `mailto:` address.
    Link(String, Vec<Inline>),
    /// A picture from `media/`, with its alternative text.
    Picture(String, String),
    /// A formula.
    Math(Math),
    /// A line end that counts.
    Break,
}

/// The words without their formatting.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(&mut text, inlines);
    text
}

fn push_plain(text: &mut String, inlines: &[Inline]) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) | Inline::Picture(_, words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Link(_, inner) => {
                push_plain(text, inner)
            }
            Inline::Math(math) => text.push_str(&math.words),
            Inline::Break => text.push('\n'),
        }
    }
}

/// Whether a picture may be shown: by its file's own name, which in a page is escaped.
pub(super) fn is_picture(address: &str) -> bool {
    let mut escaped = String::new();
    escape(&mut escaped, address);
    is_media(&escaped)
}

/// Blocks or inlines as a document keeps them.
pub(super) fn prose<T: Html>(items: &[T]) -> Prose {
    Prose::new(html(items)).unwrap_or_default()
}

/// What can be shown as HTML.
pub(super) trait Html {
    /// Adds itself to the HTML of a page.
    fn push_html(&self, html: &mut String);
}

/// HTML of a run of blocks or inlines. `<`, `>`, `&` and quotes in words are escaped; links open in a new tab and tell the
/// other site nothing; addresses that are not `https:`, `mailto:` or in `media/` are left out.
pub(super) fn html<T: Html>(items: &[T]) -> String {
    let mut html = String::new();
    for item in items {
        item.push_html(&mut html);
    }
    html
}

fn element(html: &mut String, tag: &str, inside: impl FnOnce(&mut String)) {
    for part in ["<", tag, ">"] {
        html.push_str(part);
    }
    inside(html);
    for part in ["</", tag, ">"] {
        html.push_str(part);
    }
}

fn all<T: Html>(items: &[T]) -> impl FnOnce(&mut String) + '_ {
    move |html| {
        for item in items {
            item.push_html(html);
        }
    }
}

impl Html for Block {
    fn push_html(&self, html: &mut String) {
        match self {
            Self::Paragraph(words) => element(html, "p", all(words)),
            Self::Heading(words) => element(html, "h3", all(words)),
            Self::List(None, items) => element(html, "ul", |html| push_items(html, items)),
            Self::List(Some(first), items) => {
                html.push_str("<ol start=\"");
                html.push_str(&first.to_string());
                html.push_str("\">");
                push_items(html, items);
                html.push_str("</ol>");
            }
            Self::Quote(blocks) => element(html, "blockquote", all(blocks)),
            Self::Preformatted(words) => element(html, "pre", |html| escape(html, words)),
            Self::Table(rows) => element(html, "table", |html| push_rows(html, rows)),
            Self::Rule => html.push_str("<hr>"),
            Self::Cards(items) => {
                html.push_str("<ul class=\"cue-cards\">");
                push_items(html, items);
                html.push_str("</ul>");
            }
        }
    }
}

fn push_items(html: &mut String, items: &[Vec<Block>]) {
    for item in items {
        element(html, "li", all(item));
    }
}

fn push_rows(html: &mut String, rows: &[Vec<Vec<Inline>>]) {
    for (number, row) in rows.iter().enumerate() {
        let cell = if number == 0 { "th" } else { "td" };
        element(html, "tr", |html| {
            for words in row {
                element(html, cell, all(words));
            }
        });
    }
}

impl Html for Inline {
    fn push_html(&self, html: &mut String) {
        match self {
            Self::Text(words) => escape(html, words),
            Self::Emphasis(inner) => element(html, "em", all(inner)),
            Self::Strong(inner) => element(html, "strong", all(inner)),
            Self::Code(words) => element(html, "code", |html| escape(html, words)),
            Self::Link(address, inner) if is_link(address) => {
                html.push_str("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"");
                escape(html, address);
                html.push_str("\">");
                all(inner)(html);
                html.push_str("</a>");
            }
            Self::Link(_, inner) => all(inner)(html),
            Self::Picture(address, words) if is_picture(address) => {
                html.push_str("<img loading=\"lazy\" src=\"assignments/");
                escape(html, address);
                html.push_str("\" alt=\"");
                escape(html, words);
                html.push_str("\">");
            }
            Self::Picture(_, words) => escape(html, words),
            Self::Math(math) => html.push_str(&math.html),
            Self::Break => html.push_str("<br>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Vec<Inline> {
        vec![Inline::Text(words.to_owned())]
    }

    #[test]
    fn words_are_escaped_everywhere_and_the_document_takes_them() {
        let evil = "<script>\"&";
        let blocks = [
            Block::Paragraph(text(evil)),
            Block::Heading(text(evil)),
            Block::Preformatted(evil.into()),
            Block::List(Some(3), vec![vec![Block::Paragraph(vec![Inline::Code(evil.into())])]]),
            Block::Table(vec![vec![text(evil)], vec![text(evil)]]),
            Block::Quote(vec![Block::Paragraph(vec![
                Inline::Picture(format!("media/{evil}.png"), evil.into()),
                Inline::Link(format!("https://example.org/{evil}"), text(evil)),
            ])]),
        ];
        assert_eq!(prose(&blocks).html(), html(&blocks));
        let html = html(&blocks);
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("&lt;script&gt;&quot;&amp;").count(), 9, "{html}");
    }

    #[test]
    fn only_safe_addresses_become_links_and_pictures() {
        for bad in [
            "javascript:alert(1)",
            "http://example.org",
            "data:text/html,x",
            "//example.org",
            "JAVASCRIPT:x",
            "é",
        ] {
            assert_eq!(html(&[Inline::Link(bad.into(), text("here"))]), "here", "{bad}");
            assert_eq!(html(&[Inline::Picture(bad.into(), "a kiwi".into())]), "a kiwi", "{bad}");
        }
    }

    #[test]
    fn plain_text_keeps_the_words() {
        let words = [
            Inline::Strong(text("Half")),
            Inline::Text(" of ".into()),
            Inline::Link("https://example.org".into(), text("12")),
            Inline::Break,
            Inline::Picture("media/x.png".into(), "buttons".into()),
        ];
        assert_eq!(plain(&words), "Half of 12\nbuttons");
    }
}
