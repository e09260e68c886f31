//! Many stylesheets for people; for the browser one that the first page needs, and
//! one for the later pages.

use super::assets::Assets;
use crate::failure::Failure;
use crate::project;

/// Where the rules of the later pages are.
const LATER: &str = "static/styles/later";

/// Makes one stylesheet of those that Trunk has brought, and gives its name and
/// that of the same without layers.
pub fn write_first(assets: &Assets, names: &[String]) -> Result<[String; 2], Failure> {
    let mut bundle = String::new();
    for name in names {
        bundle.push_str(&without_comments(&assets.read_text(name)?));
        assets.remove(name)?;
    }
    write(assets, "carbon-inclusion", &bundle)
}

/// Makes one stylesheet of those of the later pages, in the order of their names,
/// and gives its name and that of the same without layers.
pub fn write_later(assets: &Assets) -> Result<[String; 2], Failure> {
    let mut bundle = String::new();
    for path in project::files_in(LATER)? {
        bundle.push_str(&without_comments(&project::read_text(&path)?));
    }
    write(assets, "carbon-inclusion-later", &bundle)
}

fn write(assets: &Assets, name: &str, bundle: &str) -> Result<[String; 2], Failure> {
    let plain = without_layers(bundle);
    Ok([
        assets.write(name, "css", bundle.as_bytes())?,
        assets.write(&[name, "-unlayered"].concat(), "css", plain.as_bytes())?,
    ])
}

/// A stylesheet without its comments and indentation.
///
/// Nothing else is touched: a minifier that rewrites rules to newer syntax
/// would lose the older browsers.
pub fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .fold(String::new(), |text, line| text + line + "\n")
}

/// The same rules outside of `@layer`, for browsers that run the page but do
/// not know layers (Chrome 96 to 98, Safari 15.1 to 15.3, Firefox 79 to 96).
/// The order of the files is the order of the layers, so only a rule that is
/// more specific than a later layer's falls differently.
pub fn without_layers(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("@layer") {
        plain.push_str(before);
        let Some(end) = after.find(['{', ';']) else {
            break;
        };
        let (head, body) = after.split_at(end + 1);
        rest = body;
        if head.ends_with('{') {
            let close = matching_brace(body).unwrap_or(body.len());
            plain.push_str(&without_layers(&body[..close]));
            rest = body.get(close + 1..).unwrap_or_default();
        }
    }
    plain.push_str(rest);
    plain
}

/// Where the block that has just been opened closes.
fn matching_brace(body: &str) -> Option<usize> {
    let mut depth = 0_u32;
    for (at, character) in body.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => return Some(at),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blank_lines_go() {
        assert_eq!(
            without_comments("/* one\ntwo */\na {\n  color: red; /* why */\n}\n\n"),
            "a {\ncolor: red;\n}\n"
        );
        assert_eq!(without_comments("a{} /* never closed"), "a{}\n");
    }

    #[test]
    fn layers_are_unwrapped() {
        assert_eq!(
            without_layers("@layer a, b;\n@layer a {\n.x{y:z}\n@media print{.x{y:w}}\n}\n.q{}\n"),
            "\n\n.x{y:z}\n@media print{.x{y:w}}\n\n.q{}\n"
        );
        assert_eq!(without_layers(".x{y:z}"), ".x{y:z}");
    }
}
