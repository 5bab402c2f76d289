//! Reading what families send.

use std::collections::HashSet;

use super::armour::{self, Block};
use super::letter::attachments;
use super::media::drop_strange_media;
use super::mend::mended;
use super::{ResultDocument, ResultError, VERSION};

/// A text with more blocks that cannot be read than this is none that families sent.
const MOST_REFUSED: usize = 100;

/// A block after reading: its checksum, when it says one, and its result.
type ReadBlock = (Option<String>, Result<ResultDocument, ResultError>);

/// Reads the first result in a text.
///
/// # Errors
/// [`ResultError`] says why it is not one.
pub fn read(text: &str) -> Result<ResultDocument, ResultError> {
    read_all(text).into_iter().next().unwrap_or(Err(ResultError::Foreign))
}

/// Reads every result in a text, such as a mail with several pasted below each other, or one saved with its attachments. What
/// cannot be read is an error in its place, and the others are still read; of more than a hundred such, one error is left. A text without any is one [`ResultError::Foreign`].
pub fn read_all(text: &str) -> Vec<Result<ResultDocument, ResultError>> {
    let mut blocks = Vec::new();
    let mut refused = 0;
    for text in std::iter::once(text).chain(attachments(text).iter().map(String::as_str)) {
        let mended = mended(text);
        for block in armour::blocks(&mended) {
            let read = read_block(&block);
            refused += usize::from(read.is_err());
            blocks.push((block.checksum, read));
            if refused > MOST_REFUSED {
                let whole = blocks.into_iter().map(|(_, read)| read).filter(Result::is_ok);
                return whole.chain([Err(ResultError::Damaged)]).collect();
            }
        }
    }
    without_copies(blocks)
}

/// Leaves out damaged copies of results that are there whole. A mail often has everything twice, as text and as HTML; and a child
/// may have typed words that look like the start of a block.
fn without_copies(blocks: Vec<ReadBlock>) -> Vec<Result<ResultDocument, ResultError>> {
    let whole: HashSet<Option<String>> =
        blocks.iter().filter(|(_, read)| read.is_ok()).map(|(checksum, _)| checksum.clone()).collect();
    let is_copy = |(checksum, read): &ReadBlock| {
        matches!(read, Err(ResultError::Damaged | ResultError::Truncated))
            && (whole.contains(checksum) || checksum.is_none() && !whole.is_empty())
    };
    let results: Vec<_> = blocks.into_iter().filter(|block| !is_copy(block)).map(|(_, read)| read).collect();
    if results.is_empty() { vec![Err(ResultError::Foreign)] } else { results }
}

fn read_block(block: &Block) -> Result<ResultDocument, ResultError> {
    let json = armour::unwrap(block, VERSION)?;
    let unreadable = |error: serde_json::Error| ResultError::Unreadable(error.to_string());
    let mut result: ResultDocument = serde_json::from_slice(&json).map_err(unreadable)?;
    if result.taumahi > VERSION {
        return Err(ResultError::TooNew(result.taumahi));
    }
    drop_strange_media(&mut result);
    Ok(result)
}
