//! One assignment on paper, ready to be printed.

use assignment::{Assignment, Class, Head, Index};
use leptos::prelude::*;
use paper::Words;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use super::frame::{Arrive, Top};
use crate::desk::Desk;
use crate::screen::Screen;
use crate::start::fetch_index;

/// Where the compiled assignments and their pictures are, seen from the desk.
const ASSIGNMENTS: &str = "../assignments/";

#[derive(Clone)]
enum Loading {
    Waiting,
    NotListed,
    Failed,
    Ready(Box<Assignment>),
}

/// An assignment of the class's list, in one of its languages; without a language, in its own.
#[component]
pub fn PaperScreen(assignment: String, lang: String) -> AnyView {
    let desk = Desk::here();
    let loading = RwSignal::new(Loading::Waiting);
    spawn_local(async move {
        let loaded = load(desk, &assignment, &lang).await;
        // A teacher who has gone on meanwhile needs it no more.
        let _ = loading.try_set(loaded);
    });
    view! {
        <Top more=Some((Screen::PaperList, say::paper_list())) />
        {move || match loading.get() {
            Loading::Waiting => {
                view! {
                    <main aria-busy="true">
                        <p class="waiting">{say::desk_loading()}</p>
                    </main>
                }
                    .into_any()
            }
            Loading::NotListed => missing(say::desk_paper_not_listed(), say::desk_paper_not_listed_why()),
            Loading::Failed => missing(say::desk_fault_title(), say::desk_paper_failed()),
            Loading::Ready(assignment) => view! { <PaperView assignment=*assignment /> }.into_any(),
        }}
    }
    .into_any()
}

/// Any assignment as it is printed, with the button that does. It need not be published.
#[component]
pub fn PaperView(assignment: Assignment) -> AnyView {
    let desk = Desk::here();
    Arrive::at(assignment.head.title.clone());
    let class = desk.index.with_untracked(|index| index.as_ref().and_then(|index| index.class.clone()));
    let html = drawn(&assignment, class.as_ref());
    view! {
        <main class="paper-screen">
            <p class="actions">
                <button type="button" class="main" on:click=|_| browser::print()>
                    {say::desk_paper_print()}
                </button>
                <span class="quiet">{say::desk_paper_how()}</span>
            </p>
            <div inner_html=html></div>
        </main>
    }
    .into_any()
}

fn drawn(assignment: &Assignment, class: Option<&Class>) -> String {
    let lang = ui::language();
    let words = Words { lang: &lang, say: &|word| ui::phrase(word.id()) };
    paper::page(assignment, class, &words, ASSIGNMENTS)
}

async fn load(desk: Desk, id: &str, lang: &str) -> Loading {
    if desk.index.with_untracked(Option::is_none) {
        fetch_index(desk).await;
    }
    let Some(index) = desk.index.get_untracked() else { return Loading::Failed };
    let Some(file) = file_of(&index, id, lang) else { return Loading::NotListed };
    let Ok(text) = browser::fetch_text(&[ASSIGNMENTS, &file].concat()).await else { return Loading::Failed };
    match Assignment::from_json(&text) {
        Ok(assignment) => Loading::Ready(Box::new(assignment)),
        Err(_) => Loading::Failed,
    }
}

/// The name of the compiled document.
fn file_of(index: &Index, id: &str, lang: &str) -> Option<String> {
    let head: &Head = index.assignments.iter().find(|head| head.id == id)?;
    if lang.is_empty() || lang == head.lang {
        return Some(head.file_name());
    }
    let translated = head.translations.iter().find(|translated| translated.lang == lang)?;
    Some(head.translation_file_name(translated))
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
    use assignment::Translated;

    use super::*;

    fn index() -> Index {
        let translated = Translated { lang: "sm".into(), hash: "2".into(), ..Translated::default() };
        let head = Head {
            id: "kites".into(),
            hash: "1".into(),
            lang: "en".into(),
            translations: vec![translated],
            ..Head::default()
        };
        Index { assignments: vec![head], ..Index::default() }
    }

    #[test]
    fn a_document_is_found_by_its_language() {
        let file = |id, lang| file_of(&index(), id, lang);
        assert_eq!(file("kites", "").as_deref(), Some("kites.1.json"));
        assert_eq!(file("kites", "en").as_deref(), Some("kites.1.json"));
        assert_eq!(file("kites", "sm").as_deref(), Some("kites.2.json"));
        assert_eq!((file("kites", "to"), file("halves", "")), (None, None));
    }

    #[test]
    fn the_words_are_the_interfaces_with_their_places_filled() {
        ui::load_english();
        let head = Head { lang: "en".into(), year: "5-6".into(), ..Head::default() };
        let html = drawn(&Assignment { head, ..Assignment::default() }, None);
        assert!(html.contains("<bdi>Year 5-6</bdi>") && html.contains("Who helped?"), "{html}");
    }
}
