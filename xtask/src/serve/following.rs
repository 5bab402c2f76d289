//! Following a folder of assignments: what somebody saves in it is compiled at once.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::progress::{counted, spoken};

use super::editions::{Editions, Made};
use super::saves::{Look, Next, Saves};

/// How often to look although nothing was heard. The system says nothing of what a link leads to, and in WSL nothing of Windows' folders.
const EVERY: Duration = Duration::from_millis(500);
/// After how long without a sound whoever is saving is done, perhaps: the next look tells.
const MOMENT: Duration = Duration::from_millis(30);

/// Follows a folder until the program ends.
pub struct Following {
    folder: PathBuf,
    taumahi: PathBuf,
    editions: Editions,
    ears: Ears,
}

impl Following {
    /// Follows what is in `folder`, and the program that compiles it.
    pub fn new(folder: PathBuf, taumahi: PathBuf, editions: Editions) -> Self {
        let ears = Ears::new(&folder);
        Self { folder, taumahi, editions, ears }
    }

    /// Compiles what is there, and again after every save.
    pub fn follow(mut self) {
        let mut saves = Saves::default();
        let mut noticed = None;
        loop {
            match saves.next(Look::at(&self.folder, &self.taumahi)) {
                Next::Wait => {
                    noticed = None;
                    self.ears.wait();
                }
                Next::LookAgain => {
                    noticed = noticed.or(Some(Instant::now()));
                    self.ears.wait_for_quiet();
                }
                Next::Build => self.build(saves.saved(), noticed.take().unwrap_or_else(Instant::now)),
            }
        }
    }

    fn build(&mut self, saved: &[PathBuf], noticed: Instant) {
        match self.editions.make(saved) {
            Ok(Made { count, is_new }) => {
                let changed = if is_new { "" } else { "; nothing on the pages has changed" };
                let assignments = counted(count, "assignment");
                println!("Compiled {assignments} in {}{changed}.", spoken(noticed.elapsed()));
            }
            Err(error) => eprintln!("error: {error}"),
        }
    }
}

/// What hears that something has happened in a folder.
struct Ears {
    heard: Receiver<()>,
    /// One that is never used keeps `heard` waiting where the system tells nothing.
    _quiet: Sender<()>,
    _watcher: Option<RecommendedWatcher>,
}

impl Ears {
    fn new(folder: &Path) -> Self {
        let (tell, heard) = channel();
        let quiet = tell.clone();
        let listening = move |event| {
            if may_be_a_save(&event) {
                // Nobody is there to hear it any more only when the program ends.
                let _ = tell.send(());
            }
        };
        let watcher = notify::recommended_watcher(listening).and_then(|mut watcher| {
            watcher.watch(folder, RecursiveMode::Recursive)?;
            Ok(watcher)
        });
        if let Err(error) = &watcher {
            eprintln!("A saved assignment will be noticed a little later than it could be: {error}");
        }
        Self { heard, _quiet: quiet, _watcher: watcher.ok() }
    }

    /// Waits until nothing has been heard for a moment; not for ever, in a folder that is never quiet.
    fn wait_for_quiet(&self) {
        let from = Instant::now();
        while from.elapsed() < EVERY && self.heard.recv_timeout(MOMENT).is_ok() {}
    }

    /// Waits until something is heard, or it is time to look all the same.
    fn wait(&self) {
        // An error means that nothing was heard.
        let _ = self.heard.recv_timeout(EVERY);
        // All of this will be seen by the same look.
        self.heard.try_iter().for_each(drop);
    }
}

/// Whether what the system tells is a reason to look. Looking at files is told too: our own looks would never end.
fn may_be_a_save(event: &notify::Result<Event>) -> bool {
    !event.as_ref().is_ok_and(|event| event.kind.is_access())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use notify::event::{AccessKind, CreateKind, EventKind, ModifyKind, RemoveKind};

    use super::*;
    use crate::files;

    #[test]
    fn what_is_written_and_removed_is_heard() {
        let folder = tempfile::tempdir().unwrap();
        let kites = folder.path().join("kites.md");
        let ears = Ears::new(folder.path());
        files::write(&kites, "new").unwrap();
        ears.heard.recv().unwrap();
        fs::rename(&kites, folder.path().join("kites-2.md")).unwrap();
        ears.heard.recv().unwrap();
        fs::remove_file(folder.path().join("kites-2.md")).unwrap();
        ears.heard.recv().unwrap();
    }

    #[test]
    fn looking_is_no_save_and_all_else_may_be_one() {
        let told = |kind| may_be_a_save(&Ok(Event::new(kind)));
        assert!(!told(EventKind::Access(AccessKind::Any)));
        let changes = [
            EventKind::Create(CreateKind::File),
            EventKind::Modify(ModifyKind::Any),
            EventKind::Remove(RemoveKind::File),
            EventKind::Other,
        ];
        assert!(changes.into_iter().all(told));
        assert!(may_be_a_save(&Err(notify::Error::generic("some of it was lost"))));
    }
}
