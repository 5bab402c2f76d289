//! Serving a built site as a host does: compressed, with the headers of its `_headers` file, in any folder.

use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::SystemTime;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::compression;
use crate::error::{Error, Result};
use crate::files;
use crate::header_rules::HeaderRules;

use super::asked_to_stop;
use super::memory::Memory;

/// A file of the site: its path in the address, its bytes, and when it changed.
type Content = (PathBuf, Vec<u8>, SystemTime);

/// Serves a built site until Ctrl-C.
///
/// `under` is the folder of the address that the site lies in. Port 0 takes a free port; the address is printed.
pub async fn serve(dist: &Path, under: &str, port: u16) -> Result<()> {
    let site = Site::load(dist, under)?;
    let folder = under.trim_matches('/');
    let folder = if folder.is_empty() { String::new() } else { format!("/{folder}") };
    let failed = |source| Error::Server { port, source };
    let listener = TcpListener::bind(("127.0.0.1", port)).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    println!("Serving http://{address}{folder}/ from {}. Ctrl-C stops.", dist.display());
    tokio::select! {
        ended = axum::serve(listener, site.router()) => ended.map_err(failed),
        () = asked_to_stop() => Ok(()),
    }
}

/// A site in memory.
#[derive(Clone)]
struct Site {
    files: Memory,
    rules: HeaderRules,
    not_found: Bytes,
}

impl Site {
    fn load(dist: &Path, under: &str) -> Result<Self> {
        if !dist.join("index.html").is_file() {
            let problem = "there is no site in it. `cargo xtask build` builds one".to_owned();
            return Err(Error::Unreadable { path: dist.to_owned(), problem });
        }
        let folder = under.trim_matches('/').to_owned();
        let mut contents = Vec::new();
        for path in files::all_in(dist)? {
            let modified =
                fs::metadata(&path).and_then(|it| it.modified()).map_err(Error::file("read", &path))?;
            let relative = path.strip_prefix(dist).unwrap_or(&path);
            contents.push((relative.to_owned(), files::read(&path)?, modified));
        }
        // A host looks for `_headers` in the root of an address only, and its rules mean whole paths from there.
        let rules = if folder.is_empty() { rules(dist, &contents)? } else { HeaderRules::default() };
        let compressed = compressed(&contents);
        let all = contents.into_iter().chain(compressed).filter(|(path, ..)| path != Path::new("_headers"));
        let files = Memory::new(
            all.map(|(path, content, modified)| (Path::new(&folder).join(path), content, modified)),
        );
        let not_found = files.content(&Path::new(&folder).join("404.html")).unwrap_or_default();
        Ok(Self { files, rules, not_found })
    }

    fn router(self) -> Router {
        let files = ServeDir::with_backend("", self.files.clone()).precompressed_br().precompressed_gzip();
        Router::new().fallback_service(files).layer(from_fn_with_state(self, as_host))
    }
}

/// Reads `_headers`, and makes sure that all hosts would understand it alike.
fn rules(dist: &Path, contents: &[Content]) -> Result<HeaderRules> {
    let path = dist.join("_headers");
    if !path.is_file() {
        return Ok(HeaderRules::default());
    }
    let unreadable = |problem: String| Error::Unreadable { path: path.clone(), problem };
    let rules =
        HeaderRules::parse(&files::read_text(&path)?).map_err(|error| unreadable(error.to_string()))?;
    for (file, ..) in contents {
        let address = format!("/{}", file.display());
        let folder = address.strip_suffix("index.html").unwrap_or(&address);
        for address in [&address, folder] {
            rules.headers_for(address).map_err(|error| unreadable(error.to_string()))?;
        }
    }
    Ok(rules)
}

