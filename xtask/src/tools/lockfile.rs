//! Which version of a library the workspace uses.

/// The version of a package in the text of a `Cargo.lock`; the first, if there are several.
pub fn version<'l>(lockfile: &'l str, package: &str) -> Option<&'l str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lockfile.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version;

    const LOCKFILE: &str = r#"
version = 4

[[package]]
name = "wasm-bindgen-futures"
version = "0.4.80"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
source = "registry"
"#;

    #[test]
    fn the_whole_name_counts() {
        assert_eq!(version(LOCKFILE, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_used_has_no_version() {
        assert_eq!(version(LOCKFILE, "bindgen"), None);
    }
}
