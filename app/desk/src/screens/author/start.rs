//! Opening texts, or starting from one.

use leptos::prelude::*;
use ui::{browser, say};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;

use super::Page;
use crate::authoring::files;
use crate::authoring::sheet::Sheet;
use crate::authoring::templates::TEMPLATES;
use crate::start::fetch_index;

pub fn start(page: Page) -> AnyView {
    view! {
        <section class="card start">
            <p>{say::desk_write_how()}</p>
            <div class="actions">
                {if page.script.with_value(files::can_write) { by_dialog(page) } else { by_field(page) }}
                {templates(page)}
            </div>
            <div role="alert">
                {move || {
                    let refused = page.author.refused.get();
                    (!refused.is_empty()).then(|| view! { <p class="problem">{say::desk_write_refused(refused.join(", "))}</p> })
                }}
                {move || {
                    let names = page.author.in_the_way.get();
                    (!names.is_empty()).then(|| view! { <p class="problem">{say::desk_write_in_the_way(names.join(", "))}</p> })
                }}
            </div>
        </section>
    }
    .into_any()
}

fn by_dialog(page: Page) -> AnyView {
    let file = move |_: leptos::ev::MouseEvent| {
        spawn_local(async move {
            let script = page.script.get_value();
            if let Some(name) = files::open_file(page.author, &script).await {
                page.author.show(page.desk, &name);
                page.author.keep(page.desk);
            }
        });
    };
    let folder = move |_: leptos::ev::MouseEvent| {
        spawn_local(async move {
            let script = page.script.get_value();
            if files::open_folder(page.author, &script).await {
                opened(page);
            }
        });
    };
    view! {
        <button type="button" on:click=file>
            {say::desk_write_open()}
        </button>
        <button type="button" on:click=folder>
            {say::desk_write_folder()}
        </button>
    }
    .into_any()
}

fn by_field(page: Page) -> AnyView {
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, HtmlInputElement>| {
        let field = event.target();
        spawn_local(async move {
            let Some(list) = field.files() else { return };
            let names = files::open_list(page.author, &list).await;
            // Else the browser would not tell when the same file is chosen again.
            field.set_value("");
            match names.as_slice() {
                [] => {}
                [name] => page.author.show(page.desk, name),
                _ => page.author.show_first(page.desk),
            }
            opened(page);
        });
    };
    let folder = NodeRef::<leptos::html::Input>::new();
    Effect::new(move || {
        // Leptos does not know this attribute.
        if let Some(folder) = folder.get() {
            let _ = folder.set_attribute("webkitdirectory", "");
        }
    });
    view! {
        <label class="button file">
            <input type="file" multiple accept=".md,text/markdown,text/plain" on:change:target=chosen />
            {say::desk_write_open()}
        </label>
        <label class="button file">
            <input type="file" node_ref=folder on:change:target=chosen />
            {say::desk_write_folder()}
        </label>
    }
    .into_any()
}

fn opened(page: Page) {
    if page.author.open.with_untracked(Option::is_none) {
        page.author.show_first(page.desk);
    } else {
        page.author.reload(page.desk);
    }
    page.author.keep(page.desk);
}

/// One for each kind of homework.
fn templates(page: Page) -> AnyView {
    let options = TEMPLATES
        .iter()
        .map(|template| view! { <option value=template.id>{(template.kind)()}</option> })
        .collect_view();
    let chosen = move |event: leptos::ev::Targeted<leptos::ev::Event, web_sys::HtmlSelectElement>| {
        let field = event.target();
        let Some(template) = TEMPLATES.iter().find(|template| template.id == field.value()) else { return };
        field.set_value("");
        spawn_local(async move {
            let Some(text) = template.text().await else {
                page.said.set(say::desk_write_no_template());
                return;
            };
            if page.desk.index.with_untracked(Option::is_none) {
                fetch_index(page.desk).await;
            }
            let name = page.author.name_for_new(page.desk, &format!("{}.md", template.id));
            page.author.put(Sheet::unsaved(&name, &text));
            page.author.show(page.desk, &name);
            page.author.keep(page.desk);
            browser::focus("text");
        });
    };
    view! {
        <label class="template">
            <span>{say::desk_write_template()}</span>
            <select on:change:target=chosen>
                <option value="">{say::desk_write_template_choose()}</option>
                {options}
            </select>
        </label>
    }
    .into_any()
}
