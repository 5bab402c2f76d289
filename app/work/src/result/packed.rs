//! The content of a block, from base64 to the result that it says. It is unpacked while it is read, and as often as it is read, so that
//! nothing of it is held but what is made of it.

use std::io::{BufReader, Read};

use base64::engine::general_purpose::{GeneralPurpose, STANDARD_NO_PAD};
use base64::read::DecoderReader;
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use flate2::read::ZlibDecoder;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::bounded::Bounded;
use super::media::Entry;
use super::only::Only;
use super::{ResultDocument, ResultError, limits};

/// What no honest result reaches: its packed bytes.
const MOST_PACKED: usize = 24 << 20;

/// The content of a block as it stands in the text, without what can be no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Packed<'t>(pub [&'t str; 3]);

/// Why it could not be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PackedError {
    /// It is no base64, or not compressed as results are.
    Damaged,
    /// It is a whole block, and no result.
    Result(ResultError),
}

impl From<ResultError> for PackedError {
    fn from(error: ResultError) -> Self {
        Self::Result(error)
    }
}

impl Packed<'_> {
    /// The CRC-32 (as in gzip and zip) of the packed bytes: against accidents, not against forgery.
    pub fn checksum(&self) -> Result<u32, PackedError> {
        // With a table: the desk reads many megabytes.
        const CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);
        let mut digest = CRC.digest();
        let mut bytes = self.bytes();
        let mut buffer = [0; 8 << 10];
        let mut length = 0;
        loop {
            let read = bytes.read(&mut buffer).map_err(|_| PackedError::Damaged)?;
            length += read;
            if read == 0 {
                return Ok(digest.finalize());
            }
            if length > MOST_PACKED {
                return Err(ResultError::TooLarge.into());
            }
            digest.update(&buffer[..read]);
        }
    }

    /// The result. First all but its media is read, which may be refused; only then are they. `inflated` counts the bytes that were unpacked.
    pub fn result(&self, inflated: &mut usize) -> Result<ResultDocument, PackedError> {
        let WithoutMedia(mut result) = self.read(inflated)?;
        limits::check(&result)?;
        if !result.media.is_empty() {
            let Media { media } = self.read(inflated)?;
            result.media = media.into_iter().filter_map(Entry::medium).collect();
        }
        Ok(result)
    }

    fn read<T: DeserializeOwned>(&self, inflated: &mut usize) -> Result<T, PackedError> {
        let mut content = Bounded::new(ZlibDecoder::new(self.bytes()));
        let read = serde_json::from_reader(BufReader::new(&mut content));
        *inflated += content.inflated;
        read.map_err(|error| match content.stopped() {
            Some(stopped) => stopped.into(),
            // What was packed is not whole, whatever its checksum says.
            None if error.is_io() => PackedError::Damaged,
            None => ResultError::Unreadable(error.to_string()).into(),
        })
    }

    fn bytes(&self) -> DecoderReader<'static, GeneralPurpose, impl Read> {
        let [first, second, third] = self.0.map(str::as_bytes);
        DecoderReader::new(Only(first.chain(second).chain(third), is_sign), &STANDARD_NO_PAD)
    }
}

/// Whether base64 is written with it.
fn is_sign(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/')
}

/// A result whose media are only counted.
#[derive(Deserialize)]
#[serde(transparent)]
struct WithoutMedia(#[serde(with = "super::document::WithoutMedia")] ResultDocument);

/// The media of a result.
#[derive(Deserialize)]
struct Media {
    #[serde(default)]
    media: Vec<Entry>,
}
