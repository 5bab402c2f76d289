//! What the files of texts are called. From the name comes the homework's id: what families' answers and results are filed under.

use assignment::Index;
use assignment::source::folder::name_and_language;

/// The name, or else the first of `kites-2.md`, `kites-3.md` … that is free.
pub fn free(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let (id, ending) = name.split_once('.').unwrap_or((name, "md"));
    let numbered = (2..).map(|number| format!("{id}-{number}.{ending}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default()
}

/// The same for homework that is new: neither an open text nor the class's list has any of its id, be it in another language.
pub fn free_for_new(name: &str, open: &[&str], list: Option<&Index>) -> String {
    fn id_of(name: &str) -> &str {
        name_and_language(name).0
    }
    free(name, |name| {
        let id = id_of(name);
        let is_listed = list.is_some_and(|list| list.assignments.iter().any(|head| head.id == id));
        !is_listed && open.iter().all(|open| id_of(open) != id)
    })
}

/// The name of a text whose homework gets another id: `kites.sm.md` becomes `kites-2.sm.md`.
pub fn with_id(name: &str, id: &str) -> String {
    let rest = name.strip_prefix(name_and_language(name).0).unwrap_or(".md");
    [id, rest].concat()
}

/// Whether a text can be called this: as the checker wants ids, with the language of a translation.
pub fn is_file_name(name: &str) -> bool {
    let (id, _) = name_and_language(name);
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.len() <= 64
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[cfg(test)]
mod tests {
    use assignment::Head;

    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let taken = ["kites.md", "kites-2.md", "boats.sm.md"];
        let free = |name| free(name, |name| !taken.contains(&name));
        assert_eq!(
            ["stars.md", "kites.md", "boats.sm.md"].map(free),
            ["stars.md", "kites-3.md", "boats-2.sm.md"]
        );
    }

    #[test]
    fn new_homework_has_an_id_that_neither_an_open_text_nor_the_class_has() {
        let head = |id: &str| Head { id: id.into(), ..Head::default() };
        let list = Index { assignments: vec![head("kites"), head("kites-3")], ..Index::default() };
        assert_eq!(free_for_new("kites.md", &["kites-2.sm.md"], Some(&list)), "kites-4.md");
        assert_eq!(free_for_new("kites.md", &[], None), "kites.md");
        assert_eq!(free_for_new("kites.md", &["kites.sm.md"], None), "kites-2.md");
    }

    #[test]
    fn a_translation_goes_with_its_original() {
        assert_eq!(with_id("kites.sm.md", "kites-2"), "kites-2.sm.md");
        assert_eq!(with_id("kites.md", "boats"), "boats.md");
    }

    #[test]
    fn a_name_is_an_id_and_perhaps_a_language() {
        assert!(["kites.md", "kites-2.sm.md"].iter().all(|name| is_file_name(name)));
        assert!(
            ["Kites.md", "2-kites.md", "kītes.md", ".md", "my kites.md"]
                .iter()
                .all(|name| !is_file_name(name))
        );
    }
}
