//! Reading a copy that somebody has chosen. It may be larger than the memory: it is read piece by piece.

use js_sys::Promise;
use store::{Backup, BackupEnd, BackupError};
use ui::{browser, say};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, HtmlInputElement};

use crate::kept::Kept;

/// Bytes that are read at a time. Much less than a photo: a line that is longer is put together.
const PIECE: f64 = 1_048_576.0;

/// A line that is longer than any record, in bytes: a photo of the largest size in base64, with room. What has one is no copy.
const LONGEST: usize = 12 << 20;

/// Puts back the file that was chosen in the field that an event is about, and says in words what came of it. `None` when none was.
pub async fn put_back_chosen(kept: Kept, event: &Event) -> Option<String> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = field.files()?.get(0)?;
    let put_back = put_back(kept, &file).await;
    // Else the browser would not tell when the same file is chosen again.
    field.set_value("");
    browser::tell_other_tabs();
    Some(match put_back {
        Ok(backup) => outcome(&backup),
        Err(Trouble::Copy(BackupError::Newer(_))) => say::kept_back_newer(),
        Err(Trouble::Copy(BackupError::NotKept(_))) => say::kept_back_not_kept(),
        Err(Trouble::File) => say::kept_back_unread(),
    })
}

fn outcome(backup: &Backup) -> String {
    match backup.end() {
        BackupEnd::Foreign => say::kept_back_foreign(),
        BackupEnd::Whole if backup.unreadable == 0 => say::kept_back_whole(),
        BackupEnd::Cut if backup.unreadable == 0 => say::kept_back_cut(),
        BackupEnd::Cut | BackupEnd::Whole => say::kept_back_damaged(backup.unreadable),
    }
}

enum Trouble {
    /// What the file says cannot be put back.
    Copy(BackupError),
    /// The browser could not read the file.
    File,
}

impl From<BackupError> for Trouble {
    fn from(error: BackupError) -> Self {
        Self::Copy(error)
    }
}

impl From<JsValue> for Trouble {
    fn from(_: JsValue) -> Self {
        Self::File
    }
}

async fn put_back(kept: Kept, file: &File) -> Result<Backup, Trouble> {
    let store = kept.store();
    let mut backup = Backup::default();
    let mut rest: Vec<u8> = Vec::new();
    let mut from = 0.0;
    while from < file.size() {
        let piece = file.slice_with_f64_and_f64(from, from + PIECE)?;
        from += PIECE;
        rest.extend(bytes(piece.array_buffer()).await?);
        // Only whole lines: a letter may be cut in the middle too.
        if let Some(end) = rest.iter().rposition(|byte| *byte == b'\n') {
            let after = rest.split_off(end + 1);
            store.put_back(&mut backup, &String::from_utf8_lossy(&rest)).await?;
            rest = after;
        }
        if rest.len() > LONGEST {
            return Err(Trouble::File);
        }
    }
    store.put_back(&mut backup, &String::from_utf8_lossy(&rest)).await?;
    Ok(backup)
}

async fn bytes(buffer: Promise) -> Result<Vec<u8>, JsValue> {
    Ok(js_sys::Uint8Array::new(&JsFuture::from(buffer).await?).to_vec())
}
