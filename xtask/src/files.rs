//! Reading and writing files, with errors that name them.

use std::fs;
use std::io::ErrorKind;
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

/// All files in a folder and its folders, sorted. Links are followed: a teacher's pictures may lie elsewhere. A link to nothing is no
/// file: an editor marks with one what is being written in it.
pub fn all_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_file() => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) if leads_nowhere(&error) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                return Err(Error::file("read", path)(error.into()));
            }
        }
    }
    Ok(files)
}

/// Whether something in a folder is gone, or a link to nothing or to a folder that it is in itself.
fn leads_nowhere(error: &walkdir::Error) -> bool {
    let is_gone = error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound);
    error.depth() > 0 && (is_gone || error.loop_ancestor().is_some())
}

/// Removes a file.
pub fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).map_err(Error::file("remove", file))
}

/// Removes a folder with all that is in it; it need not exist.
pub fn remove_all(folder: &Path) -> Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::file("remove", folder)(error)),
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

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn links_are_followed_and_those_that_lead_nowhere_are_no_files() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("assignments");
        write(&folder.join("kites.md"), "").unwrap();
        write(&place.path().join("album/kite.jpg"), "").unwrap();
        symlink(place.path().join("album"), folder.join("media")).unwrap();
        symlink("somebody@computer.4711", folder.join(".#kites.md")).unwrap();
        symlink(&folder, folder.join("again")).unwrap();
        assert_eq!(all_in(&folder).unwrap(), [folder.join("kites.md"), folder.join("media/kite.jpg")]);
        all_in(&place.path().join("missing")).unwrap_err();
    }
}
