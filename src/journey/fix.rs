//! Where a phone says it is, and how far two such places are apart.
//!
//! The distance is that of the equirectangular projection on a sphere with the
//! mean radius of the Earth (IUGG: 6,371,008.8 m), in integers. From one fix to
//! the next, up to 100 km and between 75° north and south, it is within a
//! thousandth of the great circle's, far below what a phone's fix is off.

/// Ten-millionths of a degree.
const DEGREE: i64 = 10_000_000;
/// Nanometres along a meridian to a ten-millionth of a degree.
const NANOMETRES: i128 = 11_119_508;
/// One, with 30 binary places.
const ONE: i64 = 1 << 30;
/// A degree in radians, with 30 binary places.
const RADIAN: i64 = 18_740_330;
/// The most digits behind the point that are looked at.
const DECIMALS: usize = 7;

/// A place, and how far it may be off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Ten-millionths of a degree north.
    latitude: i64,
    /// Ten-millionths of a degree east.
    longitude: i64,
    /// Metres.
    accuracy: u32,
}

impl Fix {
    /// Reads decimal degrees and whole metres; `None` where they are none on
    /// Earth.
    ///
    /// ```
    /// use carbon_inclusion::journey::Fix;
    /// assert!(Fix::parse("36.4568", "115.9853", "8").is_some());
    /// assert!(Fix::parse("96.4568", "115.9853", "8").is_none());
    /// ```
    #[must_use]
    pub fn parse(latitude: &str, longitude: &str, accuracy: &str) -> Option<Self> {
        let within =
            |text: &str, most: i64| degrees(text).filter(|degrees| degrees.abs() <= most * DEGREE);
        Some(Self {
            latitude: within(latitude, 90)?,
            longitude: within(longitude, 180)?,
            accuracy: accuracy.parse().ok()?,
        })
    }

    /// How far it may be off, in metres.
    #[must_use]
    pub const fn accuracy(self) -> u32 {
        self.accuracy
    }

    /// The distance to another place, in millimetres.
    #[must_use]
    pub fn millimetres_to(self, other: Self) -> i64 {
        let north = other.latitude - self.latitude;
        // The short way round.
        let east = (other.longitude - self.longitude + 540 * DEGREE).rem_euclid(360 * DEGREE)
            - 180 * DEGREE;
        let narrowing = i128::from(cosine(i64::midpoint(self.latitude, other.latitude)));
        let north = i128::from(north) * NANOMETRES / 1_000_000;
        let east = i128::from(east) * NANOMETRES / 1_000_000 * narrowing / i128::from(ONE);
        i64::try_from((north * north + east * east).isqrt()).unwrap_or(i64::MAX)
    }
}

/// The cosine of a latitude with 30 binary places, by its series: the first term
/// left out is below 10⁻⁹ at a pole.
fn cosine(latitude: i64) -> i64 {
    let angle = latitude * RADIAN / DEGREE;
    let square = angle * angle / ONE;
    let term = |rest: i64, k: i64| ONE - square * rest / ONE / (k * (k - 1));
    [14, 12, 10, 8, 6, 4, 2].into_iter().fold(ONE, term)
}

/// Ten-millionths of a degree of a decimal number; further digits are left out.
fn degrees(text: &str) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || whole.len() > 3 {
        return None;
    }
    let fraction = &fraction[..fraction.len().min(DECIMALS)];
    let padded = format!("{fraction:0<DECIMALS$}");
    let (whole, fraction): (i64, i64) = (whole.parse().ok()?, padded.parse().ok()?);
    Some(sign * (whole * DEGREE + fraction))
}

#[cfg(test)]
mod tests {
    use super::Fix;

    fn fix(latitude: &str, longitude: &str) -> Fix {
        Fix::parse(latitude, longitude, "5").expect("a place")
    }

    /// The great circle's length in millimetres was worked out by another
    /// program, by the haversine formula.
    #[track_caller]
    fn case(from: [&str; 2], to: [&str; 2], great_circle: i64) {
        let (from, to) = (fix(from[0], from[1]), fix(to[0], to[1]));
        let found = from.millimetres_to(to);
        assert!(
            (found - great_circle).abs() <= great_circle / 1_000,
            "{found}"
        );
        assert_eq!(to.millimetres_to(from), found);
    }

    #[test]
    fn distances_are_those_of_the_great_circle() {
        let here = ["36.45", "115.98"];
        case(here, here, 0);
        case(here, ["36.45", "115.981"], 89_443);
        case(here, ["36.451", "115.98"], 111_195);
        case(here, ["36.46", "115.99"], 1_427_000);
        case(here, ["36.67", "117"], 94_328_632);
        case(["0", "0"], ["0", "1"], 111_195_080);
        case(["60", "10"], ["60.1", "10.2"], 15_713_463);
        case(["-33.9", "151.2"], ["-33.8", "151.3"], 14_454_195);
        case(["36.45", "179.9995"], ["36.45", "-179.9995"], 89_443);
        case(["75", "0"], ["75.01", "0.05"], 1_818_164);
    }

    #[test]
    fn what_is_no_place_is_refused() {
        for (latitude, longitude, accuracy) in [
            ("", "0", "1"),
            ("90.0000001", "0", "1"),
            ("0", "-180.1", "1"),
            ("NaN", "0", "1"),
            ("1e2", "0", "1"),
            ("1.", "0", "1"),
            ("+1", "0", "1"),
            ("0", "0", "-1"),
            ("0", "0", "Infinity"),
            ("１", "0", "1"),
        ] {
            assert_eq!(Fix::parse(latitude, longitude, accuracy), None);
        }
        assert!(Fix::parse("-90", "180.00000009", "0").is_some());
    }
}
