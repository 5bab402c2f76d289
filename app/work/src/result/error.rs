//! What can be wrong with a result file.

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
    #[error("this result is too large to be real")]
    TooLarge,
    /// The checksum is right and the content is not a result.
    #[error("this result cannot be read: {0}")]
    Unreadable(String),
}
