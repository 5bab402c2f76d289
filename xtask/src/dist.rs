//! The folder that a site is built into. A build replaces everything in it, so it has to be ours.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::error::{Error, Result};
use crate::files;

/// Where Trunk puts a site together before it takes the place of the last one.
const STAGE: &str = ".stage";

/// What every site of ours has.
const OURS: [&str; 3] = ["index.html", "boot.js", "_headers"];

/// Makes a folder ready for a build: what an interrupted one has left there is removed.
///
/// # Errors
///
/// When there is something else in it. Trunk would delete that.
pub fn prepare(folder: &Path) -> Result<()> {
    refuse_others(folder)?;
    files::remove_all(&folder.join(STAGE))
}

fn refuse_others(folder: &Path) -> Result<()> {
    let refuse = |problem: &str| {
        let problem = format!("{problem}. A build replaces everything in its folder: choose an empty one");
        Err(Error::Unreadable { path: folder.to_owned(), problem })
    };
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::file("read", folder)(error)),
    };
    let names = entries
        .map(|entry| entry.map(|entry| entry.file_name()))
        .collect::<Result<Vec<OsString>, _>>()
        .map_err(Error::file("read", folder))?;
    if names.iter().any(|name| name == ".git") {
        return refuse("it has a `.git`, so it is a repository");
    }
    let is_empty = names.iter().all(|name| name == STAGE);
    let is_ours = OURS.iter().all(|file| folder.join(file).is_file());
    if is_empty || is_ours { Ok(()) } else { refuse("there is something in it that is no site of Taumahi") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            files::write(&folder.path().join(file), "").unwrap();
        }
        folder
    }

    #[test]
    fn a_build_takes_a_new_folder_an_empty_one_and_a_site() {
        prepare(&folder(&[]).path().join("new")).unwrap();
        prepare(folder(&[]).path()).unwrap();
        prepare(folder(&["index.html", "boot.js", "_headers", "assignments/index.json"]).path()).unwrap();
    }

    #[test]
    fn a_folder_with_anything_else_is_refused_and_stays_as_it_is() {
        for files in [
            &["thesis.odt"][..],
            &["index.html", "style.css"],
            &[".hidden"],
            &["index.html", "boot.js", "_headers", ".git/HEAD"],
            &["index.html", "boot.js", "_headers", ".git"],
            &[".stage/index.html", "thesis.odt"],
        ] {
            let folder = folder(files);
            let error = prepare(folder.path()).unwrap_err().to_string();
            assert!(
                error.ends_with("A build replaces everything in its folder: choose an empty one"),
                "{error}"
            );
            assert!(files.iter().all(|file| folder.path().join(file).is_file()), "{files:?}");
        }
    }

    #[test]
    fn a_file_is_not_a_folder() {
        let folder = folder(&["file"]);
        assert!(prepare(&folder.path().join("file")).is_err());
    }

    #[test]
    fn what_an_interrupted_build_left_is_removed() {
        let folder = folder(&[".stage/index.html"]);
        prepare(folder.path()).unwrap();
        assert!(!folder.path().join(".stage").exists());
    }
}
