//! Opening what families sent: any number of files, without the page standing still.

use std::collections::VecDeque;

use leptos::prelude::*;
use ui::browser;
use wasm_bindgen_futures::spawn_local;
use work::Progress;
use work::result::{ResultDocument, ResultError, read_all};

use crate::desk::{Desk, go};
use crate::files::{self, Source};
use crate::screen::Screen;

/// So many files are read before the page gets a moment to show itself and to hear the teacher.
const AT_ONCE: usize = 16;

/// What came of opening.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Results that are new here.
    pub opened: usize,
    /// Results that were here already.
    pub before: usize,
    /// What was not opened.
    pub refused: Vec<Refused>,
    /// Nothing could even be tried: an empty folder.
    pub nothing: bool,
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
    /// The browser could not read the file.
    File,
    /// It is not a whole result.
    Result(ResultError),
}

/// What is being opened. Copies are the same.
#[derive(Clone, Copy)]
pub struct Opening {
    waiting: StoredValue<VecDeque<Source>, LocalStorage>,
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
            progress: RwSignal::new(None),
            report: RwSignal::new(None),
        }
    }

    /// Whether something is being opened.
    pub fn is_running(self) -> bool {
        self.progress.with(Option::is_some)
    }

    fn next_batch(self) -> Vec<Source> {
        let take = |waiting: &mut VecDeque<Source>| waiting.drain(..waiting.len().min(AT_ONCE)).collect();
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

/// Opens files or texts, and shows the class, where the report is. What comes while others are read waits its turn.
pub fn open(desk: Desk, sources: Vec<Source>) {
    let opening = desk.opening;
    if desk.screen.with_untracked(|screen| *screen != Screen::Class) {
        go(&Screen::Class);
    }
    if desk.is_empty() {
        browser::ask_to_keep();
    }
    let more = sources.len();
    opening.waiting.update_value(|waiting| waiting.extend(sources));
    let running = opening.progress.with_untracked(Option::is_some);
    opening.progress.update(|progress| progress.get_or_insert_default().asks += more);
    if !running {
        opening.report.set(None);
        desk.said.set(String::new());
        spawn_local(run(desk));
    }
}

async fn run(desk: Desk) {
    let opening = desk.opening;
    let mut report = Report { nothing: true, ..Report::default() };
    let mut results = Vec::new();
    loop {
        let batch = opening.next_batch();
        if batch.is_empty() && results.is_empty() {
            break;
        }
        if batch.is_empty() {
            let taken = desk.take(std::mem::take(&mut results)).await;
            report.opened += taken.new;
            report.before += taken.before;
            continue;
        }
        report.nothing = false;
        let size = batch.len();
        read_batch(batch, &mut results, &mut report.refused).await;
        opening.advance(size);
        files::pause().await;
    }
    opening.report.set(Some(report));
    opening.progress.set(None);
}

async fn read_batch(batch: Vec<Source>, results: &mut Vec<ResultDocument>, refused: &mut Vec<Refused>) {
    // All are asked for before the first is waited for.
    let reading: Vec<_> = batch.into_iter().map(files::start_reading).collect();
    for reading in reading {
        let file = reading.name.clone();
        let reads = match reading.finish().await {
            Ok(text) => read_all(&text).into_iter().map(|read| read.map_err(Reason::Result)).collect(),
            Err(reason) => vec![Err(reason)],
        };
        for read in reads {
            match read {
                Ok(result) => results.push(result),
                Err(reason) => refused.push(Refused { file: file.clone(), reason }),
            }
        }
    }
}
