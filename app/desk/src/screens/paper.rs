//! One assignment on paper, ready to be printed.

use leptos::prelude::*;
use paper::Words;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use super::frame::{Arrive, Top};
use crate::desk::Desk;
use crate::printed::{ASSIGNMENTS, Missing, Printed, Ready};
use crate::screen::Screen;

/// An assignment, when it has come.
#[component]
pub fn PaperScreen(printed: Printed) -> AnyView {
    let desk = Desk::here();
    let more = match printed {
        Printed::Text => (Screen::Write, say::desk_write()),
        Printed::OfClass { .. } | Printed::AtHome { .. } => (Screen::PaperList, say::paper_list()),
    };
    let loading = RwSignal::new(None);
    spawn_local(async move {
        let loaded = printed.load(desk).await;
        // A teacher who has gone on meanwhile needs it no more.
        let _ = loading.try_set(Some(loaded));
    });
    view! {
        <Top more=Some(more) />
        {move || match loading.get() {
            None => {
                view! {
                    <main aria-busy="true">
                        <p class="waiting">{say::desk_loading()}</p>
                    </main>
                }
                    .into_any()
            }
            Some(Ok(found)) => ready(&found),
            Some(Err(Missing::NotListed)) => {
                missing(say::desk_paper_not_listed(), say::desk_paper_not_listed_why())
            }
            Some(Err(Missing::NotKept)) => missing(say::desk_paper_not_kept(), say::desk_paper_not_kept_why()),
            Some(Err(Missing::NoText)) => missing(say::desk_paper_no_text(), say::desk_paper_no_text_why()),
            Some(Err(Missing::Failed)) => missing(say::desk_fault_title(), say::desk_paper_failed()),
        }}
    }
    .into_any()
}

/// The assignment as it is printed, with the button that does.
fn ready(found: &Ready) -> AnyView {
    Arrive::at(found.assignment.head.title.clone());
    let html = drawn(found);
    let is_long = !paper::is_one_sheet(&found.assignment, found.class.as_ref());
    view! {
        <main class="paper-screen">
            <p class="actions">
                <button type="button" class="main" on:click=|_| browser::print()>
                    {say::desk_paper_print()}
                </button>
                <span class="quiet">{say::desk_paper_how()}</span>
            </p>
            {is_long.then(|| view! { <p class="notice">{say::desk_paper_long()}</p> })}
            <div inner_html=html></div>
        </main>
    }
    .into_any()
}

fn drawn(Ready { assignment, class, pictures }: &Ready) -> String {
    let lang = ui::language();
    let words = Words { lang: &lang, say: &|word| ui::phrase(word.id()) };
    let html = paper::page(assignment, class.as_ref(), &words, ASSIGNMENTS);
    pictures.iter().fold(html, |html, (path, address)| {
        let source = |address: &str| format!("src=\"{address}\"");
        html.replace(&source(&[ASSIGNMENTS, path].concat()), &source(address))
    })
}

fn missing(title: String, why: String) -> AnyView {
    Arrive::at(title.clone());
    view! {
        <main>
            <h1 tabindex="-1">{title}</h1>
            <p>{why}</p>
        </main>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use assignment::{Assignment, Head, Prose};

    use super::*;

    fn ready(assignment: Assignment, pictures: &[(&str, &str)]) -> Ready {
        let own = |(path, address): &(&str, &str)| ((*path).to_owned(), (*address).to_owned());
        Ready { assignment, class: None, pictures: pictures.iter().map(own).collect::<BTreeMap<_, _>>() }
    }

    #[test]
    fn the_words_are_the_interfaces_with_their_places_filled() {
        ui::load_english();
        let head = Head { lang: "en".into(), year: "5-6".into(), ..Head::default() };
        let html = drawn(&ready(Assignment { head, ..Assignment::default() }, &[]));
        assert!(html.contains("<bdi>Year 5-6</bdi>") && html.contains("Who helped?"), "{html}");
    }

    #[test]
    fn a_picture_of_the_authors_folder_is_shown_from_there() {
        ui::load_english();
        let picture = |name: &str| {
            format!("<img loading=\"lazy\" src=\"assignments/media/{name}.jpg\" alt=\"a {name}\">")
        };
        let both = format!("<p>{}{}</p>", picture("kite"), picture("sky"));
        let letter = Prose::new(both).unwrap();
        let assignment = Assignment { letter, ..Assignment::default() };
        let html = drawn(&ready(assignment, &[("media/kite.jpg", "blob:kite")]));
        assert!(html.contains("src=\"blob:kite\""), "{html}");
        assert!(html.contains("src=\"../assignments/media/sky.jpg\""), "{html}");
    }
}
