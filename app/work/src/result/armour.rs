//! The armoured block: any bytes as lines of plain text that survive mail, messages and copying.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::packed::{Packed, PackedError};
use super::{ResultDocument, ResultError};

pub(super) const BEGIN: &str = "-----BEGIN TAUMAHI RESULT-----";
pub(super) const END: &str = "-----END TAUMAHI RESULT-----";
const VERSION: &str = "Version:";
const CHECKSUM: &str = "Checksum:";

/// The checksum's digits.
const CHECKSUM_DIGITS: usize = 8;

/// The bytes in a line, which are 64 characters: mail keeps lines of 76 whole, and quoting marks need a few.
const LINE: usize = 48;

/// Adds a block that says `version`, with packed content.
pub(super) fn wrap(text: &mut String, version: u32, packed: &[u8]) {
    text.reserve(packed.len() / LINE * 65 + 256);
    text.push_str(&format!("{BEGIN}\n{VERSION} {version}\n{CHECKSUM} {}\n\n", checksum(packed)));
    for line in packed.chunks(LINE) {
        push_base64(text, line);
        text.push('\n');
    }
    text.push_str(END);
    text.push('\n');
}

/// Adds bytes in base64, without padding: mail programs write `=` as `=3D`. The library's code for it, which takes any alphabet, would
/// cost a phone 1,400 bytes.
pub(super) fn push_base64(text: &mut String, bytes: &[u8]) {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    text.reserve(bytes.len() / 3 * 4 + 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte))
            << (8 * (3 - three.len()));
        for sign in 0..=three.len() {
            text.push(char::from(SIGNS[bits >> (18 - 6 * sign) & 63]));
        }
    }
}

/// A block as it was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block<'t> {
    /// The version it says.
    version: Option<u32>,
    /// The checksum it says.
    pub checksum: Option<String>,
    /// Its content.
    packed: Packed<'t>,
    /// Whether its last line is there.
    has_end: bool,
}

/// Every block of a mended text, in order.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = Block<'_>> {
    let mut marks = marks(text).peekable();
    std::iter::from_fn(move || {
        let start = marks.find(|mark| mark.is_begin)?;
        let next = marks.peek();
        let end = next.map_or(text.len(), |next| next.start);
        Some(Block::of(&text[start.end..end], next.is_some_and(|next| !next.is_begin)))
    })
}

/// The line that starts or ends a block.
struct Mark {
    is_begin: bool,
    start: usize,
    end: usize,
}

/// Finds the first and last lines of blocks by their words, whichever dashes and spaces a program has made of theirs.
fn marks(text: &str) -> impl Iterator<Item = Mark> {
    const MIDDLE: &str = "TAUMAHI";
    text.match_indices(MIDDLE).filter_map(|(at, _)| {
        let before = without_gap_at_end(&text[..at]);
        let (is_begin, outside) = match before.strip_suffix("BEGIN") {
            Some(outside) => (true, outside),
            None => (false, before.strip_suffix("END")?),
        };
        let rest = &text[at + MIDDLE.len()..];
        let after = rest.trim_start_matches(is_gap).strip_prefix("RESULT")?;
        // Without any dash the words are only words.
        let dashed = ends_with_dash(outside) || after.trim_start_matches(is_gap).starts_with(is_dash);
        dashed.then_some(Mark { is_begin, start: outside.len(), end: text.len() - after.len() })
    })
}

/// What can stand between the words of a line: spaces, line ends, and the marks of quotations and of strong words.
fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '>' | '|' | '*' | '_')
}

fn without_gap_at_end(text: &str) -> &str {
    text.trim_end_matches(is_gap)
}

fn ends_with_dash(text: &str) -> bool {
    without_gap_at_end(text).ends_with(is_dash)
}

pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

impl<'t> Block<'t> {
    fn of(text: &'t str, has_end: bool) -> Self {
        let version = field(text, VERSION, |c| c.is_ascii_digit(), 9);
        let checksum = field(text, CHECKSUM, |c| c.is_ascii_hexdigit(), CHECKSUM_DIGITS);
        let mut fields: Vec<&Found> = version.iter().chain(&checksum).collect();
        fields.sort_by_key(|field| field.start);
        let mut parts = [""; 3];
        let mut start = 0;
        for (part, field) in parts.iter_mut().zip(&fields) {
            *part = text.get(start..field.start).unwrap_or_default();
            start = field.end;
        }
        parts[fields.len()] = &text[start..];
        Self {
            version: version.and_then(|field| field.value.parse().ok()),
            checksum: checksum.map(|field| field.value.to_ascii_lowercase()),
            packed: Packed(parts),
            has_end,
        }
    }

    /// The result in it. Its checksum decides whether it is whole. `inflated` counts the bytes that were unpacked.
    pub fn read(&self, newest: u32, inflated: &mut usize) -> Result<ResultDocument, ResultError> {
        if let Some(version) = self.version.filter(|version| *version > newest) {
            return Err(ResultError::TooNew(version));
        }
        let expected = self.checksum.as_deref().filter(|_| self.version.is_some());
        let whole = self.packed.checksum().and_then(|sum| {
            let is_whole = expected.is_some_and(|expected| expected == format!("{sum:08x}"));
            if is_whole { self.packed.result(inflated) } else { Err(PackedError::Damaged) }
        });
        whole.map_err(|error| match error {
            PackedError::Result(error) => error,
            PackedError::Damaged if self.has_end => ResultError::Damaged,
            PackedError::Damaged => ResultError::Truncated,
        })
    }
}

/// A field at the top of a block, and its place there.
struct Found {
    value: String,
    start: usize,
    end: usize,
}

/// Finds `Name: value` anywhere; a value of at most so many signs.
fn field(text: &str, name: &str, fits: impl Fn(char) -> bool, most: usize) -> Option<Found> {
    let name = name.trim_end_matches(':');
    let start = text.find(name)?;
    let rest = text[start + name.len()..].trim_start_matches(is_gap).strip_prefix(':')?;
    let rest = rest.trim_start_matches(is_gap);
    let end =
        rest.char_indices().take(most).find(|(_, c)| !fits(*c)).map_or(most.min(rest.len()), |(at, _)| at);
    Some(Found { value: rest[..end].to_owned(), start, end: text.len() - rest.len() + end })
}

/// The CRC-32 (as in gzip and zip) of the packed bytes, in 8 hexadecimal digits: against accidents, not against forgery, and small on
/// a phone.
fn checksum(packed: &[u8]) -> String {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("{:08x}", CRC.checksum(packed))
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD_NO_PAD;

    use super::*;

    #[test]
    fn base64_is_what_the_library_reads() {
        let bytes: Vec<u8> = (0..=255).chain((0..=255).rev()).collect();
        for length in 0..bytes.len() {
            let mut text = "before ".to_owned();
            push_base64(&mut text, &bytes[..length]);
            assert_eq!(text, format!("before {}", STANDARD_NO_PAD.encode(&bytes[..length])));
        }
    }
}
