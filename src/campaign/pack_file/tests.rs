use super::super::pack::tests::sample;
use super::{
    FileError, JsonError, Language, PACK_BYTES_MAX, PackRefusal, Reason, read_pack, write_pack,
};

const SAMPLE: &str = r#"{"format":"carbon-inclusion-campaign","version":1,"key":"00000000000000ff","stamp":1795305600000,"languages":["zh-CN","en"],"name":{"zh-CN":"六五环境日","en":"Environment Day"},"place":"人民广场","first":"2026-06-05","last":"2026-06-07","actions":["walk","bus"],"goal_kg":"1000","thanks":[{"from_kg":"0.5","name":"绿色伙伴"},{"from_kg":"5","name":{"en":"Champion"}}],"groups":[{"zh-CN":"一班","en":"Class 1"},"二班"]}"#;

#[test]
fn a_pack_is_written_and_read() {
    assert_eq!(write_pack(&sample()), SAMPLE);
    assert_eq!(read_pack(SAMPLE.as_bytes()), Ok(sample()));
    let marked = ["\u{feff}", SAMPLE, "\n"].concat();
    assert_eq!(read_pack(marked.as_bytes()), Ok(sample()));
}

#[test]
fn what_is_empty_is_left_out() {
    let mut pack = sample();
    pack.languages = vec![Language::En];
    pack.name = super::Name::new(["", "Walk"])
        .ok()
        .flatten()
        .expect("a name");
    (pack.place, pack.goal) = (None, None);
    (pack.actions, pack.thanks, pack.groups) = (vec![], vec![], vec![]);
    let text = r#"{"format":"carbon-inclusion-campaign","version":1,"key":"00000000000000ff","stamp":1795305600000,"languages":["en"],"name":"Walk","first":"2026-06-05","last":"2026-06-07"}"#;
    assert_eq!(write_pack(&pack), text);
    assert_eq!(read_pack(text.as_bytes()), Ok(pack));
}

/// The sample with something else in it is refused.
#[track_caller]
fn refuses(there: &str, instead: &str, expected: impl Into<PackRefusal>) {
    assert!(SAMPLE.contains(there), "{there}");
    let text = SAMPLE.replacen(there, instead, 1);
    assert_eq!(read_pack(text.as_bytes()), Err(expected.into()));
}

#[test]
fn what_is_wrong_is_told_by_its_member() {
    refuses(
        r#""first":"2026-06-05","#,
        "",
        Reason::MissingField("first"),
    );
    refuses("2026-06-07", "2026-06-04", Reason::BadField("last"));
    refuses("2026-06-07", "2026-06-31", Reason::BadField("last"));
    refuses("00ff", "00FF", Reason::BadField("key"));
    refuses("1795305600000", "-1", Reason::BadField("stamp"));
    refuses("1795305600000", "7258118400000", Reason::BadField("stamp"));
    refuses(r#""place""#, r#""name""#, Reason::RepeatedField("name"));
    refuses(
        r#""place""#,
        r#""colour""#,
        Reason::UnknownField("colour".into()),
    );
    refuses("人民广场", "", Reason::BadField("place"));
    refuses("人民广场", "人民\\u202e广场", Reason::BadField("place"));
    refuses("人民广场", &"环".repeat(61), Reason::BadField("place"));
    refuses("1000", "1000.0", Reason::BadField("goal_kg"));
    refuses("1000", "0", Reason::BadField("goal_kg"));
    refuses(r#""0.5""#, "0.5", JsonError::Unexpected);
    refuses("0.5", "5", Reason::BadField("thanks"));
    refuses(
        r#"["zh-CN","en"]"#,
        r#"["zh-CN"]"#,
        Reason::BadField("languages"),
    );
    refuses(
        r#"["zh-CN","en"]"#,
        r#"["zh-CN","tlh"]"#,
        Reason::BadField("languages"),
    );
    refuses(
        r#""walk","bus""#,
        r#""walk","walk""#,
        Reason::BadField("actions"),
    );
    refuses(r#""bus""#, r#""hover-board""#, Reason::Newer);
    refuses("二班", "一班\",\"一班", Reason::BadField("groups"));
    refuses(r#""bus"]"#, r#""bus"}"#, JsonError::Unexpected);
    let many = [r#"["一班""#, &r#","x""#.repeat(200)].concat();
    refuses(
        "[{\"zh-CN\":\"一班\",\"en\":\"Class 1\"}",
        &many,
        Reason::BadField("groups"),
    );
}

#[test]
fn what_is_something_else_is_told() {
    let case = |text: &str, expected: FileError| {
        assert_eq!(read_pack(text.as_bytes()), Err(expected.into()), "{text}");
    };
    case("", FileError::Empty);
    case("abc", FileError::Foreign);
    case("{}", FileError::Foreign);
    case(
        r#"{"format":"carbon-inclusion-backup","version":1}"#,
        FileError::Foreign,
    );
    case(
        r#"{"format":"carbon-inclusion-campaign","version":2,"colour":[[["#,
        FileError::Newer { version: 2 },
    );
    let bytes = u64::try_from(PACK_BYTES_MAX + 1).unwrap_or_default();
    let most = bytes - 1;
    case(
        &" ".repeat(PACK_BYTES_MAX + 1),
        FileError::TooLarge { bytes, most },
    );
}
