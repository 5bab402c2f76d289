//! The list of assignments for one child.

use assignment::Date;
use leptos::prelude::*;
use ui::component::{ProgressBar, Prose};
use ui::{day, say};
use wasm_bindgen_futures::spawn_local;
use work::Progress;

use super::app::Arrive;
use super::frame::{Top, Trouble};
use crate::home::Home;
use crate::list::{Item, List};
use crate::screen::Screen;

#[component]
pub fn ListScreen(child: String) -> AnyView {
    let home = Home::here();
    let Some(profile) = home.child(&child) else {
        return view! { <Trouble words=say::home_fault_store() /> }.into_any();
    };
    let loaded = RwSignal::new(None::<Option<List>>);
    let id = child.clone();
    spawn_local(async move {
        let list = load(home, &id).await;
        loaded.set(Some(list));
    });
    let child = StoredValue::new(child);
    view! {
        <Top child=profile />
        {move || match loaded.get() {
            None => view! { <main aria-busy="true"><p class="waiting">{say::home_loading()}</p></main> }.into_any(),
            Some(None) => view! { <Trouble words=say::home_fault_store() /> }.into_any(),
            Some(Some(list)) => child.with_value(|child| whole(home, child, list)),
        }}
    }
    .into_any()
}

async fn load(home: Home, child: &str) -> Option<List> {
    let store = home.store();
    let records = store.works(child).await.ok()?.records;
    let mut answers = store.answers(child).await.ok()?.records;
    // Typed a moment ago and still on their way.
    let unsaved = home.saving.unsaved();
    answers
        .retain(|kept| !unsaved.iter().any(|new| new.assignment == kept.assignment && new.slot == kept.slot));
    answers.extend(unsaved.into_iter().filter(|answer| answer.profile == child));
    Some(home.with_index(|index| List::new(index, &records, &answers, home.today())))
}

fn whole(home: Home, child: &str, list: List) -> AnyView {
    Arrive::at(say::home_week_this());
    let nothing = list == List::default();
    let none_this_week = list.this_week.is_empty();
    let (name, welcome) = home.with_index(|index| match &index.class {
        Some(class) => (class.name.clone(), class.welcome.clone()),
        None => (String::new(), Vec::new()),
    });
    let part = |title: String, items: Vec<Item>, dated: fn(&Item) -> Option<(Date, bool)>| {
        (!items.is_empty()).then(|| {
            let cards = items.into_iter().map(|item| card(child, item, dated)).collect_view();
            view! {
                <section>
                    <h2>{title}</h2>
                    <ul class="cards">{cards}</ul>
                </section>
            }
            .into_any()
        })
    };
    let due = |item: &Item| item.entry.due.map(|due| (due, true));
    let opens = |item: &Item| item.entry.opens.map(|opens| (opens, false));
    view! {
        <main class="list">
            <p class="kicker">{name}</p>
            <h1 tabindex="-1">{say::home_week_this()}</h1>
            {nothing.then(|| view! { <p>{say::home_week_nothing()}</p> })}
            {(none_this_week && !nothing).then(|| view! { <p>{say::home_week_none_this()}</p> })}
            <ul class="cards">
                {list.this_week.into_iter().map(|item| card(child, item, due)).collect_view()}
            </ul>
            {part(say::home_week_coming(), list.coming_up, opens)}
            {part(say::home_week_earlier(), list.earlier, due)}
            {(!welcome.is_empty()).then(|| view! { <aside class="letter"><Prose blocks=welcome /></aside> })}
        </main>
    }
    .into_any()
}

fn card(child: &str, item: Item, dated: fn(&Item) -> Option<(Date, bool)>) -> AnyView {
    let Item { entry, progress, finished, sent, removed } = item.clone();
    let href = Screen::Work { child: child.to_owned(), assignment: entry.id }.href();
    let when = dated(&item).map(|(date, due)| {
        let date = day::spoken(date);
        if due { say::home_week_due(date) } else { say::home_week_opens(date) }
    });
    let facts = [
        (!entry.subject.is_empty()).then_some(entry.subject),
        (!entry.year.is_empty()).then(|| say::home_week_year(&entry.year)),
        entry.minutes.map(say::home_week_minutes),
        when,
    ];
    let facts = facts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let state = if removed {
        Some(say::home_week_removed())
    } else if sent {
        Some(say::home_week_sent())
    } else if finished {
        Some(say::home_week_finished())
    } else if progress.is_none() {
        Some(say::home_week_new())
    } else {
        None
    };
    view! {
        <li>
            <a class="card" href=href>
                <strong>{entry.title}</strong>
                <span class="quiet">{facts}</span>
                {state.map(|state| view! { <span class="state" class:good=sent || finished>{state}</span> })}
                {progress.map(|progress: Progress| view! { <ProgressBar progress=Signal::derive(move || progress) /> })}
            </a>
        </li>
    }
    .into_any()
}
