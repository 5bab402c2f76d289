//! What can be wrong with a result file.

use std::fmt;

/// Why a text was not read as a result.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ResultError {
    /// There is no armoured block in it.
    #[error("this is not a Taumahi result: the line “-----BEGIN TAUMAHI RESULT-----” is not in it")]
    Foreign,
    /// The block has no end.
    #[error("the end of this result is missing; ask for it to be sent again")]
    Truncated,
    /// The block's content is not what was written.
    #[error("this result was changed or damaged on its way; ask for it to be sent again")]
    Damaged,
    /// It was written by a newer Taumahi.
    #[error("this result is version {0}, which is newer than this program can read; get the newest one")]
    TooNew(u32),
    /// It is larger than any honest result.
    #[error("this result is too large to be real; ask for it to be sent again from Taumahi")]
    TooLarge,
    /// It has more of something than any homework.
    #[error("this result has more {0} than any homework has; ask for it to be sent again from Taumahi")]
    TooMuch(Excess),
    /// The checksum is right and the content is not a result.
    #[error("this result cannot be read: {0}; ask for it to be sent again from Taumahi")]
    Unreadable(String),
}

/// What a result has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excess {
    /// Lists in lists.
    Depth,
    /// Words of any kind.
    Words,
    /// Parts of any kind.
    Parts,
    /// Questions.
    Questions,
    /// Answers.
    Answers,
    /// People at home.
    People,
    /// Photos and recordings.
    Media,
    /// Letters in a name, an id or a title.
    Letters,
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Depth => "lists in lists",
            Self::Words => "words",
            Self::Parts => "parts",
            Self::Questions => "questions",
            Self::Answers => "answers",
            Self::People => "people at home",
            Self::Media => "photos and recordings",
            Self::Letters => "letters in a name",
        })
    }
}
