//! The words between the blocks: CommonMark with tables, read into prose.
//!
//! The tree is built on a stack of open containers rather than by recursion, and containers beyond [`DEEPEST`] are
//! opened in place, so no text can make the tree deeper than a page can show.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag};

use super::diagnostic::Diagnostics;
use super::fields::Value;
use super::prose::{Block, Inline, plain};
use super::{Code, Span};

/// How many containers can stand inside each other.
const DEEPEST: usize = 16;

/// What the top level of a text is made of.
#[derive(Debug)]
pub(super) enum Piece {
    Block(Block),
    /// `#` or `##`.
    Heading(Vec<Inline>),
    /// A fenced block: the words after the fence, and where it stands with both fences.
    Fence(String, Span),
}

/// Reads a run of the source. `is_block` says by their first line which fences are blocks of the format; those inside a list or
/// a quotation are reported, because their lines would not start at the margin.
pub(super) fn pieces(
    source: &str,
    within: Span,
    is_block: &dyn Fn(&str) -> bool,
    found: &mut Diagnostics,
) -> Vec<Piece> {
    let at = |range: Range<usize>| Span::new(within.start + range.start, within.start + range.end);
    let mut builder = Builder::new(found);
    for (event, range) in
        Parser::new_ext(&source[within.start..within.end], Options::ENABLE_TABLES).into_offset_iter()
    {
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = &event
            && is_block(info)
        {
            builder.fence(info, at(range.clone()));
        }
        builder.event(event, at(range));
    }
    builder.pieces
}

/// Reads a field's value: only what can stand in one line.
pub(super) fn inline(value: &Value<'_>, found: &mut Diagnostics) -> Vec<Inline> {
    let text = value.lines();
    let mut builder = Builder::new(found);
    for (event, range) in Parser::new_ext(&text, Options::empty()).into_offset_iter() {
        builder.event(event, value.source_span(range.start, range.end));
    }
    let blocks = builder.pieces.into_iter().filter_map(|piece| match piece {
        Piece::Block(block) => Some(block),
        Piece::Heading(words) => Some(Block::Paragraph(words)),
        Piece::Fence(..) => None,
    });
    match <[Block; 1]>::try_from(blocks.collect::<Vec<_>>()) {
        Ok([Block::Paragraph(words)]) => words,
        // "1. Halves" or "# 3": a list or a heading on a page, but in one line only words.
        _ => vec![Inline::Text(value.text())],
    }
}

/// An open container and what it holds so far.
struct Open {
    kind: Container,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    items: Vec<Vec<Block>>,
    rows: Vec<Vec<Vec<Inline>>>,
    cells: Vec<Vec<Inline>>,
    span: Span,
}

enum Container {
    Paragraph,
    Heading(HeadingLevel),
    List(Option<u64>),
    Item,
    Quote,
    Preformatted,
    Table,
    Row,
    Cell,
    Emphasis,
    Strong,
    Link(String),
    Picture(String),
    /// Its content goes to the container around it.
    Transparent,
    /// A fence of the format: its content has been taken as a whole.
    Taken,
}

struct Builder<'d> {
    pieces: Vec<Piece>,
    open: Vec<Open>,
    /// Set by [`Builder::fence`] just before the event that opens it.
    taken: bool,
    found: &'d mut Diagnostics,
}

impl<'d> Builder<'d> {
    fn new(found: &'d mut Diagnostics) -> Self {
        Self { pieces: Vec::new(), open: Vec::new(), taken: false, found }
    }

    fn fence(&mut self, info: &str, span: Span) {
        if self.open.is_empty() {
            self.pieces.push(Piece::Fence(info.to_owned(), span));
            self.taken = true;
        } else {
            self.found.report(
                Code::BlockIndented,
                span,
                "This block stands inside a list or a quotation.",
                "Put an empty line before it, and start its lines at the left margin.",
            );
        }
    }

