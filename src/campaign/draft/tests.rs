use super::super::pack::tests::sample;
use super::*;

/// The draft of the sample with a change is wrong in these fields.
#[track_caller]
fn case(change: impl FnOnce(&mut PackDraft), expected: &[(PackField, FieldError)]) {
    let mut draft = PackDraft::of(&sample());
    change(&mut draft);
    let wrong = draft.check(sample().key, 1).err().unwrap_or_default();
    assert_eq!(wrong, expected);
}

#[test]
fn a_pack_is_typed_again_as_it_is() {
    let mut pack = sample();
    let draft = PackDraft::of(&pack);
    assert_eq!(draft.check(pack.key, pack.stamp), Ok(pack.clone()));
    pack.languages = vec![Language::ZhCn];
    let alone = PackDraft {
        languages: vec![Language::ZhCn],
        ..draft
    };
    let wrong = alone.check(pack.key, pack.stamp);
    // The second level has a name in English only.
    let field = PackField::ThanksName(1, Language::ZhCn);
    assert_eq!(wrong, Err(vec![(field, FieldError::Empty)]));
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    use FieldError::*;
    let zh = Language::ZhCn;
    case(|_| (), &[]);
    case(
        |draft| draft.name[0].clear(),
        &[(PackField::Name(zh), Empty)],
    );
    case(
        |draft| draft.name[1] = "x".repeat(61),
        &[(
            PackField::Name(Language::En),
            Text(NoteError::TooLong { characters: 61 }),
        )],
    );
    case(
        |draft| draft.place[0] = "a\u{202e}b".into(),
        &[(PackField::Place(zh), Text(NoteError::Forbidden('\u{202e}')))],
    );
    case(|draft| draft.first.clear(), &[(PackField::First, Day)]);
    case(
        |draft| draft.last = "2026-06-31".into(),
        &[(PackField::Last, Day)],
    );
    case(
        |draft| draft.last = "2026-06-01".into(),
        &[(PackField::Last, Backwards)],
    );
    case(
        |draft| draft.last = "2027-06-06".into(),
        &[(PackField::Last, TooLate)],
    );
    case(
        |draft| draft.goal = "很多".into(),
        &[(PackField::Goal, Amount(QuantityError::NotANumber))],
    );
    case(
        |draft| draft.goal = "0".into(),
        &[(PackField::Goal, OutOfBounds)],
    );
    case(
        |draft| draft.goal = "1000000001".into(),
        &[(PackField::Goal, OutOfBounds)],
    );
    case(|draft| draft.goal.clear(), &[]);
    case(
        |draft| draft.thanks[1].from = "0.5".into(),
        &[(PackField::ThanksFrom(1), NotAbove)],
    );
    case(
        |draft| draft.thanks[0].name[0].clear(),
        &[(PackField::ThanksName(0, zh), Empty)],
    );
    case(
        |draft| draft.thanks[0].from.clear(),
        &[(PackField::ThanksFrom(0), Amount(QuantityError::Empty))],
    );
    case(|draft| draft.thanks.push(ThanksDraft::default()), &[]);
    case(
        |draft| {
            let level = |from: usize| ThanksDraft {
                from: from.to_string(),
                name: ["x".into(), String::new()],
            };
            draft.thanks = (1..=6).map(level).collect();
        },
        &[(PackField::ThanksFrom(5), TooMany)],
    );
    case(
        |draft| draft.groups = ["一班\n一班".into(), String::new()],
        &[(PackField::Groups(zh), Repeated)],
    );
    case(
        |draft| draft.groups[1] = "Class 1\na\u{200b}b".into(),
        &[(
            PackField::Groups(Language::En),
            Text(NoteError::Forbidden('\u{200b}')),
        )],
    );
    let many = (0..41)
        .map(|number| number.to_string())
        .collect::<Vec<_>>()
        .join("\n");
    case(
        |draft| draft.groups[0] = many,
        &[(PackField::Groups(zh), TooMany)],
    );
    case(|draft| draft.groups[0] = "\n一班\n\n二班\n".into(), &[]);
}

#[test]
fn what_is_typed_in_a_field_stands_in_it_alone() {
    let languages = Language::ALL.into_iter();
    let mut fields: Vec<PackField> = languages
        .flat_map(|language| {
            [
                PackField::Name(language),
                PackField::Place(language),
                PackField::ThanksName(1, language),
                PackField::Groups(language),
            ]
        })
        .collect();
    fields.extend([
        PackField::First,
        PackField::Last,
        PackField::Goal,
        PackField::ThanksFrom(1),
    ]);
    for typed in &fields {
        let before = PackDraft::of(&sample());
        let mut draft = before.clone();
        draft.set_text(*typed, "x".into());
        for field in &fields {
            let expected = if field == typed {
                "x"
            } else {
                before.text(*field)
            };
            assert_eq!(draft.text(*field), expected, "{field:?} after {typed:?}");
        }
    }
    let mut draft = PackDraft::of(&sample());
    draft.set_text(PackField::ThanksFrom(7), "x".into());
    assert_eq!(draft, PackDraft::of(&sample()));
    assert_eq!(draft.text(PackField::ThanksFrom(7)), "");
}
