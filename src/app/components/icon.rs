//! The drawings of the page: strokes on a square of 24, one table for all.
//! Every action has the drawing of its id.

use crate::app::components::{Element, element};

/// A drawing without a meaning of its own: a text always stands beside it, or
/// names the button that it is in.
pub fn icon(name: &str) -> Element {
    element("svg", "icon")
        .attribute("viewBox", "0 0 24 24")
        .attribute("aria-hidden", "true")
        .attribute("focusable", "false")
        .child(element("path", "").attribute("d", path(name)))
}

/// The strokes of a drawing; a leaf for whatever has none.
fn path(name: &str) -> &'static str {
    let known = DRAWINGS.iter().find(|(known, _)| *known == name);
    known.map_or(LEAF, |(_, strokes)| strokes)
}

const LEAF: &str =
    "M6 18C4 9.5 9.5 4.5 20 4.5c0 10-5 15-11 14.5-1.2-.1-2.2-.4-3-1zM4 21c1-4.5 4.5-8.5 9.5-10.5";

/// The table.
#[rustfmt::skip]
const DRAWINGS: &[(&str, &str)] = &[
    // Trips
    ("walk", "M11.5 4a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M12.5 8.5 11 14l3.5 3 .5 4.5M11 14l-3 7M12.5 8.5 9 10l-1.5 3.5M12.5 8.5 15 12l3 .5"),
    ("bicycle", "M2 16.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M14 16.5a4 4 0 1 0 8 0a4 4 0 1 0-8 0M6 16.5 9 10h6.5M18 16.5 15 6.5h2.5M9 10l3 6.5H6M12 16.5 15.5 10M7.5 7.5H11M9 10 8.2 7.5"),
    ("shared-bicycle", "M2 17a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M15 17a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M5.5 17 9 11.5h6M18.5 17 15 9h2M9 11.5l3 5.5H5.5M12 17l3-5.5M8 9.5h2.5M3 6.5a5 5 0 0 1 6 0M4.5 8.5a3 3 0 0 1 3 0"),
    ("e-bike", "M2 17a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M15 17a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M9 17h3.5l4-5M18.5 17 16 8h-2.5M4 12.5h5.5l2 4.5M4.5 12.5V10H9M9 2.5 7 5.5h3L8.5 8"),
    ("bus", "M5.5 3.5h13a2 2 0 0 1 2 2V17.5h-17v-12a2 2 0 0 1 2-2zM3.5 11.5h17M12 3.5v8M6 17.5V20M18 17.5V20M7.2 14.5h.01M16.8 14.5h.01"),
    ("metro", "M8 3h8a4 4 0 0 1 4 4v7a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a4 4 0 0 1 4-4zM4 11.5h16M8 14.3h.01M16 14.3h.01M8 17l-2.5 4M16 17l2.5 4M9.5 6.5h5"),
    ("train", "M6 3.5h12V14a3 3 0 0 1-3 3H9a3 3 0 0 1-3-3zM6 9.5h12M12 3.5v6M9 13.3h.01M15 13.3h.01M8.5 17 5.5 21M15.5 17l3 4M7 19.5h10"),
    ("high-speed-rail", "M2.5 6H11c6 0 10.5 4.5 10.5 8.5 0 1.5-1.2 2.5-2.8 2.5H2.5M2.5 11h8M14 6.5V11h5.5M2.5 20.5h19"),
    ("coach", "M4.5 17H2.5V6.5h15.5l3.5 6V17h-2M8.5 17h7M2.5 11.5h18.5M8 6.5v5M13.5 6.5v5M4.5 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15.5 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
    ("car", "M5 17H2.5v-4L5 11.5 7 7h8.5l3 4.5 3 1V17H19M9 17h6M5 11.5h13.5M11.5 7v4.5M5 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
    ("carpool", "M5 19H2.5v-3.5L5 14l2-3.5h8.5L18.5 14l3 1v4H19M9 19h6M5 14h13.5M5 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M6.75 5.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M12.75 5.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0"),
    ("electric-car", "M5 19H2.5v-3.5L5 14l2-3.5h8.5L18.5 14l3 1v4H19M9 19h6M5 14h13.5M5 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M12.5 2 10.5 5h3L11.5 8"),
    // Energy and home
    ("electricity-saved", "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4"),
    ("gas-saved", "M12 3c1 3.5 5.5 6 5.5 11a5.5 5.5 0 0 1-11 0c0-2 1-3.5 2-4.5.3 1.5 1 2 1.5 2.5C11 9.5 10.5 6 12 3z"),
    ("water-saved", "M12 3c3.5 4.5 6 7.5 6 11a6 6 0 0 1-12 0c0-3.5 2.5-6.5 6-11zM9 14.5A3 3 0 0 0 12 17.5"),
    ("heat-saved", "M10 13.5V5a2 2 0 1 1 4 0v8.5a4 4 0 1 1-4 0zM12 9v7.5M17.5 5h3M17.5 9h3"),
    ("rooftop-solar", "M3.5 20.5 6 11.5h12l2.5 9zM4.8 16h14.4M12 11.5v9M12 3v4M6 5l1.5 2.5M18 5l-1.5 2.5"),
    ("clean-heating", "M3 11.5 12 3.5l9 8M5.5 9.5v11h13v-11M12 11c1.5 1.8 3 3 3 4.8a3 3 0 0 1-6 0c0-1.8 1.5-3 3-4.8z"),
    ("led-lamp", "M8.5 15.5C7 14.3 6 12.5 6 10.5a6 6 0 0 1 12 0c0 2-1 3.8-2.5 5V18h-7zM9.5 21h5M12 11v4.5M10 9.5l2 1.5 2-1.5"),
    ("efficient-appliance", "M5 3h14v18H5zM5 7.5h14M8 5.25h2M8 14.3a4 4 0 1 0 8 0a4 4 0 1 0-8 0"),
    ("air-conditioner-setpoint", "M3 5h18v6.5H3zM6.5 8.5h6M17 8.5h.01M7 14.5v2.5M12 14.5V20M17 14.5v2.5"),
    // Sorting waste
    ("recycle-paper", "M6 3h8.5L18.5 7v14H6zM14.5 3v4h4M9 12h6.5M9 16h6.5"),
    ("recycle-plastic", "M9 3h5v3l3.5 3.5V21h-11V9.5L9 6zM6.5 13.5h11M17.5 9.5h2V16h-2"),
    ("recycle-pet", "M10 2.5h4v3l2.5 4V20a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.5 20V9.5l2.5-4zM7.5 12.5h9M7.5 16.5h9"),
    ("recycle-aluminium", "M7 5c0-1.1 2.2-2 5-2s5 .9 5 2v14c0 1.1-2.2 2-5 2s-5-.9-5-2zM7 5c0 1.1 2.2 2 5 2s5-.9 5-2"),
    ("recycle-steel", "M4 4h16v4h-5.5v8H20v4H4v-4h5.5V8H4z"),
    ("recycle-glass", "M9.5 3h5M10 3v4.5L7.5 11v8.5A1.5 1.5 0 0 0 9 21h6a1.5 1.5 0 0 0 1.5-1.5V11L14 7.5V3M10.5 14v4"),
    ("recycle-textiles", "M8 4 2.5 7l2 4L7 10v10.5h10V10l2.5 1 2-4L16 4a4 4 0 0 1-8 0z"),
    ("recycle-e-waste", "M7 7h10v10H7zM10 10h4v4h-4zM9.5 7V3.5M14.5 7V3.5M9.5 20.5V17M14.5 20.5V17M7 9.5H3.5M7 14.5H3.5M20.5 9.5H17M20.5 14.5H17"),
    // Daily life
    ("clean-plate", "M6 12a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M9.5 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0M2.5 4.5v4a1.5 1.5 0 0 0 1.5 1.5v9.5M4 4.5V10M21.5 4.5v15"),
    ("own-tableware", "M3 11h18a9 9 0 0 1-18 0zM9 20.5h6M13.5 3l-2.5 8M19 3.5 14.5 11"),
    ("own-bag", "M5 8h14l1 13H4zM8.5 11.5V7a3.5 3.5 0 0 1 7 0v4.5"),
    ("own-cup", "M5 5h11v13a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3zM16 9h1.5a3 3 0 0 1 0 6H16M5 9.5h11"),
    ("circular-parcel-box", "M4 7.5 12 3l8 4.5v9L12 21l-8-4.5zM4 7.5l8 4.5 8-4.5M12 12v9M8 5.2l8 4.5"),
    ("paper-saved", "M8 6.5V3h11.5v14H16M4.5 6.5H16V21H4.5zM7.5 11.5H13M7.5 15.5H13"),
    ("second-hand", "M4 9.5A8.5 8.5 0 0 1 18.5 6L20.5 8M20.5 3.5V8H16M20 14.5A8.5 8.5 0 0 1 5.5 18l-2-2M3.5 20.5V16H8"),
    // Conduct
    ("learn", "M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2zM12 6v14"),
    ("plant-tree", "M12 21.5V14M12 3 7 9h2.5L6 14.5h12L14.5 9H17zM8 21.5h8"),
    ("volunteer", "M12 20.5S3.5 15 3.5 9.5A4.5 4.5 0 0 1 12 7.5a4.5 4.5 0 0 1 8.5 2C20.5 15 12 20.5 12 20.5z"),
    ("report-pollution", "M3.5 10v4l4 .5L16.5 18.5v-13L7.5 9.5zM7.5 14.5V19h3v-3M19.5 9.5c1 1.5 1 3.5 0 5"),
    // Categories, where a heading wants one
    ("trip", "M5 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M9 19h6.5a3.5 3.5 0 0 0 0-7h-7a3.5 3.5 0 0 1 0-7H15"),
    ("energy", "M13 2.5 5 13.5h6L10 21.5l9-12h-6.5z"),
    ("waste", "M5 7h14l-1 14H6zM3 7h18M9 7V3.5h6V7M10 11v6M14 11v6"),
    ("daily", "M3 11.5 12 3.5l9 8M5.5 9.5v11h13v-11M10 20.5V14.5h4v6"),
    ("norm", "M12 2.5l2.5 2.5H18v3.5l2.5 3L18 14.5V18h-3.5L12 20.5 9.5 18H6v-3.5l-2.5-3L6 8.5V5h3.5zM9 11.5l2 2 4-4"),
    // Sorting kitchen waste has no bin of its own kind
    ("sort-kitchen-waste", "M5 8h14l-1 13H6zM3.5 8h17M10 8V5.5h4V8M12 12c2 1 2.500 2.200 0 5-2.500-2.800-2-4 0-5z"),
    // The page itself
    ("tab-today", "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-5.5h4V20"),
    ("tab-record", "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 8v8M8 12h8"),
    ("tab-ledger", "M5 3.5h14v17H5zM9 3.5v17M12 8.5h4M12 12.5h4"),
    ("tab-statement", "M3.5 20.5h17M7 20.5V13M12 20.5V5M17 20.5V9.5"),
    ("tab-more", "M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0"),
    ("back", "M15 5l-7 7 7 7"),
    ("forward", "M9 5l7 7-7 7"),
    ("plus", "M12 5v14M5 12h14"),
    ("minus", "M5 12h14"),
    ("close", "M6 6l12 12M18 6 6 18"),
    ("check", "M4.5 12.5 10 18 19.5 7"),
    ("star", "M12 3.5l2.6 5.5 5.9.8-4.3 4.2 1 6L12 17.2 6.8 20l1-6L3.5 9.8 9.4 9z"),
    ("search", "M4 10.5a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0M15.5 15.5 20.5 20.5"),
    ("warning", "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.01"),
    ("info", "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0M12 11v5.5M12 7.8v.01"),
    ("edit", "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19zM13.5 7l3.5 3.5"),
    ("delete", "M4 6.5h16M9 6.5V4h6v2.5M6 6.5l1 14h10l1-14M10 10.5v6M14 10.5v6"),
    ("undo", "M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9"),
    ("repeat", "M4 11V9a3 3 0 0 1 3-3h12M16 3l3 3-3 3M20 13v2a3 3 0 0 1-3 3H5M8 21l-3-3 3-3"),
    ("calendar", "M4 5.5h16V20H4zM4 10h16M8.5 3v4M15.5 3v4"),
    ("lock", "M6 11h12v9.5H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5"),
    ("storage", "M4 6.5c0-1.7 3.6-3 8-3s8 1.3 8 3-3.6 3-8 3-8-1.3-8-3zM4 6.5v11c0 1.7 3.6 3 8 3s8-1.3 8-3v-11M4 12c0 1.7 3.6 3 8 3s8-1.3 8-3"),
    ("settings", "M4 7h9M17 7h3M13 7a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 17h3M11 17h9M7 17a2 2 0 1 0 4 0a2 2 0 1 0-4 0"),
    ("book", "M5 4.5A2 2 0 0 1 7 3h12v15H7a2 2 0 0 0-2 1.5zM5 19.5A2 2 0 0 0 7 21h12v-3M9 7.5h6"),
    ("link", "M9 4H4v16h16v-5M13 4h7v7M20 4 11 13"),
    ("filter", "M4 5h16l-6 8v6l-4 2v-8z"),
];
