//! Names that follow the content.
//!
//! Hosts and browsers may keep the files in `app/` for a year without asking, so a name must never come back with other bytes.
//! Trunk's names follow what Cargo has built, before all that is done to it afterwards. These follow what a phone gets.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use crate::error::{Error, Result};
use crate::files;

use super::Stage;

/// The folders whose files are kept for long, as in `public/_headers`.
const FOLDERS: [&str; 3] = ["app", "desk/app", "kept/app"];

/// Renames every file that is kept for long, and changes its name in all that names it. Nothing may change them afterwards.
pub fn rename_all(stage: &Stage) -> Result<()> {
    if !stage.release {
        return Ok(());
    }
    let mut names = Names::new();
    for folder in FOLDERS {
        let all = files::all_in(&stage.folder.join(folder))?;
        // A script names its program, so that has its last name first.
        let (scripts, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|path| has_ending(path, "js"));
        for path in others.into_iter().chain(scripts) {
            let (old, new) = rename(&path, &names)?;
            names.insert(old, new);
        }
    }
    for path in stage.pages()? {
        files::write(&path, with_names(&files::read_text(&path)?, &names))?;
    }
    Ok(())
}

/// Each old name with the new one.
type Names = BTreeMap<String, String>;

/// Gives a file the name of its content, and says what it was and is called.
fn rename(path: &Path, names: &Names) -> Result<(String, String)> {
    let unreadable =
        || Error::Unreadable { path: path.to_owned(), problem: "it has no usual name".to_owned() };
    let old = path.file_name().and_then(|name| name.to_str()).ok_or_else(unreadable)?;
    let mut content = files::read(path)?;
    if has_ending(path, "js") {
        content = with_names(&files::read_text(path)?, names).into_bytes();
    }
    let new = named_by(old, &content).ok_or_else(unreadable)?;
    files::write(&path.with_file_name(&new), &content)?;
    if new != old {
        files::remove(path)?;
    }
    Ok((old.to_owned(), new))
}

/// `home-0123456789abcdef_bg.wasm` from any name that starts with `home` and ends with `_bg.wasm` or another ending.
fn named_by(old: &str, content: &[u8]) -> Option<String> {
    let (stem, ending) = match old.strip_suffix("_bg.wasm") {
        Some(stem) => (stem, "_bg.wasm"),
        None => old.split_at(old.rfind('.')?),
    };
    let title = stem.rsplit_once('-').map_or(stem, |(title, _)| title);
    let mut hasher = DefaultHasher::new();
    hasher.write(content);
    Some(format!("{title}-{:016x}{ending}", hasher.finish()))
}

fn with_names(text: &str, names: &Names) -> String {
    names.iter().fold(text.to_owned(), |text, (old, new)| text.replace(old, new))
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|it| it == ending)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    const PAGE: &str = r#"<link href="./app/home-1.css"><script data-js="./app/home-1.js" data-wasm="./app/home-1_bg.wasm"></script>"#;

    fn renamed(program: &str, script: &str) -> (tempfile::TempDir, Vec<String>) {
        let site = tempfile::tempdir().unwrap();
        for (path, content) in [
            ("index.html", PAGE),
            ("desk/index.html", "<script data-js=./app/desk-1.js>"),
            ("app/home-1.css", "a{}"),
            ("app/home-1_bg.wasm", program),
            ("app/home-1.js", script),
            ("desk/app/desk-1.js", "desk"),
            ("kept/app/kept-1.js", "kept"),
        ] {
            files::write(&site.path().join(path), content).unwrap();
        }
        let stage =
            Stage { folder: site.path().to_owned(), last: PathBuf::new(), release: true, address: None };
        rename_all(&stage).unwrap();
        let all = files::all_in(&site.path().join("app")).unwrap();
        let names = all.iter().map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
        (site, names)
    }

    #[test]
    fn every_name_that_a_page_or_a_script_has_is_a_file() {
        let (site, names) = renamed("program", "import './home-1_bg.wasm'");
        assert_eq!(names.len(), 3);
        let read = |path: &str| files::read_text(&site.path().join(path)).unwrap();
        let page = read("index.html");
        for name in &names {
            assert!(!name.contains("-1"), "{name}");
            assert!(page.contains(&format!("\"./app/{name}\"")), "{page}");
        }
        let script = names.iter().find(|name| name.ends_with(".js")).unwrap();
        let program = names.iter().find(|name| name.ends_with(".wasm")).unwrap();
        assert_eq!(read(&format!("app/{script}")), format!("import './{program}'"));
        let desk = files::all_in(&site.path().join("desk/app")).unwrap();
        let desk = desk[0].file_name().unwrap().to_str().unwrap();
        assert_eq!(read("desk/index.html"), format!("<script data-js=./app/{desk}>"));
    }

    #[test]
    fn the_same_bytes_have_the_same_name_and_others_another() {
        let script = "import './home-1_bg.wasm'";
        let (_, names) = renamed("program", script);
        assert_eq!(renamed("program", script).1, names);
        let (_, others) = renamed("program, smaller", script);
        let same: Vec<_> = names.iter().filter(|name| others.contains(name)).collect();
        assert_eq!(same.len(), 1, "only the style: a script names its program, {same:?}");
        assert!(same[0].ends_with(".css"));
    }
}
