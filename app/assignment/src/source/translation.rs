//! A translation held against its original: the same questions under the same ids, in other words.
//!
//! A translation is a whole text of its own, `halves.sm.md` beside `halves.md`, so that it reads well on paper. What comes of it is
//! the original's document with its words exchanged. Where something is not translated, the original's words stay.

use super::compile::{Compiled, Reading, short_hash};
use super::day::with_hyphens;
use super::diagnostic::Diagnostics;
use super::facts::{self, Facts};
use super::header::{Fact, Purpose};
use super::span::with_line_ends;
use super::{Code, Outline, SectionPlace, Span};
use crate::document::{Ask, Assignment, Column, Feedback, Kind, Part, Prose, Rows, Section};
use crate::json;

/// Fewer words than this may be the same in two languages: a name, a number.
const FEWEST_WORDS: usize = 3;

/// Reads the translation of `original` into the language `lang`, a BCP 47 tag. Never fails; what is wrong is in the diagnostics.
pub fn compile_translation(original: &Assignment, lang: &str, source: &str) -> Compiled {
    let source = &with_line_ends(source);
    let mut read = Reading::of(&original.head.id, source, None, Purpose::Translation);
    let mut translating = Translating {
        original,
        lang,
        outline: &read.outline,
        facts: &read.facts,
        is_other_language: primary(lang) != primary(&original.head.lang),
        found: &mut read.found,
    };
    translating.facts(&read.header.facts);
    translating.marks(read.header.marks.as_ref());
    let mut document = translating.document(&read.assignment);
    lang.clone_into(&mut document.head.lang);
    document.head.draft = read.assignment.head.draft;
    document.head.hash.clear();
    document.head.translations.clear();
    read.assignment = document;
    read.into_compiled(source)
}

fn primary(lang: &str) -> &str {
    lang.split('-').next().unwrap_or(lang)
}

/// What the words of an assignment are called by: a mark for its head and one for each section. A mark changes with its words.
fn marks(assignment: &Assignment) -> Vec<String> {
    let head = Assignment {
        head: crate::document::Head {
            title: assignment.head.title.clone(),
            subject: assignment.head.subject.clone(),
            ..Default::default()
        },
        objectives: assignment.objectives.clone(),
        materials: assignment.materials.clone(),
        letter: assignment.letter.clone(),
        ..Assignment::default()
    };
    let mark = |json: String| short_hash(json.as_bytes(), 4);
    std::iter::once(mark(json::write(&head)))
        .chain(assignment.sections.iter().map(|section| mark(json::write(section))))
        .collect()
}

struct Translating<'t> {
    original: &'t Assignment,
    lang: &'t str,
    /// Where the translation's parts stand.
    outline: &'t Outline,
    /// What its asks say beside words.
    facts: &'t Facts,
    is_other_language: bool,
    found: &'t mut Diagnostics,
}

