//! A child on this device.

use serde::{Deserialize, Serialize};

use crate::Moment;

/// A child on this device: there can be several, and they never see each other's work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// 16 hexadecimal digits, chosen once: the moment and chance.
    pub id: String,
    /// The name as it was typed.
    pub name: String,
    /// One of [`PICTURES`]; a name that is not among them is shown as the first.
    pub picture: String,
    /// When the child was added. Not in results.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub added: Moment,
    /// The language that homework is read in where it is translated, a BCP 47 tag; with a `+` behind it, beside the original. Empty for
    /// the original alone. Not in results.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reads: String,
}

assignment::record!(Profile { id: "id", name: "name", picture: "picture", added: "added?", reads: "reads?" });

/// The pictures a child can choose from: each is a symbol of `public/pictures.svg`.
pub const PICTURES: [&str; 12] =
    ["kiwi", "fish", "star", "moon", "leaf", "wave", "mountain", "shell", "boat", "flower", "sun", "kite"];

fn is_zero(moment: &Moment) -> bool {
    *moment == 0
}

/// A name for comparing: small letters, without macrons, glottal signs and double spaces. What was typed is what is kept.
pub fn normalised_name(name: &str) -> String {
    let mut normalised = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            'ā' => normalised.push('a'),
            'ē' => normalised.push('e'),
            'ī' => normalised.push('i'),
            'ō' => normalised.push('o'),
            'ū' => normalised.push('u'),
            // ʻokina, fakauʻa and everything typed for them, and combining macrons.
            'ʻ' | 'ʼ' | '‘' | '’' | '\'' | '`' | '\u{304}' => {}
            c if c.is_whitespace() => {
                if !normalised.is_empty() && !normalised.ends_with(' ') {
                    normalised.push(' ');
                }
            }
            c => normalised.push(c),
        }
    }
    normalised.truncate(normalised.trim_end().len());
    normalised
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn macrons_and_glottal_signs_do_not_tell_names_apart() {
        assert_eq!(normalised_name(" Mārama  Tūī "), normalised_name("marama tui"));
        assert_eq!(normalised_name("ʻAna"), normalised_name("'ana"));
        assert_eq!(normalised_name("Ma\u{304}rama"), normalised_name("Mārama"));
        assert_ne!(normalised_name("Mia"), normalised_name("Maia"));
    }
}
