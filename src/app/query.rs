//! The query part of an address, behind `?` or inside the hash.

/// Names and values in the order they stand in, percent-decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `name=value&…`, without the question mark. Parts that are not
    /// pairs, or not UTF-8, are left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let pair = |part: &str| {
            let (name, value) = part.split_once('=')?;
            Some((decode(name)?, decode(value)?))
        };
        Self(text.split('&').filter_map(pair).collect())
    }

    /// The first value of a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether nothing is asked.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Longer addresses are nobody's own: not worth decoding.
const BYTES_MAX: usize = 4_096;

fn decode(text: &str) -> Option<String> {
    if text.len() > BYTES_MAX {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => hex_digit(rest.next()?)? << 4 | hex_digit(rest.next()?)?,
            other => other,
        });
    }
    String::from_utf8(bytes).ok()
}

const fn hex_digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[track_caller]
    fn case(text: &str, name: &str, expected: Option<&str>) {
        assert_eq!(Query::parse(text).get(name), expected);
    }

    #[test]
    fn pairs_are_decoded() {
        case("distance_km=8&replaced=car", "replaced", Some("car"));
        case("a=%E5%85%AC%E4%BA%A4+8", "a", Some("公交 8"));
        case("a=1&a=2", "a", Some("1"));
        case("a=", "a", Some(""));
    }

    #[test]
    fn what_is_no_pair_is_left_out() {
        case("", "a", None);
        case("a", "a", None);
        case("a=%", "a", None);
        case("a=%4", "a", None);
        case("a=%zz", "a", None);
        case("a=%ff&b=1", "a", None);
        case("a=%ff&b=1", "b", Some("1"));
        case(&format!("a={}", "x".repeat(5_000)), "a", None);
    }
}
