//! Today, and how a language writes days and counts.

use assignment::Date;
use work::Moment;

#[cfg(target_arch = "wasm32")]
mod here {
    use js_sys::{Array, Intl, Object, Reflect};
    use wasm_bindgen::JsValue;

    use super::{Date, Moment};

    /// This moment by the device's clock.
    pub fn now() -> Moment {
        // Whole milliseconds since 1970 are exact in a float for the next 280,000 years.
        js_sys::Date::now().max(0.0) as Moment
    }

    /// The day of a moment, where the device is.
    pub fn local_day(moment: Moment) -> Option<Date> {
        let date = js_sys::Date::new(&JsValue::from_f64(moment as f64));
        let year = u16::try_from(date.get_full_year()).ok()?;
        let month = u8::try_from(date.get_month() + 1).ok()?;
        Date::new(year, month, u8::try_from(date.get_date()).ok()?)
    }

    /// A day in words.
    pub fn spoken_date(language: &str, date: Date) -> String {
        let (year, month, day) = date.parts();
        let noon = js_sys::Date::new_with_year_month_day_hr(
            u32::from(year),
            i32::from(month) - 1,
            i32::from(day),
            12,
        );
        let parts = [("weekday", "long"), ("day", "numeric"), ("month", "long")];
        spoken(language, &noon, &parts).unwrap_or_else(|| date.to_string())
    }

    /// A moment in words, where the device is: its day, and the time.
    pub fn spoken_moment(language: &str, moment: Moment) -> String {
        let date = js_sys::Date::new(&JsValue::from_f64(moment as f64));
        let parts = [
            ("weekday", "long"),
            ("day", "numeric"),
            ("month", "long"),
            ("hour", "numeric"),
            ("minute", "2-digit"),
        ];
        spoken(language, &date, &parts).unwrap_or_default()
    }

    fn spoken(language: &str, date: &js_sys::Date, parts: &[(&str, &str)]) -> Option<String> {
        let options = Object::new();
        for (key, value) in parts {
            // Setting a property of a new object does not fail.
            let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
        }
        let format = Intl::DateTimeFormat::new(&locales(language), &options);
        format.format().call1(&JsValue::UNDEFINED, date).ok()?.as_string()
    }

    /// The plural category of a number: `one`, `other` …
    pub fn plural_form(language: &str, number: usize) -> String {
        let rules = Intl::PluralRules::new(&locales(language), &Object::new());
        rules.select(number as f64).into()
    }

    fn locales(language: &str) -> Array {
        // English is written here as it is in the classroom: day before month.
        let tag = if language == "en" { "en-NZ" } else { language };
        Array::of1(&tag.into())
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod here {
    use super::{Date, Moment};

    /// The start of time: nothing that is tested here depends on the clock.
    pub fn now() -> Moment {
        0
    }

    /// No day: there is no device to say where it is.
    pub fn local_day(_: Moment) -> Option<Date> {
        None
    }

    /// A day in digits.
    pub fn spoken_date(_: &str, date: Date) -> String {
        date.to_string()
    }

    /// The moment in digits.
    pub fn spoken_moment(_: &str, moment: Moment) -> String {
        moment.to_string()
    }

    /// The plural category of a number in English.
    pub fn plural_form(_: &str, number: usize) -> String {
        if number == 1 { "one" } else { "other" }.to_owned()
    }
}

pub use here::{local_day, now, plural_form, spoken_date, spoken_moment};

/// Today, where the device is.
pub fn today() -> Option<Date> {
    local_day(now())
}
