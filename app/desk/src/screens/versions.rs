//! What a student has sent for one assignment, each time.

use class::State;
use leptos::prelude::*;
use ui::{day, say};
use work::Moment;

use super::state;

/// One of several results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version {
    /// What the phone's clock said.
    pub made: Moment,
    /// When it was made; `None` when that clock was wrong.
    pub when: Option<Moment>,
    /// How far the work was.
    pub state: State,
}

/// A button for each, when there are several. `shown` is the one that is read; without it, the newest.
pub fn versions(all: &[Version], shown: RwSignal<Option<Moment>>) -> Option<AnyView> {
    let newest = all.first()?.made;
    let buttons = all.iter().map(|version| {
        let made = version.made;
        let is_shown = move || shown.get().unwrap_or(newest) == made;
        view! {
            <li>
                <button
                    type="button"
                    class="small quiet"
                    aria-pressed=move || is_shown().to_string()
                    on:click=move |_| shown.set(Some(made))
                >
                    {words(*version, made == newest)}
                </button>
            </li>
        }
        .into_any()
    });
    (all.len() > 1).then(|| {
        view! {
            <nav class="versions" aria-labelledby="versions">
                <p id="versions" class="quiet">
                    {say::desk_student_versions(all.len())}
                </p>
                <ul>{buttons.collect_view()}</ul>
            </nav>
        }
        .into_any()
    })
}

fn words(version: Version, is_newest: bool) -> String {
    let when = version.when.map_or_else(say::desk_student_version_unknown, day::and_time);
    let state = state::words(version.state);
    if is_newest {
        say::desk_student_version_newest(when, state)
    } else {
        say::desk_student_version(when, state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_says_when_it_came_and_how_far_it_was() {
        ui::load_english();
        let state = State::Unfinished { answered: 3, asks: 7 };
        let version = Version { made: 9, when: Some(9), state };
        assert_eq!(words(version, false), "9: 3 of 7 answered");
        assert_eq!(words(version, true), "9: 3 of 7 answered (the newest)");
        assert_eq!(words(Version { when: None, ..version }, false), "date unknown: 3 of 7 answered");
    }
}
