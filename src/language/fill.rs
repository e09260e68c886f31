//! Texts with gaps: `"{count} 条"`.

/// The template with each `{name}` replaced by its value. A name that nobody
/// gave stays as it is, so that it is seen.
///
/// ```
/// use carbon_inclusion::language::fill;
/// assert_eq!(fill("{count} of {all}", &[("count", "3"), ("all", "7")]), "3 of 7");
/// ```
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            text.push_str(value);
        } else {
            text.push('{');
            text.push_str(name);
            text.push('}');
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[track_caller]
    fn case(template: &str, expected: &str) {
        assert_eq!(fill(template, &[("a", "1"), ("b", "{a}")]), expected);
    }

    #[test]
    fn gaps_are_filled_once() {
        case("", "");
        case("plain", "plain");
        case("{a}{a} {b}", "11 {a}");
        case("{unknown} {a}", "{unknown} 1");
        case("open { and {a", "open { and {a");
        case("公交 {a} 公里", "公交 1 公里");
    }
}
