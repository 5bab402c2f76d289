//! Opening what families sent: any number of files, without the page standing still.

use std::collections::VecDeque;

use leptos::prelude::*;
use ui::browser;
use wasm_bindgen_futures::spawn_local;
use work::Progress;
use work::result::{ResultDocument, ResultError, read_all};

use crate::answered::pause;
use crate::desk::Desk;
use crate::files::{self, Source};
use crate::folders::Dropped;
use crate::keeping;
use crate::screen::Screen;

/// What is read before it is kept, and before the page gets a moment to show itself and to hear the teacher: so many files …
const MOST_AT_ONCE: usize = 50;

/// … and so many bytes, but always one file.
const MOST_BYTES_AT_ONCE: f64 = 16.0 * 1024.0 * 1024.0;

/// What came of opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Results that are new here.
    pub opened: usize,
    /// Of these, ones of a child who has sent a newer one.
    pub older: usize,
    /// Results that were here already.
    pub before: usize,
    /// What was not opened.
    pub refused: Vec<Refused>,
    /// Nothing could even be tried: an empty folder.
    pub nothing: bool,
}

impl Report {
    /// Whether all that was pasted could be read.
    pub fn took_pasted(&self) -> bool {
        self.refused.iter().all(|refused| refused.file.is_some())
    }
}

/// Something that was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The file's name; `None` for pasted text.
    pub file: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why something was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The browser could not read it.
    Unread,
    /// It has other files in it, packed.
    Packed,
    /// It is a mail as only one mail program writes it.
    Mail,
    /// It is larger than a page can read.
    TooLarge,
    /// It is not a whole result.
    Result(ResultError),
}

/// What is being opened. Copies are the same.
#[derive(Clone, Copy)]
pub struct Opening {
    waiting: StoredValue<VecDeque<Source>, LocalStorage>,
    running: StoredValue<bool>,
    /// How many dropped folders are being looked through.
    pub looking: RwSignal<usize>,
    /// How far it is; `None` when nothing is being opened.
    pub progress: RwSignal<Option<Progress>>,
    /// What came of it last time.
    pub report: RwSignal<Option<Report>>,
}

impl Opening {
    /// Nothing opened yet.
    pub fn new() -> Self {
        Self {
            waiting: StoredValue::new_local(VecDeque::new()),
            running: StoredValue::new(false),
            looking: RwSignal::new(0),
            progress: RwSignal::new(None),
            report: RwSignal::new(None),
        }
    }

    /// Whether files are being read, or folders looked through.
    pub fn is_running(self) -> bool {
        self.progress.with(Option::is_some) || self.looking.get() > 0
    }

    /// Whether files are being read, for those who cannot wait to be told that it is over.
    pub fn is_busy(self) -> bool {
        self.running.get_value()
    }

    fn next_batch(self) -> Vec<Source> {
        let take = |waiting: &mut VecDeque<Source>| {
            let count = batch(waiting.iter().map(Source::bytes));
            waiting.drain(..count).collect()
        };
        self.waiting.try_update_value(take).unwrap_or_default()
    }

    fn advance(self, by: usize) {
        self.progress.update(|progress| {
            if let Some(progress) = progress {
                progress.answered += by;
            }
        });
    }
}

/// How many of the files that wait, given by their bytes, are read in one go.
fn batch(sizes: impl Iterator<Item = f64>) -> usize {
    let mut bytes = 0.0;
    let fits = |size: &f64| {
        bytes += *size;
        bytes <= MOST_BYTES_AT_ONCE
    };
    let mut sizes = sizes.take(MOST_AT_ONCE).peekable();
    let any = usize::from(sizes.peek().is_some());
    sizes.take_while(fits).count().max(any)
}

/// Opens files or texts, and shows the class, where the report is. What comes while others are read, or while something is being
/// removed, waits its turn.
pub fn open(desk: Desk, sources: Vec<Source>) {
    let opening = desk.opening;
    desk.go(Screen::Class);
    if !desk.for_good.get_untracked() {
        spawn_local(async move { desk.for_good.set(browser::keeps_for_good().await) });
    }
    let more = sources.len();
    opening.waiting.update_value(|waiting| waiting.extend(sources));
    opening.progress.update(|progress| progress.get_or_insert_default().asks += more);
    go_on(desk);
}

/// Opens what was dropped, with what is in folders.
pub fn open_dropped(desk: Desk, dropped: Dropped) {
    // A large folder takes a while to look through.
    desk.go(Screen::Class);
    desk.opening.looking.update(|folders| *folders += 1);
    spawn_local(async move {
        let sources = dropped.into_sources().await;
        desk.opening.looking.update(|folders| *folders -= 1);
        open(desk, sources);
    });
}

/// Goes on with what waits, unless something else has to end first.
pub fn go_on(desk: Desk) {
    let opening = desk.opening;
    let asked = opening.progress.with_untracked(Option::is_some);
    if asked && !opening.is_busy() && !desk.removing.get_untracked() {
        opening.running.set_value(true);
        opening.report.set(None);
        desk.said.set(String::new());
        spawn_local(run(desk));
    }
}

async fn run(desk: Desk) {
    let opening = desk.opening;
    keeping::try_again(desk).await;
    let mut report = Report { nothing: true, ..Report::default() };
    loop {
        let batch = opening.next_batch();
        if batch.is_empty() {
            break;
        }
        report.nothing = false;
        let size = batch.len();
        let results = read(batch, &mut report.refused).await;
        let taken = keeping::take(desk, results).await;
        // For each file, the page would be drawn a thousand times.
        opening.advance(size);
        report.opened += taken.new;
        report.older += taken.older;
        report.before += taken.before;
        pause().await;
    }
    desk.roll.notify();
    browser::tell_other_tabs();
    opening.report.set(Some(report));
    opening.progress.set(None);
    opening.running.set_value(false);
    keeping::settle(desk);
}

async fn read(batch: Vec<Source>, refused: &mut Vec<Refused>) -> Vec<ResultDocument> {
    // All are asked for before the first is waited for.
    let reading: Vec<_> = batch.into_iter().map(files::start_reading).collect();
    let mut results = Vec::new();
    for reading in reading {
        let file = reading.name.clone();
        match reading.finish().await {
            Ok(text) => {
                for read in read_all(text) {
                    match read {
                        Ok(result) => results.push(result),
                        Err(error) => {
                            refused.push(Refused { file: file.clone(), reason: Reason::Result(error) });
                        }
                    }
                }
            }
            Err(reason) => refused.push(Refused { file, reason }),
        }
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_as_much_as_a_page_can_bear() {
        let mega = 1024.0 * 1024.0;
        assert_eq!(batch([].into_iter()), 0);
        assert_eq!(batch([1.0; 1000].into_iter()), MOST_AT_ONCE);
        assert_eq!(batch([7.0 * mega; 9].into_iter()), 2);
        assert_eq!(batch([31.0 * mega, 1.0].into_iter()), 1);
        assert_eq!(batch([1.0, 31.0 * mega].into_iter()), 1);
    }
}
