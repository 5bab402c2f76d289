//! A photo or a recording itself.

/// The picture or the sound of a [`Capture`](crate::Capture), which has the same id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Medium {
    /// The capture's id.
    pub id: String,
    /// Its media type without parameters: `image/jpeg`, `audio/webm`.
    pub kind: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// The media types of pictures that every browser shows.
const PICTURES: [&str; 3] = ["image/jpeg", "image/png", "image/webp"];

impl Medium {
    /// More bytes than this would fill a phone and a mail: three minutes of sound have half of it, at the rates that phones record with.
    pub const MOST_BYTES: usize = 6 << 20;

    /// The bytes of all that one result can have. More no mail carries, and no reader takes: without compression, this is a file of 29 MB,
    /// and they stop at 32.
    pub const MOST_BYTES_TOGETHER: usize = 16 << 20;

    /// Whether a result can have it.
    pub fn is_sound(&self) -> bool {
        Self::is_known(&self.kind) && (1..=Self::MOST_BYTES).contains(&self.bytes.len())
    }

    /// Whether a result can have a medium of this type. What is neither a picture nor a sound is nothing to look at or listen to; and an SVG is a page of
    /// its own.
    pub fn is_known(kind: &str) -> bool {
        PICTURES.contains(&kind)
            || kind.strip_prefix("audio/").is_some_and(|sound| {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".+-".contains(&byte);
                !sound.is_empty() && sound.bytes().all(is_plain)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_and_sounds_are_known_and_nothing_else() {
        for kind in [
            "image/jpeg",
            "image/png",
            "image/webp",
            "audio/webm",
            "audio/mp4",
            "audio/x-m4a",
            "audio/vnd.wave",
        ] {
            assert!(Medium::is_known(kind), "{kind}");
        }
        for kind in [
            "",
            "image/svg+xml",
            "image/gif",
            "text/html",
            "video/mp4",
            "audio/",
            "audio/webm;codecs=\"opus\"",
            "audio/a\"b",
            "Image/jpeg",
        ] {
            assert!(!Medium::is_known(kind), "{kind}");
        }
    }
}
