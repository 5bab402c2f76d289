//! Reading texts from files, and writing them back.

use std::collections::BTreeMap;

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use ui::browser;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, FileList, Url};

use super::author::Author;
use super::module::Module;
use super::sheet::Sheet;

/// Where pictures are, beside the texts.
const MEDIA: &str = "media/";

/// How the name of a text ends.
const ENDING: &str = ".md";

/// What became of a text that was to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It stands in its file.
    InFile,
    /// The browser saves it among the downloads.
    Downloading,
    /// There is a file of its name in the folder that is not this text's, and was left as it is.
    InTheWay,
    /// The author changed their mind.
    Cancelled,
    /// It was not saved.
    Failed,
}

/// Whether the browser lets a page write files where they are.
pub fn can_write(script: &Module) -> bool {
    let can = script.part("files").and_then(|files| files.call("can", &[]));
    can.is_ok_and(|can| can.is_truthy())
}

/// Asks for a file and reads it. The name of the text that is open now, when the file is one.
pub async fn open_file(author: Author, script: &Module) -> Option<String> {
    let files = script.part("files").ok()?;
    let handle = files.wait("chooseFile", &[]).await.ok()?;
    let file: File = files.wait("read", std::slice::from_ref(&handle)).await.ok()?.dyn_into().ok()?;
    begin(author);
    let name = take(author, &file.name(), &file, Some((&files, handle))).await;
    if name.is_none() {
        author.refused.set(vec![file.name()]);
    }
    name
}

/// What was said of other files is over.
fn begin(author: Author) {
    author.refused.set(Vec::new());
    author.in_the_way.set(Vec::new());
}

/// Asks for a folder and reads its texts and the names of its pictures. `false` when none was opened.
pub async fn open_folder(author: Author, script: &Module) -> bool {
    let Ok(files) = script.part("files") else { return false };
    let Ok(folder) = files.wait("chooseFolder", &[]).await else { return false };
    let Ok(listed) = files.wait("list", std::slice::from_ref(&folder)).await else { return false };
    author.folder.set_value(Some(folder));
    author.pictures.set(Some(BTreeMap::new()));
    begin(author);
    for entry in listed.unchecked_into::<Array>().iter() {
        let entry: Array = entry.unchecked_into();
        let (path, handle) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if let Ok(file) = files.wait("read", std::slice::from_ref(&handle)).await
            && let Ok(file) = file.dyn_into::<File>()
        {
            take(author, &path, &file, Some((&files, handle))).await;
        }
    }
    true
}

/// Reads the files of a field, which a browser gives without the right to write. The names of the texts among them.
pub async fn open_list(author: Author, list: &FileList) -> Vec<String> {
    begin(author);
    let mut names = Vec::new();
    for at in 0..list.length() {
        let Some(file) = list.get(at) else { continue };
        let inside =
            js_sys::Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        let path = inside.filter(|path| !path.is_empty());
        if path.is_some() && author.pictures.with_untracked(Option::is_none) {
            author.pictures.set(Some(BTreeMap::new()));
        }
        // The folder's own name stands in front.
        let path = path.and_then(|path| path.split_once('/').map(|(_, inside)| inside.to_owned()));
        names.extend(take(author, &path.unwrap_or_else(|| file.name()), &file, None).await);
    }
    names
}

/// Takes in a file: a text, which may be written back by its handle, or the name of a picture. The name under which a text is open now.
async fn take(author: Author, path: &str, file: &File, handle: Option<(&Module, JsValue)>) -> Option<String> {
    if path.starts_with(MEDIA) {
        let address = Url::create_object_url_with_blob(file).ok()?;
        author
            .pictures
            .update(|pictures| drop(pictures.get_or_insert_default().insert(path.to_owned(), address)));
        return None;
    }
    if path.contains('/') || !path.ends_with(ENDING) {
        return None;
    }
    let bytes = Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?).to_vec();
    // Read with losses it would be saved with losses.
    let Ok(text) = String::from_utf8(bytes) else {
        author.refused.update(|refused| refused.push(path.to_owned()));
        return None;
    };
    let is_same = match &handle {
        Some((files, handle)) => is_same(author, files, path, handle).await,
        None => None,
    };
    author.open_file(Sheet::of_file(path, &text), handle.map(|(_, handle)| handle), is_same);
    Some(path.to_owned())
}

/// Whether this is the file of the open text of its name; `None` when that has none.
async fn is_same(author: Author, files: &Module, name: &str, handle: &JsValue) -> Option<bool> {
    let open = author.handles.with_untracked(|handles| handles.get(name).cloned())?;
    Some(files.wait("isSame", &[open, handle.clone()]).await.is_ok_and(|is| is.is_truthy()))
}

/// Writes a text to its file; where the page may not, the browser saves it as a download.
pub async fn save(author: Author, script: &Module, sheet: &Sheet) -> Saved {
    if !can_write(script) {
        return match browser::download(&sheet.name, &sheet.content(), "text/markdown;charset=utf-8") {
            Ok(()) => Saved::Downloading,
            Err(_) => Saved::Failed,
        };
    }
    let Ok(files) = script.part("files") else { return Saved::Failed };
    let handle = match handle(author, &files, &sheet.name).await {
        Ok(handle) if handle.is_null() => return Saved::InTheWay,
        Ok(handle) => handle,
        Err(error) => return if is_cancelled(&error) { Saved::Cancelled } else { Saved::Failed },
    };
    match files.wait("write", &[handle.clone(), sheet.content().into()]).await {
        Ok(_) => {
            author.note_file(&sheet.name, handle);
            Saved::InFile
        }
        Err(_) => Saved::Failed,
    }
}

/// The file to write to: that it came from, a new one in the open folder, or one that the author is asked for. `null` when the folder has
/// a file of its name that is not this text's.
async fn handle(author: Author, files: &Module, name: &str) -> Result<JsValue, JsValue> {
    if let Some(handle) = author.handles.with_untracked(|handles| handles.get(name).cloned()) {
        return Ok(handle);
    }
    match author.folder.get_value() {
        Some(folder) => files.wait("inFolder", &[folder, name.into()]).await,
        None => files.wait("newFile", &[name.into()]).await,
    }
}

fn is_cancelled(error: &JsValue) -> bool {
    error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError")
}
