//! What is unpacked of a block, watched while it is read: so that a small file that becomes a large one, or one that is made of a million
//! parts, is refused before anything is made of it.

use std::io::{self, Read};

use super::{Excess, ResultError};
use crate::Medium;

/// What no honest result reaches: the bytes of its document. All photos and recordings that one can have
/// ([`Medium::MOST_BYTES_TOGETHER`]), without compression, come to less, with some megabytes to spare for words.
const MOST_INFLATED: usize = 32 << 20;

/// The bytes of all but its photos and recordings.
const MOST_WORDS: usize = 8 << 20;

/// The bytes of one text in it. A whole book has a million letters.
const LONGEST_WORDS: usize = 4 << 20;

/// The bytes of one photo or recording in base64.
const LONGEST_MEDIUM: usize = Medium::MOST_BYTES.div_ceil(3) * 4;

/// Nothing of ours is nested deeper.
const DEEPEST: usize = 32;

/// Questions, answers, people and media, together.
const MOST_ITEMS: usize = 12_000;

/// Texts, commas, colons and brackets: a table of a thousand cells has about four thousand.
const MOST_SIGNS: usize = 250_000;

/// Reads on, and follows the JSON as it goes by.
pub(super) struct Bounded<R> {
    content: R,
    /// Why it was stopped.
    stopped: Option<ResultError>,
    /// The bytes that went by.
    pub inflated: usize,
    json: Json,
}

/// Where in a JSON text we are, as far as it matters here.
#[derive(Default)]
struct Json {
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// The bytes of the string so far, or of the last one.
    string: usize,
    /// Whether the string so far is the same as that of the field with the media.
    is_media_name: bool,
    /// Inside the field with the media.
    in_media: bool,
    words: usize,
    items: usize,
    signs: usize,
}

impl<R: Read> Bounded<R> {
    pub fn new(content: R) -> Self {
        Self { content, stopped: None, inflated: 0, json: Json::default() }
    }

    /// Why it was stopped, if it was.
    pub fn stopped(&self) -> Option<ResultError> {
        self.stopped.clone()
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.content.read(buffer)?;
        self.inflated += read;
        let bytes = buffer.get(..read).unwrap_or_default();
        let followed = if self.inflated > MOST_INFLATED {
            Err(ResultError::TooLarge)
        } else {
            bytes.iter().try_for_each(|byte| self.json.follow(*byte))
        };
        followed.map(|()| read).map_err(|error| {
            self.stopped = Some(error);
            io::Error::other("more than a result has")
        })
    }
}

impl Json {
    #[inline]
    fn follow(&mut self, byte: u8) -> Result<(), ResultError> {
        if !self.in_media {
            self.words += 1;
        }
        if self.in_string {
            return self.follow_string(byte);
        }
        match byte {
            b'"' => {
                self.in_string = true;
                self.string = 0;
                self.is_media_name = self.depth == 1;
            }
            b'[' | b'{' => self.depth += 1,
            b']' | b'}' => self.depth = self.depth.saturating_sub(1),
            b':' if self.depth == 1 => self.in_media = self.is_media_name && self.string == MEDIA.len(),
            b',' if self.depth == 1 => self.in_media = false,
            b',' | b':' => {}
            // Anything else, whatever it is, is the reader's.
            _ => return self.within(self.words <= MOST_WORDS, Excess::Words),
        }
        self.signs += 1;
        self.items += usize::from(byte == b',' && self.depth == 2);
        self.within(self.depth <= DEEPEST, Excess::Depth)?;
        self.within(self.items < MOST_ITEMS, Excess::Parts)?;
        self.within(self.signs <= MOST_SIGNS, Excess::Parts)
    }

    #[inline]
    fn follow_string(&mut self, byte: u8) -> Result<(), ResultError> {
        if self.escaped {
            self.escaped = false;
        } else if byte == b'"' {
            self.in_string = false;
            return Ok(());
        } else {
            self.escaped = byte == b'\\';
        }
        self.is_media_name = self.is_media_name && MEDIA.get(self.string) == Some(&byte);
        self.string += 1;
        let longest = if self.in_media { LONGEST_MEDIUM } else { LONGEST_WORDS };
        self.within(self.string <= longest && self.words <= MOST_WORDS, Excess::Words)
    }

    #[inline]
    fn within(&self, is_within: bool, excess: Excess) -> Result<(), ResultError> {
        if is_within { Ok(()) } else { Err(ResultError::TooMuch(excess)) }
    }
}

/// The name of the field with the media.
const MEDIA: &[u8] = b"media";
