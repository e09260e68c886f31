//! Steps from a phone as a distance. How long a step is, only the user knows:
//! no source gives one for everybody.

use crate::quantity::{Dimension, Quantity, rounding};

/// Steps of a day: far beyond what anybody walks.
const STEPS_MAX: i64 = 200_000;
/// A step in centimetres: so wide that it only catches a slip of the finger.
const STEP_CENTIMETRES: [i64; 2] = [20, 150];

/// The distance of so many steps of so many centimetres, to the nearest metre;
/// `None` where either is no whole number within its bounds.
#[must_use]
pub fn walked(steps: &str, centimetres: &str) -> Option<Quantity> {
    let whole = |text: &str, least: i64, most: i64| {
        let count = Quantity::parse(Dimension::Count, text).ok()?;
        let count = count.thousandths() / 1_000;
        (least..=most).contains(&count).then_some(count)
    };
    let steps = whole(steps, 1, STEPS_MAX)?;
    let centimetres = whole(centimetres, STEP_CENTIMETRES[0], STEP_CENTIMETRES[1])?;
    let metres = rounding::divide(i128::from(steps * centimetres), 100);
    Quantity::new(Dimension::Distance, i64::try_from(metres).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::walked;

    #[track_caller]
    fn case(steps: &str, centimetres: &str, kilometres: Option<&str>) {
        let walked = walked(steps, centimetres).map(|distance| distance.to_string());
        assert_eq!(walked.as_deref(), kilometres);
    }

    #[test]
    fn steps_become_metres_by_the_users_own_step() {
        case("8000", "65", Some("5.2"));
        case("１００", "70", Some("0.07"));
        case("7", "65", Some("0.005"));
        case("1", "50", Some("0.001"));
        case("0", "65", None);
        case("200001", "65", None);
        case("8000", "19", None);
        case("8000", "151", None);
        case("8000", "", None);
        case("8000.5", "65", None);
    }
}
