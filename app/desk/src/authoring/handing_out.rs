//! Homework in a link, or in a file with that link.

use assignment::{OPENS, Shared};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use work::result::pack;

/// An assignment as the signs that stand in a link.
pub fn packed(shared: &Shared) -> String {
    URL_SAFE_NO_PAD.encode(pack(shared.to_json().as_bytes()))
}

/// The link that opens it. `home` is the address of the families' page.
pub fn link(home: &str, shared: &Shared) -> String {
    [home, OPENS, &packed(shared)].concat()
}

/// A file that a family can open in the families' page, or read: it says what it is, and has the link in it. `how` are the words that
/// say what to do.
pub fn file(home: &str, shared: &Shared, how: &str) -> String {
    [&shared.document.head.title, "\n\n", how, "\n\n", &link(home, shared), "\n"].concat()
}

#[cfg(test)]
mod tests {
    use assignment::{Assignment, Head, packed_in};

    use super::*;

    #[test]
    fn what_is_handed_out_comes_back_from_link_and_file() {
        let head = Head { id: "kites".into(), title: "Kites 🪁".into(), ..Head::default() };
        let shared = Shared {
            taumahi: 1,
            document: Assignment { version: 1, head, ..Assignment::default() },
            ..Shared::default()
        };
        let home = "https://school.example/room-12/";
        for text in [link(home, &shared), file(home, &shared, "Open this with …")] {
            let bytes = URL_SAFE_NO_PAD.decode(packed_in(&text).unwrap()).unwrap();
            let json = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes).unwrap();
            assert_eq!(Shared::from_json(std::str::from_utf8(&json).unwrap()), Ok(shared.clone()));
        }
        assert!(link(home, &shared).starts_with("https://school.example/room-12/#/open/"));
    }
}
