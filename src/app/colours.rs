//! Colours are written once, but for the dark ones: a media query and a
//! selector cannot share them. And all of them can be read.

use crate::account::Tone;

const TOKENS: &str = include_str!("../../static/styles/tokens.css");

fn colours(selector: &str) -> Vec<(&'static str, &'static str)> {
    let (_, rest) = TOKENS.split_once(selector).expect("the selector");
    let (block, _) = rest.split_once('}').expect("its end");
    block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--color-")?.split_once(": "))
        .collect()
}

#[test]
fn the_dark_colours_are_the_same_chosen_or_by_the_device() {
    let chosen = colours(":root[data-theme=\"dark\"] {");
    assert!(chosen.len() > 10);
    assert_eq!(chosen, colours(":root:not([data-theme=\"light\"]) {"));
}

#[test]
fn a_picture_has_the_colours_of_the_page() {
    for (selector, is_dark) in [(":root {", false), (":root[data-theme=\"dark\"] {", true)] {
        let colours = colours(selector);
        for tone in Tone::ALL {
            let found = colours.iter().find(|(known, _)| *known == tone.name());
            let (_, colour) = found.expect("a colour");
            assert_eq!(
                colour.trim_end_matches(';'),
                tone.colour(is_dark),
                "{tone:?}"
            );
        }
    }
}

#[expect(clippy::float_arithmetic, reason = "luminance is a matter of eyes")]
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = u8::from_str_radix(&colour[at..at + 2], 16).expect("two digits");
        let share = f64::from(value) / 255.0;
        if share <= 0.03928 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[track_caller]
#[expect(clippy::float_arithmetic, reason = "contrast is a matter of eyes")]
fn contrast(colours: &[(&str, &str)], text: &str, ground: &str, least: f64) {
    let of = |name: &str| {
        let found = colours.iter().find(|(known, _)| *known == name);
        luminance(found.expect("a colour").1)
    };
    let (one, other) = (of(text), of(ground));
    let contrast = (one.max(other) + 0.05) / (one.min(other) + 0.05);
    assert!(contrast >= least, "{text} on {ground}: {contrast:.2}");
}

#[test]
fn every_text_reads_on_every_ground_it_stands_on() {
    for selector in [":root {", ":root[data-theme=\"dark\"] {"] {
        let colours = colours(selector);
        for (text, grounds) in [
            (
                "text",
                "background surface sunken green-soft accent-soft danger-soft",
            ),
            ("text-muted", "background surface sunken"),
            ("green-strong", "background surface sunken green-soft"),
            ("on-green", "green green-strong"),
            ("accent", "background surface accent-soft"),
            ("danger", "background surface danger-soft"),
        ] {
            for ground in grounds.split(' ') {
                contrast(&colours, text, ground, 7.0);
            }
        }
        for ground in ["background", "surface", "sunken"] {
            contrast(&colours, "border-strong", ground, 3.0);
            contrast(&colours, "green", ground, 3.0);
        }
    }
}