    fn event(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Start(tag) => self.start(tag, span),
            Event::End(_) => self.end(),
            Event::Text(words) => self.text(&words),
            Event::Code(words) => self.inline(Inline::Code(words.into_string())),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::Html(words) | Event::InlineHtml(words) => self.html(&words, span),
            Event::InlineMath(words) | Event::DisplayMath(words) => self.text(&words),
            Event::FootnoteReference(words) => self.text(&words),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, span: Span) {
        let mut kind = match tag {
            Tag::Paragraph => Container::Paragraph,
            Tag::Heading { level, .. } => Container::Heading(level),
            Tag::List(first) => Container::List(first),
            Tag::Item => Container::Item,
            Tag::BlockQuote(_) => Container::Quote,
            Tag::CodeBlock(_) if std::mem::take(&mut self.taken) => Container::Taken,
            Tag::CodeBlock(_) | Tag::HtmlBlock => Container::Preformatted,
            Tag::Table(_) => Container::Table,
            Tag::TableHead | Tag::TableRow => Container::Row,
            Tag::TableCell => Container::Cell,
            Tag::Emphasis => Container::Emphasis,
            Tag::Strong => Container::Strong,
            Tag::Link { dest_url, .. } => Container::Link(dest_url.into_string()),
            Tag::Image { dest_url, .. } => Container::Picture(dest_url.into_string()),
            _ => Container::Transparent,
        };
        if self.open.len() >= DEEPEST && !matches!(kind, Container::Taken) {
            if self.open.len() == DEEPEST {
                self.found.report(
                    Code::NestedTooDeep,
                    span,
                    "This is nested so deep that a phone cannot show it.",
                    "Take out some of the list dashes, quotation marks (>) or stars before it.",
                );
            }
            kind = Container::Transparent;
        }
        self.open.push(Open {
            kind,
            blocks: Vec::new(),
            inlines: Vec::new(),
            items: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            span,
        });
    }

    fn end(&mut self) {
        let Some(mut done) = self.open.pop() else { return };
        let span = done.span;
        match done.kind {
            Container::Taken => {}
            Container::Transparent => {
                for block in done.blocks {
                    self.block(block);
                }
                for inline in done.inlines {
                    self.inline(inline);
                }
            }
            Container::Heading(HeadingLevel::H1 | HeadingLevel::H2) if self.open.is_empty() => {
                self.pieces.push(Piece::Heading(done.inlines));
            }
            Container::Paragraph => self.block(Block::Paragraph(done.inlines)),
            Container::Heading(_) => self.block(Block::Heading(done.inlines)),
            Container::List(first) => self.block(Block::List(first, done.items)),
            Container::Quote => {
                done.close_paragraph();
                self.block(Block::Quote(done.blocks));
            }
            Container::Preformatted => self.block(Block::Preformatted(plain(&done.inlines))),
            Container::Table => self.block(Block::Table(done.rows)),
            Container::Item => {
                done.close_paragraph();
                if let Some(list) = self.open.last_mut() {
                    list.items.push(done.blocks);
                }
            }
            Container::Row => {
                if let Some(table) = self.open.last_mut() {
                    table.rows.push(done.cells);
                }
            }
            Container::Cell => {
                if let Some(row) = self.open.last_mut() {
                    row.cells.push(done.inlines);
                }
            }
            Container::Emphasis => self.inline(Inline::Emphasis(done.inlines)),
            Container::Strong => self.inline(Inline::Strong(done.inlines)),
            Container::Link(address) => self.link(address, done.inlines, span),
            Container::Picture(address) => self.picture(address, &done.inlines, span),
        }
    }

