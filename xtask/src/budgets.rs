//! How large the site may be.
//!
//! Sizes are what a phone downloads: each file compressed with Brotli at quality 11, as `serve --release` and good
//! hosts send it, without the headers around it. 1 KB is 1,024 bytes.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::compression;
use crate::error::{Error, Result};
use crate::files;
use crate::hook::{Keeper, WORKER};
use crate::test::Outcome;

const KB: usize = 1024;

/// All that a phone downloads to open home and one assignment for the first time.
const FIRST_ASSIGNMENT: usize = 150 * KB;
/// Home's program alone.
const PROGRAM: usize = 132 * KB;
/// What a phone fetches after a first visit, to keep all of the site: the other languages and assignments, on paper too, icons, and
/// what is needed only now and then.
const KEPT: usize = 300 * KB;

/// The script for drawings, photos and recordings. A phone fetches it with an assignment that asks for one.
const CAPTURE: &str = "capture.js";

/// What only the page about what is kept needs, and whoever cannot start the program.
const COPY: &str = "copy.js";
/// What a phone fetches once it has the worker: after the first visit, or never.
const LATER: [&str; 4] = [WORKER, "newer.html", "newer.js", "assignments/files.json"];
/// The browser's own window asks for these when the site is installed.
const ICONS: &str = "icons/";
/// The kinds of question that need it, as a compiled assignment has them.
const CAPTURED: [&str; 3] = [r#""kind":"drawing""#, r#""kind":"photo""#, r#""kind":"audio""#];

/// A size and what it may be at most, in bytes.
struct Figure {
    what: &'static str,
    size: usize,
    budget: usize,
}

impl Figure {
    fn is_within(&self) -> bool {
        self.size <= self.budget
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kb = |bytes: usize| bytes as f64 / KB as f64;
        let verdict = if self.is_within() { "" } else { "  OVER THE BUDGET" };
        write!(f, "{:<44}{:>6.1} KB of {:>3.0} KB{verdict}", self.what, kb(self.size), kb(self.budget))
    }
}

/// Measures a built site.
pub fn check(site: &Path) -> Result<Outcome> {
    if !site.join("index.html").is_file() {
        let problem = "there is no site in it. `cargo xtask test --only build` builds one".to_owned();
        return Err(Error::Unreadable { path: site.to_owned(), problem });
    }
    let sizes = downloads(site)?;
    let program = sizes.iter().filter(|(path, _)| path.extension().is_some_and(|it| it == "wasm"));
    let program = program.map(|(_, size)| size).sum();
    if program == 0 {
        let problem = "the site has no program, so there is nothing to measure".to_owned();
        return Err(Error::Unreadable { path: site.to_owned(), problem });
    }
    let figures = [
        Figure {
            what: "first assignment, all of a phone's downloads",
            size: sizes.values().sum(),
            budget: FIRST_ASSIGNMENT,
        },
        Figure { what: "home's program", size: program, budget: PROGRAM },
        Figure {
            what: "what is kept for times without a connection",
            size: kept(site, &sizes)?,
            budget: KEPT,
        },
    ];
    let mut listed: Vec<_> = sizes.iter().collect();
    listed.sort_by_key(|(_, size)| std::cmp::Reverse(**size));
    Ok(Outcome {
        success: figures.iter().all(Figure::is_within),
        output: listed.iter().map(|(path, size)| format!("{size:>9} bytes  {}\n", path.display())).collect(),
        closing: figures.iter().map(ToString::to_string).collect(),
    })
}

/// The paths of all that a first visit to one assignment downloads, one a line.
pub fn first_visit(site: &Path) -> Result<String> {
    let paths = downloads(site)?.into_keys().map(|path| path.display().to_string());
    Ok(paths.collect::<Vec<_>>().join("\n"))
}

/// The size of all that families' phones keep and have not fetched in a first visit.
fn kept(site: &Path, first_visit: &BTreeMap<PathBuf, usize>) -> Result<usize> {
    let mut size = 0;
    for file in files::all_in(site)? {
        let path = file.strip_prefix(site).unwrap_or(&file);
        let name = path.to_str().unwrap_or_default();
        let is_kept = matches!(Keeper::of(name), Some(Keeper::Families | Keeper::Class)) || name == WORKER;
        if is_kept && !first_visit.contains_key(path) {
            size += on_the_way(path, &files::read(&file)?)?;
        }
    }
    Ok(size)
}

/// The files that a phone fetches, with their sizes on the way.
///
/// That is all of home with the largest assignment, its pictures and recordings, what its questions need, and the languages that a phone can
/// need at once: English, which the page preloads, and the largest other one.
fn downloads(site: &Path) -> Result<BTreeMap<PathBuf, usize>> {
    let mut fetched = BTreeMap::new();
    let mut assignments = Vec::new();
    let mut media = BTreeMap::new();
    let mut languages = Vec::new();
    for file in files::all_in(site)? {
        let path = file.strip_prefix(site).unwrap_or(&file).to_owned();
        let name = path.to_str().unwrap_or_default();
        // Not a phone's: the teacher's desk, what the host reads, what is shown when something is missing, and what is printed.
        let is_on_paper =
            name.starts_with("assignments/") && (name.ends_with(".html") || name.ends_with(".css"));
        let is_later = LATER.contains(&name) || name.starts_with(ICONS) || name == COPY;
        let is_others = name.starts_with("desk/") || name.starts_with("kept/");
        if is_others || is_on_paper || is_later || matches!(name, "_headers" | "404.html") {
            continue;
        }
        let content = files::read(&file)?;
        let size = on_the_way(&path, &content)?;
        match name {
            "locales/en.txt" | "assignments/index.json" => drop(fetched.insert(path, size)),
            name if name.starts_with("locales/") => languages.push((size, path)),
            name if name.starts_with("assignments/") && name.ends_with(".json") => {
                assignments.push((size, path, String::from_utf8_lossy(&content).into_owned()));
            }
            name if name.starts_with("assignments/") || name == CAPTURE => drop(media.insert(path, size)),
            _ => drop(fetched.insert(path, size)),
        }
    }
    fetched.extend(languages.into_iter().max().map(|(size, path)| (path, size)));
    let heaviest = assignments
        .into_iter()
        .map(|(size, path, text)| {
            let mut all: BTreeMap<_, _> =
                media.iter().filter(|(file, _)| needs(&text, file)).map(owned).collect();
            all.insert(path, size);
            all
        })
        .max_by_key(|all| all.values().sum::<usize>());
    fetched.extend(heaviest.unwrap_or_default());
    Ok(fetched)
}

fn owned((path, size): (&PathBuf, &usize)) -> (PathBuf, usize) {
    (path.clone(), *size)
}

/// Whether an assignment shows or plays a file, or asks for what the file makes.
fn needs(assignment: &str, file: &Path) -> bool {
    match file.file_name().and_then(|name| name.to_str()) {
        Some(CAPTURE) => CAPTURED.iter().any(|kind| assignment.contains(kind)),
        name => name.is_some_and(|name| assignment.contains(name)),
    }
}

fn on_the_way(path: &Path, content: &[u8]) -> Result<usize> {
    if !compression::pays(path) {
        return Ok(content.len());
    }
    let compressed = compression::brotli(content).map_err(Error::file("compress", path))?;
    Ok(compressed.len().min(content.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        for (path, content) in files {
            files::write(&site.path().join(path), content).unwrap();
        }
        site
    }

    const FILES: [(&str, &str); 19] = [
        ("index.html", "page"),
        ("404.html", "page"),
        ("_headers", "/*"),
        ("app/home_bg.wasm", "0123456789"),
        ("worker.js", "12345"),
        ("newer.js", "1234567"),
        ("icons/192.png", "123456"),
        ("desk/index.html", "page"),
        ("locales/en.txt", "{}"),
        ("locales/mi.txt", "[]"),
        ("locales/sm.txt", "[12]"),
        ("assignments/files.json", "media/kite.jpg, and all the others too, each with its hash"),
        ("assignments/index.json", "{}"),
        ("assignments/kites.json", "media/kite.jpg"),
        ("assignments/kites.html", "kites on paper"),
        ("assignments/paper.html", "all of them on paper"),
        ("assignments/paper.css", "a{}"),
        ("assignments/long.json", "long, but without any picture"),
        ("assignments/media/kite.jpg", "a large picture, larger than the text"),
    ];

    #[test]
    fn a_phone_downloads_home_and_the_heaviest_assignment() {
        let site = site(&FILES);
        let downloads = downloads(site.path()).unwrap();
        let names: Vec<_> = downloads.keys().map(|path| path.to_str().unwrap()).collect();
        assert_eq!(
            names,
            [
                "app/home_bg.wasm",
                "assignments/index.json",
                "assignments/kites.json",
                "assignments/media/kite.jpg",
                "index.html",
                "locales/en.txt",
                "locales/sm.txt",
            ]
        );
        assert_eq!(downloads.values().sum::<usize>(), 10 + 2 + 14 + 37 + 4 + 2 + 4);
    }

    #[test]
    fn what_is_kept_is_all_else_but_the_desk() {
        let site = site(&FILES);
        let later: usize = [
            "worker.js",
            "newer.js",
            "icons/192.png",
            "locales/mi.txt",
            "assignments/files.json",
            "assignments/kites.html",
            "assignments/paper.html",
            "assignments/paper.css",
            "assignments/long.json",
        ]
        .iter()
        .map(|path| on_the_way(Path::new(path), &files::read(&site.path().join(path)).unwrap()).unwrap())
        .sum();
        assert_eq!(kept(site.path(), &downloads(site.path()).unwrap()).unwrap(), later);
    }

    #[test]
    fn what_takes_photos_counts_only_where_a_photo_is_asked_for() {
        let script = ("capture.js", "takes photos, records voices, follows a pen over the paper");
        let names = |extra: &[(&str, &str)]| {
            let downloads = downloads(site(&[&FILES[..], &[script], extra].concat()).path()).unwrap();
            downloads.into_keys().map(|path| path.display().to_string()).collect::<Vec<_>>()
        };
        assert!(!names(&[]).contains(&"capture.js".to_owned()));
        for kind in ["drawing", "photo", "audio"] {
            let asks = format!("{{\"ask\":{{\"id\":\"a\",\"kind\":\"{kind}\"}}}}");
            let names = names(&[("assignments/asks.json", asks.as_str())]);
            assert!(names.contains(&"capture.js".to_owned()), "{kind}: {names:?}");
            assert!(names.contains(&"assignments/asks.json".to_owned()), "with it, this one is the heaviest");
        }
        let other = names(&[(
            "assignments/asks.json",
            "a letter about capture.js, which is longer than all the other texts here",
        )]);
        assert!(!other.contains(&"capture.js".to_owned()), "words are no question: {other:?}");
    }

    #[test]
    fn a_site_within_its_budgets_passes() {
        let outcome = check(site(&FILES).path()).unwrap();
        assert!(outcome.success);
        assert_eq!(outcome.closing[1], "home's program                                 0.0 KB of 132 KB");
    }

    #[test]
    fn a_site_without_a_program_is_an_error() {
        for files in [&FILES[..1], &[("index.html", "page"), ("app/home_bg.wasm", "")]] {
            let error = check(site(files).path()).err().unwrap().to_string();
            assert!(error.ends_with("the site has no program, so there is nothing to measure"), "{error}");
        }
    }

    #[test]
    fn a_program_over_its_budget_fails() {
        let site = site(&FILES);
        // What does not repeat cannot be compressed.
        let mut state = 1u32;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        })
        .take(133 * KB)
        .collect();
        files::write(&site.path().join("app/home_bg.wasm"), noise).unwrap();
        let outcome = check(site.path()).unwrap();
        assert!(!outcome.success);
        assert!(
            outcome.closing[1].ends_with("133.0 KB of 132 KB  OVER THE BUDGET"),
            "{}",
            outcome.closing[1]
        );
        assert!(outcome.output.starts_with("   136"), "{}", outcome.output);
    }
}
