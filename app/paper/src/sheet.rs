//! What every part of a page needs to know.

use assignment::{Ask, Assignment, Class, Prose};
use maud::{Markup, PreEscaped, html};

use crate::fit::Fit;
use crate::words::{Word, Words};

/// The page that is being written.
pub(crate) struct Sheet<'a> {
    pub assignment: &'a Assignment,
    pub class: Option<&'a Class>,
    pub words: &'a Words<'a>,
    pub fit: Fit,
    pictures: &'a str,
}

impl<'a> Sheet<'a> {
    pub fn new(
        assignment: &'a Assignment,
        class: Option<&'a Class>,
        words: &'a Words<'a>,
        pictures: &'a str,
        fit: Fit,
    ) -> Self {
        Self { assignment, class, words, fit, pictures }
    }

    /// The interface's words.
    pub fn say(&self, word: Word) -> Markup {
        self.own(&self.words.say(word))
    }

    /// The interface's words with a value in its place.
    pub fn with(&self, word: Word, name: &str, value: &str) -> Markup {
        self.own(&self.words.with(word, name, value))
    }

    /// Words of the interface, marked where they are in another language than the assignment.
    pub fn own(&self, words: &str) -> Markup {
        let Words { lang, .. } = *self.words;
        if lang == self.assignment.head.lang {
            return html! { (words) };
        }
        html! { span lang=(lang) dir=(assignment::direction(lang)) { (words) } }
    }

    /// A teacher's words with their formatting. Pictures come at once: what is not there yet is not printed.
    pub fn prose(&self, prose: &Prose) -> Markup {
        self.html(prose.html())
    }

    /// As [`Self::prose`]. In words a quote is escaped, so a word is never taken for a picture's address.
    pub fn html(&self, html: &str) -> Markup {
        let here = ["src=\"", self.pictures].concat();
        PreEscaped(html.replace("loading=\"lazy\" ", "").replace("src=\"assignments/", &here))
    }

    /// Which question this is, counted from 1.
    pub fn number(&self, id: &str) -> Option<usize> {
        self.assignment.asks().position(|ask| ask.id == id).map(|before| before + 1)
    }

    /// The question of this id.
    pub fn ask(&self, id: &str) -> Option<&'a Ask> {
        self.assignment.asks().find(|ask| ask.id == id)
    }
}
