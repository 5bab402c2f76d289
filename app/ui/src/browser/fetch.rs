//! Fetching the site's own files. By hand rather than with gloo-net, which costs a phone 9 KB more for the same.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file did not come.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// No connection, or no such host.
    #[error("no connection")]
    NoConnection,
    /// The host answered with this status.
    #[error("the host answered {0}")]
    Status(u16),
}

/// The text of a file of this site; `address` is relative to the page.
///
/// # Errors
/// [`FetchError`] when it did not come whole.
pub async fn fetch_text(address: &str) -> Result<String, FetchError> {
    let window = web_sys::window().ok_or(FetchError::NoConnection)?;
    let response =
        JsFuture::from(window.fetch_with_str(address)).await.map_err(|_| FetchError::NoConnection)?;
    let response: Response = response.dyn_into().map_err(|_| FetchError::NoConnection)?;
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let text = response.text().map_err(|_| FetchError::NoConnection)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchError::NoConnection)?;
    text.as_string().ok_or(FetchError::NoConnection)
}
