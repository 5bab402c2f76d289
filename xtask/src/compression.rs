//! How small a file becomes on its way to a phone.

use std::io::{self, Write};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Compresses with Brotli at quality 11, as a host does that compresses ahead of time.
pub fn brotli(content: &[u8]) -> io::Result<Vec<u8>> {
    let params =
        BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &params)?;
    Ok(compressed)
}

/// Compresses with gzip at its strongest.
pub fn gzip(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

/// Whether hosts compress such a file. Pictures and recordings are compressed already.
pub fn pays(path: &Path) -> bool {
    path.extension().and_then(|extension| extension.to_str()).is_some_and(|extension| {
        matches!(extension, "css" | "csv" | "html" | "js" | "json" | "svg" | "txt" | "wasm" | "webmanifest")
    })
}
