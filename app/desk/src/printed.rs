//! What is printed, and where it comes from.

use std::collections::BTreeMap;

use assignment::{Assignment, Class, Head, Index};
use leptos::prelude::*;
use store::Store;
use ui::browser;
use work::WorkRecord;

use crate::desk::Desk;
use crate::start::fetch_index;

/// Where the compiled assignments and their pictures are, seen from the desk.
pub const ASSIGNMENTS: &str = "../assignments/";

/// An assignment that is to be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Printed {
    /// One of the class's list, in one of its languages; without a language, in its own.
    OfClass { assignment: String, lang: String },
    /// What a family keeps on this device, in a language that it has.
    AtHome { child: String, assignment: String, lang: String },
    /// The text in the editor.
    Text,
}

/// An assignment with what is printed with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// What is printed.
    pub assignment: Assignment,
    /// Whose name stands on it.
    pub class: Option<Class>,
    /// Pictures that lie only on this computer, by their paths, with addresses under which this page has them.
    pub pictures: BTreeMap<String, String>,
}

/// Why there is nothing to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The class's list does not have it.
    NotListed,
    /// It is not kept on this device.
    NotKept,
    /// No text is open, or what is open is no homework yet.
    NoText,
    /// It could not be loaded.
    Failed,
}

impl Printed {
    /// Finds it, or says why not.
    pub async fn load(&self, desk: Desk) -> Result<Ready, Missing> {
        if desk.index.with_untracked(Option::is_none) {
            fetch_index(desk).await;
        }
        let assignment = match self {
            Self::OfClass { assignment, lang } => of_class(desk, assignment, lang).await?,
            Self::AtHome { child, assignment, lang } => at_home(child, assignment, lang).await?,
            Self::Text => return of_text(desk).await,
        };
        Ok(Ready { assignment, class: class_of_site(desk), pictures: BTreeMap::new() })
    }
}

fn class_of_site(desk: Desk) -> Option<Class> {
    desk.index.with_untracked(|index| index.as_ref()?.class.clone())
}

async fn of_class(desk: Desk, id: &str, lang: &str) -> Result<Assignment, Missing> {
    let index = desk.index.get_untracked().ok_or(Missing::Failed)?;
    let file = file_of(&index, id, lang).ok_or(Missing::NotListed)?;
    let text = browser::fetch_text(&[ASSIGNMENTS, &file].concat()).await.map_err(|_| Missing::Failed)?;
    Assignment::from_json(&text).map_err(|_| Missing::Failed)
}

async fn at_home(child: &str, id: &str, lang: &str) -> Result<Assignment, Missing> {
    let name = [store::FAMILIES, &browser::site_folder()].concat();
    let store = Store::open_or_memory(&name).await.map_err(|_| Missing::Failed)?;
    let works = store.works(child).await.map_err(|_| Missing::Failed)?.records;
    let record = works.into_iter().find(|record| record.document.head.id == id);
    record.map(|record| in_language(record, lang)).ok_or(Missing::NotKept)
}

async fn of_text(desk: Desk) -> Result<Ready, Missing> {
    let author = desk.author;
    if author.open.with_untracked(Option::is_none) {
        author.bring_back(desk).await;
        author.show_first(desk);
    }
    let lang = author.sheet_untracked().and_then(|sheet| sheet.language().map(str::to_owned));
    let checked = author.checked.get_untracked();
    let shared = checked.shared.ok_or(Missing::NoText)?;
    let translation =
        shared.translations.into_iter().find(|translation| Some(&translation.head.lang) == lang.as_ref());
    Ok(Ready {
        assignment: translation.unwrap_or(shared.document),
        class: checked.class.or_else(|| class_of_site(desk)),
        pictures: author.pictures.get_untracked().unwrap_or_default(),
    })
}

/// The document, or its translation where the family has one.
fn in_language(record: WorkRecord, lang: &str) -> Assignment {
    let translation = record.translations.into_iter().find(|translation| translation.head.lang == lang);
    translation.filter(|_| record.document.head.lang != lang).unwrap_or(record.document)
}

/// The name of the compiled document.
fn file_of(index: &Index, id: &str, lang: &str) -> Option<String> {
    let head: &Head = index.assignments.iter().find(|head| head.id == id)?;
    if lang.is_empty() || lang == head.lang {
        return Some(head.file_name());
    }
    let translated = head.translations.iter().find(|translated| translated.lang == lang)?;
    Some(head.translation_file_name(translated))
}

#[cfg(test)]
mod tests {
    use assignment::Translated;

    use super::*;

    fn index() -> Index {
        let translated = Translated { lang: "sm".into(), hash: "2".into(), ..Translated::default() };
        let head = Head {
            id: "kites".into(),
            hash: "1".into(),
            lang: "en".into(),
            translations: vec![translated],
            ..Head::default()
        };
        Index { assignments: vec![head], ..Index::default() }
    }

    #[test]
    fn a_document_is_found_by_its_language() {
        let file = |id, lang| file_of(&index(), id, lang);
        assert_eq!(file("kites", "").as_deref(), Some("kites.1.json"));
        assert_eq!(file("kites", "en").as_deref(), Some("kites.1.json"));
        assert_eq!(file("kites", "sm").as_deref(), Some("kites.2.json"));
        assert_eq!((file("kites", "to"), file("halves", "")), (None, None));
    }

    #[test]
    fn what_a_family_keeps_is_printed_in_its_language() {
        let document = |lang: &str| Assignment {
            head: Head { lang: lang.into(), ..Head::default() },
            ..Assignment::default()
        };
        let mut record = WorkRecord::start("child", document("en"), 0);
        record.translations = vec![document("sm")];
        let printed = |lang| in_language(record.clone(), lang).head.lang;
        assert_eq!([printed("en"), printed("sm"), printed("to")], ["en", "sm", "en"]);
    }
}
