//! The content security policy, in every page of a release.
//!
//! A host sends it as a header, if it reads `_headers`: many do not, and none does for a site in a folder. So each page says it
//! too. `public/_headers` is the one place where it is written.

use std::path::Path;

use axum::http::header::CONTENT_SECURITY_POLICY;

use crate::checkout::Checkout;
use crate::error::{Error, Result};
use crate::files;
use crate::header_rules::HeaderRules;

use super::{Stage, is_html};

const RULES: &str = "public/_headers";

/// A page cannot say these of itself.
const ONLY_IN_HEADERS: [&str; 3] = ["frame-ancestors", "report-uri", "sandbox"];

/// How a page begins to say one.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// Puts the policy into every page of a release that has none yet: an assignment on paper comes with one that is stricter. While
/// serving, Trunk's own script that reloads the page would be refused.
pub fn write_all(checkout: &Checkout, stage: &Stage) -> Result<()> {
    if !stage.release {
        return Ok(());
    }
    let policy = read(&checkout.path(RULES))?;
    for path in files::all_in(&stage.folder)?.into_iter().filter(|path| is_html(path)) {
        let page = files::read_text(&path)?;
        // In words a quote is escaped, so this is never one of them.
        if page.contains(META) {
            continue;
        }
        let page = with_policy(&page, &policy).ok_or_else(|| Error::Unreadable {
            path: path.clone(),
            problem: "it does not name its character set, behind which the policy belongs".to_owned(),
        })?;
        files::write(&path, page)?;
    }
    Ok(())
}

/// The policy that a page can say.
fn read(path: &Path) -> Result<String> {
    let unreadable = |problem: String| Error::Unreadable { path: path.to_owned(), problem };
    let rules =
        HeaderRules::parse(&files::read_text(path)?).map_err(|error| unreadable(error.to_string()))?;
    let headers = rules.headers_for("/").map_err(|error| unreadable(error.to_string()))?;
    headers
        .iter()
        .find(|(name, _)| *name == CONTENT_SECURITY_POLICY)
        .and_then(|(_, value)| value.to_str().ok())
        .map(for_page)
        .ok_or_else(|| unreadable("it has no content security policy for `/`".to_owned()))
}

fn for_page(policy: &str) -> String {
    let directives = policy.split(';').map(str::trim).filter(|directive| {
        let name = directive.split_whitespace().next().unwrap_or_default();
        !name.is_empty() && !ONLY_IN_HEADERS.contains(&name)
    });
    directives.collect::<Vec<_>>().join("; ")
}

/// The page with the policy before all that could load something. `None` when there is no place for it.
fn with_policy(page: &str, policy: &str) -> Option<String> {
    let start = page.find("<meta charset")?;
    let end = start + page.get(start..)?.find('>')? + 1;
    let loads = ["<link", "<script", "<style"];
    if loads.iter().any(|element| page[..end].contains(element)) {
        return None;
    }
    let policy = policy.replace('&', "&amp;").replace('"', "&quot;");
    let (before, after) = page.split_at(end);
    Some(format!("{before}{META} content=\"{policy}\">{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_what_it_can_of_the_policy() {
        let policy = "default-src 'none'; img-src 'self' data:; frame-ancestors 'none' ;";
        assert_eq!(for_page(policy), "default-src 'none'; img-src 'self' data:");
    }

    #[test]
    fn the_policy_stands_before_all_that_loads_something() {
        let page = "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>a</title><link href=b>";
        let meta = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'">"#;
        assert_eq!(
            with_policy(page, "default-src 'none'"),
            Some(page.replace("<title>", &format!("{meta}<title>")))
        );
    }

    #[test]
    fn a_page_that_loads_something_first_is_refused() {
        assert_eq!(with_policy("<html><title>a</title>", "x"), None);
        assert_eq!(with_policy("<script src=a></script><meta charset=utf-8>", "x"), None);
    }

    #[test]
    fn every_page_has_one_and_one_that_has_its_own_keeps_it() {
        let site = tempfile::tempdir().unwrap();
        let own = format!("<meta charset=utf-8>{META} content=\"default-src 'none'\"><link href=b>");
        files::write(&site.path().join("index.html"), "<meta charset=utf-8>").unwrap();
        files::write(&site.path().join("assignments/kites.1.html"), &own).unwrap();
        let stage = Stage {
            folder: site.path().to_owned(),
            last: site.path().to_owned(),
            release: true,
            address: None,
        };
        write_all(&Checkout::here(), &stage).unwrap();
        let read = |path: &str| files::read_text(&site.path().join(path)).unwrap();
        assert!(read("index.html").contains(META));
        assert_eq!(read("assignments/kites.1.html"), own);
    }

    #[test]
    fn our_own_policy_allows_nothing_by_default() {
        let policy = read(&Checkout::here().path(RULES)).unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        assert!(!policy.contains("frame-ancestors"), "{policy}");
    }
}