impl Translating<'_> {
    /// What a translation says beside words is the original's to say.
    fn facts(&mut self, facts: &[Fact]) {
        let head = &self.original.head;
        for Fact { key, value, span } in facts {
            let of_original = match *key {
                "year" => head.year.clone(),
                "opens" => head.opens.map(|date| date.to_string()).unwrap_or_default(),
                "due" => head.due.map(|date| date.to_string()).unwrap_or_default(),
                "lang" => self.lang.to_owned(),
                _ => head.minutes.map(|minutes| minutes.to_string()).unwrap_or_default(),
            };
            if with_hyphens(&of_original) != with_hyphens(value) {
                self.only_words_count(*span, key, &of_original);
            }
        }
    }

    /// Whether the words that were translated are those of today.
    fn marks(&mut self, given: Option<&(String, Span)>) {
        let now = marks(self.original);
        let line = format!("`of: {}`", now.join(" "));
        let Some((given, span)) = given else {
            self.found.report(
                Code::TranslationUnmarked,
                self.outline.top(),
                "This translation does not say which words it is a translation of, so nobody is told when those change.",
                format!("Compare it with the original once more, then add this line to the header: {line}"),
            );
            return;
        };
        let given: Vec<&str> = given.split_whitespace().collect();
        if given.len() != now.len() {
            self.found.report(
                Code::OriginalChanged,
                *span,
                "The original has more or fewer sections than when it was translated.",
                format!("Bring the translation up to date, then write {line}"),
            );
            return;
        }
        for (at, _) in given.iter().zip(&now).enumerate().filter(|(_, (given, now))| **given != now.as_str())
        {
            let (place, what) = match at.checked_sub(1) {
                None => (self.outline.top(), "title, letter or lists of the original have"),
                Some(section) => {
                    let place = self.outline.sections.get(section).map(|section| section.heading);
                    (place.unwrap_or(*span), "same section of the original has")
                }
            };
            self.found.report(
                Code::OriginalChanged,
                place,
                format!("The {what} changed since this was translated."),
                format!("Bring this up to date, then write in the header {line}"),
            );
        }
    }

    /// The original's document in the translation's words.
    fn document(&mut self, translated: &Assignment) -> Assignment {
        let mut document = self.original.clone();
        let top = self.outline.top();
        self.line(&mut document.head.title, &translated.head.title, top);
        if !translated.head.subject.is_empty() {
            document.head.subject.clone_from(&translated.head.subject);
        }
        self.list(&mut document.objectives, &translated.objectives, "objectives", top);
        self.list(&mut document.materials, &translated.materials, "materials", top);
        let letter = self.outline.letter.unwrap_or(top);
        self.words(&mut document.letter, &translated.letter, "letter", letter);
        self.sections(&mut document.sections, &translated.sections);
        self.feedback(&mut document.feedback, translated.feedback.as_ref());
        document
    }

    fn sections(&mut self, sections: &mut [Section], translated: &[Section]) {
        if translated.len() < sections.len() {
            let place = self.outline.sections.last().map_or(self.outline.top(), |last| last.heading);
            for missing in &sections[translated.len()..] {
                self.not_translated(&format!("section “{}”", missing.heading.text()), place);
            }
        }
        let places = self.outline.sections.get(sections.len()..).unwrap_or_default();
        for SectionPlace { heading, .. } in places {
            self.extra("section", *heading);
        }
        let outline = self.outline;
        for ((section, translated), place) in sections.iter_mut().zip(translated).zip(&outline.sections) {
            self.words(&mut section.heading, &translated.heading, "heading", place.heading);
            self.parts(section, translated, place);
        }
    }

    /// Asks are known by their ids, texts and tips by their order.
    fn parts(&mut self, section: &mut Section, translated: &Section, place: &SectionPlace) {
        let mut left: Vec<(&Part, Span)> = translated.parts.iter().zip(place.parts.iter().copied()).collect();
        for part in &mut section.parts {
            let same = left.iter().position(|(other, _)| match (&*part, other) {
                (Part::Ask(ask), Part::Ask(other)) => ask.id == other.id,
                (Part::Prose(_), Part::Prose(_)) | (Part::Tip(_), Part::Tip(_)) => true,
                _ => false,
            });
            let Some((other, span)) = same.map(|at| left.remove(at)) else {
                self.not_translated(&name_of(part), place.heading);
                continue;
            };
            match (part, other) {
                (Part::Ask(ask), Part::Ask(other)) => self.ask(ask, other, span),
                (Part::Prose(words) | Part::Tip(words), Part::Prose(other) | Part::Tip(other)) => {
                    self.words(words, other, "text", span);
                }
                _ => {}
            }
        }
        for (part, span) in left {
            self.extra(&name_of(part), span);
        }
    }

    fn ask(&mut self, ask: &mut Ask, translated: &Ask, span: Span) {
        if ask.kind.name() != translated.kind.name() {
            self.found.report(
                Code::OtherThanOriginal,
                span,
                format!("In the original, `{}` is an `ask {}`.", ask.id, ask.kind.name()),
                "Write the same kind here: only the words of a translation are other ones.",
            );
            return;
        }
        self.facts_of(ask, translated);
        self.words(&mut ask.question, &translated.question, "question", span);
        self.words(&mut ask.hint, &translated.hint, "hint", span);
        self.words(&mut ask.help, &translated.help, "help", span);
        self.kind(&mut ask.kind, &translated.kind, span);
    }

    /// What an ask says beside words is the original's to say.
    fn facts_of(&mut self, ask: &Ask, translated: &Ask) {
        let given = self.facts.get(&ask.id).map(Vec::as_slice).unwrap_or_default();
        for (key, span) in given.iter().filter(|(key, _)| !facts::is_same(ask, translated, key)) {
            self.only_words_count(*span, key, &facts::said(ask, key));
        }
    }

    fn only_words_count(&mut self, span: Span, key: &str, of_original: &str) {
        self.found.report(
            Code::OnlyWordsCount,
            span,
            match of_original {
                lang if key == "lang" => format!("The file's name says `{lang}`, and that counts."),
                "" => format!("The original says nothing of `{key}`, and that counts."),
                other => format!("In the original it is `{key}: {other}`, and that counts."),
            },
            "Take this line out here, or change it in the original.",
        );
    }

    fn kind(&mut self, kind: &mut Kind, translated: &Kind, span: Span) {
        match (kind, translated) {
            (Kind::Number { unit, .. }, Kind::Number { unit: other, .. }) => self.line(unit, other, span),
            (Kind::Choice { options, .. }, Kind::Choice { options: other, .. })
            | (Kind::Choices { options, .. }, Kind::Choices { options: other, .. }) => {
                self.lines(options, other, "options", span);
            }
            (Kind::Scale { low, high, .. }, Kind::Scale { low: other_low, high: other_high, .. }) => {
                self.line(low, other_low, span);
                self.line(high, other_high, span);
            }
            (Kind::Table { columns, rows }, Kind::Table { columns: other, rows: other_rows }) => {
                self.columns(columns, other, span);
                if let (Rows::Named(rows), Rows::Named(other)) = (rows, other_rows) {
                    self.lines(rows, other, "rows", span);
                }
            }
            (Kind::Log { columns, tick, .. }, Kind::Log { columns: other, tick: other_tick, .. }) => {
                self.columns(columns, other, span);
                self.line(tick, other_tick, span);
            }
            (Kind::Done { label }, Kind::Done { label: other }) => self.line(label, other, span),
            (
                Kind::Agreement { student, family, teacher },
                Kind::Agreement { student: other_student, family: other_family, teacher: other_teacher },
            ) => {
                self.lines(student, other_student, "student", span);
                self.lines(family, other_family, "family", span);
                self.lines(teacher, other_teacher, "teacher", span);
            }
            _ => {}
        }
    }

    /// Columns keep their ids, by which cells are kept.
    fn columns(&mut self, columns: &mut [Column], translated: &[Column], span: Span) {
        if !self.is_as_long(columns.len(), translated.len(), "columns", span) {
            return;
        }
        for (column, other) in columns.iter_mut().zip(translated) {
            self.line(&mut column.heading, &other.heading, span);
            if let (Some(unit), Some(other)) = (&mut column.number, &other.number) {
                self.line(unit, other, span);
            }
        }
    }

    fn feedback(&mut self, feedback: &mut Option<Feedback>, translated: Option<&Feedback>) {
        let place = self.outline.feedback.unwrap_or(self.outline.top());
        match (feedback, translated) {
            (Some(feedback), Some(other)) => {
                if self.is_as_long(feedback.statements.len(), other.statements.len(), "statements", place) {
                    for (statement, other) in feedback.statements.iter_mut().zip(&other.statements) {
                        self.line(&mut statement.text, &other.text, place);
                    }
                }
                self.lines(&mut feedback.scale, &other.scale, "scale", place);
                self.line(&mut feedback.words, &other.words, place);
            }
            (None, Some(_)) => self.extra("feedback block", place),
            // The class's own, which stands in class.md.
            (_, None) => {}
        }
    }

    /// Exchanges words with their formatting.
    fn words(&mut self, words: &mut Prose, translated: &Prose, what: &str, span: Span) {
        match (words.is_empty(), translated.is_empty()) {
            (true, true) => {}
            (true, false) => self.extra(what, span),
            (false, true) => self.not_translated(what, span),
            (false, false) => {
                self.report_same(&words.text(), &translated.text(), span);
                words.clone_from(translated);
            }
        }
    }

    /// Exchanges plain words; those that are not given stay.
    fn line(&mut self, words: &mut String, translated: &str, span: Span) {
        if !translated.is_empty() && !words.is_empty() {
            self.report_same(words, translated, span);
            translated.clone_into(words);
        }
    }

    fn list(&mut self, list: &mut [Prose], translated: &[Prose], what: &str, span: Span) {
        if self.is_as_long(list.len(), translated.len(), what, span) {
            for (words, translated) in list.iter_mut().zip(translated) {
                self.words(words, translated, what, span);
            }
        }
    }

    fn lines(&mut self, lines: &mut [String], translated: &[String], what: &str, span: Span) {
        if self.is_as_long(lines.len(), translated.len(), what, span) {
            for (line, translated) in lines.iter_mut().zip(translated) {
                self.line(line, translated, span);
            }
        }
    }

    fn is_as_long(&mut self, original: usize, translated: usize, what: &str, span: Span) -> bool {
        if original == translated {
            return true;
        }
        if translated == 0 {
            self.not_translated(&format!("list of `{what}`"), span);
        } else {
            self.found.report(
                Code::OtherThanOriginal,
                span,
                format!("The original's list of `{what}` is {original} long, and this one {translated}."),
                "Write as many items, in the same order.",
            );
        }
        false
    }

    fn not_translated(&mut self, what: &str, span: Span) {
        self.found.report(
            Code::NotTranslated,
            span,
            format!(
                "The {what} of the original is not here, so families read it in the original's language."
            ),
            "Translate it, in the place where the original has it.",
        );
    }

    fn extra(&mut self, what: &str, span: Span) {
        self.found.report(
            Code::NotInOriginal,
            span,
            format!("The original has no such {what} here."),
            "Take it out, or put it into the original first. A translation has the same parts, in the same order.",
        );
    }

    fn report_same(&mut self, words: &str, translated: &str, span: Span) {
        let is_word = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1;
        if self.is_other_language
            && words == translated
            && words.split_whitespace().filter(is_word).count() >= FEWEST_WORDS
        {
            let start: String = words.chars().take(40).collect();
            self.found.report(
                Code::SameAsOriginal,
                span,
                format!("“{start}” is still the same as in the original."),
                "Translate it. If it is the same in both languages, allow L607 in the header, with the reason.",
            );
        }
    }
}

fn name_of(part: &Part) -> String {
    match part {
        Part::Ask(ask) => format!("ask `{}`", ask.id),
        Part::Prose(_) => "text".to_owned(),
        Part::Tip(_) => "tip".to_owned(),
    }
}
