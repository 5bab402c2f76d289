//! The person at home who takes part.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Who they are to the child. A helper can be a neighbour or a teacher aide: they count as much.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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
    #[default]
    Other,
}

assignment::words!(Partner);

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

/// A partner's word that is not one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is nobody at home")]
pub struct PartnerError(String);

// By hand: the names are in the program once, and what serde derives would bring them twice more.
impl TryFrom<String> for Partner {
    type Error = PartnerError;

    fn try_from(name: String) -> Result<Self, PartnerError> {
        Self::named(&name).ok_or(PartnerError(name))
    }
}

impl From<Partner> for String {
    fn from(partner: Partner) -> Self {
        partner.name().to_owned()
    }
}

impl fmt::Display for Partner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use assignment::json;

    use super::*;

    #[test]
    fn a_partner_is_their_name_in_files() {
        for partner in Partner::ALL {
            let written = json::write(&partner);
            assert_eq!(written, format!("\"{}\"", partner.name()));
            assert_eq!(json::read(&written), Ok(partner));
            assert_eq!(serde_json::from_str::<Partner>(&written).unwrap(), partner);
        }
        for bad in ["\"king\"", "\"Nana\"", "\"aunty-2\"", "\"\"", "1", "null", "{\"nana\":null}"] {
            assert!(json::read::<Partner>(bad).is_err(), "{bad}");
            assert!(serde_json::from_str::<Partner>(bad).is_err(), "{bad}");
        }
    }
}
