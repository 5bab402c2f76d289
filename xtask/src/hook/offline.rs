//! What phones keep of the site for times without a connection: the list of all files with their hashes, in the worker that goes by it.
//!
//! The list is made when nothing changes any more. With another file the worker is another one, which is how browsers notice a new build.

use std::collections::BTreeMap;
use std::path::Path;

use assignment::VERSION;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::files;

use super::Stage;

/// The worker.
pub const WORKER: &str = "worker.js";

/// What a page starts the worker with.
const STARTER: &str = "offline.js";

/// While the site is being written nothing is kept of it, and what an earlier worker has kept at the same address goes.
const LEAVE: &str = include_str!("leave.js");

/// How a worker with a list begins. The list is a line of its own. All of the worker stands in one block: cut anywhere, it is no script.
const START: &str = "{const SITE=";

/// For whom a file is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// Everybody who visits the site.
    Families,
    /// Who has opened the desk.
    Desk,
    /// Everybody, but by the list that `taumahi build` writes: a teacher can put assignments on the host without the program.
    Class,
}

impl Keeper {
    /// Who keeps the file at this path in the site. What only the host reads is kept by nobody.
    pub fn of(path: &str) -> Option<Self> {
        let is_hosts = matches!(path, "_headers" | "404.html" | WORKER) || path.starts_with('.');
        match path.split_once('/') {
            _ if is_hosts => None,
            Some(("desk", _)) => Some(Self::Desk),
            Some(("assignments", _)) => Some(Self::Class),
            _ => Some(Self::Families),
        }
    }
}

/// Each file's path with the hash of its bytes.
type Hashes = BTreeMap<String, String>;

/// As `public/worker.js` reads it.
#[derive(Serialize)]
struct Site {
    /// Another one for other files.
    version: String,
    /// The newest version of a class's list that the program can read.
    reads: u32,
    families: Hashes,
    desk: Hashes,
}

/// Completes the worker of a release; any other site gets one that takes its leave.
pub fn complete(stage: &Stage) -> Result<()> {
    if stage.release {
        return list(&stage.folder);
    }
    files::write(&stage.folder.join(WORKER), LEAVE)?;
    files::write(&stage.folder.join(STARTER), "// Nothing is kept of a site that is being written.\n")
}

/// Writes the list of a site's files into its worker, in the place of the one that it may have.
pub fn list(site: &Path) -> Result<()> {
    let worker = site.join(WORKER);
    let words = files::read_text(&worker)?;
    let code = match words.strip_prefix(START) {
        Some(listed) => listed.split_once('\n').and_then(|(_, code)| code.trim_end().strip_suffix('}')),
        None => Some(words.as_str()),
    };
    let unreadable = |problem: &str| Error::Unreadable { path: worker.clone(), problem: problem.to_owned() };
    let code = code.ok_or_else(|| unreadable("its list of files does not end where it should"))?;
    let json = serde_json::to_string(&read(site)?).map_err(|error| unreadable(&error.to_string()))?;
    files::write(&worker, format!("{START}{json};\n{}\n}}\n", code.trim_end()))
}

fn read(site: &Path) -> Result<Site> {
    let (mut families, mut desk) = (Hashes::new(), Hashes::new());
    for file in files::all_in(site)? {
        let path = file.strip_prefix(site).unwrap_or(&file);
        let path = path.to_str().ok_or_else(|| Error::Unreadable {
            path: file.clone(),
            problem: "no address can be made of its name".to_owned(),
        })?;
        let list = match Keeper::of(path) {
            Some(Keeper::Families) => &mut families,
            Some(Keeper::Desk) => &mut desk,
            Some(Keeper::Class) | None => continue,
        };
        list.insert(path.to_owned(), hash(&files::read(&file)?));
    }
    let all = format!("{families:?}{desk:?}");
    Ok(Site { version: hash(all.as_bytes())[..16].to_owned(), reads: VERSION, families, desk })
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    const FILES: [(&str, &str); 9] = [
        ("worker.js", "work()"),
        ("offline.js", "start()"),
        ("index.html", "home"),
        ("404.html", "nothing here"),
        ("_headers", "/*"),
        ("app/home.js", "home()"),
        ("kept/index.html", "what is kept"),
        ("desk/index.html", "desk"),
        ("assignments/index.json", "{}"),
    ];

    fn site() -> tempfile::TempDir {
        let site = tempfile::tempdir().unwrap();
        for (path, content) in FILES {
            files::write(&site.path().join(path), content).unwrap();
        }
        site
    }

    fn worker(site: &tempfile::TempDir) -> String {
        files::read_text(&site.path().join(WORKER)).unwrap()
    }

    fn listed(site: &tempfile::TempDir) -> serde_json::Value {
        let worker = worker(site);
        let (list, code) = worker.strip_prefix(START).unwrap().split_once(";\n").unwrap();
        assert_eq!(code, "work()\n}\n");
        serde_json::from_str(list).unwrap()
    }

    #[test]
    fn each_file_is_listed_for_who_keeps_it() {
        let site = site();
        list(site.path()).unwrap();
        let listed = listed(&site);
        let names = |who: &str| listed[who].as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(names("families"), ["app/home.js", "index.html", "kept/index.html", "offline.js"]);
        assert_eq!(names("desk"), ["desk/index.html"]);
        let hash = "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942";
        assert_eq!((&listed["families"]["index.html"], &listed["reads"]), (&hash.into(), &VERSION.into()));
    }

    #[test]
    fn the_version_follows_the_files_and_a_list_is_replaced() {
        let site = site();
        let version = || {
            list(site.path()).unwrap();
            listed(&site)["version"].clone()
        };
        let first = version();
        assert_eq!(version(), first);
        files::write(&site.path().join("assignments/index.json"), "{ }").unwrap();
        files::write(&site.path().join("404.html"), "not here").unwrap();
        assert_eq!(version(), first, "the class has a list of its own, and nobody keeps that page");
        files::write(&site.path().join("desk/index.html"), "another desk").unwrap();
        let second = version();
        assert_ne!(second, first);
        std::fs::rename(site.path().join("app/home.js"), site.path().join("app/house.js")).unwrap();
        assert_ne!(version(), second);
    }

    #[test]
    fn a_site_that_is_being_written_keeps_nothing_and_takes_its_leave() {
        let site = site();
        let stage =
            |release| Stage { folder: site.path().to_owned(), last: PathBuf::new(), release, address: None };
        complete(&stage(true)).unwrap();
        assert!(worker(&site).starts_with(START));
        complete(&stage(false)).unwrap();
        assert!(worker(&site).contains("unregister()"), "{}", worker(&site));
        let starter = files::read_text(&site.path().join(STARTER)).unwrap();
        assert!(!starter.contains("start()"), "{starter}");
    }
}
