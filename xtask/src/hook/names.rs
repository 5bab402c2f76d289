//! Short names between a program and its script.
//!
//! wasm-bindgen gives every function that crosses the border a name of thirty letters and a hash, in the program and again
//! in the script. A phone downloads both: 5 KB for home. Here each gets a letter or two, the same on either side.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;

use wasm_encoder::reencode::{Error as ReencodeError, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, ImportSectionReader, Parser};

use crate::error::{Error, Result};
use crate::files;

/// Names up to this long stay: `memory`, `main` and the like, which could be words of the script too.
const SHORT: usize = 9;

/// Shortens the names of a program and of the script beside it.
pub fn shorten(program: &Path, script: &Path) -> Result<()> {
    let unreadable = |problem: String| Error::Unreadable { path: program.to_owned(), problem };
    let (module, names) =
        shortened(&files::read(program)?).map_err(|error| unreadable(format!("not a program: {error}")))?;
    let words = files::read_text(script)?;
    files::write(program, module)?;
    files::write(script, renamed(&words, &names))
}

/// Gives the names, and remembers what they were.
#[derive(Default)]
struct Shortener {
    names: Names,
}

impl Shortener {
    fn short(&mut self, name: &str) -> String {
        let next = letters(self.names.len());
        self.names.entry(name.to_owned()).or_insert(next).clone()
    }
}

impl Reencode for Shortener {
    type Error = Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), ReencodeError<Infallible>> {
        for import in section.into_imports() {
            let import = import?;
            let (module, name) = (self.short(import.module), self.short(import.name));
            imports.import(&module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(
        &mut self,
        exports: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), ReencodeError<Infallible>> {
        let name = if export.name.len() > SHORT { self.short(export.name) } else { export.name.to_owned() };
        let kind = self.export_kind(export.kind)?;
        exports.export(&name, kind, self.external_index(export.kind, export.index)?);
        Ok(())
    }
}

/// Each long name with its short one.
type Names = BTreeMap<String, String>;

/// The program with short names, and what they are.
fn shortened(program: &[u8]) -> Result<(Vec<u8>, Names), ReencodeError<Infallible>> {
    let mut shortener = Shortener::default();
    let mut module = Module::new();
    shortener.parse_core_module(&mut module, Parser::new(0), program)?;
    Ok((module.finish(), shortener.names))
}

/// `$a`, `$b` … `$z`, `$aa` …: names that nothing else in a script has.
fn letters(number: usize) -> String {
    let mut letters = String::new();
    let mut left = number + 1;
    while left > 0 {
        left -= 1;
        letters.insert(0, char::from(b'a' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    format!("${letters}")
}

/// The script with each long name, where it stands as a whole word, replaced by its short one.
fn renamed(script: &str, names: &Names) -> String {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '$' | '.' | '/');
    let mut renamed = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        push_word(&mut renamed, word, names);
        let other = after.find(in_word).unwrap_or(after.len());
        renamed.push_str(&after[..other]);
        rest = &after[other..];
    }
    renamed
}

/// A word is a name, an address such as `./home_bg.js`, or names with dots between: `wasm.__wbindgen_malloc`.
fn push_word(renamed: &mut String, word: &str, names: &Names) {
    if let Some(short) = names.get(word) {
        renamed.push_str(short);
        return;
    }
    for (number, name) in word.split('.').enumerate() {
        if number > 0 {
            renamed.push('.');
        }
        renamed.push_str(names.get(name).map_or(name, String::as_str));
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    use super::*;

    fn program() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./home_bg.js", "__wbg_log_00c0ffee", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("__wbindgen_malloc", ExportKind::Func, 0);
        exports.export("main", ExportKind::Func, 0);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&FunctionSection::new()).section(&exports);
        module.finish()
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let (short, names) = shortened(&program()).unwrap();
        let text = String::from_utf8_lossy(&short).into_owned();
        assert!(!text.contains("__wb") && text.contains("main"), "{text}");
        let script = "import('./home_bg.js'); const i = {\"./home_bg.js\": {__wbg_log_00c0ffee: my__wbg_log_00c0ffee}}; wasm.__wbindgen_malloc(); wasm.main()";
        assert_eq!(
            renamed(script, &names),
            "import('$a'); const i = {\"$a\": {$b: my__wbg_log_00c0ffee}}; wasm.$c(); wasm.main()"
        );
    }

    #[test]
    fn the_program_is_the_same_but_for_its_names() {
        let (short, _) = shortened(&program()).unwrap();
        for program in [&program(), &short] {
            wasmparser::Validator::new().validate_all(program).unwrap();
        }
        assert!(shortened(b"no program").is_err());
    }

    #[test]
    fn there_are_names_for_all() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["$a", "$z", "$aa", "$zz", "$aaa"]);
    }
}
