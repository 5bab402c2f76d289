//! Interface languages: a translator's Fluent file, checked, to what a phone loads and what the code calls.
//!
//! `locales/en.ftl` is the source of truth. Of Fluent it may use messages with values, `{ $arguments }` and one choice by number
//! (`{ $count -> [one] … *[other] … }`); anything else is refused here, at build time, rather than shown wrongly on a phone.
//! [`Phrases::to_lines`] is the small file that a phone loads; [`Phrases::to_rust`] is one function a message, so that a
//! message that is missing, or called with the wrong arguments, does not compile.

mod accessors;
mod layout;

pub use layout::Layout;

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser;

/// What is wrong with a language file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LanguageError {
    /// The Fluent parser's words.
    #[error("the language file cannot be read: {0}")]
    Syntax(String),
    /// A message uses something that phones do not understand.
    #[error("the message `{id}` uses {what}, which is not supported")]
    Unsupported {
        /// The message.
        id: String,
        /// What it uses.
        what: &'static str,
    },
    /// A message is there twice.
    #[error("the message `{0}` is there twice")]
    Twice(String),
    /// A translation has other arguments than the original.
    #[error("the message `{id}` has the arguments {found:?} and the original has {expected:?}")]
    Arguments {
        /// The message.
        id: String,
        /// The arguments of the translation.
        found: Vec<String>,
        /// The arguments of the original.
        expected: Vec<String>,
    },
    /// A translation has a message that the original does not.
    #[error("the message `{0}` is not in the original")]
    Extra(String),
}

/// The messages of one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrases {
    messages: BTreeMap<String, Phrase>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Phrase {
    /// Words with `{argument}` where a value goes.
    Plain(String),
    /// By the plural category of a number: `one`, `other` …
    Plural { number: String, forms: BTreeMap<String, String> },
}

impl Phrases {
    /// Reads a language file.
    ///
    /// # Errors
    /// [`LanguageError`] for what is not Fluent, not supported, or said twice.
    pub fn parse(source: &str) -> Result<Self, LanguageError> {
        let resource = parser::parse(source).map_err(|(_, errors)| {
            LanguageError::Syntax(errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        })?;
        let mut messages = BTreeMap::new();
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.to_owned();
                    if messages.insert(id.clone(), read_message(message)?).is_some() {
                        return Err(LanguageError::Twice(id));
                    }
                }
                Entry::Term(term) => {
                    return Err(unsupported(term.id.name, "a term"));
                }
                Entry::Junk { content } => return Err(LanguageError::Syntax((*content).to_owned())),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
        Ok(Self { messages })
    }

    /// Checks that a translation asks for nothing that the original does not give.
    ///
    /// # Errors
    /// [`LanguageError`] for the first message that is not in the original or has other arguments.
    pub fn check_against(&self, original: &Self) -> Result<(), LanguageError> {
        for (id, phrase) in &self.messages {
            let Some(source) = original.messages.get(id) else {
                return Err(LanguageError::Extra(id.clone()));
            };
            let (found, expected) = (phrase.arguments(), source.arguments());
            if found.iter().any(|argument| !expected.contains(argument)) {
                return Err(LanguageError::Arguments { id: id.clone(), found, expected });
            }
        }
        Ok(())
    }

    /// The words of a message without arguments or plurals.
    pub fn words(&self, id: &str) -> Option<&str> {
        match self.messages.get(id)? {
            Phrase::Plain(words) => Some(words),
            Phrase::Plural { .. } => None,
        }
    }

    /// The messages but for those whose names start with one of `prefixes`: a page loads only its own.
    #[must_use]
    pub fn without(&self, prefixes: &[&str]) -> Self {
        let wanted = |id: &String| !prefixes.iter().any(|prefix| id.starts_with(prefix));
        let messages = self.messages.iter().filter(|(id, _)| wanted(id));
        Self { messages: messages.map(|(id, phrase)| (id.clone(), phrase.clone())).collect() }
    }

    /// Where each message stands in the file of every language.
    pub fn layout(&self) -> Layout {
        Layout::of(&self.messages)
    }

    /// What a phone loads: the words of each message on the line that `layout`, which is the original's, has for it.
    pub fn to_lines(&self, layout: &Layout) -> String {
        layout.write(&self.messages)
    }

    /// For programs that know messages by their names: a line for each message without a plural, `saved=Saved`.
    pub fn to_named_lines(&self) -> String {
        let plain = self.messages.iter().filter_map(|(id, phrase)| match phrase {
            Phrase::Plain(words) => Some(format!("{id}={}\n", layout::escaped(words))),
            Phrase::Plural { .. } => None,
        });
        plain.collect()
    }

    /// Rust source with one function a message.
    pub fn to_rust(&self) -> String {
        accessors::write(&self.messages)
    }
}

