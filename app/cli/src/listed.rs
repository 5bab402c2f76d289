//! `files.json`: all files of the class with their SHA-256. By it a phone that keeps the class for times without a connection knows when all
//! of it has arrived, each file whole and as it was built.

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

/// The list's name, beside the files.
pub const NAME: &str = "files.json";

/// The files that a build has written.
#[derive(Debug, Serialize)]
pub struct Listed {
    /// The version of the documents: a program that cannot read it goes on with the class that it has.
    version: u32,
    /// Each file's path from the list, with the hash of its bytes in hexadecimal digits.
    files: BTreeMap<String, String>,
}

impl Listed {
    /// No file yet.
    pub fn new() -> Self {
        Self { version: assignment::VERSION, files: BTreeMap::new() }
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, content: &[u8]) {
        let hash = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
        self.files.insert(name.to_owned(), hash);
    }

    /// Whether a file is in it.
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// The list as it is published.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stands_with_the_hash_that_everybody_computes() {
        let mut listed = Listed::new();
        listed.add("kites.json", b"abc");
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let json = format!(r#"{{"version":{},"files":{{"kites.json":"{hash}"}}}}"#, assignment::VERSION);
        assert_eq!(listed.to_json().unwrap(), json);
        assert!(listed.has("kites.json") && !listed.has("tea.json"));
    }
}
