//! The distance of a track that another app recorded, out of its GPX file.
//!
//! The browser's own parser of XML is a door for scripts and therefore closed by
//! the page's policy. All that is needed is two numbers of one kind of element,
//! so this reads the tags by itself, holds no more than the last point, and
//! refuses whatever a GPX file has no need of: document types above all.

mod tags;

use self::tags::{Tag, Tags};
use super::Fix;
use crate::quantity::{Dimension, Quantity, rounding};
use thiserror::Error;

/// The largest file that is read, in bytes: as a backup.
pub const GPX_BYTES_MAX: u64 = 10 * 1024 * 1024;
/// The most points: more than a day of one a second.
const POINTS_MAX: u32 = 100_000;
/// The farthest from one point to the next, in millimetres: so far the distance
/// is known to hold ([`Fix`]).
const STEP_MAX: i64 = 100_000_000;
/// The most elements within each other; a track needs five.
const DEPTH_MAX: usize = 32;
/// Where points stand.
const POINT: [&[u8]; 4] = [b"gpx", b"trk", b"trkseg", b"trkpt"];

/// Why a file gives no distance.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum GpxError {
    /// It is larger than [`GPX_BYTES_MAX`].
    #[error("more than 10 MB")]
    TooLarge,
    /// It is no GPX file.
    #[error("no GPX")]
    Foreign,
    /// It ends before it is finished, or its elements are not closed as they
    /// were opened.
    #[error("broken off or damaged")]
    Damaged,
    /// It has no points of a track.
    #[error("no track")]
    NoTrack,
    /// It has more points than anybody records in a day.
    #[error("more than 100,000 points")]
    TooManyPoints,
    /// A point, counted from 1, is no place on Earth.
    #[error("point {0} is no place")]
    NoPlace(u32),
    /// A point, counted from 1, is more than 100 km from the one before it.
    #[error("point {0} is too far from the one before it")]
    TooFar(u32),
}

/// What a track comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GpxTrack {
    /// The way along its points, to the nearest metre. From the end of a segment
    /// to the start of the next nothing is counted.
    pub distance: Quantity,
    /// How many points it has.
    pub points: u32,
}

/// Reads the tracks of a GPX file.
///
/// # Errors
///
/// Each [`GpxError`] says why there is no distance.
///
/// ```
/// use carbon_inclusion::journey::read_gpx;
///
/// let file = br#"<gpx><trk><trkseg>
///   <trkpt lat="36.45" lon="115.98"/><trkpt lat="36.46" lon="115.98"/>
/// </trkseg></trk></gpx>"#;
/// let track = read_gpx(file).expect("a track");
/// assert_eq!(track.distance.to_string(), "1.112");
/// ```
pub fn read_gpx(file: &[u8]) -> Result<GpxTrack, GpxError> {
    if u64::try_from(file.len()).is_ok_and(|bytes| bytes > GPX_BYTES_MAX) {
        return Err(GpxError::TooLarge);
    }
    let mut way = Way::default();
    let mut open: Vec<&[u8]> = Vec::new();
    let mut is_finished = false;
    for tag in Tags::of(file) {
        match tag? {
            Tag::Open {
                name,
                attributes,
                is_closed,
            } => {
                if open.is_empty() && (name != POINT[0] || is_finished) {
                    return Err(GpxError::Foreign);
                }
                if open.len() == DEPTH_MAX {
                    return Err(GpxError::Damaged);
                }
                open.push(name);
                if open == POINT[..3] {
                    way.last = None;
                } else if open == POINT {
                    way.take(attributes)?;
                }
                if is_closed {
                    open.pop();
                }
            }
            Tag::Close(name) => {
                if open.pop() != Some(name) {
                    return Err(GpxError::Damaged);
                }
            }
        }
        is_finished = open.is_empty();
    }
    match (is_finished, way.points) {
        (false, 0) if open.is_empty() => Err(GpxError::Foreign),
        (false, _) => Err(GpxError::Damaged),
        (true, 0) => Err(GpxError::NoTrack),
        (true, _) => way.track(),
    }
}

/// The way so far.
#[derive(Default)]
struct Way {
    last: Option<Fix>,
    millimetres: i64,
    points: u32,
}

impl Way {
    fn take(&mut self, attributes: &[u8]) -> Result<(), GpxError> {
        if self.points == POINTS_MAX {
            return Err(GpxError::TooManyPoints);
        }
        self.points += 1;
        let text = |name| tags::attribute(attributes, name).unwrap_or_default();
        // A file says nothing of how far its points may be off.
        let fix = Fix::parse(text(b"lat"), text(b"lon"), "0");
        let fix = fix.ok_or(GpxError::NoPlace(self.points))?;
        if let Some(last) = self.last.replace(fix) {
            let step = last.millimetres_to(fix);
            if step > STEP_MAX {
                return Err(GpxError::TooFar(self.points));
            }
            self.millimetres = self.millimetres.saturating_add(step);
        }
        Ok(())
    }

