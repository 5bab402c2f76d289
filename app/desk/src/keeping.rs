//! Keeping results and removing them, here and in other tabs.

use leptos::prelude::*;
use ui::browser;
use wasm_bindgen_futures::spawn_local;
use work::result::ResultDocument;

use crate::desk::{Desk, roll_of};
use crate::opening;

/// So many results are tried again in one go: all or none of them are kept, so a full computer refuses few.
const TRIED_AT_ONCE: usize = 50;

/// What became of results that were read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// New ones.
    pub new: usize,
    /// Of these, ones of a child who has sent a newer one.
    pub older: usize,
    /// Ones that were here already.
    pub before: usize,
}

/// Keeps results, and puts them on the roll. All of them are kept, also those that were here already: another tab may have
/// removed them since. Screens and other tabs are not told yet: in the middle of a thousand files nobody looks.
pub async fn take(desk: Desk, results: Vec<ResultDocument>) -> Taken {
    if results.is_empty() {
        return Taken::default();
    }
    if desk.store.get_value().put_results(&results).await.is_err() {
        desk.not_kept.update(|waiting| add_missing(waiting, &results));
    }
    desk.edition.update_value(|edition| *edition += 1);
    let mut taken = Taken::default();
    desk.roll.update_untracked(|roll| {
        for result in results {
            let (student, assignment) = (result.student.id.clone(), result.assignment.id.clone());
            let made = result.made;
            if roll.add(result.without_media()) {
                taken.new += 1;
                taken.older += usize::from(roll.has_newer(&student, &assignment, made));
            } else {
                taken.before += 1;
            }
        }
    });
    taken
}

fn add_missing(waiting: &mut Vec<ResultDocument>, results: &[ResultDocument]) {
    for result in results {
        if !waiting.contains(result) {
            waiting.push(result.clone());
        }
    }
}

/// Tries again to keep what could not be kept before.
pub async fn try_again(desk: Desk) {
    let waiting = desk.not_kept.get_untracked();
    if waiting.is_empty() {
        return;
    }
    let store = desk.store.get_value();
    let mut refused = Vec::new();
    for some in waiting.chunks(TRIED_AT_ONCE) {
        if store.put_results(some).await.is_err() {
            refused.extend_from_slice(some);
        }
    }
    desk.not_kept.set(refused);
}

/// Removes a student's results. `false` when they are still there.
pub async fn remove_student(desk: Desk, student: &str) -> bool {
    desk.removing.set(true);
    let removed = desk.store.get_value().delete_student(student).await.is_ok();
    if removed {
        desk.not_kept.update(|results| results.retain(|result| result.student.id != student));
        desk.roll.update(|roll| roll.remove_student(student));
    }
    end_removing(desk, removed);
    removed
}

/// Removes all results, also those that cannot be read. `false` when they are still there.
pub async fn remove_all(desk: Desk) -> bool {
    desk.removing.set(true);
    let removed = desk.store.get_value().delete_results().await.is_ok();
    if removed {
        desk.not_kept.set(Vec::new());
        desk.damaged.set(0);
        desk.roll.update(class::Roll::clear);
    }
    end_removing(desk, removed);
    removed
}

fn end_removing(desk: Desk, removed: bool) {
    if removed {
        desk.edition.update_value(|edition| *edition += 1);
        // What it tells of may be gone.
        desk.opening.report.set(None);
        browser::tell_other_tabs();
    }
    desk.removing.set(false);
    opening::go_on(desk);
    settle(desk);
}

/// Looks, when there was something to see while this tab was busy: what another tab has changed, or a result that could not be read
/// and may have been opened again.
pub fn settle(desk: Desk) {
    if desk.missed.get_value() || desk.damaged.get_untracked() > 0 {
        spawn_local(look_again(desk));
    }
}

/// Looks whenever another tab has kept or removed something: at once where this page can be seen, else when it can again.
pub fn follow_other_tabs(desk: Desk) {
    browser::on_other_tabs(move || {
        if browser::is_visible() {
            spawn_local(look_again(desk));
        }
    });
    browser::on_visibility(move |seen| {
        if seen {
            spawn_local(look_again(desk));
        }
    });
}

/// Reads again what is kept. Screens are drawn anew only when something has changed.
pub async fn look_again(desk: Desk) {
    let is_busy = || desk.opening.is_busy() || desk.removing.get_untracked();
    desk.missed.set_value(desk.is_lasting());
    while desk.missed.get_value() && !is_busy() {
        let edition = desk.edition.get_value();
        let Ok(kept) = desk.store.get_value().results().await else { return };
        if desk.edition.get_value() != edition || is_busy() {
            // This tab has changed it meanwhile, so what was read is old.
            continue;
        }
        let roll = roll_of(kept.records.into_iter().chain(desk.not_kept.get_untracked()));
        desk.missed.set_value(false);
        desk.damaged.set(kept.damaged);
        if desk.roll.with_untracked(|held| !held.holds_same(&roll)) {
            desk.roll.set(roll);
        }
    }
}