/// Compresses all files that it pays for, on all processors.
fn compressed(contents: &[Content]) -> Vec<Content> {
    let queue = Mutex::new(contents.iter().filter(|(path, ..)| compression::pays(path)));
    let done = Mutex::new(Vec::new());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, NonZero::get) {
            scope.spawn(|| {
                while let Some((path, content, modified)) = next() {
                    for (ending, smaller) in
                        [("br", compression::brotli(content)), ("gz", compression::gzip(content))]
                    {
                        // What cannot be compressed is served as it is.
                        if let Some(smaller) = smaller.ok().filter(|smaller| smaller.len() < content.len()) {
                            let path = PathBuf::from(format!("{}.{ending}", path.display()));
                            done.lock()
                                .unwrap_or_else(PoisonError::into_inner)
                                .push((path, smaller, *modified));
                        }
                    }
                }
            });
        }
    });
    done.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Makes an answer what a host's would be: its headers, its redirects, its page for what is not there.
async fn as_host(State(site): State<Site>, request: Request, next: Next) -> Response {
    let address = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    match response.status() {
        StatusCode::TEMPORARY_REDIRECT => *response.status_mut() = StatusCode::MOVED_PERMANENTLY,
        StatusCode::NOT_FOUND => {
            let html = [(CONTENT_TYPE, "text/html")];
            response = (StatusCode::NOT_FOUND, html, Body::from(site.not_found.clone())).into_response();
        }
        _ => {}
    }
    name_charset(&mut response);
    for (name, value) in site.rules.headers_for(&address).unwrap_or_default() {
        response.headers_mut().insert(name, value);
    }
    if response.status() == StatusCode::NOT_FOUND {
        // A rule for a whole folder means the files that are in it: what is missing today can be there tomorrow.
        response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    response
}

fn name_charset(response: &mut Response) {
    let Some(kind) = response.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()) else { return };
    if !kind.starts_with("text/") || kind.contains("charset") {
        return;
    }
    if let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8")) {
        response.headers_mut().insert(CONTENT_TYPE, kind);
    }
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderMap, Method};
    use tower::ServiceExt;

    use super::*;

    const RULES: &str =
        "/*\n  X-All: yes\n/app/*\n  Cache-Control: immutable\n/desk/\n  Cache-Control: no-cache\n";

    fn site(under: &str) -> Router {
        let dist = tempfile::tempdir().unwrap();
        let files = [
            ("_headers", RULES),
            ("index.html", "home"),
            ("404.html", "nothing here"),
            ("desk/index.html", "desk"),
            ("app/home.js", &"tamaiti ".repeat(100)),
            ("app/home_bg.wasm", "wasm"),
            ("manifest.webmanifest", "{}"),
            ("icon.svg", "<svg/>"),
        ];
        for (path, content) in files {
            files::write(&dist.path().join(path), content).unwrap();
        }
        Site::load(dist.path(), under).unwrap().router()
    }

    #[derive(Debug)]
    struct Answer {
        status: u16,
        headers: HeaderMap,
        body: Vec<u8>,
    }

    impl Answer {
        fn header(&self, name: &str) -> &str {
            self.headers.get(name).map_or("", |value| value.to_str().unwrap())
        }
    }

    fn ask(site: &Router, method: Method, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let response = site.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let (status, headers) = (response.status().as_u16(), response.headers().clone());
            let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
            Answer { status, headers, body }
        })
    }

    fn get(site: &Router, path: &str) -> Answer {
        ask(site, Method::GET, path, &[])
    }

    #[test]
    fn a_folder_is_its_index() {
        let site = site("/");
        assert_eq!(get(&site, "/").body, b"home");
        assert_eq!(get(&site, "/desk/").body, b"desk");
        let redirected = get(&site, "/desk");
        assert_eq!((redirected.status, redirected.header("location")), (301, "/desk/"));
    }

    #[test]
    fn the_site_can_lie_in_a_folder() {
        let site = site("/school/homework/");
        assert_eq!(get(&site, "/school/homework/").body, b"home");
        assert_eq!(get(&site, "/school/homework").header("location"), "/school/homework/");
        assert_eq!(get(&site, "/school/homework/desk").header("location"), "/school/homework/desk/");
        assert_eq!(get(&site, "/school/homework/desk/").body, b"desk");
        assert_eq!(get(&site, "/").status, 404);
    }

    #[test]
    fn a_browser_gets_the_smallest_it_accepts() {
        let site = site("/");
        let encoded = |accepted| {
            let answer = ask(&site, Method::GET, "/app/home.js", &[("accept-encoding", accepted)]);
            (answer.header("content-encoding").to_owned(), answer.body.len())
        };
        let (encoding, brotli) = encoded("gzip, deflate, br, zstd");
        assert_eq!(encoding, "br");
        let (encoding, gzip) = encoded("gzip");
        assert_eq!(encoding, "gzip");
        assert_eq!(encoded("identity"), (String::new(), 800));
        assert!(brotli < gzip && gzip < 800, "{brotli} {gzip}");
        assert_eq!(get(&site, "/app/home.js").header("vary"), "accept-encoding");
    }

    #[test]
    fn files_say_what_they_are() {
        let site = site("/");
        let kind = |path| get(&site, path).header("content-type").to_owned();
        assert_eq!(kind("/"), "text/html; charset=utf-8");
        assert_eq!(kind("/app/home.js"), "text/javascript; charset=utf-8");
        assert_eq!(kind("/app/home_bg.wasm"), "application/wasm");
        assert_eq!(kind("/manifest.webmanifest"), "application/manifest+json");
        assert_eq!(kind("/icon.svg"), "image/svg+xml");
    }

    #[test]
    fn header_rules_apply_by_path() {
        let site = site("/");
        let both = |path| {
            let answer = get(&site, path);
            (answer.header("x-all").to_owned(), answer.header("cache-control").to_owned())
        };
        assert_eq!(both("/app/home.js"), ("yes".to_owned(), "immutable".to_owned()));
        assert_eq!(both("/icon.svg"), ("yes".to_owned(), String::new()));
        assert_eq!(both("/missing").0, "yes");
    }

    #[test]
    fn rules_are_for_the_root_of_an_address() {
        let site = site("/app/");
        for path in ["/app/app/home.js", "/app/desk/", "/app/"] {
            let answer = get(&site, path);
            assert_eq!(
                (answer.status, answer.header("x-all"), answer.header("cache-control")),
                (200, "", "")
            );
        }
    }

    #[test]
    fn what_is_not_there_is_asked_for_again() {
        assert_eq!(get(&site("/"), "/app/home-2.js").header("cache-control"), "no-cache");
    }

    #[test]
    fn what_has_not_changed_is_not_sent_again() {
        let site = site("/");
        let tag = get(&site, "/").header("etag").to_owned();
        let again = ask(&site, Method::GET, "/", &[("if-none-match", &tag)]);
        assert_eq!((again.status, again.body.len(), again.header("x-all")), (304, 0, "yes"));
    }

    #[test]
    fn what_is_not_there_has_a_page() {
        let site = site("/");
        for path in
            ["/missing.js", "/app/", "/_headers", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml"]
        {
            let answer = get(&site, path);
            assert_eq!((answer.status, answer.body.as_slice()), (404, &b"nothing here"[..]), "{path}");
        }
    }

    #[test]
    fn only_reading_is_allowed() {
        let site = site("/");
        assert_eq!(ask(&site, Method::POST, "/", &[]).status, 405);
        let head = ask(&site, Method::HEAD, "/", &[]);
        assert_eq!((head.status, head.body.len(), head.header("content-length")), (200, 0, "4"));
    }

    #[test]
    fn an_empty_folder_is_not_a_site() {
        let dist = tempfile::tempdir().unwrap();
        let error = Site::load(dist.path(), "/").err().unwrap();
        assert!(
            error.to_string().ends_with("there is no site in it. `cargo xtask build` builds one"),
            "{error}"
        );
    }
}
