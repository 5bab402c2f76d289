//! Files and texts as the browser hands them over: chosen, dropped, or pasted.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DataTransfer, File, FileList};
use work::result::{ResultError, read_all, text_of};

use crate::opening::Reason;

/// Larger than a mail with all the photos that a mail can carry.
const MOST_BYTES: f64 = 32.0 * 1024.0 * 1024.0;

/// Something to open.
pub enum Source {
    /// A file.
    File(File),
    /// Text from the clipboard.
    Pasted(String),
    /// The browser would not even say what it is; only its name is known.
    Unread(String),
}

impl Source {
    /// How much there is to read.
    pub fn bytes(&self) -> f64 {
        match self {
            Self::File(file) => file.size(),
            Self::Pasted(_) | Self::Unread(_) => 0.0,
        }
    }
}

/// Something that is being read.
pub struct Reading {
    /// The file's name; `None` for pasted text.
    pub name: Option<String>,
    content: Content,
}

enum Content {
    Here(String),
    Coming(Promise),
    Refused(Reason),
}

/// Asks the browser for the content.
pub fn start_reading(source: Source) -> Reading {
    match source {
        Source::Pasted(text) => Reading { name: None, content: Content::Here(text) },
        Source::Unread(name) => Reading { name: Some(name), content: Content::Refused(Reason::Unread) },
        Source::File(file) => {
            let content = match unreadable(&file.name(), &file.type_(), file.size()) {
                Some(reason) => Content::Refused(reason),
                None => Content::Coming(file.array_buffer()),
            };
            Reading { name: Some(file.name()), content }
        }
    }
}

/// Why a file need not even be read: a folder can have films in it, which would only fill the computer's memory.
fn unreadable(name: &str, media_type: &str, bytes: f64) -> Option<Reason> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match ending.as_str() {
        "zip" | "7z" | "rar" | "gz" | "tar" => Some(Reason::Packed),
        "msg" | "pst" | "ost" => Some(Reason::Mail),
        _ if ["image/", "video/", "audio/"].iter().any(|kind| media_type.starts_with(kind)) => {
            Some(Reason::Result(ResultError::Foreign))
        }
        _ if bytes > MOST_BYTES => Some(Reason::TooLarge),
        _ => None,
    }
}

impl Reading {
    /// Waits for the text.
    pub async fn finish(self) -> Result<String, Reason> {
        match self.content {
            Content::Here(text) => Ok(text),
            Content::Refused(reason) => Err(reason),
            Content::Coming(promise) => {
                let buffer = JsFuture::from(promise).await.map_err(|_| Reason::Unread)?;
                Ok(text_of(Uint8Array::new(&buffer).to_vec()))
            }
        }
    }
}

/// The files of a list.
pub fn of_list(list: Option<FileList>) -> Vec<Source> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).map(Source::File).collect()
}

/// What was pasted: files, or else text. `elsewhere` is a paste on another page than the class's: that page is left only for a
/// text that has a result in it.
pub fn of_clipboard(clipboard: &DataTransfer, elsewhere: bool) -> Vec<Source> {
    let files = of_list(clipboard.files());
    if !files.is_empty() {
        return files;
    }
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    let meant = if elsewhere { has_result(&text) } else { !text.trim().is_empty() };
    if meant { vec![Source::Pasted(text)] } else { Vec::new() }
}

/// Whether a text has a result in it, however damaged.
fn has_result(text: &str) -> bool {
    !matches!(read_all(text).as_slice(), [] | [Err(ResultError::Foreign)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_a_result_is_not_read() {
        let foreign = Some(Reason::Result(ResultError::Foreign));
        assert_eq!(unreadable("class.ZIP", "application/zip", 10.0), Some(Reason::Packed));
        assert_eq!(unreadable("Homework.msg", "", 10.0), Some(Reason::Mail));
        assert_eq!(unreadable("IMG_1.jpg", "image/jpeg", 10.0), foreign);
        assert_eq!(unreadable("inbox.mbox", "", MOST_BYTES + 1.0), Some(Reason::TooLarge));
        for read in ["aroha.txt", "aroha", "mail.eml", "zip"] {
            assert_eq!(unreadable(read, "text/plain", 10.0), None, "{read}");
        }
    }

    #[test]
    fn a_page_is_left_only_for_a_result() {
        assert!(!has_result("a shopping list") && !has_result(""));
        assert!(has_result("-----BEGIN TAUMAHI RESULT-----\nVersion: 1"));
    }
}
