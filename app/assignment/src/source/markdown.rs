//! The words between the blocks: CommonMark with tables, read into prose.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::Span;
use super::builder::Builder;
use super::diagnostic::Diagnostics;
use super::fence::{block_of, opening_inside};
use super::fields::Value;
use super::near::report_near;
use super::prose::{Block, Inline};
use super::unopened::{Around, report_unopened};
use super::written::Written;

/// What a text has beyond CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_MATH);

/// What the top level of a text is made of.
#[derive(Debug)]
pub(super) enum Piece {
    /// Text, and where it stands.
    Block(Block, Span),
    /// `#` or `##`, and where it stands.
    Heading(Vec<Inline>, Span),
    /// A fenced block: the words after the fence, and where it stands with both fences.
    Fence(String, Span),
}

/// A run of the source after reading.
#[derive(Debug, Default)]
pub(super) struct Page {
    /// Its top level, in order.
    pub pieces: Vec<Piece>,
    /// Where fences without a word stand, at any level, with both fences.
    pub shapes: Vec<Span>,
}

/// Reads a run of the source with the blocks of the format in it. Those inside a list or a quotation are reported, because their
/// lines would not start at the margin. One whose end was forgotten is cut where the next block opens.
pub(super) fn page(source: &str, within: Span, found: &mut Diagnostics) -> Page {
    let mut builder = Builder::new(found);
    let mut start = within.start;
    while let Some(next) = read_run(source, Span::new(start, within.end), &mut builder) {
        start = next;
    }
    let page = builder.page;
    report_near(source, &page.pieces, found);
    page
}

/// Reads on until a block opens inside another, and gives the place where that happens.
fn read_run(source: &str, run: Span, builder: &mut Builder<'_>) -> Option<usize> {
    let text = &source[run.start..run.end];
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let span = Span::new(run.start + range.start, run.start + range.end);
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = &event {
            let next = if builder.is_at_margin() { opening_inside(source, span) } else { None };
            if let Some(next) = next {
                builder.cut_fence(info, Span::new(span.start, next));
                return Some(next);
            }
            builder.fence(info, span);
        }
        builder.event(event, Written { text, range }, span);
    }
    None
}

/// Reads the words inside a tip: only text, with headings inside it. A block in it is reported, for it would be shown as text.
pub(super) fn blocks(source: &str, within: Span, found: &mut Diagnostics) -> Vec<Block> {
    let text = &source[within.start..within.end];
    let mut builder = Builder::new(found);
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let span = Span::new(within.start + range.start, within.start + range.end);
        if let Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) = &event
            && let Some(block) = block_of(info)
        {
            builder.misplaced(block, span);
        }
        builder.event(event, Written { text, range }, span);
    }
    let page = builder.page;
    report_near(source, &page.pieces, found);
    // A question that lost its first line, and the tip its last, is a part of the tip.
    report_unopened(source, within, &Page::default(), Around::Block, found);
    blocks_of(page)
}

fn blocks_of(page: Page) -> Vec<Block> {
    let block = |piece| match piece {
        Piece::Block(block, _) => Some(block),
        Piece::Heading(words, _) => Some(Block::Heading(words)),
        Piece::Fence(..) => None,
    };
    page.pieces.into_iter().filter_map(block).collect()
}

/// Reads a field's value, in which only what can stand inside a line counts: `# of buttons` and `1. What?` are words.
pub(super) fn inline(value: &Value<'_>, found: &mut Diagnostics) -> Vec<Inline> {
    let line = Line::of(&value.lines());
    let mut builder = Builder::new(found);
    for (event, range) in Parser::new_ext(&line.text, Options::ENABLE_MATH).into_offset_iter() {
        let span = value.source_span(line.offset(range.start), line.offset(range.end));
        let event = line.without_guard(event, &range);
        builder.event(event, Written { text: &line.text, range }, span);
    }
    match <[Block; 1]>::try_from(blocks_of(builder.page)) {
        Ok([Block::Paragraph(words)]) => words,
        _ => vec![Inline::Text(value.text())],
    }
}

/// The lines of a value with a guard before each that Markdown would take for a heading, a list, a quotation … A bracket is
/// punctuation, so that it changes nothing for the emphasis behind it.
struct Line {
    text: String,
    guards: Vec<usize>,
}

const GUARD: char = ')';

impl Line {
    fn of(lines: &str) -> Self {
        let mut line = Self { text: String::new(), guards: Vec::new() };
        for words in lines.split_inclusive('\n') {
            let may_open = words.starts_with(|c: char| {
                c.is_ascii_digit() || matches!(c, '#' | '>' | '-' | '+' | '=' | '`' | '~' | '<' | '[' | '|')
            }) || ["* ", "** ", "***", "_ ", "__ ", "___", "*\t", "*\n"]
                .iter()
                .any(|start| words.starts_with(start))
                || words == "*";
            if may_open {
                line.guards.push(line.text.len());
                line.text.push(GUARD);
            }
            line.text.push_str(words);
        }
        line
    }

    /// The place in the lines as they were written.
    fn offset(&self, at: usize) -> usize {
        at - self.guards.partition_point(|guard| *guard < at)
    }

    fn without_guard<'e>(&self, event: Event<'e>, range: &Range<usize>) -> Event<'e> {
        match event {
            Event::Text(words) if self.guards.binary_search(&range.start).is_ok() => {
                Event::Text(words.strip_prefix(GUARD).unwrap_or(&words).to_owned().into())
            }
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Code;
    use crate::source::builder::DEEPEST;
    use crate::source::prose::html;

    fn read(source: &str) -> (String, Vec<Code>) {
        let mut found = Diagnostics::default();
        let blocks = blocks(source, Span::new(0, source.len()), &mut found);
        (html(&blocks), found.into_sorted(source).0.iter().map(|d| d.code).collect())
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

    fn read_line(words: &str) -> String {
        let mut found = Diagnostics::default();
        let source = format!("question: {words}\n");
        let fields = crate::source::fields::read_fields(&source, Span::new(0, source.len()), &[], &mut found);
        html(&inline(fields[0].value.as_ref().unwrap(), &mut found))
    }

    #[test]
    fn signs_between_numbers_are_signs() {
        assert_eq!(read_line("What is 2*3*4?"), "What is 2*3*4?");
        assert_eq!(read_line("2*n*3, 2**3**2 and *this*"), "2*n*3, 2**3**2 and <em>this</em>");
        assert_eq!(read_line("1*2 and *3* *4*"), "1*2 and <em>3</em> <em>4</em>");
        assert_eq!(read("Share 2*3*4 things\n").0, "<p>Share 2*3*4 things</p>");
    }

    #[test]
    fn in_a_field_only_what_stands_inside_a_line_counts() {
        for words in [
            "# of buttons",
            "- 5 degrees",
            "+ or minus?",
            "1. What?",
            "* * *",
            "---",
            "| a | b |",
            "=",
            "~~~",
            "= 5",
            "3) or 4)",
        ] {
            assert_eq!(read_line(words), words);
        }
        assert_eq!(read_line("1. What is a **half**?"), "1. What is a <strong>half</strong>?");
        assert_eq!(
            read_line("# *of* buttons\n  # `of`\n  > pegs"),
            "# <em>of</em> buttons\n# <code>of</code>\n&gt; pegs"
        );
        assert_eq!(read_line("**\"Half\"** of it"), "<strong>&quot;Half&quot;</strong> of it");
        assert_eq!(read_line("[a]: b"), "[a]: b");
        assert_eq!(read_line("> 5?"), "&gt; 5?");
    }
}
