//! The tree of a text, from the events of the Markdown parser.
//!
//! The tree is built on a stack of open containers rather than by recursion, and containers beyond [`DEEPEST`] are
//! opened in place, so no text can make the tree deeper than a page can show.

use pulldown_cmark::{Event, HeadingLevel, Tag};

use super::address::{report_picture_name, report_words_behind};
use super::diagnostic::Diagnostics;
use super::fence::is_block;
use super::markdown::{Page, Piece};
use super::math::{self, latex_in};
use super::prose::{Block, Inline, is_picture, plain};
use super::written::Written;
use super::{Code, Span};

/// How many containers can stand inside each other.
pub(super) const DEEPEST: usize = 16;

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
    /// A paragraph with a line of hyphens (or else of equals signs) directly below it.
    Underlined(bool),
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
    /// Signs that are only signs, before and after its content.
    Signs(String),
    /// Its content goes to the container around it.
    Transparent,
    /// A fence of the format: its content has been taken as a whole.
    Taken,
}

/// Puts the events of the Markdown parser together.
pub(super) struct Builder<'d> {
    /// What has been read so far.
    pub page: Page,
    open: Vec<Open>,
    /// Set by [`Builder::fence`] just before the event that opens it.
    taken: bool,
    /// A comment of several lines has begun and not ended.
    in_comment: bool,
    /// Where the event stands that is being read.
    at: Span,
    found: &'d mut Diagnostics,
}

impl<'d> Builder<'d> {
    pub fn new(found: &'d mut Diagnostics) -> Self {
        Self {
            page: Page::default(),
            open: Vec::new(),
            taken: false,
            in_comment: false,
            at: Span::new(0, 0),
            found,
        }
    }

    /// Whether nothing is open that a block would stand inside.
    pub fn is_at_margin(&self) -> bool {
        self.open.is_empty()
    }

    /// A fence whose end was forgotten, up to where the next block opens.
    pub fn cut_fence(&mut self, info: &str, span: Span) {
        if is_block(info) {
            self.page.pieces.push(Piece::Fence(info.to_owned(), span));
        } else {
            self.page.shapes.push(span);
        }
    }

