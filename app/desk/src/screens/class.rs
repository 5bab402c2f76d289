//! The class: opening what families sent, and who has sent what.

use class::{Roll, quotes};
use leptos::prelude::*;
use ui::{browser, facts, say};
use wasm_bindgen_futures::spawn_local;

use super::frame::Arrive;
use super::open_files::OpenFiles;
use super::quote_list::QuoteList;
use super::removing::Removing;
use super::report::ReportView;
use super::roll_table::RollTable;
use super::waiting::WaitingList;
use crate::desk::Desk;
use crate::keeping;
use crate::screen::Screen;

/// So many of the newest words stand on the class's page.
const WORDS_HERE: usize = 6;

#[component]
pub fn ClassScreen() -> AnyView {
    let desk = Desk::here();
    Arrive::back_at(say::desk_heading(), desk.before.get_value());
    let kicker = move || {
        let classes = desk.roll.with(Roll::classes);
        if classes.is_empty() {
            say::taumahi()
        } else {
            facts(&classes.into_iter().map(Some).collect::<Vec<_>>())
        }
    };
    let received = Memo::new(move |_| desk.roll.with(|roll| !roll.is_empty()));
    // What cannot be read can be removed.
    let removable = Memo::new(move |_| received.get() || desk.damaged.get() > 0);
    view! {
        <main class="class-screen">
            <p class="kicker" dir="auto">
                {kicker}
            </p>
            <h1 tabindex="-1">{say::desk_heading()}</h1>
            <nav class="actions" aria-label=say::desk_more()>
                {to(Screen::Write, say::desk_write())} {to(Screen::TypeIn, say::desk_type_in())}
            </nav>
            <OpenFiles />
            <ReportView />
            <p class="good" role="status">
                {desk.said}
            </p>
            {notices(desk)}
            {move || received.get().then(|| whole(desk))}
            {on_paper(desk)}
            {move || removable.get().then(|| view! { <section class="ends">{remove(desk)}</section> })}
        </main>
    }
    .into_any()
}

fn to(screen: Screen, words: String) -> AnyView {
    view! {
        <a class="button small quiet" id=screen.href() href=screen.href()>
            {words}
        </a>
    }
    .into_any()
}

/// What is true of keeping, when it is not as a teacher would expect.
fn notices(desk: Desk) -> AnyView {
    let not_kept = move || desk.not_kept.with(Vec::len);
    let damaged = move || desk.damaged.get();
    view! {
        {(!desk.is_lasting()).then(|| view! { <p class="notice problem">{say::desk_not_lasting()}</p> })}
        <div role="alert">
            {move || (damaged() > 0).then(|| view! { <p class="notice problem">{say::desk_damaged(damaged())}</p> })}
            {move || (not_kept() > 0).then(|| view! { <p class="notice problem">{say::desk_not_kept(not_kept())}</p> })}
        </div>
    }
    .into_any()
}

fn whole(desk: Desk) -> AnyView {
    view! {
        <RollTable />
        {download(desk)}
        <WaitingList />
        {move || words(desk)}
    }
    .into_any()
}

/// The way to what can be printed, when the site beside the desk has a list of it.
fn on_paper(desk: Desk) -> AnyView {
    let has_any = Memo::new(move |_| {
        desk.index.with(|index| index.as_ref().is_some_and(|index| !index.assignments.is_empty()))
    });
    (move || {
        has_any.get().then(|| {
            view! {
                <p class="actions">
                    <a class="button small quiet" id=Screen::PaperList.href() href=Screen::PaperList.href()>
                        {say::paper_list()}
                    </a>
                    <span class="quiet">{say::desk_paper_list_note()}</span>
                </p>
            }
        })
    })
    .into_any()
}

fn remove(desk: Desk) -> AnyView {
    let failed = RwSignal::new(false);
    let remove = Callback::new(move |()| {
        spawn_local(async move {
            let removed = keeping::remove_all(desk).await;
            if failed.try_set(!removed).is_none() && removed {
                desk.say_when_drawn(say::desk_removed_all());
                // The button that had the focus is gone.
                browser::focus_heading();
            }
        });
    });
    view! { <Removing label=say::desk_remove_all() remove=remove failed=failed /> }.into_any()
}

fn download(desk: Desk) -> AnyView {
    let said = RwSignal::new(String::new());
    let save = move |_: leptos::ev::MouseEvent| {
        let name = match browser::today() {
            Some(today) => format!("taumahi-{today}.csv"),
            None => "taumahi.csv".to_owned(),
        };
        let table = desk.roll.with_untracked(|roll| class::csv::write(roll.newest()).ok());
        let saved = table.map(|table| browser::download(&name, &table, "text/csv;charset=utf-8"));
        said.set(match saved {
            Some(Ok(())) => say::desk_downloaded(name),
            Some(Err(_)) | None => say::desk_download_failed(),
        });
    };
    view! {
        <p class="actions download">
            <button type="button" class="small" on:click=save>
                {say::desk_download()}
            </button>
            <span class="quiet">{say::desk_download_note()}</span>
            <span class="good" role="status">
                {said}
            </span>
        </p>
    }
    .into_any()
}

fn words(desk: Desk) -> AnyView {
    let mut all = desk.roll.with(|roll| quotes(roll, None));
    let count = all.len();
    all.truncate(WORDS_HERE);
    view! {
        <section aria-labelledby="words">
            <h2 id="words">{say::desk_words()}</h2>
            {if count == 0 {
                view! { <p class="quiet">{say::desk_words_none()}</p> }.into_any()
            } else {
                view! {
                    <QuoteList quotes=all />
                    <p>
                        <a class="button small" id=Screen::Words.href() href=Screen::Words.href()>
                            {say::desk_words_all(count)}
                        </a>
                    </p>
                }
                    .into_any()
            }}
        </section>
    }
    .into_any()
}
