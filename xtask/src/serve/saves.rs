//! When somebody has saved something in a folder.
//!
//! A save is seldom one step. Editors empty a file and fill it again, write another one and rename it, leave a copy beside it;
//! a picture comes in pieces. So what is told of a folder is only a reason to look at it, and only two looks that are alike
//! make a save.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::files;

/// What files look like from outside, and which there are. Links are looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look(BTreeMap<PathBuf, Outside>);

/// Enough of a file to see that it was written or that another has taken its place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Outside {
    inode: u64,
    size: u64,
    modified: Option<SystemTime>,
}

impl From<Metadata> for Outside {
    fn from(metadata: Metadata) -> Self {
        Self { inode: metadata.ino(), size: metadata.len(), modified: metadata.modified().ok() }
    }
}

impl Look {
    /// Looks at a folder, and at a file beside it. What is hidden is left out: an editor keeps it for itself. A folder that cannot
    /// be read has nothing in it.
    pub fn at(folder: &Path, file: &Path) -> Self {
        let all = files::all_in(folder).unwrap_or_default();
        let seen = all.into_iter().filter(|path| !is_hidden(path, folder)).chain([file.to_owned()]);
        // A file that is gone by now will be missing at the next look too.
        Self(seen.filter_map(|path| Some((path.clone(), fs::metadata(path).ok()?.into()))).collect())
    }

    /// The files that look otherwise than before, that are new, or that are gone.
    fn differences(&self, before: &Self) -> Vec<PathBuf> {
        let all: BTreeSet<&PathBuf> = self.0.keys().chain(before.0.keys()).collect();
        all.into_iter().filter(|path| self.0.get(*path) != before.0.get(*path)).cloned().collect()
    }
}

fn is_hidden(path: &Path, folder: &Path) -> bool {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    inside.iter().any(|part| part.as_encoded_bytes().starts_with(b"."))
}

/// What has been seen of a folder, and what has been built of it.
#[derive(Default)]
pub struct Saves {
    seen: Look,
    built: Option<Look>,
    saved: Vec<PathBuf>,
}

/// What to do after a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// All is built.
    Wait,
    /// Somebody is saving: look again in a moment.
    LookAgain,
    /// What was saved is whole: build it.
    Build,
}

impl Saves {
    /// Takes a look in. What changes while a build runs is seen by the look after it.
    pub fn next(&mut self, look: Look) -> Next {
        let is_built = self.built.as_ref() == Some(&look);
        let is_as_before = self.seen == look;
        self.seen = look;
        if is_built {
            Next::Wait
        } else if is_as_before {
            let before = self.built.replace(self.seen.clone());
            self.saved = before.map(|before| self.seen.differences(&before)).unwrap_or_default();
            Next::Build
        } else {
            Next::LookAgain
        }
    }

