//! The browser: everything outside the page's own elements. Called from events and effects only; on a computer without a
//! browser, where tests render views, the few functions that views call answer plainly.

mod calendar;
mod chosen;
mod fetch;
mod hand_out;
mod packing;
mod place;
mod tabs;
mod told;

pub use calendar::{local_day, now, plural_form, spoken_date, spoken_moment, today};
pub use chosen::chosen_text;
pub use fetch::{FetchError, fetch_text};
pub use hand_out::{HandOutError, can_share, copy, download, give_to_desk, is_inside, share};
pub use packing::{deflate, unpack};
pub(crate) use place::element;
pub use place::{
    arrive_at, ask_to_keep, at, belong_to, chance, focus, focus_heading, focus_then, folder, go,
    is_half_typed, is_kept_for_good, keeps_for_good, mark_saved, new_id, on_address, print, set_title, site,
    site_folder,
};
pub use tabs::{is_visible, on_other_tabs, on_visibility, tell_other_tabs};
pub use told::{address_of, forget_address, on_taken, set_source, told_words};
