//! An assignment in two languages at once, part by part.

use super::prose::escape;
use super::{Ask, Assignment, Column, Feedback, Kind, Part, Prose, Rows, Section};

/// The way a language is written: `rtl`, or else `ltr`.
pub fn direction(lang: &str) -> &'static str {
    const RIGHT_TO_LEFT: [&str; 8] = ["ar", "dv", "fa", "he", "ps", "sd", "ur", "yi"];
    let primary = lang.split('-').next().unwrap_or_default();
    if RIGHT_TO_LEFT.contains(&primary) { "rtl" } else { "ltr" }
}

impl Assignment {
    /// This assignment with the words of its translation beside its own. The translation has the same parts in the same places.
    #[must_use]
    pub fn beside(mut self, translation: &Self) -> Self {
        let both = Both { one: self.head.lang.clone(), other: translation.head.lang.clone() };
        line(&mut self.head.title, &translation.head.title);
        line(&mut self.head.subject, &translation.head.subject);
        both.list(&mut self.objectives, &translation.objectives);
        both.list(&mut self.materials, &translation.materials);
        both.words(&mut self.letter, &translation.letter, "div");
        for (section, other) in self.sections.iter_mut().zip(&translation.sections) {
            both.section(section, other);
        }
        if let (Some(feedback), Some(other)) = (&mut self.feedback, &translation.feedback) {
            self::feedback(feedback, other);
        }
        self.head.draft |= translation.head.draft;
        self
    }
}

/// The two languages.
struct Both {
    one: String,
    other: String,
}

impl Both {
    fn section(&self, section: &mut Section, other: &Section) {
        self.words(&mut section.heading, &other.heading, "span");
        for (part, other) in section.parts.iter_mut().zip(&other.parts) {
            match (part, other) {
                (Part::Prose(words), Part::Prose(other)) | (Part::Tip(words), Part::Tip(other)) => {
                    self.words(words, other, "div");
                }
                (Part::Ask(ask), Part::Ask(other)) => self.ask(ask, other),
                _ => {}
            }
        }
    }

    fn ask(&self, ask: &mut Ask, other: &Ask) {
        self.words(&mut ask.question, &other.question, "span");
        self.words(&mut ask.hint, &other.hint, "span");
        self.words(&mut ask.help, &other.help, "span");
        kind(&mut ask.kind, &other.kind);
    }

    fn list(&self, list: &mut [Prose], others: &[Prose]) {
        for (words, other) in list.iter_mut().zip(others) {
            self.words(words, other, "span");
        }
    }

    /// Puts words into one element for each language, unless they are the same: what is not translated stands there once.
    fn words(&self, words: &mut Prose, other: &Prose, tag: &str) {
        if *words == *other || other.is_empty() {
            return;
        }
        let mut html = String::new();
        for (lang, words) in [(&self.one, &*words), (&self.other, other)] {
            for part in ["<", tag, " class=\"in\" lang=\""] {
                html.push_str(part);
            }
            escape(&mut html, lang);
            for part in ["\" dir=\"", direction(lang), "\">", words.html()] {
                html.push_str(part);
            }
            for part in ["</", tag, ">"] {
                html.push_str(part);
            }
        }
        *words = Prose::of_parts(html);
    }
}

fn kind(kind: &mut Kind, other: &Kind) {
    match (kind, other) {
        (Kind::Number { unit: words, .. }, Kind::Number { unit: other, .. })
        | (Kind::Done { label: words }, Kind::Done { label: other }) => line(words, other),
        (Kind::Choice { options, .. }, Kind::Choice { options: others, .. })
        | (Kind::Choices { options, .. }, Kind::Choices { options: others, .. }) => lines(options, others),
        (Kind::Scale { low, high, .. }, Kind::Scale { low: other_low, high: other_high, .. }) => {
            line(low, other_low);
            line(high, other_high);
        }
        (Kind::Table { columns, rows }, Kind::Table { columns: others, rows: other_rows }) => {
            self::columns(columns, others);
            if let (Rows::Named(names), Rows::Named(others)) = (rows, other_rows) {
                lines(names, others);
            }
        }
        (Kind::Log { columns, tick, .. }, Kind::Log { columns: others, tick: other, .. }) => {
            self::columns(columns, others);
            line(tick, other);
        }
        (
            Kind::Agreement { student, family, teacher },
            Kind::Agreement { student: others, family: family_others, teacher: teacher_others },
        ) => {
            lines(student, others);
            lines(family, family_others);
            lines(teacher, teacher_others);
        }
        _ => {}
    }
}

fn columns(columns: &mut [Column], others: &[Column]) {
    for (column, other) in columns.iter_mut().zip(others) {
        line(&mut column.heading, &other.heading);
        if let (Some(unit), Some(other)) = (&mut column.number, &other.number) {
            line(unit, other);
        }
    }
}

fn feedback(feedback: &mut Feedback, other: &Feedback) {
    for (statement, other) in feedback.statements.iter_mut().zip(&other.statements) {
        line(&mut statement.text, &other.text);
    }
    lines(&mut feedback.scale, &other.scale);
    line(&mut feedback.words, &other.words);
}

fn lines(lines: &mut [String], others: &[String]) {
    for (words, other) in lines.iter_mut().zip(others) {
        line(words, other);
    }
}

fn line(words: &mut String, other: &str) {
    if words != other && !other.is_empty() {
        words.push_str(" / ");
        words.push_str(other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Head;

    fn document(lang: &str, words: &str, options: [&str; 2]) -> Assignment {
        let ask = Ask {
            id: "best".into(),
            question: Prose::plain_words(words),
            kind: Kind::Choice { options: options.map(str::to_owned).to_vec(), correct: None },
            ..Ask::default()
        };
        Assignment {
            head: Head { lang: lang.into(), title: words.into(), draft: lang != "en", ..Head::default() },
            letter: Prose::plain_words("same"),
            sections: vec![Section { heading: Prose::default(), parts: vec![Part::Ask(Box::new(ask))] }],
            ..Assignment::default()
        }
    }

    #[test]
    fn every_word_stands_in_both_languages_and_what_is_the_same_once() {
        let both = document("en", "Tail?", ["2", "wool"]).beside(&document("ar", "ذيل؟", ["2", "صوف"]));
        assert_eq!((both.head.title.as_str(), both.head.draft), ("Tail? / ذيل؟", true));
        assert_eq!(both.letter.html(), "same");
        let ask = both.asks().next().unwrap();
        assert_eq!(
            ask.question.html(),
            "<span class=\"in\" lang=\"en\" dir=\"ltr\">Tail?</span><span class=\"in\" lang=\"ar\" dir=\"rtl\">ذيل؟</span>"
        );
        let Kind::Choice { options, .. } = &ask.kind else { panic!("it is a choice") };
        assert_eq!(options[..], ["2".to_owned(), "wool / صوف".to_owned()]);
    }

    #[test]
    fn arabic_is_written_from_the_right() {
        assert_eq!(
            ["ar", "ar-EG", "he", "mi", "en", ""].map(direction),
            ["rtl", "rtl", "rtl", "ltr", "ltr", "ltr"]
        );
    }
}