    /// The files because of which the newest build is made. For the first there are none: it is made of all.
    pub fn saved(&self) -> &[PathBuf] {
        &self.saved
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use tempfile::TempDir;

    use super::*;

    /// A folder with an assignment that has been built.
    struct Desk {
        place: TempDir,
        saves: Saves,
    }

    impl Desk {
        fn new() -> Self {
            let mut desk = Self { place: tempfile::tempdir().unwrap(), saves: Saves::default() };
            desk.write("taumahi", "program");
            desk.write("album/kite.jpg", "picture");
            desk.write("folder/kites.md", "as it was");
            symlink(desk.path("album"), desk.path("folder/media")).unwrap();
            assert_eq!(desk.looks(3), [Next::LookAgain, Next::Build, Next::Wait]);
            desk
        }

        fn path(&self, path: &str) -> PathBuf {
            self.place.path().join(path)
        }

        fn write(&self, path: &str, words: &str) {
            files::write(&self.path(path), words).unwrap();
        }

        fn look(&mut self) -> Next {
            self.saves.next(Look::at(&self.path("folder"), &self.path("taumahi")))
        }

        fn looks(&mut self, times: usize) -> Vec<Next> {
            (0..times).map(|_| self.look()).collect()
        }
    }

    #[test]
    fn a_file_that_is_written_in_pieces_is_built_once_when_it_is_whole() {
        let mut desk = Desk::new();
        let whole = "as it is now, and longer";
        for end in [0, 5, 12] {
            desk.write("folder/kites.md", &whole[..end]);
            assert_eq!(desk.look(), Next::LookAgain, "{end}");
        }
        desk.write("folder/kites.md", whole);
        assert_eq!(desk.looks(4), [Next::LookAgain, Next::Build, Next::Wait, Next::Wait]);
    }

    #[test]
    fn a_file_that_takes_the_place_of_another_is_built_once() {
        let mut desk = Desk::new();
        // As long as the other, and with its time: only the file itself is another.
        let modified = fs::metadata(desk.path("folder/kites.md")).unwrap().modified().unwrap();
        desk.write("folder/.kites.md.new", "as it is!");
        let new = fs::File::options().write(true).open(desk.path("folder/.kites.md.new")).unwrap();
        new.set_modified(modified).unwrap();
        assert_eq!(desk.look(), Next::Wait);
        fs::rename(desk.path("folder/.kites.md.new"), desk.path("folder/kites.md")).unwrap();
        assert_eq!(desk.looks(3), [Next::LookAgain, Next::Build, Next::Wait]);
    }

    #[test]
    fn a_build_knows_because_of_which_files_it_is_made() {
        let mut desk = Desk::new();
        assert!(desk.saves.saved().is_empty(), "the first is made of all");
        desk.write("folder/kites.md", "as it is now");
        desk.looks(2);
        assert_eq!(desk.saves.saved(), [desk.path("folder/kites.md")]);
        desk.write("folder/halves.md", "new");
        files::remove(&desk.path("folder/kites.md")).unwrap();
        desk.looks(3);
        assert_eq!(desk.saves.saved(), [desk.path("folder/halves.md"), desk.path("folder/kites.md")]);
    }

    #[test]
    fn what_an_editor_writes_for_itself_is_not_built() {
        let mut desk = Desk::new();
        desk.write("folder/.kites.md.swp", "notes");
        symlink("somebody@computer.4711", desk.path("folder/.#kites.md")).unwrap();
        assert_eq!(desk.look(), Next::Wait);
        for _ in 0..3 {
            desk.write("folder/4913", "can I write here?");
            assert_eq!(desk.look(), Next::LookAgain);
            files::remove(&desk.path("folder/4913")).unwrap();
            assert_eq!(desk.looks(2), [Next::Wait, Next::Wait]);
        }
    }

    #[test]
    fn what_is_saved_while_a_build_runs_is_built_after_it() {
        let mut desk = Desk::new();
        desk.write("folder/kites.md", "first");
        assert_eq!(desk.looks(2), [Next::LookAgain, Next::Build]);
        desk.write("folder/kites.md", "second, during the build");
        assert_eq!(desk.looks(3), [Next::LookAgain, Next::Build, Next::Wait]);
    }

    #[test]
    fn new_files_removed_ones_and_pictures_behind_a_link_are_built() {
        let mut desk = Desk::new();
        let built = [Next::LookAgain, Next::Build, Next::Wait];
        desk.write("folder/term-4/halves.mi.md", "new");
        assert_eq!(desk.looks(3), built);
        files::remove(&desk.path("folder/kites.md")).unwrap();
        assert_eq!(desk.looks(3), built);
        desk.write("album/kite.jpg", "another picture");
        assert_eq!(desk.looks(3), built);
        files::remove_all(&desk.path("folder/term-4")).unwrap();
        assert_eq!(desk.looks(3), built);
        desk.write("taumahi", "a newer program");
        assert_eq!(desk.looks(3), built);
    }

    #[test]
    fn a_folder_that_goes_and_comes_back_as_it_was_is_built_at_most_when_it_stays_away() {
        let mut desk = Desk::new();
        fs::rename(desk.path("folder"), desk.path("elsewhere")).unwrap();
        assert_eq!(desk.look(), Next::LookAgain);
        fs::rename(desk.path("elsewhere"), desk.path("folder")).unwrap();
        assert_eq!(desk.look(), Next::Wait);
    }
}
