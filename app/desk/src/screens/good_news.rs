//! A note back to the family: good news first, ready to change and to send by any app.

use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;
use work::result::ResultDocument;

/// A note about one student's work. Nothing is sent from here: it is copied.
pub fn good_news(result: &ResultDocument) -> AnyView {
    let words = RwSignal::new(note(result));
    let said = RwSignal::new(String::new());
    let copy = move |_: leptos::ev::MouseEvent| {
        spawn_local(async move {
            let copied = browser::copy(&words.get_untracked()).await;
            let _ = said.try_set(match copied {
                Ok(()) => say::desk_good_news_copied(),
                Err(_) => say::desk_good_news_failed(),
            });
        });
    };
    view! {
        <details class="paste good-news">
            <summary>{say::desk_good_news()}</summary>
            <label for="good-news">{say::desk_good_news_label()}</label>
            <textarea id="good-news" rows="5" prop:value=words on:input:target=move |event| words.set(event.target().value())></textarea>
            <p class="actions">
                <button type="button" on:click=copy>
                    {say::desk_good_news_copy()}
                </button>
                <span class="good" role="status">
                    {said}
                </span>
            </p>
        </details>
    }
    .into_any()
}

/// What stands in the note at first: thanks, also for what the family wrote.
fn note(result: &ResultDocument) -> String {
    let first = say::desk_good_news_words(&result.student.name, &result.assignment.title);
    let wrote = result.families.iter().any(|family| !family.words.trim().is_empty());
    let thanks = wrote.then(say::desk_good_news_wrote);
    std::iter::once(first).chain(thanks).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use work::FamilyFeedback;

    use super::*;

    #[test]
    fn the_note_thanks_for_words_where_there_are_some() {
        ui::load_english();
        let mut result = ResultDocument::default();
        result.student.name = "Aroha".into();
        result.assignment.title = "Kites".into();
        let plain = note(&result);
        assert!(plain.contains("Aroha") && plain.contains("“Kites”"), "{plain}");
        result.families = vec![FamilyFeedback { words: "Ka pai".into(), ..FamilyFeedback::default() }];
        assert_eq!(note(&result), [plain, say::desk_good_news_wrote()].join("\n\n"));
    }
}
