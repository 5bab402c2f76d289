//! The armoured block: any bytes as lines of plain text that survive mail, messages and copying.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::{Digest, Sha256};

use super::ResultError;

pub(super) const BEGIN: &str = "-----BEGIN TAUMAHI RESULT-----";
pub(super) const END: &str = "-----END TAUMAHI RESULT-----";
const VERSION: &str = "Version:";
const CHECKSUM: &str = "Checksum:";

/// Mail keeps lines of 76 characters whole; quoting marks need a few.
const LINE: usize = 64;

/// Bytes that no honest result reaches, compressed and inflated.
const MOST_COMPRESSED: usize = 8 << 20;
const MOST_INFLATED: usize = 32 << 20;

/// Wraps packed content in a block that says `version`.
pub(super) fn wrap(version: u32, packed: &[u8]) -> String {
    let mut text = format!("{BEGIN}\n{VERSION} {version}\n{CHECKSUM} {}\n\n", checksum(packed));
    // No padding: mail programs write `=` as `=3D`.
    let encoded = STANDARD_NO_PAD.encode(packed);
    let mut rest = encoded.as_str();
    while !rest.is_empty() {
        let (line, more) = rest.split_at(rest.len().min(LINE));
        text.push_str(line);
        text.push('\n');
        rest = more;
    }
    text.push_str(END);
    text.push('\n');
    text
}

/// Takes a block apart: `text` is what stands between [`BEGIN`] and [`END`]. Forgives quoting marks, other line ends and
/// lines broken elsewhere.
pub(super) fn unwrap(text: &str, newest: u32) -> Result<Vec<u8>, ResultError> {
    let mut version = None;
    let mut expected = None;
    let mut encoded = String::new();
    for line in text.lines() {
        let line = line.trim_matches(|c: char| c.is_whitespace() || c == '>' || c == '\u{feff}');
        if let Some(number) = line.strip_prefix(VERSION) {
            version = number.trim().parse::<u32>().ok();
        } else if let Some(sum) = line.strip_prefix(CHECKSUM) {
            expected = Some(sum.trim().to_ascii_lowercase());
        } else {
            encoded.extend(line.chars().filter(|c| !c.is_whitespace() && *c != '='));
        }
    }
    if let Some(version) = version.filter(|version| *version > newest) {
        return Err(ResultError::TooNew(version));
    }
    if encoded.len() > MOST_COMPRESSED {
        return Err(ResultError::TooLarge);
    }
    let packed = STANDARD_NO_PAD.decode(encoded).map_err(|_| ResultError::Damaged)?;
    if version.is_none() || expected.as_deref() != Some(checksum(&packed).as_str()) {
        return Err(ResultError::Damaged);
    }
    inflate(&packed)
}

fn inflate(packed: &[u8]) -> Result<Vec<u8>, ResultError> {
    use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};
    decompress_to_vec_zlib_with_limit(packed, MOST_INFLATED).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => ResultError::TooLarge,
        _ => ResultError::Damaged,
    })
}

/// The first 16 hexadecimal digits of the SHA-256 of the compressed bytes: against accidents, not against forgery.
fn checksum(packed: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut sum = String::new();
    for byte in &Sha256::digest(packed)[..8] {
        for half in [byte >> 4, byte & 15] {
            sum.push(char::from(DIGITS[usize::from(half)]));
        }
    }
    sum
}
