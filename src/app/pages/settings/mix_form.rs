//! The city mix as it is being typed: kept letter by letter, read as a whole.

use crate::methodology::{CityMix, CityMixError};
use crate::quantity::{Decimal, Dimension, Quantity};

/// What stands in the five fields: percents of car, bus, e-bike and motorcycle,
/// and persons in a car.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MixForm(pub [String; MixForm::FIELDS]);

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MixFormError {
    /// A share is no whole percent, or the occupancy no number from 1 to 8.
    Field(usize),
    /// The shares do not sum to 100.
    Sum(u32),
}

impl MixForm {
    /// How many fields there are.
    pub const FIELDS: usize = 5;
    /// The one of the occupancy.
    const OCCUPANCY: usize = 4;

    /// The fields for a mix.
    #[must_use]
    pub fn of(mix: CityMix) -> Self {
        let [car, bus, e_bike, motorcycle] = mix.shares().map(|share| share.to_string());
        let occupancy = Decimal::new(mix.occupancy_hundredths().into(), 2).to_string();
        let occupancy = occupancy.trim_end_matches('0').trim_end_matches('.');
        Self([car, bus, e_bike, motorcycle, occupancy.to_owned()])
    }

    /// What the shares that can be read sum to.
    #[must_use]
    pub fn sum(&self) -> u32 {
        let shares = self.0[..Self::OCCUPANCY].iter();
        shares.filter_map(|text| share(text)).map(u32::from).sum()
    }

    /// The mix.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<CityMix, MixFormError> {
        let mut shares = [0; 4];
        for (index, (typed, read)) in self.0.iter().zip(&mut shares).enumerate() {
            *read = share(typed).ok_or(MixFormError::Field(index))?;
        }
        let wrong = MixFormError::Field(Self::OCCUPANCY);
        let occupancy = occupancy(&self.0[Self::OCCUPANCY]).ok_or(wrong)?;
        CityMix::new(shares, occupancy).map_err(|error| match error {
            CityMixError::Sum { sum } => MixFormError::Sum(sum),
            CityMixError::Malformed | CityMixError::Occupancy => wrong,
        })
    }
}

/// A whole percent, as people type it.
fn share(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches(['%', '％']);
    let percent = Quantity::parse(Dimension::Count, text)
        .ok()?
        .to_string()
        .parse()
        .ok()?;
    (percent <= 100).then_some(percent)
}

/// Hundredths of a person. A mean has a fraction, which no count has: it is
/// read like a length, but without a unit. What is a letter in which script would
/// take a kilobyte of tables; what a number is made of is short.
fn occupancy(text: &str) -> Option<u16> {
    let is_number = text.trim().chars().all(|character| {
        matches!(character, '0'..='9' | '０'..='９' | '.' | '．' | '。' | '｡' | ',' | '，' | '+' | '＋')
    });
    let amount = Quantity::parse(Dimension::Distance, text)
        .ok()
        .filter(|_| is_number)?;
    let thousandths = amount.thousandths();
    (thousandths % 10 == 0).then(|| u16::try_from(thousandths / 10).ok())?
}

#[cfg(test)]
mod tests {
    use super::{MixForm, MixFormError};

    fn form(fields: [&str; 5]) -> MixForm {
        MixForm(fields.map(str::to_owned))
    }

    #[track_caller]
    fn case(fields: [&str; 5], expected: Result<&str, MixFormError>) {
        let read = form(fields).check().map(|mix| mix.to_string());
        assert_eq!(read.as_deref().map_err(|error| *error), expected);
        if let Ok(mix) = form(fields).check() {
            assert_eq!(MixForm::of(mix).check(), Ok(mix));
        }
    }

    #[test]
    fn a_mix_is_read_as_people_type_it() {
        case(["50", "15", "30", "5", "1.3"], Ok("50,15,30,5,1.30"));
        case([" ５０ ", "15%", "30％", "5", "1,3"], Ok("50,15,30,5,1.30"));
        case(["100", "0", "0", "0", "8"], Ok("100,0,0,0,8.00"));
        case(["25", "25", "25", "25", "1.25"], Ok("25,25,25,25,1.25"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        case(["", "15", "30", "5", "1.3"], Err(MixFormError::Field(0)));
        case(
            ["50", "15.5", "30", "5", "1.3"],
            Err(MixFormError::Field(1)),
        );
        case(["50", "15", "-30", "5", "1.3"], Err(MixFormError::Field(2)));
        case(
            ["50", "15", "30", "500", "1.3"],
            Err(MixFormError::Field(3)),
        );
        case(["50", "15", "30", "6", "1.3"], Err(MixFormError::Sum(101)));
        for occupancy in ["", "0.9", "8.01", "1.234", "2 km", "2公里", "2㎞", "x"] {
            case(
                ["50", "15", "30", "5", occupancy],
                Err(MixFormError::Field(4)),
            );
        }
    }

    #[test]
    fn the_sum_is_of_what_can_be_read() {
        assert_eq!(form(["50", "x", "30", "", "1"]).sum(), 80);
    }
}
