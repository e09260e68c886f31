//! A picture to be shown to others: nothing of the account is in it but what
//! its owner chose.

mod content;
mod layout;
mod tone;
mod wrap;

pub use content::{Chosen, Content, PosterOf, PosterPart};
pub use layout::{Align, Block, Line, Poster};
pub use tone::Tone;
