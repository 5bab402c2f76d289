//! The assignments as pages get them while somebody writes them: always the newest edition, and word of each new one.

use std::convert::Infallible;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, LAST_MODIFIED};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use tokio::sync::watch;
use tower_http::services::ServeDir;

use super::editions::Edition;

/// Loads a page again when what it shows is not of the newest edition. The hook names it in every page.
const SCRIPT: &str = include_str!("refresh.js");

/// How a script can know of which edition an answer is: browsers show it this header of what a page has loaded.
const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

/// Answers below `assignments/`.
pub fn router(newest: watch::Receiver<Edition>) -> Router {
    Router::new()
        .route("/changes", get(changes))
        .route("/refresh.js", get(([(CONTENT_TYPE, "text/javascript; charset=utf-8")], SCRIPT)))
        .fallback(file)
        .with_state(newest)
}

/// The name of the newest edition, and of each that follows.
async fn changes(
    State(mut newest): State<watch::Receiver<Edition>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    newest.mark_changed();
    let names = unfold(newest, |mut newest| async {
        newest.changed().await.ok()?;
        let name = newest.borrow_and_update().name.clone();
        Some((Ok(Event::default().data(name)), newest))
    });
    Sse::new(names).keep_alive(KeepAlive::default())
}

/// A file of the newest edition. One that is only in the edition before is wanted by a page that has read the list in that.
async fn file(State(newest): State<watch::Receiver<Edition>>, request: Request) -> Response {
    let edition = newest.borrow().clone();
    let mut files = ServeDir::new(&edition.folder).fallback(ServeDir::new(&edition.before));
    let Ok(answer) = files.try_call(request).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut answer = answer.into_response();
    let headers = answer.headers_mut();
    // Without a mark of its age, a file is sent whole each time, and with it the name of its edition.
    headers.remove(ETAG);
    headers.remove(LAST_MODIFIED);
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(name) = HeaderValue::try_from(format!("edition;desc=\"{}\"", edition.name)) {
        headers.insert(SERVER_TIMING, name);
    }
    answer
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use axum::body::{Body, to_bytes};
    use futures_util::StreamExt;
    use tower::ServiceExt;

    use super::*;
    use crate::files;

    fn edition(place: &Path, name: &str, before: &str, list: &[(&str, &str)]) -> Edition {
        for (path, words) in list {
            files::write(&place.join(name).join(path), words).unwrap();
        }
        Edition { name: name.to_owned(), folder: place.join(name), before: place.join(before) }
    }

    fn in_runtime(test: impl Future<Output = ()>) {
        tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(test);
    }

    async fn ask(router: &Router, path: &str) -> Response {
        router.clone().oneshot(Request::get(path).body(Body::empty()).unwrap()).await.unwrap()
    }

    async fn words(answer: Response) -> String {
        String::from_utf8(to_bytes(answer.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
    }

    #[test]
    fn what_is_sent_is_of_the_newest_edition_and_says_so() {
        let place = tempfile::tempdir().unwrap();
        let place = place.path();
        let first = edition(place, "1", "0", &[("index.json", "old list"), ("kites.1.json", "old kites")]);
        let newest = watch::Sender::new(first);
        let router = router(newest.subscribe());
        in_runtime(async {
            let answer = ask(&router, "/index.json").await;
            assert_eq!(answer.headers()["server-timing"], "edition;desc=\"1\"");
            assert_eq!(words(answer).await, "old list");
            newest.send_replace(edition(place, "2", "1", &[("index.json", "new list")]));
            let answer = ask(&router, "/index.json").await;
            assert_eq!(answer.headers()["server-timing"], "edition;desc=\"2\"");
            assert_eq!(answer.headers()["cache-control"], "no-cache");
            assert!(
                !answer.headers().contains_key("etag") && !answer.headers().contains_key("last-modified")
            );
            assert_eq!(words(answer).await, "new list");
            assert_eq!(words(ask(&router, "/kites.1.json").await).await, "old kites");
            let missing = ask(&router, "/halves.1.json").await;
            assert_eq!(
                (missing.status().as_u16(), &missing.headers()["server-timing"]),
                (404, &"edition;desc=\"2\"".parse().unwrap())
            );
        });
    }

    #[test]
    fn a_page_hears_the_newest_edition_first_and_then_each_that_follows() {
        let newest = watch::Sender::new(edition(Path::new(""), "1", "0", &[]));
        let router = router(newest.subscribe());
        in_runtime(async {
            newest.send_replace(edition(Path::new(""), "2", "1", &[]));
            let mut heard = ask(&router, "/changes").await.into_body().into_data_stream();
            let mut hear = async || String::from_utf8(heard.next().await.unwrap().unwrap().to_vec()).unwrap();
            assert_eq!(hear().await, "data: 2\n\n");
            newest.send_replace(edition(Path::new(""), "3", "2", &[]));
            assert_eq!(hear().await, "data: 3\n\n");
        });
    }

    #[test]
    fn the_script_is_one() {
        let router = router(watch::Sender::new(edition(Path::new(""), "1", "0", &[])).subscribe());
        in_runtime(async {
            let answer = ask(&router, "/refresh.js").await;
            assert_eq!(answer.headers()["content-type"], "text/javascript; charset=utf-8");
            assert!(words(answer).await.contains("new EventSource"));
        });
    }
}
