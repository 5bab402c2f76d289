//! Keeping what is typed as it is typed, saying truthfully whether it is kept, and following what other tabs keep.

mod taken;

use taken::Taken;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use store::{Change, Queue, Store, StoreError};
use ui::browser;
use ui::spawn_local;
use work::{Answer, By, Slot, Value, Work, WorkRecord};

/// What is true of everything that was typed so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// All of it has been committed.
    Saved,
    /// Some of it is on its way.
    Saving,
    /// Some of it could not be kept, and is tried again.
    NotSaved,
    /// Some of it could not be kept, and never can by this page: a newer one has changed the store.
    Overtaken,
}

/// After how many milliseconds what is on its way is called late, and given up.
const LATE: u32 = 2_000;
const HUNG: u32 = 10_000;

/// The one way from a field to the store. Copies are the same.
#[derive(Clone, Copy)]
pub struct Saving {
    store: StoredValue<Store, LocalStorage>,
    queue: StoredValue<Queue>,
    /// Photos and recordings that are not kept yet.
    taken: StoredValue<Vec<Taken>>,
    /// The id of the one that is being kept.
    keeping: StoredValue<Option<String>>,
    /// Runs out when a write that failed is to be tried again.
    again: StoredValue<Option<Timeout>, LocalStorage>,
    /// Run out when what is on its way is late, and when it is given up.
    late: StoredValue<Option<[Timeout; 2]>, LocalStorage>,
    /// The number of the write in flight. Of one that was given up nobody wants to hear any more.
    attempt: StoredValue<u32>,
    /// `None` before anything was typed.
    pub status: RwSignal<Option<Status>>,
    /// The work that is on the screen, which follows what is kept.
    shown: StoredValue<Option<RwSignal<Work>>>,
    /// Another tab has kept something that was not looked at yet.
    stale: StoredValue<bool>,
    /// What is kept is being read.
    looking: StoredValue<bool>,
}

impl Saving {
    /// Nothing typed yet.
    pub fn new(store: StoredValue<Store, LocalStorage>) -> Self {
        Self {
            store,
            queue: StoredValue::new(Queue::new(browser::new_id(browser::now()))),
            taken: StoredValue::new(Vec::new()),
            keeping: StoredValue::new(None),
            again: StoredValue::new_local(None),
            late: StoredValue::new_local(None),
            attempt: StoredValue::new(0),
            status: RwSignal::new(None),
            shown: StoredValue::new(None),
            stale: StoredValue::new(false),
            looking: StoredValue::new(false),
        }
    }

    /// Takes an answer: it is in the work at once, and on its way to the store.
    pub fn give(self, work: RwSignal<Work>, slot: Slot, value: Value, by: By) {
        let (answer, base) = work.with_untracked(|work| {
            let answer = work.answer(slot, value, by, browser::now());
            let base = work.fitting(&answer.slot, |held| held.shape() == answer.value.shape());
            let base = base.map(|held| held.value.clone());
            (answer, base)
        });
        work.update(|work| work.put(answer.clone()));
        self.follow_taken(&answer);
        let value = self.without_taken(answer.value);
        let base = base.map(|base| self.without_taken(base));
        self.push(Change::Answer { answer: Answer { value, ..answer }, base });
    }

    /// Keeps what was just done.
    pub fn push(self, change: Change) {
        self.queue.update_value(|queue| queue.push(change));
        self.begin();
        self.run();
    }

    /// Something is on its way.
    fn begin(self) {
        if matches!(self.status.get_untracked(), None | Some(Status::Saved)) {
            self.status.set(Some(Status::Saving));
            self.watch();
        }
    }

    /// Says so when what is on its way does not arrive, and makes the way anew: a browser that is closing, or one whose store hangs, may
    /// never answer.
    fn watch(self) {
        let late = move || {
            if self.status.get_untracked() == Some(Status::Saving) {
                self.status.set(Some(Status::NotSaved));
            }
        };
        let hung = move || {
            let is_keeping = self.keeping.try_update_value(Option::take).flatten().is_some();
            if self.queue.try_update_value(Queue::give_up) == Some(true) || is_keeping {
                self.attempt.update_value(|attempt| *attempt += 1);
                self.store.get_value().reconnect();
                self.try_again();
            }
        };
        self.late.set_value(Some([Timeout::new(LATE, late), Timeout::new(HUNG, hung)]));
    }

