//! Who is in the class.

use work::{PICTURES, Profile};

const NAMES: [&str; 24] = [
    "Aroha",
    "Wiremu",
    "Mārama",
    "Oliver",
    "Hēmi",
    "Mele",
    "Charlotte",
    "Tāne",
    "Priya",
    "Marama",
    "Sione",
    "Isla",
    "Kahurangi",
    "Jack",
    "Anahera",
    "Yusuf",
    "Lupe",
    "Mei-Ling",
    "Nīkau",
    "Zainab",
    "Tūī",
    "Leo",
    "Maia",
    "Tevita",
];

/// The child of this number. The first 24 have the names above, two of which are one but for the macron; after them come
/// children of the same names with another letter.
pub fn child(number: usize) -> Profile {
    let name = NAMES[number % NAMES.len()];
    let name = match number / NAMES.len() {
        0 => name.to_owned(),
        round => format!("{name} {}", char::from(b'A' + (round % 26) as u8)),
    };
    Profile {
        id: format!("{:016x}", 0x00c0_ffee_0000_0000_u64 + number as u64),
        name,
        picture: PICTURES[number * 5 % PICTURES.len()].to_owned(),
        added: 0,
        reads: String::new(),
    }
}
