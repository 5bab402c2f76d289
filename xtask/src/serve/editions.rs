//! The compiled assignments of a folder, one edition after the other. Each is whole before any page can ask for it.

use std::path::{Path, PathBuf};
use std::process;

use tokio::sync::watch;

use crate::error::Result;
use crate::files;

/// All assignments, compiled at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Its name, which no other edition has: not even one of the server that ran before this one.
    pub name: String,
    /// The folder with what was compiled.
    pub folder: PathBuf,
    /// The folder of the edition before, for a page that has just read the list in it.
    pub before: PathBuf,
}

/// Compiles into the first folder, with the second to look for how it was before, because of these files that were saved, and says how
/// many assignments there are.
pub type Compile = Box<dyn Fn(&Path, &Path, &[PathBuf]) -> Result<usize> + Send>;

/// Makes editions.
pub struct Editions {
    compile: Compile,
    place: PathBuf,
    made: usize,
    newest: watch::Sender<Edition>,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// How many assignments there are.
    pub count: usize,
    /// Whether pages have something else to show now.
    pub is_new: bool,
}

impl Editions {
    /// Editions of what `compile` compiles, in the empty folder `place`. The first, in which there is nothing, is there already.
    pub fn new(place: PathBuf, compile: Compile) -> Self {
        let nothing = place.join("0");
        let first = Edition { name: name(0), folder: nothing.clone(), before: nothing };
        Self { compile, place, made: 0, newest: watch::Sender::new(first) }
    }

    /// The newest edition, now and later.
    pub fn newest(&self) -> watch::Receiver<Edition> {
        self.newest.subscribe()
    }

    /// Compiles what is there now that these files were saved. What differs from the newest edition is the next one.
    ///
    /// # Errors
    ///
    /// When nothing could be compiled; the newest edition stays.
    pub fn make(&mut self, saved: &[PathBuf]) -> Result<Made> {
        let Edition { folder: last, before, .. } = self.newest.borrow().clone();
        self.made += 1;
        let folder = self.place.join(self.made.to_string());
        files::create(&folder)?;
        let made = (self.compile)(&folder, &last, saved).and_then(|count| {
            let is_new = !last.is_dir() || !are_alike(&folder, &last)?;
            Ok(Made { count, is_new })
        });
        if made.as_ref().is_ok_and(|made| made.is_new) {
            self.newest.send_replace(Edition { name: name(self.made), folder, before: last });
            files::remove_all(&before)?;
        } else {
            files::remove_all(&folder)?;
        }
        made
    }
}

/// Pages of a server that ran before this one may still be open.
fn name(number: usize) -> String {
    format!("{}-{number}", process::id())
}

/// Whether two folders have the same in them.
fn are_alike(one: &Path, other: &Path) -> Result<bool> {
    let (ours, others) = (files::all_in(one)?, files::all_in(other)?);
    if ours.len() != others.len() {
        return Ok(false);
    }
    for (ours, others) in ours.iter().zip(&others) {
        let is_same_name = ours.strip_prefix(one).ok() == others.strip_prefix(other).ok();
        if !is_same_name || files::read(ours)? != files::read(others)? {
            return Ok(false);
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    /// Editions whose list has the words of the file `kites.md`. Without it, nothing can be compiled.
    fn editions(place: &TempDir) -> Editions {
        let source = place.path().join("kites.md");
        let compile = move |out: &Path, _: &Path, _: &[PathBuf]| {
            files::write(&out.join("index.json"), files::read_text(&source)?)?;
            Ok(3)
        };
        Editions::new(place.path().join("editions"), Box::new(compile))
    }

    fn save(place: &TempDir, words: &str) {
        files::write(&place.path().join("kites.md"), words).unwrap();
    }

    #[test]
    fn each_change_is_an_edition_and_the_one_before_stays_for_pages_that_are_reading_it() {
        let place = tempfile::tempdir().unwrap();
        let mut editions = editions(&place);
        let mut newest = editions.newest();
        let mut names = vec![newest.borrow_and_update().name.clone()];
        for words in ["first", "second", "third"] {
            save(&place, words);
            assert_eq!(editions.make(&[]).unwrap(), Made { count: 3, is_new: true });
            assert!(newest.has_changed().unwrap());
            let edition = newest.borrow_and_update().clone();
            assert_eq!(files::read_text(&edition.folder.join("index.json")).unwrap(), words);
            names.push(edition.name);
        }
        let before = newest.borrow().before.clone();
        assert_eq!(files::read_text(&before.join("index.json")).unwrap(), "second");
        assert_eq!(files::all_in(&place.path().join("editions")).unwrap().len(), 2);
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 4);
    }

    #[test]
    fn what_pages_cannot_show_and_what_cannot_be_compiled_is_no_edition() {
        let place = tempfile::tempdir().unwrap();
        let mut editions = editions(&place);
        save(&place, "first");
        editions.make(&[]).unwrap();
        let mut newest = editions.newest();
        newest.mark_unchanged();
        assert_eq!(editions.make(&[]).unwrap(), Made { count: 3, is_new: false });
        files::remove(&place.path().join("kites.md")).unwrap();
        editions.make(&[]).unwrap_err();
        assert!(!newest.has_changed().unwrap());
        assert_eq!(files::all_in(&place.path().join("editions")).unwrap().len(), 1);
    }

    #[test]
    fn folders_are_alike_by_names_and_by_content() {
        let place = tempfile::tempdir().unwrap();
        let (one, other) = (place.path().join("one"), place.path().join("other"));
        for folder in [&one, &other] {
            files::write(&folder.join("index.json"), "{}").unwrap();
            files::write(&folder.join("media/kite.jpg"), "picture").unwrap();
        }
        assert!(are_alike(&one, &other).unwrap());
        files::write(&other.join("media/kite.jpg"), "painted").unwrap();
        assert!(!are_alike(&one, &other).unwrap());
        files::remove(&other.join("media/kite.jpg")).unwrap();
        assert!(!are_alike(&one, &other).unwrap());
        files::write(&other.join("media/kitten.jpg"), "picture").unwrap();
        assert!(!are_alike(&one, &other).unwrap());
    }
}
