//! Reading and writing files, with errors that name them.

use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::error::{Error, Result};

/// Reads a file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::file("read", path))
}

/// Reads a file's text.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(Error::file("read", path))
}

/// Creates a folder and the folders it lies in; it may be there already.
pub fn create(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(Error::file("create", folder))
}

/// Writes a file, and creates the folders it lies in.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        create(folder)?;
    }
    fs::write(path, content).map_err(Error::file("write", path))
}

/// All files in a folder and its folders, sorted. Links are followed: a teacher's pictures may lie elsewhere.
pub fn all_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            Error::file("read", path)(error.into())
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Removes a file.
pub fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).map_err(Error::file("remove", file))
}

/// Removes a folder with all that is in it; it need not exist.
pub fn remove_all(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::file("remove", folder)(error))
        }
        _ => Ok(()),
    }
}

/// The absolute path of a folder that the user named.
pub fn absolute(folder: &Path) -> Result<PathBuf> {
    std::path::absolute(folder).map_err(Error::file("use", folder))
}

/// The same, of a folder that has to be there.
pub fn existing(folder: &Path) -> Result<PathBuf> {
    folder.canonicalize().map_err(Error::file("find", folder))
}
