//! Homework in a link, or in a file with that link.

use assignment::{Assignment, Index, OPENS, Shared};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use work::result::pack;

/// An assignment as the signs that stand in a link.
pub fn packed(shared: &Shared) -> String {
    URL_SAFE_NO_PAD.encode(pack(shared.to_json().as_bytes()))
}

/// Whether the class's list has homework of this name that is not this: families who open the link get what the list has.
pub fn is_listed_otherwise(list: &Index, shared: &Shared) -> bool {
    let Some(listed) = list.assignments.iter().find(|head| head.id == shared.document.head.id) else {
        return false;
    };
    let is_there = |translation: &Assignment| {
        listed
            .translations
            .iter()
            .any(|other| (&other.lang, &other.hash) == (&translation.head.lang, &translation.head.hash))
    };
    listed.hash != shared.document.head.hash || !shared.translations.iter().all(is_there)
}

/// Whether an address of the families' page leads nowhere but to this very computer.
pub fn is_only_here(home: &str) -> bool {
    let (_, after) = home.split_once("://").unwrap_or(("", home));
    let authority = after.split('/').next().unwrap_or_default();
    let host = authority.strip_prefix("[::1]").map_or_else(|| authority.split(':').next(), |_| Some("[::1]"));
    host.is_some_and(|host| {
        ["localhost", "[::1]", "0.0.0.0"].contains(&host)
            || host.ends_with(".localhost")
            || host.parse().is_ok_and(|address: std::net::Ipv4Addr| address.is_loopback())
    })
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
    use assignment::{Head, packed_in};

    use super::*;

    #[test]
    fn homework_of_the_same_name_counts_unless_it_is_the_same() {
        let document = |lang: &str, hash: &str| Assignment {
            head: Head { id: "kites".into(), lang: lang.into(), hash: hash.into(), ..Head::default() },
            ..Assignment::default()
        };
        let list = Index::new(None, &[document("en", "1")], &[document("sm", "2")]);
        let shared = |document, translations| Shared { document, translations, ..Shared::default() };
        assert!(!is_listed_otherwise(&list, &shared(document("en", "1"), vec![])));
        assert!(!is_listed_otherwise(&list, &shared(document("en", "1"), vec![document("sm", "2")])));
        assert!(is_listed_otherwise(&list, &shared(document("en", "3"), vec![])));
        assert!(is_listed_otherwise(&list, &shared(document("en", "1"), vec![document("sm", "3")])));
        assert!(!is_listed_otherwise(&Index::default(), &shared(document("en", "3"), vec![])));
    }

    #[test]
    fn a_site_on_this_computer_only_is_known_by_its_address() {
        for here in
            ["http://127.0.0.1:8080/", "http://localhost/room-5/", "http://[::1]:8080/", "http://0.0.0.0:1/"]
        {
            assert!(is_only_here(here), "{here}");
        }
        for there in ["https://school.example/", "http://192.168.1.7:8080/", "https://localhost.example/"] {
            assert!(!is_only_here(there), "{there}");
        }
    }

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
