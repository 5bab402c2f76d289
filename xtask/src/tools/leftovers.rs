//! What interrupted installations have left behind.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use crate::error::{Error, Result};
use crate::files;

/// A folder to install into, which is this process's own: half an installation never lies where a whole one is looked for.
pub fn unfinished(home: &Path, name: &str) -> PathBuf {
    home.join(format!(".{name}-{}", std::process::id()))
}

/// Removes the unfinished folders of processes that are no more.
pub fn sweep(home: &Path) -> Result<()> {
    let entries = match fs::read_dir(home) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Error::file("read", home)(error)),
    };
    for entry in entries {
        let path = entry.map_err(Error::file("read", home))?.path();
        if owner(&path).is_some_and(|owner| test_kill_process(owner) == Err(Errno::SRCH)) {
            files::remove_all(&path)?;
        }
    }
    Ok(())
}

/// The process whose unfinished folder this is.
fn owner(path: &Path) -> Option<Pid> {
    let name = path.file_name()?.to_str()?;
    let (_, number) = name.strip_prefix('.')?.rsplit_once('-')?;
    Pid::from_raw(number.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_works_on_is_removed() {
        let home = tempfile::tempdir().unwrap();
        // A number that no process has.
        let dead = home.path().join(format!(".spade-1.2.0-{}", i32::MAX));
        let alive = unfinished(home.path(), "spade-1.2.0");
        let others = ["spade-1.2.0", ".building-spade-1.2.0"].map(|name| home.path().join(name));
        for folder in [&dead, &alive, &others[0], &others[1]] {
            files::write(&folder.join("file"), "").unwrap();
        }
        sweep(home.path()).unwrap();
        assert!(!dead.exists());
        assert!([&alive, &others[0], &others[1]].iter().all(|folder| folder.join("file").is_file()));
    }

    #[test]
    fn before_the_first_installation_there_is_nothing() {
        let home = tempfile::tempdir().unwrap();
        sweep(&home.path().join("not/yet")).unwrap();
    }
}
