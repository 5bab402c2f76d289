//! One stylesheet a page. Each file of `styles/` is one idea, and each request costs a phone a way there and back.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::error::Result;
use crate::files;

use super::Stage;

/// Joins the stylesheets of every page, in their order.
pub fn join_all(stage: &Stage) -> Result<()> {
    stage.pages()?.iter().try_for_each(|page| join(page))
}

fn join(page: &Path) -> Result<()> {
    let words = files::read_text(page)?;
    let links = links(&words);
    let (Some((first, address)), true) = (links.first(), links.len() > 1) else { return Ok(()) };
    let mut joined = String::new();
    for (_, address) in &links {
        let sheet = page.with_file_name(address);
        joined.push_str(&files::read_text(&sheet)?);
        files::remove(&sheet)?;
    }
    // Hosts keep a file of `app/` for ever, so its name changes with what is in it.
    let mut hasher = DefaultHasher::new();
    joined.hash(&mut hasher);
    let folder = address.rsplit_once('/').map_or(".", |(folder, _)| folder);
    let name = format!("{folder}/style-{:016x}.css", hasher.finish());
    files::write(&page.with_file_name(&name), joined)?;
    let mut page_words = words.replacen(first, &format!("<link rel=\"stylesheet\" href=\"{name}\">"), 1);
    for (link, _) in &links[1..] {
        page_words = page_words.replacen(link, "", 1);
    }
    files::write(page, page_words)
}

/// The links to stylesheets, each with its address.
fn links(page: &str) -> Vec<(&str, &str)> {
    let tags = page.match_indices("<link").filter_map(|(at, _)| page[at..].split_inclusive('>').next());
    let sheets = tags.filter(|tag| tag.contains("rel=stylesheet") || tag.contains("rel=\"stylesheet\""));
    sheets
        .filter_map(|tag| {
            let value = tag.split_once("href=")?.1.trim_start_matches('"');
            Some((tag, value.split(['"', ' ', '>']).next()?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_loads_one_sheet_with_all_in_order() {
        let site = tempfile::tempdir().unwrap();
        let page = site.path().join("index.html");
        files::write(&site.path().join("app/a-1.css"), "a{}").unwrap();
        files::write(&site.path().join("app/b-2.css"), "b{}").unwrap();
        let words = "<link href=./app/a-1.css rel=stylesheet><link rel=icon href=i.svg><link rel=\"stylesheet\" href=\"./app/b-2.css\"/><p>";
        files::write(&page, words).unwrap();
        join(&page).unwrap();
        let joined = files::read_text(&page).unwrap();
        let links = links(&joined);
        assert_eq!(links.len(), 1, "{joined}");
        assert!(joined.contains("<link rel=icon href=i.svg>") && joined.ends_with("<p>"), "{joined}");
        assert_eq!(files::read_text(&site.path().join(links[0].1)).unwrap(), "a{}b{}");
        assert_eq!(files::all_in(site.path()).unwrap().len(), 2);
        join(&page).unwrap();
        assert_eq!(files::read_text(&page).unwrap(), joined);
    }
}
