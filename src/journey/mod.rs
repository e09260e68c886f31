//! A trip as it was made: measured on the way, where the phone says it is, fix
//! after fix; or out of a file that another app recorded. Only the distance is
//! kept, never the route.

mod fix;
mod gpx;
mod track;

pub use fix::Fix;
pub use gpx::{GPX_BYTES_MAX, GpxError, GpxTrack, read_gpx};
pub use track::Track;
