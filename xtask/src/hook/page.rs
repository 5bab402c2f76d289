//! The words on a page before its program runs, those of the scripts that need no program, and those of the installed site. They come from `locales/en.ftl`, as all words do.

use std::path::Path;

use language::Phrases;
use serde_json::Value;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;

use super::{Stage, languages};

/// What a phone shows of the site that it has installed.
const MANIFEST: &str = "manifest.webmanifest";

/// Completes every page of the site, and what a phone shows of it when it is installed.
pub fn fill_all(checkout: &Checkout, stage: &Stage) -> Result<()> {
    let original = checkout.path(languages::ORIGINAL);
    let phrases = languages::read(&original)?;
    let home = files::read_text(&stage.folder.join("index.html"))?;
    let reloading = reloading_script(&home);
    for path in stage.pages()? {
        let mut page =
            fill(&files::read_text(&path)?, &phrases, escape).map_err(missing(&original, &path))?;
        if let Some(script) = reloading.filter(|script| !page.contains(script)) {
            page = page.replace("</body>", &format!("{script}</body>"));
        }
        if stage.address.is_some() {
            let script = refreshing_script(path.strip_prefix(&stage.folder).unwrap_or(&path));
            page = page.replace("</body>", &format!("{script}</body>"));
        }
        files::write(&path, page)?;
    }
    fill_scripts(stage, &original, &phrases)?;
    let path = stage.folder.join(MANIFEST);
    let manifest = fill(&files::read_text(&path)?, &phrases, in_json).map_err(missing(&original, &path))?;
    files::write(&path, manifest)
}

/// Completes the scripts that stand beside the page.
fn fill_scripts(stage: &Stage, original: &Path, phrases: &Phrases) -> Result<()> {
    for path in files::all_in(&stage.folder)? {
        let is_beside = path.parent() == Some(&stage.folder);
        if !is_beside || path.extension().is_none_or(|extension| extension != "js") {
            continue;
        }
        let script = fill(&files::read_text(&path)?, phrases, in_script).map_err(missing(original, &path))?;
        files::write(&path, script)?;
    }
    Ok(())
}

fn missing(original: &Path, page: &Path) -> impl FnOnce(String) -> Error {
    move |name| Error::Unreadable {
        path: original.to_owned(),
        problem: format!("`{name}` is missing, or has arguments; {} needs it", page.display()),
    }
}

/// Replaces each `{{ name }}` by the phrase of that name; the error is a name without a phrase.
///
/// The spaces matter: they keep the minifier from taking the quotes off an attribute whose value has yet to come.
fn fill(page: &str, phrases: &Phrases, escape: fn(&str) -> String) -> Result<String, String> {
    let mut filled = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once("{{ ") {
        let (name, after) =
            after.split_once(" }}").ok_or_else(|| after.chars().take(20).collect::<String>())?;
        let phrase = phrases.words(name).ok_or_else(|| name.to_owned())?;
        filled.push_str(before);
        filled.push_str(&escape(phrase));
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// As it stands in a script between double quotes, or between backquotes.
fn in_script(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('`', "\\`")
}

/// As it stands in a string in JSON.
fn in_json(text: &str) -> String {
    let string = Value::from(text).to_string();
    string.strip_prefix('"').and_then(|string| string.strip_suffix('"')).unwrap_or_default().to_owned()
}

/// `trunk serve` reloads home after a build by a script at the end of its page; the desk should reload too.
fn reloading_script(home: &str) -> Option<&str> {
    let (before, after) = home.split_once("__TRUNK_ADDRESS__")?;
    let start = before.rfind("<script")?;
    let end = before.len() + after.find("</script>")? + "__TRUNK_ADDRESS__".len() + "</script>".len();
    home.get(start..end)
}

/// `cargo xtask serve` has a script that shows what has just been saved: see xtask/src/serve/live.rs. A page stands in folders of the site.
fn refreshing_script(page: &Path) -> String {
    let up = "../".repeat(page.components().count().saturating_sub(1));
    format!("<script src=\"{up}assignments/refresh.js\"></script>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrases() -> Phrases {
        Phrases::parse("title = Tea & \"cake\"\ntext = It's <late>\n").unwrap()
    }

    #[test]
    fn phrases_take_the_place_of_their_names() {
        assert_eq!(
            fill(r#"<meta content="{{ title }}"><p>{{ text }}</p>"#, &phrases(), escape),
            Ok(r#"<meta content="Tea &amp; &quot;cake&quot;"><p>It&#39;s &lt;late&gt;</p>"#.to_owned())
        );
    }

    #[test]
    fn in_a_script_they_stay_within_their_quotes() {
        assert_eq!(in_script(r#"Say "a" \ `b`"#), r#"Say \"a\" \\ \`b\`"#);
    }

    #[test]
    fn in_json_words_are_escaped_as_json_needs_it() {
        let filled = fill(r#"{"name":"{{ title }}"}"#, &phrases(), in_json);
        assert_eq!(filled, Ok(r#"{"name":"Tea & \"cake\""}"#.to_owned()));
    }

    #[test]
    fn a_name_without_a_phrase_is_an_error() {
        assert_eq!(fill("<p>{{ txet }}</p>", &phrases(), escape), Err("txet".to_owned()));
        assert_eq!(fill("<p>{{ text</p>", &phrases(), escape), Err("text</p>".to_owned()));
    }

    #[test]
    fn other_braces_are_left_alone() {
        let script = "<script>'{{__TRUNK_ADDRESS__}}'</script>";
        assert_eq!(fill(script, &phrases(), escape), Ok(script.to_owned()));
    }

    #[test]
    fn every_page_finds_the_script_that_shows_what_was_saved() {
        let script = |page| refreshing_script(Path::new(page));
        assert_eq!(script("index.html"), r#"<script src="assignments/refresh.js"></script>"#);
        assert_eq!(script("desk/index.html"), r#"<script src="../assignments/refresh.js"></script>"#);
    }

    #[test]
    fn the_script_that_reloads_is_found() {
        let script = r#"<script nonce="">const address = '{{__TRUNK_ADDRESS__}}';</script>"#;
        let home = format!("<script src=a></script><body>{script}</body>");
        assert_eq!(reloading_script(&home), Some(script));
        assert_eq!(reloading_script("<script src=a></script>"), None);
    }
}
