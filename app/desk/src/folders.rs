//! What is dropped on the page: files, and folders with folders in them.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    DataTransfer, File, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

use crate::answered::{answered, refuse};
use crate::files::Source;

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

    /// The files, with those in folders and in the folders in them. What the browser does not give away is named among them.
    pub async fn into_sources(self) -> Vec<Source> {
        let Self { files: mut sources, mut folders } = self;
        while let Some(folder) = folders.pop() {
            let Some(entries) = entries(&folder).await else {
                sources.push(Source::Unread(folder.name()));
                continue;
            };
            // The system's own: programs hide what nobody is meant to open behind a dot.
            for entry in entries.into_iter().filter(|entry| !entry.name().starts_with('.')) {
                match self::folder(entry.clone()) {
                    Some(inner) => folders.push(inner),
                    None => sources.push(file(entry).await),
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
async fn entries(folder: &FileSystemDirectoryEntry) -> Option<Vec<FileSystemEntry>> {
    let reader: FileSystemDirectoryReader = folder.create_reader();
    let mut entries = Vec::new();
    loop {
        let piece = answered(|done, failed| {
            if reader.read_entries_with_callback_and_callback(done, failed).is_err() {
                refuse(failed);
            }
        });
        let piece = Array::from(&piece.await?);
        if piece.length() == 0 {
            return Some(entries);
        }
        entries.extend(piece.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file(entry: FileSystemEntry) -> Source {
    let name = entry.name();
    let entry: FileSystemFileEntry = entry.unchecked_into();
    let file = answered(|done, failed| entry.file_with_callback_and_callback(done, failed)).await;
    match file.and_then(|file| file.dyn_into::<File>().ok()) {
        Some(file) => Source::File(file),
        None => Source::Unread(name),
    }
}
