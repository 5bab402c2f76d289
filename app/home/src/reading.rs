//! In which language homework is read: the family's choice, kept with the child.

use assignment::Assignment;
use ui::browser::fetch_text;
use work::WorkRecord;

use crate::home::Home;

/// The family's choice as the child's profile keeps it: `sm`, or `sm+` for both languages side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The language; empty for the original.
    pub lang: String,
    /// Whether the original stands beside it.
    pub is_beside: bool,
}

impl Reading {
    /// The choice of a profile.
    pub fn of(reads: &str) -> Self {
        let lang = reads.trim_end_matches('+');
        Self { lang: lang.to_owned(), is_beside: lang != reads }
    }

    /// As a profile keeps it.
    pub fn to_profile(&self) -> String {
        let sign = if self.is_beside { "+" } else { "" };
        [&self.lang, sign].concat()
    }
}

/// The languages that this work can be read in: the original's first.
pub fn languages(home: Home, record: &WorkRecord) -> Vec<String> {
    let head = &record.document.head;
    let mut languages = vec![head.lang.clone()];
    let mut add = |lang: &String| {
        if !languages.contains(lang) {
            languages.push(lang.clone());
        }
    };
    record.translations.iter().for_each(|translation| add(&translation.head.lang));
    if let Some(known) = home.listed(&head.id) {
        known.translations.iter().for_each(|translated| add(&translated.lang));
    }
    languages
}

/// The translation of this work into a language: the class's, or while that does not come the one that was kept with the work.
/// `None` when there is neither.
pub async fn translation(home: Home, record: &WorkRecord, lang: &str) -> Option<Assignment> {
    let held = record.translations.iter().find(|held| held.head.lang == lang);
    let id = &record.document.head.id;
    let newer = home.listed(id).and_then(|head| {
        let translated = head.translations.iter().find(|translated| translated.lang == lang)?;
        let is_held = held.is_some_and(|held| held.head.hash == translated.hash);
        (!is_held).then(|| head.translation_file_name(translated))
    });
    let fetched = match newer {
        Some(file) => fetch_document(&file, id).await,
        None => None,
    };
    fetched.or_else(|| held.cloned())
}

/// Fetches a document of this site. `None` when it does not come, or is another assignment's.
pub async fn fetch_document(file: &str, id: &str) -> Option<Assignment> {
    let text = fetch_text(&format!("assignments/{file}")).await.ok()?;
    Assignment::from_json(&text).ok().filter(|document| document.head.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_comes_back_from_the_profile() {
        for reads in ["", "sm", "ar+"] {
            assert_eq!(Reading::of(reads).to_profile(), reads);
        }
        assert_eq!(Reading::of("ar+"), Reading { lang: "ar".into(), is_beside: true });
    }
}
