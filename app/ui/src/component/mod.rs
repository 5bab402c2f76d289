//! Small pieces of a page that home and desk share.

mod picture;
mod progress;
mod prose;
mod who;

pub use picture::{ChildPicture, SiteRoot};
pub use progress::ProgressBar;
pub use prose::{Prose, Words};
pub use who::WhoMark;