    /// A write is done: nothing is late any more, unless another is on its way.
    fn stop_watching(self) {
        if self.keeping.with_value(Option::is_none) && !self.queue.with_value(Queue::is_in_flight) {
            self.late.set_value(None);
        }
    }

    /// Keeps what was done without a word about it: nobody has typed anything yet.
    pub fn push_quietly(self, change: Change) {
        self.queue.update_value(|queue| queue.push(change));
        self.run();
    }

    /// Starts the next write, unless one is in flight.
    fn run(self) {
        let Some((changes, durability)) = self.queue.try_update_value(Queue::start).flatten() else { return };
        let store = self.store.get_value();
        let attempt = self.attempt.get_value();
        self.watch();
        spawn_local(async move {
            let kept = store.keep(changes, durability).await;
            if self.attempt.get_value() != attempt {
                return;
            }
            match kept {
                Ok(kept) => self.kept(kept),
                Err(error) => {
                    let pause = self.queue.try_update_value(Queue::fail).unwrap_or_default();
                    self.stop_watching();
                    self.failed(&error, pause);
                }
            }
        });
    }

    /// A write has failed, and is tried again after so many milliseconds.
    fn failed(self, error: &StoreError, pause: u32) {
        if *error == StoreError::Newer {
            self.status.set(Some(Status::Overtaken));
            return;
        }
        self.status.set(Some(Status::NotSaved));
        // The one before, if it has not run out, is given up.
        self.again.set_value(Some(Timeout::new(pause, move || self.try_again())));
    }

    fn try_again(self) {
        self.run();
        self.keep_taken();
    }

    /// A write has arrived.
    fn kept(self, kept: Vec<Answer>) {
        let seen = self.queue.try_update_value(|queue| queue.succeed(kept));
        self.stop_watching();
        self.show(seen.unwrap_or_default());
        if self.queue.try_update_value(Queue::has_come_back) == Some(true) {
            self.note(&[]);
        }
        self.settle();
        browser::tell_other_tabs();
        self.run();
    }

    /// Says that everything is kept, if it is.
    fn settle(self) {
        if self.quiet_turn().is_some() {
            if self.status.get_untracked().is_some() {
                self.status.set(Some(Status::Saved));
            }
            if self.stale.get_value() {
                self.look();
            }
        }
    }

    /// Lets the work on the screen follow what is kept, also what another tab has kept since the work was read.
    pub fn show_in(self, work: RwSignal<Work>) {
        self.shown.set_value(Some(work));
        self.look();
    }

    /// The work on the screen, while there is one.
    fn shown(self) -> Option<RwSignal<Work>> {
        self.shown.get_value().filter(|work| !work.is_disposed())
    }

    /// Whether the work on the screen is the one of this record.
    fn shows(self, record: &WorkRecord) -> bool {
        let is_same = |work: &Work| {
            work.profile.id == record.profile && work.record.document.head.id == record.document.head.id
        };
        self.shown().is_some_and(|work| work.with_untracked(is_same))
    }

    /// Shows answers as they are kept, where that is not what is on the screen.
    fn show(self, answers: Vec<Answer>) {
        let Some(work) = self.shown() else { return };
        let answers = self.with_taken(answers);
        let new: Vec<Answer> = work
            .with_untracked(|work| answers.into_iter().filter(|answer| work.would_change(answer)).collect());
        if !new.is_empty() {
            work.update(|work| new.into_iter().for_each(|answer| work.put(answer)));
        }
    }

    /// Follows what other tabs keep, as soon as somebody can see this one.
    pub fn follow_other_tabs(self) {
        browser::on_other_tabs(move || self.look());
        browser::on_visibility(move |visible| {
            if visible {
                self.try_again();
                self.look();
            }
        });
    }

