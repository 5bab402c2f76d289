//! What the files of texts are called. From the name comes the homework's id: what families' answers and results are filed under.

use assignment::source::folder::name_and_language;

/// The name, or else the first of `kites-2.md`, `kites-3.md` … that is free.
pub fn free(name: &str, is_free: impl Fn(&str) -> bool) -> String {
    let (id, ending) = name.split_once('.').unwrap_or((name, "md"));
    let numbered = (2..).map(|number| format!("{id}-{number}.{ending}"));
    std::iter::once(name.to_owned()).chain(numbered).find(|name| is_free(name)).unwrap_or_default()
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
    fn a_name_is_an_id_and_perhaps_a_language() {
        assert!(["kites.md", "kites-2.sm.md"].iter().all(|name| is_file_name(name)));
        assert!(
            ["Kites.md", "2-kites.md", "kītes.md", ".md", "my kites.md"]
                .iter()
                .all(|name| !is_file_name(name))
        );
    }
}
