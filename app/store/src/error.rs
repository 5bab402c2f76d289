//! Why something was not kept or not read.

/// Why the store did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The browser keeps nothing here: a private window, or a setting.
    #[error("this browser does not let pages keep anything: {0}")]
    Unavailable(String),
    /// A newer Taumahi has written here.
    #[error("a newer version of this page has been used here")]
    Newer,
    /// The transaction was undone, most often because the device is full.
    #[error("the device is full, or the browser refused to keep this")]
    Refused,
    /// The browser said no, in its own words.
    #[error("the browser could not do this: {0}")]
    Failed(String),
    /// Something could not be made into a record.
    #[error("this cannot be kept")]
    Record,
}
