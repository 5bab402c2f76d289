//! Whose turn is it?

use leptos::prelude::*;
use ui::component::ChildPicture;
use ui::say;

use super::app::Arrive;
use super::new_child::NewChildScreen;
use crate::home::Home;
use crate::screen::Screen;

#[component]
pub fn WhoScreen() -> AnyView {
    let home = Home::here();
    if home.children.with(Vec::is_empty) {
        return view! { <NewChildScreen /> }.into_any();
    }
    Arrive::at(say::home_who_title());
    let children = home.children.get().into_iter().map(|child| {
        view! {
            <li>
                <a class="child" href=Screen::List { child: child.id.clone() }.href()>
                    <ChildPicture picture=child.picture />
                    <span>{child.name}</span>
                </a>
            </li>
        }
        .into_any()
    });
    let class = home.with_index(|index| index.class.as_ref().map(|class| class.name.clone()));
    view! {
        <main class="who-screen">
            <p class="kicker">{class}</p>
            <h1 tabindex="-1">{say::home_who_title()}</h1>
            <ul class="children">{children.collect_view()}</ul>
            <p>
                <a class="button quiet" href=Screen::NewChild.href()>
                    {say::home_who_add()}
                </a>
            </p>
        </main>
    }
    .into_any()
}
