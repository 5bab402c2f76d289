//! Where things stand: the object stores of the database, and their keys.

/// An object store. Its name is part of the stored schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Shelf {
    Profiles,
    Works,
    Answers,
    Results,
    /// What tabs wrote as they were left, to be taken in by the next.
    Journal,
    /// Photos and recordings, which are no texts. The answers that name them stand on their own shelf.
    Media,
    /// What answers were before they were changed, under the key of the answer.
    Earlier,
    /// What a teacher has written and not yet saved to its file.
    Drafts,
}

/// The version of the stored schema. A change to shelves or keys raises it and migrates. 1 had no media and no drafts, 2
/// no earlier versions.
#[cfg(target_arch = "wasm32")]
pub(crate) const SCHEMA: u8 = 3;

impl Shelf {
    /// The shelf of this name, if families have it.
    pub fn of_families(name: &str) -> Option<Self> {
        let all = [Self::Profiles, Self::Works, Self::Answers, Self::Earlier, Self::Journal, Self::Media];
        all.into_iter().find(|shelf| shelf.name() == name)
    }

    #[cfg(target_arch = "wasm32")]
    pub const ALL: [Self; 8] = [
        Self::Profiles,
        Self::Works,
        Self::Answers,
        Self::Earlier,
        Self::Results,
        Self::Journal,
        Self::Media,
        Self::Drafts,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Profiles => "profiles",
            Self::Works => "works",
            Self::Answers => "answers",
            Self::Results => "results",
            Self::Journal => "journal",
            Self::Media => "media",
            Self::Earlier => "earlier",
            Self::Drafts => "drafts",
        }
    }
}

/// A key of several parts. The parts are ids, which have no `/`; one that has is made harmless, so that it can reach
/// nobody else's records.
pub(crate) fn key(parts: &[&str]) -> String {
    let mut key = String::new();
    for (before, part) in parts.iter().enumerate() {
        if before > 0 {
            key.push('/');
        }
        for c in part.chars() {
            match c {
                '%' => key.push_str("%25"),
                '/' => key.push_str("%2F"),
                c => key.push(c),
            }
        }
    }
    key
}

/// Sorts after every character that a key has.
pub(crate) const LAST: char = '\u{ffff}';

/// Where a record goes that nobody can read, before another takes its place: behind all that is ever read.
pub(crate) fn aside(key: &str) -> String {
    let mut aside = String::from(LAST);
    aside.push_str(key);
    aside
}

/// What every key starts with whose first parts are these.
pub(crate) fn under(parts: &[&str]) -> String {
    let mut prefix = key(parts);
    prefix.push('/');
    prefix
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_part_reaches_into_another() {
        assert_eq!(key(&["a", "b"]), "a/b");
        assert_ne!(key(&["a/b", "c"]), key(&["a", "b/c"]));
        assert_ne!(key(&["a%2Fb"]), key(&["a/b"]));
        assert!(!key(&["ab", "c"]).starts_with(&under(&["a"])));
    }
}