    fn block(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(around) => {
                around.close_paragraph();
                around.blocks.push(block);
            }
            None => self.pieces.push(Piece::Block(block)),
        }
    }

    fn inline(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some(around) => around.inlines.push(inline),
            None => self.pieces.push(Piece::Block(Block::Paragraph(vec![inline]))),
        }
    }

    fn text(&mut self, words: &str) {
        if let Some(around) = self.open.last_mut()
            && let Some(Inline::Text(before)) = around.inlines.last_mut()
        {
            before.push_str(words);
        } else {
            self.inline(Inline::Text(words.to_owned()));
        }
    }

    fn html(&mut self, words: &str, span: Span) {
        if !words.trim().is_empty() {
            self.found.report(
                Code::HtmlShown,
                Span::new(span.start, span.start + words.trim_end().len().min(span.end - span.start)),
                "HTML is shown to families as the text that it is.",
                "Use Markdown for **strong** words, lists and links, or take it out.",
            );
        }
        self.text(words);
    }

    fn link(&mut self, address: String, words: Vec<Inline>, span: Span) {
        if crate::document::is_link(&address) {
            self.inline(Inline::Link(address, words));
            return;
        }
        self.found.report(
            Code::LinkRefused,
            span,
            format!("This link goes to “{address}”, which a phone will not open."),
            "Links start with https:// or mailto:",
        );
        for inline in words {
            self.inline(inline);
        }
    }

    fn picture(&mut self, address: String, words: &[Inline], span: Span) {
        let words = plain(words);
        if words.trim().is_empty() {
            self.found.report(
                Code::PictureSilent,
                span,
                "This picture has no words for a child who cannot see it.",
                format!("Say what it shows, between the square brackets: ![A kiwi on a branch]({address})"),
            );
        }
        if !crate::document::is_media(&address) {
            self.found.report(
                Code::PictureRefused,
                span,
                format!("The picture “{address}” is not in the folder media/."),
                "Copy the picture into media/ beside the assignments, and write its name: media/kiwi.jpg. Nothing is loaded from other sites.",
            );
        }
        self.inline(Inline::Picture(address, words));
    }
}

impl Open {
    /// The words of a tight list item stand in it without a paragraph; they get theirs when a block follows or the item ends.
    fn close_paragraph(&mut self) {
        let own = matches!(self.kind, Container::Item | Container::Quote);
        if own && !self.inlines.is_empty() {
            self.blocks.push(Block::Paragraph(std::mem::take(&mut self.inlines)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::prose::html;

    fn read(source: &str) -> (String, Vec<Code>) {
        let mut found = Diagnostics::default();
        let blocks: Vec<Block> = pieces(source, Span::new(0, source.len()), &|_| false, &mut found)
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Block(block) => Some(block),
                Piece::Heading(_) | Piece::Fence(..) => None,
            })
            .collect();
        (html(&blocks), found.into_sorted().iter().map(|d| d.code).collect())
    }

    #[test]
    fn prose_becomes_the_same_html_as_markdown() {
        let (html, problems) = read(
            "Kia *ora* **whānau**,\nhow are [you](https://example.org)?\n\n1. One\n2. Two\n   - inside\n\n> Quoted\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        );
        assert_eq!(problems, []);
        assert_eq!(
            html,
            "<p>Kia <em>ora</em> <strong>whānau</strong>,\nhow are <a target=\"_blank\" rel=\"noopener noreferrer\" href=\"https://example.org\">you</a>?</p>\
             <ol start=\"1\"><li><p>One</p></li><li><p>Two</p><ul><li><p>inside</p></li></ul></li></ol>\
             <blockquote><p>Quoted</p></blockquote><hr><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
        );
    }

    #[test]
    fn html_is_text() {
        let (html, problems) = read("Hello <b>you</b>\n\n<script>alert(1)</script>\n");
        assert_eq!(
            html,
            "<p>Hello &lt;b&gt;you&lt;/b&gt;</p><pre>&lt;script&gt;alert(1)&lt;/script&gt;\n</pre>"
        );
        assert_eq!(problems, [Code::HtmlShown; 3]);
    }

    #[test]
    fn deep_nesting_stays_shallow_and_keeps_its_words() {
        let (html, problems) = read(&format!("{} deep", ">".repeat(20_000)));
        assert!(html.contains("deep"));
        assert!(html.matches("<blockquote>").count() <= DEEPEST);
        assert_eq!(problems, [Code::NestedTooDeep]);
    }
}
