//! The person at home who takes part.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Who they are to the child. A helper can be a neighbour or a teacher aide: they count as much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the words")]
pub enum Partner {
    Mum,
    Dad,
    Nana,
    Koro,
    Aunty,
    Uncle,
    Brother,
    Sister,
    Helper,
    Other,
}

impl Partner {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 10] = [
        Self::Mum,
        Self::Dad,
        Self::Nana,
        Self::Koro,
        Self::Aunty,
        Self::Uncle,
        Self::Brother,
        Self::Sister,
        Self::Helper,
        Self::Other,
    ];

    /// The word for them in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Mum => "mum",
            Self::Dad => "dad",
            Self::Nana => "nana",
            Self::Koro => "koro",
            Self::Aunty => "aunty",
            Self::Uncle => "uncle",
            Self::Brother => "brother",
            Self::Sister => "sister",
            Self::Helper => "helper",
            Self::Other => "other",
        }
    }

    /// The partner of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|partner| partner.name() == name)
    }
}

impl fmt::Display for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
