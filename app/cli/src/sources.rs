//! Finding the files of a folder.

use std::collections::{BTreeSet, HashSet};
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use assignment::source::folder::{CLASS_FILE, SourceFile, is_lock, is_nearly_named, is_nearly_source};
use walkdir::{DirEntry, WalkDir};

use crate::error::CliError;

/// The folder of pictures beside the assignments.
const MEDIA: &str = "media";

/// What was found under the paths given.
#[derive(Default)]
pub struct Sources {
    pub files: Vec<SourceFile>,
    /// Files that are not read because of their names, and were probably meant to be.
    pub misnamed: Vec<String>,
    /// The addresses of the pictures that are there, such as `media/kiwi.jpg`.
    pub media: BTreeSet<String>,
    /// What has been read, so that a file that is named twice is not its own double.
    seen: HashSet<PathBuf>,
}

impl Sources {
    /// Reads every assignment under `paths`. Hidden files, Word's locks, `media/` and README.md are no assignments.
    pub fn read(paths: &[PathBuf]) -> Result<Self, CliError> {
        let mut sources = Self::default();
        for path in paths {
            let root = if path.is_dir() {
                sources.add_folder(path)?;
                path.as_path()
            } else if path.exists() {
                if !path.to_string_lossy().ends_with(".md") {
                    return Err(CliError::NotAnAssignment(path.clone()));
                }
                sources.add(path)?;
                root_of(path)
            } else {
                return Err(CliError::NotThere(path.clone()));
            };
            sources.add_media(root)?;
        }
        Ok(sources)
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), CliError> {
        let mut is_empty = true;
        for file in files_under(folder, &|entry| is_source(folder, entry))? {
            let address = address(&file);
            if address.ends_with(".md") {
                is_empty = false;
                self.add(&file)?;
            } else if is_nearly_named(&address) || is_nearly_source(&address, &start_of(&file)?) {
                is_empty = false;
                self.misnamed.push(address);
            }
        }
        if is_empty { Err(CliError::NoAssignments(folder.to_owned())) } else { Ok(()) }
    }

    fn add(&mut self, path: &Path) -> Result<(), CliError> {
        let bytes = fs::read(path).map_err(CliError::reading(path))?;
        let itself = fs::canonicalize(path).map_err(CliError::reading(path))?;
        if self.seen.insert(itself) {
            self.files.push(SourceFile { path: address(path), bytes });
        }
        Ok(())
    }

    fn add_media(&mut self, root: &Path) -> Result<(), CliError> {
        let folder = root.join(MEDIA);
        if !folder.is_dir() {
            return Ok(());
        }
        for file in files_under(&folder, &|_| true)? {
            if let Ok(inside) = file.strip_prefix(root) {
                self.media.insert(address(inside));
            }
        }
        Ok(())
    }
}

/// The files under a folder that `wanted` takes, in the order of their names. Links are followed: pictures may lie elsewhere. One that leads
/// nowhere is no file; an editor marks with it what is being written.
pub fn files_under(folder: &Path, wanted: &dyn Fn(&DirEntry) -> bool) -> Result<Vec<PathBuf>, CliError> {
    let visible = |entry: &DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() == 0 || !(name.starts_with('.') || is_lock(&name))
    };
    let mut files = Vec::new();
    let all = WalkDir::new(folder).follow_links(true).sort_by_file_name();
    for entry in all.into_iter().filter_entry(visible) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && wanted(&entry) => files.push(entry.into_path()),
            Ok(_) => {}
            Err(error) if leads_nowhere(&error) => {}
            Err(error) => {
                let path = error.path().unwrap_or(folder).to_owned();
                return Err(CliError::Read { path, error: error.into() });
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

/// The folder that a single file's assignments are in: the nearest above it with a class, or else its own.
fn root_of(file: &Path) -> &Path {
    let has_class = |folder: &&Path| folder.join(CLASS_FILE).is_file();
    file.ancestors().skip(1).find(has_class).or_else(|| file.parent()).unwrap_or(Path::new(""))
}

/// Whether a file can be an assignment, or was meant to be one.
fn is_source(root: &Path, entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    // Only below the folder that was named: a memory stick may itself be found under /media.
    let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let in_media = inside.components().any(|part| part.as_os_str() == MEDIA);
    !name.eq_ignore_ascii_case("readme.md") && !in_media
}

/// As much of a file as shows how it begins.
fn start_of(path: &Path) -> Result<Vec<u8>, CliError> {
    let mut start = Vec::new();
    File::open(path)
        .and_then(|file| file.take(16).read_to_end(&mut start))
        .map_err(CliError::reading(path))?;
    Ok(start)
}

/// A path with `/` between its parts on every system.
fn address(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
