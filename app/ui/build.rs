//! Makes a function of every message of `locales/en.ftl`, so that a missing one does not compile.

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let original = Path::new("../../locales/en.ftl");
    println!("cargo::rerun-if-changed={}", original.display());
    let phrases = language::Phrases::parse(&fs::read_to_string(original)?)?;
    let written = Path::new(&env::var("OUT_DIR")?).join("say.rs");
    fs::write(written, phrases.to_rust())?;
    // For tests and tools on this computer, which fetch nothing.
    let lines = Path::new(&env::var("OUT_DIR")?).join("en.txt");
    fs::write(lines, phrases.to_lines(&phrases.layout()))?;
    Ok(())
}
