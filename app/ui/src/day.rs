//! Days and moments as people read them.

use assignment::Date;
use work::Moment;

/// `Wednesday 25 November`, in the language of the interface.
pub fn spoken(date: Date) -> String {
    crate::browser::spoken_date(&crate::language::current(), date)
}

/// The day of a moment, as people read it.
pub fn of_moment(moment: Moment) -> String {
    crate::browser::local_day(moment).map(spoken).unwrap_or_default()
}

/// The day and the time of a moment, as people read them.
pub fn and_time(moment: Moment) -> String {
    crate::browser::spoken_moment(&crate::language::current(), moment)
}
