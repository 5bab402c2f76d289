//! The result file: a summary that anyone can read in any mail program, and below it an armoured block that the
//! teacher's page reads.
//!
//! The format is described for other programs in `docs/result-file.md`, with a JSON Schema.

mod armour;
mod bounded;
mod document;
mod error;
mod letter;
mod limits;
mod media;
mod mend;
mod only;
mod packed;
mod read;
mod summary;
mod write;

pub use document::{ClassHead, ResultAnswer, ResultDocument, VERSION};
pub use error::{Excess, ResultError};
pub use letter::text_of;
pub use media::ResultMedium;
pub use read::{read, read_all};
pub use summary::{Label, answer_lines};
pub use write::{Draft, file_name, pack, pack_stored, write};
