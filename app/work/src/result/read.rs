//! Reading what families send.

use super::armour::{self, BEGIN, END};
use super::{ResultDocument, ResultError, VERSION};

/// Reads the first result in a text.
///
/// # Errors
/// [`ResultError`] says why it is not one.
pub fn read(text: &str) -> Result<ResultDocument, ResultError> {
    read_all(text).into_iter().next().unwrap_or(Err(ResultError::Foreign))
}

/// Reads every result in a text, such as a mail with several pasted below each other. What cannot be read is an error in its
/// place, and the others are still read. A text without any is one [`ResultError::Foreign`].
pub fn read_all(text: &str) -> Vec<Result<ResultDocument, ResultError>> {
    let mut results = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(BEGIN) {
        let block = &rest[at + BEGIN.len()..];
        let end = block.find(END);
        let next = block.find(BEGIN);
        match end {
            Some(end) if next.is_none_or(|next| end < next) => {
                results.push(read_block(&block[..end]));
                rest = &block[end + END.len()..];
            }
            _ => {
                results.push(Err(ResultError::Truncated));
                rest = next.map_or("", |next| &block[next..]);
            }
        }
    }
    if results.is_empty() {
        results.push(Err(ResultError::Foreign));
    }
    results
}

fn read_block(block: &str) -> Result<ResultDocument, ResultError> {
    let json = armour::unwrap(block, VERSION)?;
    let unreadable = |error: serde_json::Error| ResultError::Unreadable(error.to_string());
    let result: ResultDocument = serde_json::from_slice(&json).map_err(unreadable)?;
    if result.taumahi > VERSION {
        return Err(ResultError::TooNew(result.taumahi));
    }
    Ok(result)
}
