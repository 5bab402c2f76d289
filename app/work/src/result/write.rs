//! Writing what a family sends.

use assignment::json;

use super::ResultDocument;
use super::armour::{self, push_base64};
use super::summary::{Label, summary};
use crate::Medium;

/// A result file but for its packed content. Phones pack with what their browser has, computers with [`pack`]; the content is
/// zlib (RFC 1950) in either case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    summary: String,
    version: u32,
    json: String,
    has_media: bool,
    /// The bytes of the photos and recordings that were added.
    added: usize,
}

impl Draft {
    /// The draft of a result. `words` gives the interface's words for the summary.
    pub fn new(result: &ResultDocument, words: &dyn Fn(Label) -> String) -> Self {
        let mut summary = summary(result, words);
        summary.push('\n');
        summary.push_str(&words(Label::KeepWhole));
        summary.push_str("\n\n");
        Self {
            summary,
            version: result.taumahi,
            json: json::write(result),
            has_media: !result.media.is_empty(),
            added: 0,
        }
    }

    /// Adds a photo or a recording, but for what a reader would leave out, and what would be too much to send. Gives back whether it is
    /// in it. It is written right where it will stand: it is large, and a phone need not hold it in one more shape.
    pub fn add(&mut self, Medium { id, kind, bytes }: &Medium) -> bool {
        let all = self.added + bytes.len();
        if all > Medium::MOST_BYTES_TOGETHER
            || !Medium::is_known(kind)
            || !id.bytes().all(|byte| byte.is_ascii_alphanumeric())
        {
            return false;
        }
        self.added = all;
        // The media are the last field.
        let (end, start) = if self.has_media { (2, ",{\"id\":\"") } else { (1, ",\"media\":[{\"id\":\"") };
        self.has_media = true;
        self.json.truncate(self.json.len().saturating_sub(end));
        for part in [start, id, "\",\"type\":\"", kind, "\",\"data\":\""] {
            self.json.push_str(part);
        }
        push_base64(&mut self.json, bytes);
        self.json.push_str("\"}]}");
        true
    }

    /// What people read of it.
    pub fn words(&self) -> &str {
        self.summary.trim_end()
    }

    /// What is to be packed.
    pub fn content(&self) -> &[u8] {
        self.json.as_bytes()
    }

    /// The text of the file, with its content packed.
    pub fn finish(self, packed: &[u8]) -> String {
        // What has been packed makes room for the text.
        let Self { mut summary, version, json, .. } = self;
        drop(json);
        armour::wrap(&mut summary, version, packed);
        summary
    }
}

/// The text of a result file. `words` gives the interface's words for the summary.
pub fn write(result: &ResultDocument, words: &dyn Fn(Label) -> String) -> String {
    let draft = Draft::new(result, words);
    let packed = pack(draft.content());
    draft.finish(&packed)
}

/// Compresses.
pub fn pack(content: &[u8]) -> Vec<u8> {
    // zlib's own middle way between time and size.
    miniz_oxide::deflate::compress_to_vec_zlib(content, 6)
}

/// Packs without compressing, for browsers that have no compression: zlib with stored blocks (RFC 1951, 3.2.4).
pub fn pack_stored(content: &[u8]) -> Vec<u8> {
    let mut packed = vec![0x78, 0x01];
    let mut rest = content;
    loop {
        let (block, more) = rest.split_at(rest.len().min(usize::from(u16::MAX)));
        let length = u16::try_from(block.len()).unwrap_or_default();
        packed.push(u8::from(more.is_empty()));
        packed.extend(length.to_le_bytes());
        packed.extend((!length).to_le_bytes());
        packed.extend(block);
        rest = more;
        if rest.is_empty() {
            break;
        }
    }
    packed.extend(adler32(content).to_be_bytes());
    packed
}

/// The checksum at the end of zlib's format (RFC 1950, 8.2).
fn adler32(content: &[u8]) -> u32 {
    let (mut a, mut b) = (1_u32, 0_u32);
    for byte in content {
        a = (a + u32::from(*byte)) % 65_521;
        b = (b + a) % 65_521;
    }
    b << 16 | a
}

/// A file name that says whose and which it is, in letters that every system takes: `aroha-3f9c-fractions-in-our-kitchen.txt`.
/// The digits end the student's id: they tell two Arohas apart, and names in other scripts. Its first digits are the moment, which
/// a class that starts in one week would share.
pub fn file_name(result: &ResultDocument) -> String {
    let mut name = String::new();
    for c in result.student.name.chars() {
        let c = plain_letter(c);
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.truncate(40);
    if !name.is_empty() && !name.ends_with('-') {
        name.push('-');
    }
    let digits = result.student.id.chars().count().saturating_sub(4);
    name.extend(result.student.id.chars().skip(digits));
    format!("{name}-{}.txt", result.assignment.id)
}

/// The letter without its macron. Unicode's own tables for this would cost a phone 10 KB.
fn plain_letter(c: char) -> char {
    match c {
        'ā' | 'Ā' => 'a',
        'ē' | 'Ē' => 'e',
        'ī' | 'Ī' => 'i',
        'ō' | 'Ō' => 'o',
        'ū' | 'Ū' => 'u',
        _ => c,
    }
}
