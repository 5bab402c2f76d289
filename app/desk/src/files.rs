//! Files and texts as the browser hands them over: chosen, dropped, or pasted.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};
use work::result::{ResultError, text_of};

use crate::opening::Reason;

/// Larger than a mail with all the photos that a mail can carry.
const MOST_BYTES: f64 = 32.0 * 1024.0 * 1024.0;

/// Something to open.
pub enum Source {
    /// A file.
    File(File),
    /// Text from the clipboard.
    Pasted(String),
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
    Refused(ResultError),
}

/// Asks the browser for the content.
pub fn start_reading(source: Source) -> Reading {
    match source {
        Source::Pasted(text) => Reading { name: None, content: Content::Here(text) },
        Source::File(file) => {
            // A folder can have films in it: reading them would only fill the computer's memory.
            let content = if ["image/", "video/", "audio/"].iter().any(|kind| file.type_().starts_with(kind))
            {
                Content::Refused(ResultError::Foreign)
            } else if file.size() > MOST_BYTES {
                Content::Refused(ResultError::TooLarge)
            } else {
                Content::Coming(file.array_buffer())
            };
            Reading { name: Some(file.name()), content }
        }
    }
}

impl Reading {
    /// Waits for the text.
    pub async fn finish(self) -> Result<String, Reason> {
        match self.content {
            Content::Here(text) => Ok(text),
            Content::Refused(error) => Err(Reason::Result(error)),
            Content::Coming(promise) => {
                let buffer = JsFuture::from(promise).await.map_err(|_| Reason::File)?;
                Ok(text_of(&Uint8Array::new(&buffer).to_vec()))
            }
        }
    }
}

/// The files of a list.
pub fn of_list(list: Option<FileList>) -> Vec<Source> {
    let Some(list) = list else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)).map(Source::File).collect()
}

/// What was pasted: files, or else text.
pub fn of_clipboard(clipboard: &DataTransfer) -> Vec<Source> {
    let files = of_list(clipboard.files());
    if !files.is_empty() {
        return files;
    }
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    if text.trim().is_empty() { Vec::new() } else { vec![Source::Pasted(text)] }
}

/// Whether files are being dragged, rather than a word or a link.
pub fn are_dragged(dragged: &DataTransfer) -> bool {
    dragged.types().includes(&JsValue::from_str("Files"), 0)
}

/// What was dropped. Folders are opened later, but must be asked for now: the browser forgets them after this event.
pub struct Dropped {
    files: Vec<Source>,
    folders: Vec<FileSystemDirectoryEntry>,
}

impl Dropped {
    /// Takes what was dropped in this very event.
    pub fn of(dropped: &DataTransfer) -> Self {
        let items = dropped.items();
        let mut taken = Self { files: Vec::new(), folders: Vec::new() };
        for item in (0..items.length()).filter_map(|at| items.get(at)) {
            let entry = item.webkit_get_as_entry().ok().flatten();
            match entry.and_then(folder) {
                Some(folder) => taken.folders.push(folder),
                None => taken.files.extend(item.get_as_file().ok().flatten().map(Source::File)),
            }
        }
        taken
    }

    /// The files, with those in folders and in the folders in them.
    pub async fn into_sources(self) -> Vec<Source> {
        let Self { files: mut sources, mut folders } = self;
        while let Some(folder) = folders.pop() {
            for entry in entries(&folder).await {
                match self::folder(entry.clone()) {
                    Some(inner) => folders.push(inner),
                    None => sources.extend(file(entry).await.map(Source::File)),
                }
            }
        }
        sources
    }
}

/// The folder that an entry is. Not by its class: Chromium gives that another name.
fn folder(entry: FileSystemEntry) -> Option<FileSystemDirectoryEntry> {
    entry.is_directory().then(|| entry.unchecked_into())
}

/// What is in a folder. Browsers hand it over in pieces, the last of which is empty.
async fn entries(folder: &FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let piece = asked(|done, failed| {
            if reader.read_entries_with_callback_and_callback(done, failed).is_err() {
                refuse(failed);
            }
        });
        let piece = piece.await.map(|piece| Array::from(&piece)).unwrap_or_default();
        if piece.length() == 0 {
            return entries;
        }
        entries.extend(piece.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// The file of an entry. The system's own hidden files are left out.
async fn file(entry: FileSystemEntry) -> Option<File> {
    if entry.name().starts_with('.') {
        return None;
    }
    let entry: FileSystemFileEntry = entry.unchecked_into();
    let file = asked(|done, failed| entry.file_with_callback_and_callback(done, failed)).await?;
    file.dyn_into().ok()
}

/// Waits for the answer of a function that takes two callbacks.
async fn asked(mut ask: impl FnMut(&Function, &Function)) -> Option<JsValue> {
    JsFuture::from(Promise::new(&mut |done, failed| ask(&done, &failed))).await.ok()
}

/// Without an answer the wait would have no end.
fn refuse(failed: &Function) {
    // The callback of a promise does not fail.
    let _ = failed.call0(&JsValue::UNDEFINED);
}

/// Lets the page show itself and hear the teacher.
pub async fn pause() {
    let Some(window) = web_sys::window() else { return };
    asked(|done, failed| {
        if window.set_timeout_with_callback(done).is_err() {
            refuse(failed);
        }
    })
    .await;
}
