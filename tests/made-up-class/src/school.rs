//! The assignments and the class, compiled as they are for phones.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assignment::source::folder::{SourceFile, check};
use assignment::{Assignment, Class};

use crate::Error;

/// What there is to do.
pub struct School {
    /// In the order they open; at least one.
    pub assignments: Vec<Assignment>,
    /// The class, when there is a `class.md`.
    pub class: Option<Class>,
}

impl School {
    /// Reads the assignments of a folder, or the one of this id. Those with mistakes are left out.
    pub fn read(folder: &Path, id: Option<&str>) -> Result<Self, Error> {
        let checked = check(&sources(folder)?, &media(folder));
        let compiled = checked.files.into_iter().filter_map(|file| file.compiled);
        let mut assignments: Vec<Assignment> = compiled
            .filter(|compiled| compiled.is_publishable())
            .map(|compiled| compiled.assignment)
            .filter(|assignment| id.is_none_or(|id| assignment.head.id == id))
            .collect();
        assignments.sort_by(|a, b| (a.head.opens, &a.head.id).cmp(&(b.head.opens, &b.head.id)));
        if assignments.is_empty() {
            let id = id.unwrap_or("file").to_owned();
            return Err(Error::NoAssignment { id, folder: folder.to_owned() });
        }
        Ok(Self { assignments, class: checked.class })
    }
}

fn sources(folder: &Path) -> Result<Vec<SourceFile>, Error> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::at(folder))? {
        let path = entry.map_err(Error::at(folder))?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            let bytes = fs::read(&path).map_err(Error::at(&path))?;
            sources.push(SourceFile { path: path.to_string_lossy().replace('\\', "/"), bytes });
        }
    }
    Ok(sources)
}

/// The pictures that are there; without a folder of pictures there are none.
fn media(folder: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(folder.join("media")).into_iter().flatten().flatten();
    names.map(|entry| format!("media/{}", entry.file_name().to_string_lossy())).collect()
}