    fn track(&self) -> Result<GpxTrack, GpxError> {
        let metres = rounding::divide(self.millimetres.into(), 1_000);
        let metres = i64::try_from(metres).ok();
        let distance = metres.and_then(|metres| Quantity::new(Dimension::Distance, metres).ok());
        Ok(GpxTrack {
            distance: distance.ok_or(GpxError::Damaged)?,
            points: self.points,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{GPX_BYTES_MAX, GpxError, POINTS_MAX, read_gpx};

    /// Segments of points as `lat,lon`, with blanks between points and dashes
    /// between segments.
    fn file(segments: &str) -> String {
        let segments = segments.split('-').map(|segment| {
            let points = segment.split_whitespace().map(|point| {
                let (latitude, longitude) = point.split_once(',').unwrap_or((point, ""));
                format!("<trkpt lat='{latitude}' lon=\"{longitude}\"><ele>30</ele></trkpt>\n")
            });
            format!("<trkseg>{}</trkseg>", points.collect::<String>())
        });
        let segments: String = segments.collect();
        format!(
            "<?xml version=\"1.0\"?>\n<gpx xmlns=\"http://www.topografix.com/GPX/1/1\"><trk>{segments}</trk></gpx>\n"
        )
    }

    fn metres(file: &str) -> Result<(i64, u32), GpxError> {
        read_gpx(file.as_bytes()).map(|track| (track.distance.thousandths(), track.points))
    }

    /// The lengths of the great circles were worked out by another program.
    #[test]
    fn the_distance_is_that_along_the_points() {
        #[track_caller]
        fn case(segments: &str, expected: i64, points: u32) {
            assert_eq!(metres(&file(segments)), Ok((expected, points)));
        }
        case("36.45,115.98", 0, 1);
        case("36.45,115.98 36.451,115.98", 111, 2);
        // There and back, 1427.000 m each.
        case("36.45,115.98 36.46,115.99 36.45,115.98", 2_854, 3);
        // What lies between two segments was not recorded.
        case(
            "36.45,115.98 36.451,115.98 - 36.46,115.98 36.461,115.98",
            222,
            4,
        );
        case("36.4500000001,115.98000000000 36.451,115.98", 111, 2);
    }

    #[test]
    fn other_parts_of_a_file_are_passed_over() {
        let inner = file("36.45,115.98 36.451,115.98");
        let inner = inner.replace(
            "<trk>",
            "<!-- <trkpt lat='0' lon='0'/> --><wpt lat='1' lon='2'/><rte><rtept lat='3' lon='4'/></rte>\
             <trk><name><![CDATA[ a > b <trkpt lat='5' lon='6'/> ]]></name><desc a='x > y'>&amp;</desc>\
             <extensions><trkpt lat='7' lon='8'/></extensions>",
        );
        assert_eq!(metres(&inner), Ok((111, 2)));
        // With a prefix, in another order, in lines of Windows, after a mark of UTF-8.
        let other = "\u{feff}<g:gpx xmlns:g='x'>\r\n<g:trk><g:trkseg><g:trkpt\r\nlon = '115.98' x:lat='9' lat = '36.45' />\
                     <g:trkpt lat='36.451' lon='115.98'></g:trkpt></g:trkseg></g:trk></g:gpx>";
        assert_eq!(metres(other), Ok((111, 2)));
    }

    #[test]
    fn what_is_no_track_is_refused() {
        #[track_caller]
        fn case(text: &str, expected: GpxError) {
            assert_eq!(metres(text), Err(expected), "{text}");
        }
        case("", GpxError::Foreign);
        case("{\"format\":1}", GpxError::Foreign);
        case("<html><body></body></html>", GpxError::Foreign);
        case(
            "<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx/>",
            GpxError::Foreign,
        );
        case("<gpx/>", GpxError::NoTrack);
        case("<gpx><trkpt lat='1' lon='2'/></gpx>", GpxError::NoTrack);
        case("<gpx></gpx><gpx></gpx>", GpxError::Foreign);
        let whole = file("36.45,115.98 36.451,115.98");
        case(
            whole.trim_end().trim_end_matches("</gpx>"),
            GpxError::Damaged,
        );
        case(&whole[..whole.len() - 4], GpxError::Damaged);
        case(&whole.replace("</trkseg>", ""), GpxError::Damaged);
        case(&"<gpx>".repeat(1_000_000), GpxError::Damaged);
        for place in [
            "NaN,0",
            "1e308,0",
            "91,0",
            "0,181",
            "Infinity,0",
            ",",
            "36.45",
            "０,0",
        ] {
            case(&file(&format!("0,0 {place}")), GpxError::NoPlace(2));
        }
        case(&file("0,0 0,1"), GpxError::TooFar(2));
    }

    #[test]
    fn every_cut_of_a_file_is_refused_quietly() {
        let whole = file("36.45,115.98 36.451,115.98 - 36.46,115.98");
        let end = whole.trim_end().len();
        for cut in 0..end {
            assert!(metres(&whole[..cut]).is_err(), "{cut}");
        }
        assert!(metres(&whole[..end]).is_ok());
    }

    #[test]
    fn too_much_is_refused() {
        let points = |count: u32| file(&"0,0 ".repeat(usize::try_from(count).unwrap_or(0)));
        assert_eq!(metres(&points(POINTS_MAX)), Ok((0, POINTS_MAX)));
        assert_eq!(
            metres(&points(POINTS_MAX + 1)),
            Err(GpxError::TooManyPoints)
        );
        let bytes = usize::try_from(GPX_BYTES_MAX).unwrap_or(0) + 1;
        assert_eq!(metres(&" ".repeat(bytes)), Err(GpxError::TooLarge));
    }
}
