//! Removing, in two steps.

use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;

use crate::desk::Desk;
use crate::keeping;

/// A button that asks once more. One on a page.
#[component]
pub fn Removing(
    /// What is removed.
    label: String,
    /// Removes it.
    remove: Callback<()>,
    /// It could not be removed.
    failed: RwSignal<bool>,
) -> AnyView {
    let desk = Desk::here();
    let asked = RwSignal::new(false);
    // A result that is just being kept would come back.
    let busy = move || desk.opening.is_running() || desk.removing.get();
    let ask = move |_: leptos::ev::MouseEvent| {
        // Nobody should remove what they have never seen.
        spawn_local(keeping::look_again(desk));
        asked.set(true);
        focus_when_drawn("remove-sure");
    };
    let cancel = move |_: leptos::ev::MouseEvent| {
        asked.set(false);
        focus_when_drawn("remove");
    };
    let what = label.clone();
    let sure = move || {
        view! {
            <div class="card sure" role="group" aria-labelledby="remove-sure">
                <p id="remove-sure" tabindex="-1">
                    <strong dir="auto">{what.clone()}</strong>
                    <br />
                    {say::desk_remove_sure()}
                </p>
                <p class="actions">
                    <button type="button" class="danger" disabled=busy on:click=move |_| remove.run(())>
                        {say::desk_remove_yes()}
                    </button>
                    <button type="button" class="quiet" on:click=cancel>
                        {say::cancel()}
                    </button>
                </p>
            </div>
        }
        .into_any()
    };
    view! {
        <button type="button" id="remove" class="small quiet" hidden=move || asked.get() disabled=busy on:click=ask>
            {label}
        </button>
        {move || asked.get().then(&sure)}
        <p class="problem" role="alert">
            {move || failed.get().then(say::desk_not_removed)}
        </p>
    }
    .into_any()
}

fn focus_when_drawn(id: &'static str) {
    request_animation_frame(move || browser::focus(id));
}
