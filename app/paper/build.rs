//! Takes the interface's English along, for programs that load no language: the command line, and tests.

use std::path::Path;
use std::{env, fs};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let original = Path::new("../../locales/en.ftl");
    println!("cargo::rerun-if-changed={}", original.display());
    let phrases = language::Phrases::parse(&fs::read_to_string(original)?)?;
    let written = Path::new(&env::var("OUT_DIR")?).join("en.txt");
    fs::write(written, phrases.to_named_lines())?;
    Ok(())
}