impl Phrase {
    /// The arguments in the order that the code gives them: the number that chooses the plural first, then as they stand.
    fn arguments(&self) -> Vec<String> {
        let (mut arguments, texts): (Vec<String>, Vec<&String>) = match self {
            Self::Plain(words) => (Vec::new(), vec![words]),
            Self::Plural { number, forms } => (vec![number.clone()], forms.values().collect()),
        };
        for text in texts {
            for piece in text.split('{').skip(1) {
                if let Some((name, _)) = piece.split_once('}')
                    && !arguments.iter().any(|known| known == name)
                {
                    arguments.push(name.to_owned());
                }
            }
        }
        arguments
    }
}

fn unsupported(id: &str, what: &'static str) -> LanguageError {
    LanguageError::Unsupported { id: id.to_owned(), what }
}

fn read_message(message: &Message<&str>) -> Result<Phrase, LanguageError> {
    let id = message.id.name;
    if !message.attributes.is_empty() {
        return Err(unsupported(id, "an attribute"));
    }
    let pattern = message.value.as_ref().ok_or_else(|| unsupported(id, "no value"))?;
    if let [PatternElement::Placeable { expression: Expression::Select { selector, variants } }] =
        pattern.elements.as_slice()
    {
        let InlineExpression::VariableReference { id: number } = selector else {
            return Err(unsupported(id, "a choice by something other than an argument"));
        };
        let mut forms = BTreeMap::new();
        for variant in variants {
            let VariantKey::Identifier { name } = variant.key else {
                return Err(unsupported(id, "a choice by an exact number"));
            };
            forms.insert(name.to_owned(), read_pattern(id, &variant.value)?);
        }
        return Ok(Phrase::Plural { number: number.name.to_owned(), forms });
    }
    read_pattern(id, pattern).map(Phrase::Plain)
}

fn read_pattern(id: &str, pattern: &Pattern<&str>) -> Result<String, LanguageError> {
    let mut words = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => words.push_str(value),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => {
                words.push('{');
                words.push_str(id.name);
                words.push('}');
            }
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::StringLiteral { value }),
            } => words.push_str(value),
            PatternElement::Placeable { .. } => {
                return Err(unsupported(id, "a choice inside other words, a function or a reference"));
            }
        }
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &str = "# A comment\nsaved = Saved\nturn = { $name }’s turn on { $day }\nleft = { $count ->\n    [one] { $count } question left\n   *[other] { $count } questions left\n }\n";

    #[test]
    fn messages_become_lines_that_every_app_and_language_shares() {
        let phrases = Phrases::parse(EXAMPLE).unwrap();
        let layout = phrases.layout();
        let lines = |phrases: &Phrases| phrases.to_lines(&layout);
        let (mark, words) =
            lines(&phrases).split_once('\n').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
        let (one, other) = ("{count} question left", "{count} questions left");
        assert_eq!(words, format!("\n{one}\n\n\n\n{other}\nSaved\n{{name}}’s turn on {{day}}"));
        assert_eq!(phrases.words("saved"), Some("Saved"));
        assert_eq!(phrases.to_named_lines(), "saved=Saved\nturn={name}’s turn on {day}\n");
        assert_eq!(lines(&phrases.without(&["left", "turn"])), format!("{mark}\n\n\n\n\n\n\nSaved\n"));
        let maori = Phrases::parse("saved = Kua \\puritia\nleft = { $count ->\n   *[other] { $count }\n }\n")
            .unwrap();
        assert_eq!(lines(&maori), format!("{mark}\n\n\n\n\n\n{{count}}\nKua \\\\puritia\n"));
        let more = Phrases::parse(&format!("{EXAMPLE}new = New\n")).unwrap();
        assert_ne!(more.layout().mark, mark, "a file of another layout can be told");
    }

    #[test]
    fn each_message_becomes_a_function_with_its_arguments() {
        let rust = Phrases::parse(EXAMPLE).unwrap().to_rust();
        assert!(rust.contains("pub fn saved() -> String"), "{rust}");
        assert!(rust.contains("pub fn turn(name: impl Display, day: impl Display) -> String"), "{rust}");
        assert!(rust.contains("pub fn left(count: usize) -> String"), "{rust}");
    }

    #[test]
    fn what_phones_do_not_understand_is_refused() {
        for bad in [
            "-term = x\n",
            "a = x\n    .attribute = y\n",
            "a = { NUMBER($n) }\n",
            "a = { b }\n",
            "a = x { $n ->\n    [one] y\n   *[other] z\n }\n",
            "a = b\na = c\n",
            "not fluent",
        ] {
            assert!(Phrases::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_translation_has_the_arguments_of_the_original() {
        let original = Phrases::parse(EXAMPLE).unwrap();
        let check = |text: &str| Phrases::parse(text).unwrap().check_against(&original);
        assert_eq!(check("turn = Te wā o { $name }\n"), Ok(()));
        assert!(matches!(check("turn = { $nmae }\n"), Err(LanguageError::Arguments { .. })));
        assert_eq!(check("other = x\n"), Err(LanguageError::Extra("other".into())));
    }
}
