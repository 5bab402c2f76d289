//! Giving a text to people: the share sheet, a download, the clipboard.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

/// The browser did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HandOutError {
    /// The person changed their mind.
    #[error("cancelled")]
    Cancelled,
    /// The browser cannot, or refused.
    #[error("the browser refused")]
    Refused,
}

/// Android's share sheet takes text files and refuses many others.
const TEXT: &str = "text/plain";

/// Whether the browser has a share sheet that takes a text file.
pub fn can_share() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let navigator = window.navigator();
    let knows = js_sys::Reflect::has(&navigator, &JsValue::from_str("canShare")).unwrap_or(false);
    knows && share_data("a.txt", "", "").is_ok_and(|data| navigator.can_share_with_data(&data))
}

/// Opens the share sheet with a text file. Must be called in the moment of a tap.
///
/// # Errors
/// [`HandOutError`] when nothing was shared.
pub async fn share(title: &str, name: &str, text: &str) -> Result<(), HandOutError> {
    let data = share_data(name, text, title).map_err(|_| HandOutError::Refused)?;
    let window = web_sys::window().ok_or(HandOutError::Refused)?;
    JsFuture::from(window.navigator().share_with_data(&data)).await.map(drop).map_err(|error| {
        let cancelled = error.dyn_ref::<js_sys::Error>().is_some_and(|error| error.name() == "AbortError");
        if cancelled { HandOutError::Cancelled } else { HandOutError::Refused }
    })
}

fn share_data(name: &str, text: &str, title: &str) -> Result<ShareData, JsValue> {
    let options = FilePropertyBag::new();
    options.set_type(TEXT);
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options)?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    if !title.is_empty() {
        data.set_title(title);
    }
    Ok(data)
}

/// Saves a file to the device. `media_type` is its content's type.
///
/// # Errors
/// [`HandOutError::Refused`] when the browser cannot.
pub fn download(name: &str, text: &str, media_type: &str) -> Result<(), HandOutError> {
    try_download(name, text, media_type).map_err(|_| HandOutError::Refused)
}

fn try_download(name: &str, text: &str, media_type: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The address stays until the page closes: some browsers fetch it only after this event has ended.
    Ok(())
}

/// Whether this page is a part of another of this site, as in the desk's window.
pub fn is_inside() -> bool {
    web_sys::window().is_some_and(|window| window.frame_element().is_ok_and(|frame| frame.is_some()))
}

/// Gives a text to the desk, when this page is a part of it.
pub fn give_to_desk(text: &str) {
    let Some(window) = web_sys::window() else { return };
    if let (Ok(Some(desk)), Ok(origin)) = (window.parent(), window.location().origin()) {
        // Refused only by another origin, which has no business here.
        let _ = desk.post_message(&text.into(), &origin);
    }
}

/// Puts a text on the clipboard.
///
/// # Errors
/// [`HandOutError::Refused`] when the browser does not allow it.
pub async fn copy(text: &str) -> Result<(), HandOutError> {
    let window = web_sys::window().ok_or(HandOutError::Refused)?;
    let navigator = window.navigator();
    // Missing on pages that were not loaded over https.
    let clipboard: JsValue = navigator.clipboard().into();
    if clipboard.is_undefined() {
        return Err(HandOutError::Refused);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(drop).map_err(|_| HandOutError::Refused)
}
