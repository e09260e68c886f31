//! The device's clock, the reader's calendar and the browser's randomness.

use crate::account::{Clock, Randomness};
use crate::quantity::Day;
use js_sys::{Date, Math};

/// Time and chance as the browser gives them.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserPorts;

impl Clock for BrowserPorts {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a date of the browser is a whole number of milliseconds below 2^53"
    )]
    fn now_ms(&self) -> i64 {
        Date::now() as i64
    }

    fn today(&self) -> Day {
        let now = Date::new_0();
        let year = u16::try_from(now.get_full_year()).unwrap_or(u16::MAX);
        let month = u8::try_from(now.get_month() + 1).unwrap_or(1);
        let day = u8::try_from(now.get_date()).unwrap_or(1);
        // A clock that is centuries off is no reason not to open the account.
        Day::from_ymd(year, month, day).unwrap_or(Day::MAX)
    }
}

impl Randomness for BrowserPorts {
    fn next_u64(&self) -> u64 {
        let mut bytes = [0; 8];
        let filled = web_sys::window()
            .and_then(|window| window.crypto().ok())
            .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
        if !filled {
            bytes.fill_with(weak_byte);
        }
        u64::from_le_bytes(bytes)
    }
}

/// Where there is no `crypto` (a page opened from a file in an old browser),
/// ids are still unlikely to meet.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::float_arithmetic,
    reason = "JavaScript's randomness is a fraction of 1"
)]
fn weak_byte() -> u8 {
    (Math::random() * 256.0) as u8
}
