//! Assignments in the middle of a sentence: while they have a mistake, the site shows them as they were, and all others as they are.

use std::collections::BTreeSet;
use std::path::Path;

use assignment::Index;
use paper::Words;
use serde_json::Value;

use crate::error::{Error, Result};
use crate::files;

const INDEX: &str = "index.json";

/// Completes the compiled assignments in `out` with those of the `last` build whose sources are still there and could not be
/// compiled now. Gives back their names.
pub fn bring_back(last: &Path, out: &Path, source: &Path) -> Result<Vec<String>> {
    let (last_index, index) = (last.join(INDEX), out.join(INDEX));
    if !last_index.is_file() {
        return Ok(Vec::new());
    }
    let sources = names_in(source)?;
    let (before, mut now) = (read(&last_index)?, read(&index)?);
    let mut back = Vec::new();
    if now["class"].is_null() && !before["class"].is_null() && sources.contains("class.md") {
        now["class"] = before["class"].clone();
        back.push("class".to_owned());
    }
    let known: BTreeSet<String> = entries(&now).iter().map(id).collect();
    let mut all = entries(&now).to_vec();
    for entry in entries(&before) {
        let id = id(entry);
        if known.contains(&id) || !sources.contains(&format!("{id}.md")) {
            continue;
        }
        copy(entry, last, out)?;
        all.push(entry.clone());
        back.push(id);
    }
    all.sort_by_key(place);
    now["assignments"] = Value::Array(all);
    let whole = Index::from_json(&now.to_string())
        .map_err(|error| Error::Unreadable { path: index.clone(), problem: error.to_string() })?;
    // To the letter as the compiler writes it: where nothing has changed, no page is to be loaded again.
    files::write(&index, whole.to_json())?;
    files::write(&out.join(paper::LIST), paper::list(&whole, &Words::ENGLISH))?;
    Ok(back)
}

/// Copies a compiled assignment with its translations and their pages, and the files in `media/` that they show and that are missing
/// now.
fn copy(entry: &Value, last: &Path, out: &Path) -> Result<()> {
    let translations = entry["translations"].as_array().map_or(&[][..], Vec::as_slice);
    std::iter::once(entry).chain(translations).try_for_each(|document| {
        let name = format!("{}.{}", id(entry), words(document, "hash"));
        ["json", "html"].iter().try_for_each(|ending| copy_document(&format!("{name}.{ending}"), last, out))
    })
}

fn copy_document(name: &str, last: &Path, out: &Path) -> Result<()> {
    let text = files::read_text(&last.join(name))?;
    for file in files::all_in(last)? {
        let address = file.strip_prefix(last).unwrap_or(&file);
        let is_shown = address.to_str().is_some_and(|address| text.contains(address));
        if is_shown && !out.join(address).exists() {
            files::write(&out.join(address), files::read(&file)?)?;
        }
    }
    files::write(&out.join(name), text)
}

fn names_in(source: &Path) -> Result<BTreeSet<String>> {
    let name = |path: &std::path::PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(files::all_in(source)?.iter().filter_map(name).collect())
}

fn read(index: &Path) -> Result<Value> {
    serde_json::from_str(&files::read_text(index)?)
        .map_err(|error| Error::Unreadable { path: index.to_owned(), problem: error.to_string() })
}

fn entries(index: &Value) -> &[Value] {
    index["assignments"].as_array().map_or(&[], Vec::as_slice)
}

fn id(entry: &Value) -> String {
    words(entry, "id")
}

fn words(entry: &Value, name: &str) -> String {
    entry[name].as_str().unwrap_or_default().to_owned()
}

