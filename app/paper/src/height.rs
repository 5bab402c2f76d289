//! How high the parts of a page are, about, in millimetres: what the stylesheet says, in figures.

use assignment::{Ask, Assignment, Class, Column, Kind, Part, Prose, Rows};

use crate::cards;
use crate::fit::Fit;
use crate::measure::{Type, count, letters, paragraphs};
use crate::room::{empty_rows, entries, many};
use crate::section::runs;

/// The width of a side without its margins.
const WIDTH: f64 = 188.0;

/// The width of the box beside the letter, and what it takes from the letter.
const POINTS: (f64, f64) = (59.0, 71.0);

/// The width of a column that needs little.
const NARROW: f64 = 26.0;

/// What is not broken between two sides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block {
    pub height: f64,
    /// The next one stands on the same side.
    pub keeps_with_next: bool,
}

fn alone(height: f64) -> Block {
    Block { height, keeps_with_next: false }
}

fn with_next(height: f64) -> Block {
    Block { height, keeps_with_next: true }
}

/// Everything on the page but the cards, from top to bottom.
pub(crate) fn blocks(assignment: &Assignment, class: Option<&Class>, fit: &Fit) -> Vec<Block> {
    let page = Page { assignment, fit, words: Type::of(fit, 1.0) };
    let mut blocks = vec![alone(page.head()), alone(page.intro())];
    for section in &assignment.sections {
        if !section.heading.is_empty() {
            blocks.push(with_next(fit.gap + 0.6 + page.words.line * 1.12));
        }
        let mut all = runs(&section.parts).peekable();
        while let Some(run) = all.next() {
            let leads_on = all.peek().is_some_and(|next| matches!(next, [Part::Ask(_) | Part::Tip(_), ..]));
            page.run(run, leads_on, &mut blocks);
        }
    }
    blocks.push(alone(page.end(class)));
    blocks
}

struct Page<'a> {
    assignment: &'a Assignment,
    fit: &'a Fit,
    words: Type,
}