    /// Looks at what is kept, and shows what is newer. While something is on its way, that goes first.
    fn look(self) {
        self.stale.set_value(true);
        if self.looking.get_value() || !browser::is_visible() {
            return;
        }
        let Some((turn, work)) = self.quiet_turn().zip(self.shown()) else { return };
        self.stale.set_value(false);
        self.looking.set_value(true);
        let (child, assignment) =
            work.with_untracked(|work| (work.profile.id.clone(), work.record.document.head.id.clone()));
        spawn_local(async move {
            let read = self.read(&child, &assignment).await;
            self.looking.set_value(false);
            if self.quiet_turn() == Some(turn) {
                self.show_kept(read);
            } else {
                self.stale.set_value(true);
            }
            if self.stale.get_value() {
                self.look();
            }
        });
    }

    /// Reads the work on the screen as it is kept. A store that cannot be read just now is read at the next sign.
    async fn read(self, child: &str, assignment: &str) -> (Vec<Answer>, Option<WorkRecord>) {
        let store = self.store.get_value();
        if store.take_in().await == Ok(true) {
            browser::tell_other_tabs();
        }
        let answers = store.answers_to(child, assignment).await.map(|kept| kept.records);
        let records = store.works(child).await.map(|kept| kept.records).unwrap_or_default();
        let record = records.into_iter().find(|record| record.document.head.id == assignment);
        (answers.unwrap_or_default(), record)
    }

    fn show_kept(self, (answers, record): (Vec<Answer>, Option<WorkRecord>)) {
        self.show(answers);
        // Another child's work may have come onto the screen meanwhile.
        let record = record.filter(|record| self.shows(record));
        if let Some((record, work)) = record.zip(self.shown())
            && work.with_untracked(|work| !work.record.is_at(&record))
        {
            work.update(|work| work.record.follow(record));
        }
    }

    /// Whether nothing is on its way.
    pub fn is_quiet(self) -> bool {
        self.quiet_turn().is_some()
    }

    /// A number that changes with everything that is given or kept, while nothing is on its way. What was read while it stayed
    /// the same is as new as what is on the screen.
    fn quiet_turn(self) -> Option<u32> {
        let all_taken = self.taken.with_value(|all| all.iter().all(|taken| taken.is_out));
        self.queue.with_value(|queue| (all_taken && queue.is_empty()).then(|| queue.turn()))
    }

    /// The answers that are kept, as they will be when everything typed here is kept too.
    pub fn over(self, kept: Vec<Answer>) -> Vec<Answer> {
        self.with_taken(self.queue.with_value(|queue| queue.over(kept)))
    }

    /// The same of a child's pieces of work.
    pub fn records_over(self, child: &str, kept: Vec<WorkRecord>) -> Vec<WorkRecord> {
        self.queue.with_value(|queue| queue.records_over(child, kept))
    }

    /// Answers as they are kept, for a screen that is now drawn: with everything that was typed here since.
    pub fn draw_over(self, kept: Vec<Answer>) -> Vec<Answer> {
        self.with_taken(self.queue.try_update_value(|queue| queue.build_on(kept)).unwrap_or_default())
    }

    /// Notes what is not yet kept whenever the page may be about to go away. A phone may give no other sign.
    pub fn note_when_leaving(self) {
        let Some(window) = web_sys::window() else { return };
        let leave = move || {
            let left = self.queue.try_update_value(Queue::leave).unwrap_or_default();
            if left.is_empty() {
                self.store.get_value().harden();
            } else {
                self.note(&left);
            }
            self.leave_taken();
            if !self.is_quiet() {
                // One that somebody can see takes it in.
                browser::tell_other_tabs();
            }
        };
        let going = move |_: &_| {
            self.store.get_value().stop_keeping();
            leave();
        };
        EventListener::new(&window, "pagehide", going).forget();
        browser::on_visibility(move |visible| {
            if !visible {
                leave();
            }
        });
    }

    fn note(self, left: &[Change]) {
        let store = self.store.get_value();
        self.queue.with_value(|queue| store.leave(queue.page(), left));
    }
}
