//! What stands above an assignment: its names and its days.

use serde::{Deserialize, Serialize};

use super::{Assignment, Date, is_false};

/// What a list shows of an assignment, and what says which one a result is of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The name of the source file, without its ending: small letters, digits and hyphens.
    pub id: String,
    /// The first 16 hexadecimal digits of the SHA-256 of the document's JSON with `"hash":""` in this place.
    #[serde(default)]
    pub hash: String,
    /// The language of the words, a BCP 47 tag.
    pub lang: String,
    /// Plain text.
    pub title: String,
    /// Plain text; empty when the teacher gave none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// The school year or years as written (`5-6`); empty when not given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub year: String,
    /// The first day it is this week's work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<Date>,
    /// The last such day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// About how long it takes, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// Its words are a draft that nobody who speaks the language well has read.
    #[serde(default, skip_serializing_if = "is_false")]
    pub draft: bool,
    /// The languages that it can be read in beside its own. Only in lists: a document has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub translations: Vec<Translated>,
}

crate::record!(Head {
    id: "id",
    hash: "hash",
    lang: "lang",
    title: "title",
    subject: "subject?",
    year: "year?",
    opens: "opens?",
    due: "due?",
    minutes: "minutes?",
    draft: "draft?",
    translations: "translations?",
});

/// A translation in a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated {
    /// Its language, a BCP 47 tag.
    pub lang: String,
    /// As [`Head::hash`].
    pub hash: String,
    /// The title in its language.
    pub title: String,
    /// As [`Head::draft`].
    #[serde(default, skip_serializing_if = "is_false")]
    pub draft: bool,
}

crate::record!(Translated { lang: "lang", hash: "hash", title: "title", draft: "draft?" });

impl Translated {
    /// The entry of a translation.
    pub fn of(translation: &Assignment) -> Self {
        let Head { lang, hash, title, draft, .. } = translation.head.clone();
        Self { lang, hash, title, draft }
    }
}

impl Head {
    /// The name of the compiled document beside the index. It changes with the content, so that it can be cached for ever.
    pub fn file_name(&self) -> String {
        format!("{}.{}.json", self.id, self.hash)
    }

    /// The name of the page beside it that is printed.
    pub fn paper_name(&self) -> String {
        [&self.id, ".", &self.hash, ".html"].concat()
    }

    /// The name of a translation's compiled document.
    pub fn translation_file_name(&self, translated: &Translated) -> String {
        format!("{}.{}.json", self.id, translated.hash)
    }
}
