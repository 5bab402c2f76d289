//! The shipped assignments as texts to start from on the desk's author page. Of the project's own folder, whichever the site is built of:
//! a teacher's own assignments have notes in them that are nobody else's business.

use crate::checkout::Checkout;
use crate::error::Result;
use crate::files;

use super::Stage;

/// Where the shipped assignments are.
const SHIPPED: &str = "assignments";

/// The class is no assignment.
const CLASS: &str = "class";

/// Copies the texts into the desk's folder. They end in `.txt`, because hosts do not agree about what `.md` is.
pub fn copy_all(checkout: &Checkout, stage: &Stage) -> Result<()> {
    for path in files::all_in(&checkout.path(SHIPPED))? {
        let is_text = path.extension().is_some_and(|extension| extension == "md");
        // A translation has its language in its name, and follows its original.
        let id =
            path.file_stem().and_then(|stem| stem.to_str()).filter(|id| !id.contains('.') && *id != CLASS);
        if let Some(id) = id.filter(|_| is_text) {
            let text = files::read(&path)?;
            files::write(&stage.folder.join("desk/templates").join(id).with_extension("txt"), text)?;
        }
    }
    Ok(())
}
