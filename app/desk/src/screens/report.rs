//! What came of opening files.

use leptos::prelude::*;
use ui::say;
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
    // What could not be kept is said below, as long as it is so.
    let kept = report.opened > 0 && desk.is_lasting() && desk.not_kept.with_untracked(Vec::is_empty);
    let said = [
        report.nothing.then(say::desk_opened_nothing),
        (report.opened > 0).then(|| say::desk_opened(report.opened)),
        (report.before > 0).then(|| say::desk_opened_before(report.before)),
        kept.then(say::desk_kept),
    ];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join(" ");
    view! {
        {(!said.is_empty()).then(|| view! { <p class="good">{said}</p> })}
        {refusals(report.refused)}
    }
    .into_any()
}

fn refusals(mut refused: Vec<Refused>) -> Option<AnyView> {
    let count = refused.len();
    let more = refused.split_off(count.min(SHOWN));
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

fn list(refused: Vec<Refused>) -> AnyView {
    let lines = refused.into_iter().map(|refused| {
        let file = refused.file.unwrap_or_else(say::desk_pasted);
        view! { <li>{say::desk_refused_line(file, words(&refused.reason))}</li> }.into_any()
    });
    view! { <ul class="refused">{lines.collect_view()}</ul> }.into_any()
}

fn words(reason: &Reason) -> String {
    match reason {
        Reason::File => say::desk_error_file(),
        Reason::Result(ResultError::Foreign) => say::desk_error_foreign(),
        Reason::Result(ResultError::Truncated) => say::desk_error_truncated(),
        Reason::Result(ResultError::Damaged) => say::desk_error_damaged(),
        Reason::Result(ResultError::TooNew(version)) => say::desk_error_newer(version),
        Reason::Result(ResultError::TooLarge) => say::desk_error_large(),
        Reason::Result(ResultError::Unreadable(problem)) => say::desk_error_unreadable(problem),
    }
}
