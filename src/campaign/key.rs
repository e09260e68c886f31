//! What a campaign is known by, whatever it is called.

use std::fmt;
use std::str::FromStr;

use crate::account::{EntryId, EntryIdError};

/// The key of a campaign: a random number, drawn once when the pack is made. A
/// changed pack keeps it.
///
/// ```
/// use carbon_inclusion::campaign::CampaignKey;
///
/// let key: CampaignKey = "00000000000000ff".parse()?;
/// assert_eq!(key, CampaignKey::from_number(255));
/// assert_eq!(key.to_string(), "00000000000000ff");
/// # Ok::<(), carbon_inclusion::account::EntryIdError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CampaignKey(u64);

impl CampaignKey {
    /// The key of a number.
    #[must_use]
    pub const fn from_number(number: u64) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u64 {
        self.0
    }
}

/// 16 hexadecimal digits, as the id of an entry.
impl fmt::Display for CampaignKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        EntryId::from_number(self.0).fmt(formatter)
    }
}

/// Strictly as displayed.
impl FromStr for CampaignKey {
    type Err = EntryIdError;

    fn from_str(text: &str) -> Result<Self, EntryIdError> {
        text.parse().map(|id: EntryId| Self(id.number()))
    }
}
