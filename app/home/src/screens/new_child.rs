//! A child says who they are.

use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::{browser, result_words, say};
use wasm_bindgen_futures::spawn_local;
use work::{PICTURES, Profile};

use super::app::Arrive;
use crate::home::{Home, go};
use crate::screen::Screen;

#[component]
pub fn NewChildScreen() -> AnyView {
    let home = Home::here();
    let name = RwSignal::new(String::new());
    let picture = RwSignal::new(PICTURES[0]);
    let missing = RwSignal::new(false);
    let first = home.children.with_untracked(Vec::is_empty);
    Arrive::at(say::home_who_new());
    let start = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked().trim().to_owned();
        missing.set(typed.is_empty());
        if typed.is_empty() {
            browser::focus("child-name");
            return;
        }
        let added = browser::now();
        // Without a source of chance the clock is the best there is; two children are not added in one millisecond.
        let id = browser::random_id().unwrap_or_else(|| format!("{added:016x}"));
        let child =
            Profile { id: id.clone(), name: typed, picture: picture.get_untracked().to_owned(), added };
        browser::ask_to_keep();
        spawn_local(async move {
            home.add_child(child).await;
            go(&Screen::List { child: id });
        });
    };
    let pictures = PICTURES.map(|each| {
        view! {
            <label>
                <input
                    type="radio"
                    name="picture"
                    checked=each == PICTURES[0]
                    aria-label=result_words::picture(each)
                    on:change=move |_| picture.set(each)
                />
                <ChildPicture picture=each />
            </label>
        }
        .into_any()
    });
    let class = home.with_index(|index| index.class.as_ref().map(|class| class.name.clone()));
    view! {
        <main class="who-screen">
            <p class="kicker">{class}</p>
            <h1 tabindex="-1">{if first { say::home_who_hello() } else { say::home_who_new() }}</h1>
            <form class="card" on:submit=start novalidate>
                <label for="child-name">{say::home_who_name()}</label>
                <input
                    id="child-name"
                    type="text"
                    autocomplete="off"
                    autocapitalize="words"
                    maxlength="60"
                    aria-invalid=move || missing.get().then_some("true")
                    aria-describedby="child-name-missing"
                    on:input:target=move |event| name.set(event.target().value())
                />
                <p id="child-name-missing" class="problem" role="alert">
                    {move || missing.get().then(say::home_who_name_missing)}
                </p>
                <fieldset class="pictures">
                    <legend>{say::home_who_picture()}</legend>
                    {pictures.collect_view()}
                </fieldset>
                <p class="actions">
                    <button type="submit" class="button main">
                        {say::home_who_start()}
                    </button>
                    {(!first)
                        .then(|| view! { <a class="button quiet" href=Screen::Who.href()>{say::cancel()}</a> })}
                </p>
                <p class="quiet">{say::home_who_note()}</p>
            </form>
        </main>
    }
    .into_any()
}
