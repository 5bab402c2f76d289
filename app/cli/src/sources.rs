//! Finding the files of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use assignment::source::folder::SourceFile;
use walkdir::{DirEntry, WalkDir};

use crate::error::CliError;

/// The folder of pictures beside the assignments.
const MEDIA: &str = "media";

/// What was found under the paths given.
pub struct Sources {
    pub files: Vec<SourceFile>,
    /// The addresses of the pictures that are there, such as `media/kiwi.jpg`.
    pub media: BTreeSet<String>,
}

impl Sources {
    /// Reads every assignment under `paths`. Hidden files, `media/` and README.md are no assignments.
    pub fn read(paths: &[PathBuf]) -> Result<Self, CliError> {
        let mut sources = Self { files: Vec::new(), media: BTreeSet::new() };
        for path in paths {
            let root = if path.is_dir() {
                let before = sources.files.len();
                for file in files_under(path, &|entry| is_assignment(path, entry))? {
                    sources.add(&file)?;
                }
                if sources.files.len() == before {
                    return Err(CliError::NoAssignments(path.clone()));
                }
                path.as_path()
            } else if path.exists() {
                sources.add(path)?;
                path.parent().unwrap_or(Path::new(""))
            } else {
                return Err(CliError::NotThere(path.clone()));
            };
            sources.add_media(root)?;
        }
        Ok(sources)
    }

    fn add(&mut self, path: &Path) -> Result<(), CliError> {
        let bytes = fs::read(path).map_err(CliError::reading(path))?;
        self.files.push(SourceFile { path: address(path), bytes });
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

/// The files under a folder that `wanted` takes, in the order of their names.
pub fn files_under(folder: &Path, wanted: &dyn Fn(&DirEntry) -> bool) -> Result<Vec<PathBuf>, CliError> {
    let visible =
        |entry: &DirEntry| entry.depth() == 0 || !entry.file_name().to_string_lossy().starts_with('.');
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(visible) {
        let entry = entry.map_err(|error| CliError::Read {
            path: error.path().unwrap_or(folder).to_owned(),
            error: error.into(),
        })?;
        if entry.file_type().is_file() && wanted(&entry) {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

fn is_assignment(root: &Path, entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    // Only below the folder that was named: a memory stick may itself be found under /media.
    let inside = entry.path().strip_prefix(root).unwrap_or(entry.path());
    let in_media = inside.components().any(|part| part.as_os_str() == MEDIA);
    name.ends_with(".md") && !name.eq_ignore_ascii_case("readme.md") && !in_media
}

/// A path with `/` between its parts on every system.
fn address(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
