//! Where the parts of a picture stand: whole numbers only, so that a chart is the
//! same on every device and can be tested without drawing it.

mod axis;
mod bars;
mod calendar;
mod lines;
mod names;
mod range_line;

pub use self::axis::Tick;
pub use self::bars::{Bar, Chart};
pub use self::calendar::{Calendar, Cell, Mark};
pub use self::lines::ShareLine;
pub use self::names::Names;
pub use self::range_line::RangeLine;

/// The box that a chart is drawn in, its edges in whatever unit the page
/// draws with. `left < right` and `top < bottom`; larger is further right and
/// further down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Left edge.
    pub left: i32,
    /// Right edge.
    pub right: i32,
    /// Upper edge.
    pub top: i32,
    /// Lower edge.
    pub bottom: i32,
}
