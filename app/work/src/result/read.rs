//! Reading what families send.

use std::collections::HashSet;

use super::armour::{self, Block};
use super::letter::attachments;
use super::media::drop_strange_media;
use super::mend::mended;
use super::{ResultDocument, ResultError, VERSION};

/// A text with more blocks that cannot be read than this is none that families sent …
const MOST_REFUSED: usize = 100;

/// … nor is one where they become so many bytes: as many as one result can have.
const MOST_REFUSED_BYTES: usize = 32 << 20;

/// The bytes that all blocks of a text may become: more than three times as many as its file can have. Each block has a limit of its own, but a text
/// can have a thousand of them.
const MOST_TOGETHER: usize = 96 << 20;

/// A block after reading: its checksum, when it says one, and its result.
type ReadBlock = (Option<String>, Result<ResultDocument, ResultError>);

/// Reads the first result in a text.
///
/// # Errors
/// [`ResultError`] says why it is not one.
pub fn read(text: impl Into<String>) -> Result<ResultDocument, ResultError> {
    read_all(text).into_iter().next().unwrap_or(Err(ResultError::Foreign))
}

/// Reads every result in a text, such as a mail with several pasted below each other, or one saved with its attachments. What
/// cannot be read is an error in its place, and the others are still read; of more than a hundred such, one error is left, and so it is
/// where a text says more than any that families sent. A text without any is one [`ResultError::Foreign`].
///
/// It takes the text, which it changes in its own place: a text may be as large as a page can read.
pub fn read_all(text: impl Into<String>) -> Vec<Result<ResultDocument, ResultError>> {
    let mut text = text.into();
    let attachments = attachments(&mut text);
    let mut reading = Reading::default();
    let done = std::iter::once(text).chain(attachments).try_for_each(|text| reading.take(text));
    match done {
        Ok(()) => without_copies(reading.blocks),
        Err(error) => {
            let whole = reading.blocks.into_iter().map(|(_, read)| read).filter(Result::is_ok);
            whole.chain([Err(error)]).collect()
        }
    }
}

/// What has been read of a text.
#[derive(Default)]
struct Reading {
    blocks: Vec<ReadBlock>,
    refused: usize,
    refused_bytes: usize,
    bytes: usize,
}

impl Reading {
    /// Reads the blocks of a text. An error when there is no end of them.
    fn take(&mut self, text: String) -> Result<(), ResultError> {
        let mended = mended(text);
        for block in armour::blocks(&mended) {
            let mut bytes = 0;
            let read = read_block(&block, &mut bytes);
            self.bytes += bytes;
            if read.is_err() {
                self.refused += 1;
                self.refused_bytes += bytes;
            }
            self.blocks.push((block.checksum, read));
            if self.refused > MOST_REFUSED {
                return Err(ResultError::Damaged);
            }
            if self.bytes > MOST_TOGETHER || (self.refused > 1 && self.refused_bytes > MOST_REFUSED_BYTES) {
                return Err(ResultError::TooLarge);
            }
        }
        Ok(())
    }
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

fn read_block(block: &Block<'_>, inflated: &mut usize) -> Result<ResultDocument, ResultError> {
    let mut result = block.read(VERSION, inflated)?;
    if result.taumahi > VERSION {
        return Err(ResultError::TooNew(result.taumahi));
    }
    drop_strange_media(&mut result);
    Ok(result)
}