/// By which the index is sorted: as `Index::new` in app/assignment does it.
fn place(entry: &Value) -> (String, String, String) {
    (words(entry, "opens"), words(entry, "due"), id(entry))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn with(mut value: Value, name: &str, words: &str) -> Value {
        value[name] = json!(words);
        value
    }

    fn site(class: Option<&str>, assignments: &[(&str, &str, &str)], media: &[&str]) -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        let entries: Vec<Value> = assignments
            .iter()
            .map(|(id, hash, opens)| {
                let translations = json!([{"lang": "sm", "hash": format!("{hash}-sm"), "title": hash}]);
                let head = json!({"id": id, "hash": hash, "title": hash, "lang": "en", "translations": translations});
                if opens.is_empty() { head } else { with(head, "opens", opens) }
            })
            .collect();
        let class = class.map(|name| json!({"name": name}));
        let index = json!({"version": 1, "class": class, "assignments": entries});
        files::write(&site.path().join(INDEX), index.to_string()).unwrap();
        for (id, hash, _) in assignments {
            let document = format!("{id} as {hash}, with media/{id}.jpg");
            for ending in ["json", "html"] {
                files::write(&site.path().join(format!("{id}.{hash}.{ending}")), &document).unwrap();
                files::write(&site.path().join(format!("{id}.{hash}-sm.{ending}")), &document).unwrap();
            }
        }
        for name in media {
            files::write(&site.path().join("media").join(name), "picture").unwrap();
        }
        site
    }

    fn source(names: &[&str]) -> tempfile::TempDir {
        let source = tempfile::tempdir().unwrap();
        for name in names {
            files::write(&source.path().join(name), "").unwrap();
        }
        source
    }

    #[test]
    fn only_what_has_a_mistake_is_as_it_was() {
        let last = site(
            Some("old"),
            &[("kites", "1", "2026-01-01"), ("halves", "1", "2026-02-01"), ("gone", "1", "2026-01-01")],
            &["kites.jpg", "gone.jpg"],
        );
        let now = site(Some("new"), &[("halves", "2", "2026-02-01")], &[]);
        let source = source(&["class.md", "kites.md", "halves.md"]);
        let back = bring_back(last.path(), now.path(), source.path()).unwrap();
        assert_eq!(back, ["kites"]);
        let index = read(&now.path().join(INDEX)).unwrap();
        assert_eq!(index["class"]["name"], "new");
        let shown: Vec<_> = entries(&index).iter().map(|entry| (id(entry), words(entry, "hash"))).collect();
        assert_eq!(shown, [("kites".into(), "1".into()), ("halves".into(), "2".into())]);
        let there = |path: &str| now.path().join(path).is_file();
        assert!(there("kites.1.json") && there("kites.1-sm.json") && there("media/kites.jpg"));
        assert!(there("kites.1.html") && there("kites.1-sm.html"));
        let list = files::read_text(&now.path().join(paper::LIST)).unwrap();
        assert!(list.contains("kites.1.html") && list.contains("halves.2.html") && !list.contains("gone"));
        assert!(!there("gone.1.json") && !there("media/gone.jpg") && !there("halves.1.json"));
    }

    #[test]
    fn a_class_with_a_mistake_is_as_it_was() {
        let last = site(Some("old"), &[], &[]);
        let now = site(None, &[("halves", "2", "")], &[]);
        let back = bring_back(last.path(), now.path(), source(&["class.md"]).path()).unwrap();
        assert_eq!(back, ["class"]);
        let index = read(&now.path().join(INDEX)).unwrap();
        assert_eq!((&index["class"]["name"], entries(&index).len()), (&json!("old"), 1));
    }

    #[test]
    fn what_is_all_as_it_was_is_so_to_the_letter() {
        let list = r#"{"version":1,"assignments":[{"id":"kites","hash":"1","title":"Kites","lang":"en"}]}"#;
        let written = Index::from_json(list).unwrap().to_json();
        let (last, now) = (site(None, &[("kites", "1", "")], &[]), site(None, &[], &[]));
        files::write(&last.path().join(INDEX), &written).unwrap();
        let back = bring_back(last.path(), now.path(), source(&["kites.md"]).path()).unwrap();
        assert_eq!(back, ["kites"]);
        assert_eq!(files::read_text(&now.path().join(INDEX)).unwrap(), written);
    }

    #[test]
    fn a_first_build_has_nothing_to_bring_back() {
        let now = site(None, &[("halves", "2", "")], &[]);
        let empty = source(&[]);
        assert_eq!(bring_back(empty.path(), now.path(), empty.path()).unwrap(), [""; 0]);
    }
}
