//! A trip measured on the way: where the phone says it is, fix after fix, becomes
//! a distance. No more than the last fix is ever held; the route is not kept.

mod fix;
mod track;

pub use fix::Fix;
pub use track::Track;
