//! The class's homework that nobody has sent yet.

use assignment::Head;
use leptos::prelude::*;
use ui::{browser, day, facts, say};

use super::paper_list::print_link;
use crate::desk::Desk;

#[component]
pub fn WaitingList() -> AnyView {
    let desk = Desk::here();
    let waiting = Memo::new(move |_| {
        desk.roll.with(|roll| {
            desk.index.with(|index| {
                let waiting = index.as_ref().map(|index| roll.not_received(index, browser::today()));
                waiting.unwrap_or_default().into_iter().cloned().collect::<Vec<_>>()
            })
        })
    });
    (move || {
        let waiting = waiting.get();
        (!waiting.is_empty()).then(|| list(waiting))
    })
    .into_any()
}

fn list(waiting: Vec<Head>) -> AnyView {
    let items = waiting.into_iter().map(|head| {
        let about = facts(&[
            Some(head.subject.clone()),
            head.due.map(|due| say::desk_assignment_due(day::spoken(due))),
        ]);
        let title = head.title;
        view! {
            <li>
                <strong dir="auto">{title.clone()}</strong>
                <span class="quiet" dir="auto">
                    {about}
                </span>
                {print_link(&head.id, &title)}
            </li>
        }
        .into_any()
    });
    view! {
        <section aria-labelledby="waiting">
            <h2 id="waiting">{say::desk_roll_waiting()}</h2>
            <p class="quiet">{say::desk_roll_waiting_note()}</p>
            <ul class="waiting-list">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}
