//! What people say beside the amounts: what a trip replaced, and whether there
//! is evidence.

/// What a trip replaced. Walking is never a baseline: only motorised modes
/// offer the same service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// A petrol car.
    Car,
    /// A taxi or ride-hail car.
    Taxi,
    /// A bus.
    Bus,
    /// An e-bike.
    EBike,
    /// Nothing: the trip would not have been made.
    None,
}

impl Replaced {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Car, Self::Taxi, Self::Bus, Self::EBike, Self::None];

    /// The id, as in the contract of `assess`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Car => "car",
            Self::Taxi => "taxi",
            Self::Bus => "bus",
            Self::EBike => "e-bike",
            Self::None => "none",
        }
    }

    /// What an id says, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|replaced| replaced.id() == id)
    }
}

/// How an entry is backed. It weighs points only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// The person says so.
    #[default]
    SelfReported,
    /// There is a ticket, bill, meter reading or screenshot.
    Proof,
}

impl Evidence {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::SelfReported, Self::Proof];

    /// The id, as in the contract of `assess`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SelfReported => "self",
            Self::Proof => "proof",
        }
    }

    /// What an id says, `None` for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|evidence| evidence.id() == id)
    }
}