impl Page<'_> {
    fn head(&self) -> f64 {
        let words = self.words;
        let title = Type::of(self.fit, 1.75).bold().leading(1.15);
        let draft = if self.assignment.head.draft { words.size * 2.1 + 0.7 } else { 0.0 };
        words.line
            + 1.5
            + title.height(self.assignment.head.title.chars().count(), WIDTH)
            + words.line
            + words.size * 0.15
            + draft
    }

    /// The letter flows around the box with what is learned and needed.
    fn intro(&self) -> f64 {
        let words = Type::of(self.fit, self.fit.aside);
        let points = |points: &[Prose], width: f64| {
            let items =
                points.iter().map(|point| words.height(letters(point.html()), width - words.size * 1.2));
            let items: f64 = items.sum();
            if points.is_empty() { 0.0 } else { items + words.line + words.size * 0.1 }
        };
        let (objectives, materials) = (&self.assignment.objectives, &self.assignment.materials);
        let letter = self.assignment.letter.html();
        let has_points = !objectives.is_empty() || !materials.is_empty();
        let edges = if has_points { 4.0 } else { 0.0 };
        if letter.is_empty() {
            let half = (WIDTH - 11.0) / 2.0;
            return 2.0 + edges + points(objectives, half).max(points(materials, half));
        }
        let between = if objectives.is_empty() || materials.is_empty() { 0.0 } else { 1.5 };
        let beside = edges + 1.0 + points(objectives, POINTS.0) + points(materials, POINTS.0) + between;
        let narrow = if has_points { WIDTH - POINTS.1 } else { WIDTH };
        let mut written = 0.0;
        for (narrow, wide) in
            paragraphs(letter, narrow, words).into_iter().zip(paragraphs(letter, WIDTH, words))
        {
            written += if written + narrow / 2.0 < beside { narrow } else { wide };
        }
        2.0 + if has_points { written.max(beside) } else { written }
    }

    fn run(&self, run: &[Part], leads_on: bool, blocks: &mut Vec<Block>) {
        match run {
            [Part::Prose(words)] => self.prose(words, leads_on, blocks),
            [Part::Tip(words)] => {
                let type_of_tip = Type::of(self.fit, self.fit.aside);
                let kicker = " for your family  ".len();
                let mut heights = paragraphs(words.html(), WIDTH - 6.0, type_of_tip);
                if let Some(first) = heights.first_mut() {
                    let first_letters = letters(words.html().split("</p>").next().unwrap_or_default());
                    *first = type_of_tip.height(first_letters + kicker, WIDTH - 6.0);
                }
                blocks.push(alone(heights.iter().sum::<f64>() + 4.7));
            }
            [Part::Ask(ask)] => self.ask(ask, blocks),
            several => {
                for pair in several.chunks(2) {
                    let width = if pair.len() == 2 { (WIDTH - 6.0) / 2.0 } else { WIDTH };
                    let height = |part: &Part| match part {
                        Part::Ask(ask) => {
                            self.question(ask, width) + self.room(ask, width) + self.below(ask, width)
                        }
                        Part::Prose(_) | Part::Tip(_) => 0.0,
                    };
                    blocks.push(alone(self.fit.gap * 2.0 + pair.iter().map(height).fold(0.0, f64::max)));
                }
            }
        }
    }

    fn prose(&self, words: &Prose, leads_on: bool, blocks: &mut Vec<Block>) {
        let html = cards::without(words.html());
        let has_cards = html.len() < words.html().len();
        let heights = paragraphs(&html, WIDTH, self.words);
        let last = heights.len().saturating_sub(1);
        for (at, height) in heights.into_iter().enumerate() {
            let margin = if at == 0 { self.words.size * 0.4 } else { 0.0 };
            blocks.push(Block {
                height: height + margin,
                keeps_with_next: at == last && (leads_on || has_cards),
            });
        }
        if has_cards {
            blocks.push(alone(self.small(40, WIDTH)));
        }
    }

    fn ask(&self, ask: &Ask, blocks: &mut Vec<Block>) {
        let width = WIDTH - 3.0;
        let question = self.fit.gap + self.question(ask, width);
        let (room, below) = (self.room(ask, width), self.below(ask, width));
        let Some(rows) = many(&ask.kind, self.fit) else {
            blocks.push(alone(question + room + below));
            return;
        };
        // A long one is broken between its rows or lines.
        let row = room / f64::from(rows + 1);
        blocks.push(with_next(question + row));
        blocks.push(with_next(row));
        blocks.extend((1..rows).map(|_| alone(row)));
        if let Some(last) = blocks.last_mut() {
            last.height += below;
        }
    }

    /// The question with what stands before it and behind it.
    fn question(&self, ask: &Ask, width: f64) -> f64 {
        let how = if matches!(ask.kind, Kind::Choice { .. } | Kind::Choices { .. }) { 14 } else { 0 };
        let optional = if ask.optional { 19 } else { 0 };
        let said = 12 + letters(ask.question.html()) + how + optional;
        let height = self.words.bold().height(said, width);
        let starts_from = match &ask.kind {
            Kind::Text { starts_from: Some(id), .. } => id,
            _ => "",
        };
        let earlier = [&ask.looks_back_at, starts_from]
            .into_iter()
            .filter_map(|id| self.assignment.asks().find(|earlier| earlier.id == *id))
            .map(|earlier| self.small(18 + letters(earlier.question.html()), width));
        let cell = if matches!(ask.kind, Kind::Number { .. }) { 5.0 } else { 0.0 };
        height + cell + earlier.sum::<f64>()
    }

    /// What stands below the answer.
    fn below(&self, ask: &Ask, width: f64) -> f64 {
        if ask.hint.is_empty() { 0.0 } else { self.small(6 + letters(ask.hint.html()), width) }
    }

    fn small(&self, letters: usize, width: f64) -> f64 {
        Type::of(self.fit, 0.87).leading(1.25).height(letters, width) + self.words.size * 0.15
    }

    fn room(&self, ask: &Ask, width: f64) -> f64 {
        let Fit { pitch, frame, .. } = *self.fit;
        match &ask.kind {
            Kind::Text { lines, .. } => {
                let shown = self.fit.lines(*lines);
                let go_on = if shown < *lines { self.small(40, width) } else { 0.0 };
                f64::from(shown) * pitch + go_on
            }
            Kind::Number { .. } => 0.0,
            Kind::Choice { options, .. } | Kind::Choices { options, .. } => self.ticks(options, width),
            Kind::Scale { .. } => 8.2,
            Kind::Done { .. } => self.words.line + 2.0,
            Kind::Drawing => frame + 1.0,
            Kind::Photo { .. } | Kind::Audio { .. } => frame * 0.8 + 1.0,
            Kind::Table { columns, rows } => {
                let name = if matches!(rows, Rows::Named(_)) { 1.0 } else { 0.0 };
                let column = self.column(columns, width, name);
                let rows: f64 = match rows {
                    Rows::Named(names) => {
                        names.iter().map(|name| self.row(name.chars().count(), column)).sum()
                    }
                    Rows::Growing { start, most } => f64::from(empty_rows(*start, *most)) * pitch,
                };
                1.0 + self.headings(columns, column, 0) + rows
            }
            Kind::Log { columns, entries: hoped, tick } => {
                let column = self.column(columns, width - 2.0 * NARROW, 0.0);
                let tick = if tick.is_empty() { 24 } else { tick.chars().count() };
                1.0 + self.headings(columns, column, tick) + f64::from(entries(*hoped)) * pitch
            }
            Kind::Agreement { student, family, teacher } => {
                let column = (width - 6.0) / 3.0 - 4.4 - self.words.size * 1.2;
                let party = |promises: &Vec<String>| -> f64 {
                    promises.iter().map(|promise| self.words.height(promise.chars().count(), column)).sum()
                };
                let longest = [student, family, teacher].map(party).into_iter().fold(0.0, f64::max);
                longest + self.words.line * 2.0 + 11.0
            }
        }
    }

    fn ticks(&self, options: &[String], width: f64) -> f64 {
        let (mut lines, mut filled) = (1.0, 0.0);
        for option in options {
            let needed = (self.words.width(option.chars().count()) + 5.1).min(width);
            if filled > 0.0 && filled + needed > width {
                lines += (filled / width).ceil();
                filled = 0.0;
            }
            filled += needed + 5.0;
        }
        lines * (self.words.line + 0.9) + 2.0
    }

    /// The width of a column of words: they share what the narrow ones leave.
    fn column(&self, columns: &[Column], width: f64, more: f64) -> f64 {
        let narrow = columns.iter().filter(|column| column.number.is_some()).count();
        let wide = count(columns.len() - narrow) + more;
        if wide > 0.0 { (width - NARROW * count(narrow)) / wide } else { NARROW }
    }

    fn headings(&self, columns: &[Column], wide: f64, tick: usize) -> f64 {
        let words = Type::of(self.fit, 0.92).bold().leading(1.2);
        let heading = |column: &Column| {
            let unit = column.number.as_ref().map_or(0, |unit| unit.chars().count() + 3);
            let width = if column.number.is_some() { NARROW } else { wide };
            words.height(column.heading.chars().count() + unit, width - 2.4)
        };
        columns.iter().map(heading).fold(words.height(tick, NARROW - 2.4), f64::max) + 1.2
    }

    fn row(&self, letters: usize, column: f64) -> f64 {
        let words = Type::of(self.fit, 0.92).bold().leading(1.2);
        (words.height(letters, column - 2.4) + 1.2).max(self.fit.pitch)
    }

    /// The family's part, as [`crate::family`] has it.
    fn end(&self, class: Option<&Class>) -> f64 {
        let words = self.words;
        let asked = self.assignment.feedback.clone().unwrap_or_default();
        let labels = if asked.scale.is_empty() { 3 } else { asked.scale.len() };
        let small = Type::of(self.fit, 0.92).leading(1.2);
        let (table, beside) = if labels <= 4 { (102.0, 76.0) } else { (WIDTH - 8.0, WIDTH - 8.0) };
        let statements: Vec<usize> = if asked.statements.is_empty() {
            vec![50, 32, 50]
        } else {
            asked.statements.iter().map(|statement| statement.text.chars().count()).collect()
        };
        let first = table - 15.0 * count(labels) - 2.4;
        let rows: f64 = statements.iter().map(|text| (small.height(*text, first) + 1.2).max(5.2)).sum();
        let label = asked.scale.iter().map(|label| small.bold().height(label.chars().count(), 12.6));
        let statements = rows + label.fold(small.line * 2.0, f64::max) + 2.0;
        let prompt = if asked.words.is_empty() { 44 } else { asked.words.chars().count() };
        let own = words.bold().height(prompt, beside) + 3.0 * self.fit.pitch;
        let asked = if labels <= 4 { statements.max(own) } else { statements + own };
        let back = class.map_or(0, |class| class.how_to_return.chars().count());
        let back = if back > 0 { 2.0 + words.height(back + 20, WIDTH - 6.0) } else { 0.0 };
        3.0 + words.size * 0.5 + words.line * 1.12 + 1.0 + asked + back + 2.7
    }
}
