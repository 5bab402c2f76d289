//! Notes beside the database, in the browser's `localStorage`: it is written in the very moment in which it is called, and waits for nobody.
//! It holds little, and may be gone with the battery.

use js_sys::Object;
use web_sys::Storage;

/// Notes a text of a tab of this database, in place of the one that the tab had noted before. An empty one only removes that.
pub(super) fn park(name: &str, tab: &str, text: &str) {
    let Some(storage) = storage() else { return };
    let key = [&prefix(name), tab].concat();
    // Where it is full or switched off, nobody is left to be told.
    let _ = if text.is_empty() { storage.remove_item(&key) } else { storage.set_item(&key, text) };
}

/// What the tabs of this database have noted.
pub(super) fn parked(name: &str) -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let prefix = prefix(name);
    let keys = Object::keys(&storage).into_iter().filter_map(|key| key.as_string());
    let own = keys.filter(|key| key.starts_with(&prefix));
    own.filter_map(|key| storage.get_item(&key).ok().flatten()).collect()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

/// What the keys of a database start with. Its name ends with the path of a site, which has no space.
fn prefix(name: &str) -> String {
    [name, " "].concat()
}
