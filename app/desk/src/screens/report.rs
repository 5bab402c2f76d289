//! What came of opening files.

use leptos::prelude::*;
use ui::{browser, say};
use work::result::ResultError;

use crate::desk::Desk;
use crate::opening::{Reason, Refused, Report};

/// More refused files than this are folded away.
const SHOWN: usize = 8;

#[component]
pub fn ReportView() -> AnyView {
    let desk = Desk::here();
    view! {
        <div class="report" role="status">
            {move || desk.opening.report.get().map(|report| whole(desk, report))}
        </div>
    }
    .into_any()
}

fn whole(desk: Desk, report: Report) -> AnyView {
    let close = move |_: leptos::ev::MouseEvent| {
        desk.opening.report.set(None);
        browser::focus_heading();
    };
    view! {
        <div class="card">
            {opened(desk, &report)}
            {refusals(report.refused)}
            <p class="actions">
                <button type="button" class="small quiet" on:click=close>
                    {say::close()}
                </button>
            </p>
        </div>
    }
    .into_any()
}

fn opened(desk: Desk, report: &Report) -> Option<AnyView> {
    // What could not be kept is said below, as long as it is so.
    let kept = report.opened > 0 && desk.is_lasting() && desk.not_kept.with_untracked(Vec::is_empty);
    let said = [
        report.nothing.then(say::desk_opened_nothing),
        (report.opened > 0).then(|| say::desk_opened(report.opened)),
        (report.before > 0).then(|| say::desk_opened_before(report.before)),
        kept.then(|| if desk.for_good.get() { say::desk_kept() } else { say::desk_kept_perhaps() }),
    ];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let older = (report.older > 0).then(|| say::desk_opened_older(report.older));
    (!said.is_empty()).then(|| {
        view! {
            <p class="good">{said}</p>
            {older.map(|older| view! { <p>{older}</p> })}
        }
        .into_any()
    })
}

fn refusals(refused: Vec<Refused>) -> Option<AnyView> {
    let count = refused.len();
    let (refused, more) = shown_and_more(refused);
    (count > 0).then(|| {
        view! {
            <p class="problem">
                <strong>{say::desk_refused(count)}</strong>
            </p>
            {list(refused)}
            {(!more.is_empty())
                .then(|| {
                    view! {
                        <details>
                            <summary>{say::desk_refused_more(more.len())}</summary>
                            {list(more)}
                        </details>
                    }
                })}
        }
        .into_any()
    })
}

/// Those that are shown, and those that are folded away: no one is hidden alone.
fn shown_and_more<T>(mut refused: Vec<T>) -> (Vec<T>, Vec<T>) {
    let shown = if refused.len() <= SHOWN + 1 { refused.len() } else { SHOWN };
    let more = refused.split_off(shown);
    (refused, more)
}

fn list(refused: Vec<Refused>) -> AnyView {
    let lines = refused.into_iter().map(|refused| {
        let file = refused.file.unwrap_or_else(say::desk_pasted);
        view! { <li dir="auto">{say::desk_refused_line(file, words(&refused.reason))}</li> }.into_any()
    });
    view! { <ul class="refused">{lines.collect_view()}</ul> }.into_any()
}

fn words(reason: &Reason) -> String {
    match reason {
        Reason::Unread => say::desk_error_file(),
        Reason::Packed => say::desk_error_packed(),
        Reason::Mail => say::desk_error_mail(),
        Reason::TooLarge => say::desk_error_large_file(),
        Reason::Result(ResultError::Foreign) => say::desk_error_foreign(),
        Reason::Result(ResultError::Truncated) => say::desk_error_truncated(),
        Reason::Result(ResultError::Damaged) => say::desk_error_damaged(),
        Reason::Result(ResultError::TooNew(version)) => say::desk_error_newer(version),
        Reason::Result(ResultError::TooLarge) => say::desk_error_large(),
        Reason::Result(ResultError::TooMuch(_)) => say::desk_error_too_much(),
        Reason::Result(ResultError::Unreadable(_)) => say::desk_error_unreadable(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_are_folded_away_and_never_one_alone() {
        let lengths = |count: usize| {
            let (shown, more) = shown_and_more(vec![(); count]);
            (shown.len(), more.len())
        };
        assert_eq!([0, 8, 9, 10].map(lengths), [(0, 0), (8, 0), (9, 0), (8, 2)]);
    }
}