    /// A fence, just before its event.
    pub fn fence(&mut self, info: &str, span: Span) {
        if !is_block(info) {
            self.page.shapes.push(span);
        } else if self.is_at_margin() {
            self.page.pieces.push(Piece::Fence(info.to_owned(), span));
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

    /// A block inside a tip.
    pub fn misplaced(&mut self, block: &str, span: Span) {
        self.found.report(
            Code::BlockMisplaced,
            span,
            format!("`{block}` cannot be used inside a tip: its text would be shown."),
            "Put it below the end of the tip.",
        );
    }

    /// The next event: `written` is what it was read from, with the text before it, and `span` its place in the source.
    pub fn event(&mut self, event: Event<'_>, written: Written<'_>, span: Span) {
        self.at = span;
        match event {
            Event::Start(tag) => self.start(tag, written, span),
            Event::End(_) => self.end(),
            Event::Text(words) => {
                self.report_bare_latex(&words, &written, span);
                self.words(&words, span);
            }
            Event::Code(words) => self.inline(Inline::Code(words.into_string())),
            Event::SoftBreak => self.text("\n"),
            Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => self.block(Block::Rule),
            Event::Html(words) | Event::InlineHtml(words) => self.html(&words, span),
            Event::InlineMath(latex) => self.math(&latex, "$", &written, span),
            Event::DisplayMath(latex) => self.math(&latex, "$$", &written, span),
            Event::FootnoteReference(words) => self.text(&words),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, written: Written<'_>, span: Span) {
        let mut kind = match tag {
            Tag::Paragraph => Container::Paragraph,
            Tag::Heading { .. } if !written.words().trim_start().starts_with('#') => {
                Container::Underlined(written.words().trim_end().ends_with('-'))
            }
            Tag::Heading { level, .. } => Container::Heading(level),
            Tag::List(first) => Container::List(first),
            Tag::Item => Container::Item,
            Tag::BlockQuote(_) => Container::Quote,
            Tag::CodeBlock(_) if std::mem::take(&mut self.taken) => Container::Taken,
            Tag::CodeBlock(_) | Tag::HtmlBlock => Container::Preformatted,
            Tag::Table(_) => Container::Table,
            Tag::TableHead | Tag::TableRow => Container::Row,
            Tag::TableCell => Container::Cell,
            // 2*3*4 is a sum, not a 3 with emphasis.
            Tag::Emphasis if written.follows_a_digit(1) => Container::Signs(written.first(1)),
            Tag::Strong if written.follows_a_digit(2) => Container::Signs(written.first(2)),
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
            Container::Signs(signs) => {
                self.text(&signs);
                for inline in done.inlines {
                    self.again(inline);
                }
                self.text(&signs);
            }
            Container::Transparent => {
                for block in done.blocks {
                    self.block(block);
                }
                for inline in done.inlines {
                    self.inline(inline);
                }
            }
            Container::Heading(HeadingLevel::H1 | HeadingLevel::H2) if self.open.is_empty() => {
                self.page.pieces.push(Piece::Heading(done.inlines, span));
            }
            Container::Underlined(hyphens) => self.underlined(done.inlines, hyphens, span),
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
            None => self.page.pieces.push(Piece::Block(block, self.at)),
        }
    }

    fn inline(&mut self, inline: Inline) {
        match self.open.last_mut() {
            Some(around) => around.inlines.push(inline),
            None => self.page.pieces.push(Piece::Block(Block::Paragraph(vec![inline]), self.at)),
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

    /// An inline that was inside another; words join those before them.
    fn again(&mut self, inline: Inline) {
        match inline {
            Inline::Text(words) => self.text(&words),
            other => self.inline(other),
        }
    }

    /// Plain words. A picture whose address Markdown cannot read is only words to it, and so is a comment without an end.
    fn words(&mut self, words: &str, span: Span) {
        let before = match self.open.last().and_then(|around| around.inlines.last()) {
            Some(Inline::Text(before)) => before.as_str(),
            _ => "",
        };
        if before.ends_with(']') {
            report_words_behind(words, span, self.found);
        }
        if before.ends_with('<') && words.starts_with("!--") {
            report_comment(span, self.found);
        }
        self.text(words);
    }

    /// LaTeX that stands outside of a formula: a dollar sign or a bracket is missing.
    fn report_bare_latex(&mut self, words: &str, written: &Written<'_>, span: Span) {
        // A block of the format is read by itself.
        let is_shape =
            self.open.iter().any(|open| matches!(open.kind, Container::Preformatted | Container::Taken));
        if let Some(at) = latex_in(words).filter(|_| !is_shape) {
            self.found.report(
                Code::MathUnclear,
                written.from(at, span),
                "This looks like a part of a formula, and would be shown as it is.",
                "Put one dollar sign before the formula and one after it, without spaces inside them, and close each { with a }.",
            );
        }
    }

    /// A line below a paragraph was meant as a line, not to make a heading of the letter.
    fn underlined(&mut self, words: Vec<Inline>, hyphens: bool, span: Span) {
        self.found.report(
            Code::HeadingByLine,
            span,
            "The line below these words makes a heading of them.",
            if hyphens {
                "For a line across the page, put an empty line above ---. For a heading, write ## in front of the words."
            } else {
                "For a heading, write ## in front of the words. Otherwise take the line of = out."
            },
        );
        self.block(Block::Paragraph(words));
        if hyphens {
            self.block(Block::Rule);
        }
    }

    fn html(&mut self, words: &str, span: Span) {
        let goes_on = self.in_comment;
        let comment = words.find("<!--");
        self.in_comment = (goes_on || comment.is_some()) && !words.contains("-->");
        let span = Span::new(span.start, span.start + words.trim_end().len().min(span.end - span.start));
        if let Some(at) = comment {
            report_comment(Span::new((span.start + at).min(span.end), span.end), self.found);
        } else if !words.trim().is_empty() && !goes_on {
            self.found.report(
                Code::HtmlShown,
                span,
                "HTML is shown to families as the text that it is.",
                "Use Markdown for **strong** words, lists and links, or take it out.",
            );
        }
        self.text(words);
    }

    /// A formula between `signs`. Where a digit follows, they were dollars: `$5–$10`.
    fn math(&mut self, latex: &str, signs: &str, written: &Written<'_>, span: Span) {
        let after = written.text[written.range.end..].chars().next();
        let problem = match math::read(latex, signs == "$$") {
            _ if after.is_some_and(|c| c.is_ascii_digit()) => None,
            Ok(math) => return self.inline(Inline::Math(math)),
            Err(problem) => Some(problem),
        };
        if let Some(math::MathProblem { message, at }) = problem {
            self.found.report(
                Code::MathUnclear,
                written.from(signs.len() + at, span),
                format!("This formula cannot be read: {message}"),
                "Between dollar signs stands LaTeX, such as $\\frac{3}{4}$ or $3 \\times 4$. For money, write \\$5.",
            );
        }
        for words in [signs, latex, signs] {
            self.text(words);
        }
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
        if is_picture(&address) {
            self.found.picture(&address, span);
        } else if address.starts_with("media/") && !address.split('/').any(|step| step.starts_with('.')) {
            report_picture_name(&address, span, self.found);
        } else {
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

fn report_comment(span: Span, found: &mut Diagnostics) {
    found.report(
        Code::CommentShown,
        span,
        "This note would be shown to everyone.",
        "Use a teacher block: it is taken out before the assignment leaves your computer.",
    );
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
