//! What made-up photos show, and how made-up recordings sound.

use work::Value;
use work::result::{ResultDocument, ResultMedium};

/// A red kite in a blue sky.
const KITE: &str = "iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAsElEQVR42u3Z2w2DMBBE0dsHDaTilMMXtaQOIiFRAN6HPYzkAu4RAtsL3/239MIAAwwwwAADMtfx2RYG/OuvtSTgrk81UFOfZ6CsPslAZX2GgeL6cAP19bEGWuoDDXTVRxlorA8x0Fs/bqC9ftDADPUjBiapf2xgnvpnhlc+AYV3QOErpLAPKOzECmchhdOown1A4UamcCdWmEoozIUUJnMKs1GF6bR/cBhggAEGzL5OXXZ4ligpJ4IAAAAASUVORK5CYII=";

/// A hundredth of a second without a sound.
const SILENCE: &str = "UklGRnQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YVAAAACAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgA==";

/// All that the answers name; but the photos of one child in sixteen were lost on their way.
pub fn of(result: &ResultDocument) -> Vec<ResultMedium> {
    let mut media = Vec::new();
    for value in result.answers.iter().map(|answer| &answer.value) {
        let (kind, data) =
            if matches!(value, Value::Photo(_)) { ("image/png", KITE) } else { ("audio/wav", SILENCE) };
        media.extend(value.captures().iter().map(|capture| ResultMedium {
            id: capture.id.clone(),
            kind: kind.to_owned(),
            data: data.to_owned(),
        }));
    }
    media.retain(|medium| {
        result.student.id.as_bytes().last() != Some(&b'6') || !medium.kind.starts_with("image")
    });
    media
}
