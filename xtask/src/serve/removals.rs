//! Sources that are gone. Trunk's watcher hears of what is written and renamed, but not of what is removed: a language that is taken
//! away would stay on the site. So a file is written for it then. It stands outside the target folder, where Trunk ignores
//! everything.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};
use crate::files;

/// How often to look. A person who has deleted a file waits for the page anyway.
const EVERY: Duration = Duration::from_secs(1);

/// Looks after what is in folders, and writes to a mark when some of it is gone. Trunk watches the mark.
pub struct Removals {
    folders: Vec<PathBuf>,
    /// It goes when this is dropped.
    mark: NamedTempFile,
    known: BTreeSet<PathBuf>,
}

impl Removals {
    /// Nothing is gone yet. The mark is there from now on.
    pub fn new(folders: Vec<PathBuf>) -> Result<Self> {
        let mark = NamedTempFile::with_prefix("taumahi-removals-")
            .map_err(Error::file("write", &std::env::temp_dir()))?;
        let known = all(&folders)?;
        Ok(Self { folders, mark, known })
    }

    /// The file that is written to.
    pub fn mark(&self) -> &Path {
        self.mark.path()
    }

    /// Looks until it is dropped.
    pub async fn watch(mut self) -> Infallible {
        loop {
            tokio::time::sleep(EVERY).await;
            if let Err(error) = self.look() {
                eprintln!("error: {error}");
            }
        }
    }

    fn look(&mut self) -> Result<()> {
        // A folder that goes away while it is read is read again at the next look.
        let Ok(now) = all(&self.folders) else { return Ok(()) };
        let gone: Vec<&PathBuf> = self.known.difference(&now).collect();
        if !gone.is_empty() {
            let lines: Vec<String> =
                gone.iter().map(|path| format!("{} is gone\n", path.display())).collect();
            files::write(self.mark(), lines.concat())?;
        }
        self.known = now;
        Ok(())
    }
}

fn all(folders: &[PathBuf]) -> Result<BTreeSet<PathBuf>> {
    let mut all = BTreeSet::new();
    for folder in folders {
        all.extend(files::all_in(folder)?);
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_file_is_marked_once_and_others_are_not() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("assignments");
        let file = |name: &str| folder.join(name);
        files::write(&file("a.md"), "a").unwrap();
        files::write(&file("media/b.jpg"), "b").unwrap();
        let mut removals = Removals::new(vec![folder.clone()]).unwrap();
        let mark = removals.mark().to_owned();
        let mut marked = || {
            removals.look().unwrap();
            let marked = files::read_text(&mark).unwrap();
            files::write(&mark, "").unwrap();
            marked
        };
        files::write(&file("a.md"), "another a").unwrap();
        files::write(&file("c.md"), "new").unwrap();
        assert_eq!(marked(), "");
        files::remove(&file("c.md")).unwrap();
        assert_eq!(marked(), format!("{} is gone\n", file("c.md").display()));
        assert_eq!(marked(), "");
        files::remove_all(&file("media")).unwrap();
        assert_eq!(marked(), format!("{} is gone\n", file("media/b.jpg").display()));
    }
}
