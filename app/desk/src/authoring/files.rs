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

/// Asks for a file and reads it. The name of the text, when one was opened.
pub async fn open_file(author: Author, script: &Module) -> Option<String> {
    let files = script.part("files").ok()?;
    let handle = files.wait("chooseFile", &[]).await.ok()?;
    let file: File = files.wait("read", std::slice::from_ref(&handle)).await.ok()?.dyn_into().ok()?;
    author.refused.set(Vec::new());
    let Some(name) = take(author, &file.name(), &file).await else {
        author.refused.set(vec![file.name()]);
        return None;
    };
    author.handles.update_value(|handles| drop(handles.insert(name.clone(), handle)));
    Some(name)
}

/// Asks for a folder and reads its texts and the names of its pictures. `false` when none was opened.
pub async fn open_folder(author: Author, script: &Module) -> bool {
    let Ok(files) = script.part("files") else { return false };
    let Ok(folder) = files.wait("chooseFolder", &[]).await else { return false };
    let Ok(listed) = files.wait("list", std::slice::from_ref(&folder)).await else { return false };
    author.folder.set_value(Some(folder));
    author.pictures.set(Some(BTreeMap::new()));
    author.refused.set(Vec::new());
    for entry in listed.unchecked_into::<Array>().iter() {
        let entry: Array = entry.unchecked_into();
        let (path, handle) = (entry.get(0).as_string().unwrap_or_default(), entry.get(1));
        if let Ok(file) = files.wait("read", std::slice::from_ref(&handle)).await
            && let Ok(file) = file.dyn_into::<File>()
            && let Some(name) = take(author, &path, &file).await
        {
            author.handles.update_value(|handles| drop(handles.insert(name, handle)));
        }
    }
    true
}

/// Reads the files of a field, which a browser gives without the right to write. The names of the texts among them.
pub async fn open_list(author: Author, list: &FileList) -> Vec<String> {
    author.refused.set(Vec::new());
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
        names.extend(take(author, &path.unwrap_or_else(|| file.name()), &file).await);
    }
    names
}

/// Takes in a file: a text, or the name of a picture.
async fn take(author: Author, path: &str, file: &File) -> Option<String> {
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
    author.put(Sheet::of_file(path, &text));
    Some(path.to_owned())
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
        Ok(handle) => handle,
        Err(error) => return if is_cancelled(&error) { Saved::Cancelled } else { Saved::Failed },
    };
    match files.wait("write", &[handle.clone(), sheet.content().into()]).await {
        Ok(_) => {
            author.handles.update_value(|handles| drop(handles.insert(sheet.name.clone(), handle)));
            Saved::InFile
        }
        Err(_) => Saved::Failed,
    }
}

/// The file to write to: that it came from, a new one in the open folder, or one that the author is asked for.
async fn handle(author: Author, files: &Module, name: &str) -> Result<JsValue, JsValue> {
    if let Some(handle) = author.handles.with_value(|handles| handles.get(name).cloned()) {
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
