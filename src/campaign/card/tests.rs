use super::*;

fn carbon(milligrams: i64) -> Carbon {
    Carbon::from_milligrams(milligrams)
}

fn totals() -> Totals {
    let nox = PollutantTotal {
        value: PollutantMass::from_micrograms(170_000),
        low: PollutantMass::from_micrograms(-5),
        high: PollutantMass::from_micrograms(200_000),
        near: PollutantMass::from_micrograms(170_000),
        known: 2,
        partial: 1,
    };
    Totals {
        entries: 3,
        reduction: carbon(915_200),
        low: carbon(-1),
        high: carbon(1_000_000),
        pollutants: [nox, nox, nox, nox, PollutantTotal::default()],
        trips: 3,
        trip_metres: 8_000,
        ..Totals::default()
    }
}

fn card() -> Card {
    let campaign = CampaignKey::from_number(0x0123_4567_89ab_cdef);
    let card = Card::new(campaign, 7, 1_795_305_600_000, Some(3), 2, &totals());
    card.expect("a card")
}

#[test]
fn what_is_written_is_read() {
    let card = card();
    let code = card.code();
    assert_eq!(Card::read(&code), Ok(card.clone()));
    // One of the contract: whoever changes the format breaks printed cards.
    assert_eq!(code, CODE);
    assert!(
        code.bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    );
    assert_eq!(card.totals().trip_metres, 0);
    assert_eq!(card.totals().pollutants[0].near, PollutantMass::ZERO);
}

const CODE: &str = "CICARDAHX43K4JM5CSGAIHAAAAAAAAAAAIB2FVQSQDIBADAKANY3YBQCEXUAQBUDQBICMAWUMAEANA4AKATAFVDABADIHACQEYBNIYAIA2BYAUBGALKGAAE6YCHPQ";

#[test]
fn a_scanner_types_it_in_its_own_way() {
    let code = card().code();
    let wide = |character: char| char::from_u32(u32::from(character) + 0xfee0);
    for typed in [
        code.to_lowercase(),
        format!("  {code}\r\n"),
        format!("\u{3000}{} {}", &code[..20], &code[20..]),
        code.chars().filter_map(wide).collect(),
    ] {
        assert_eq!(Card::read(&typed), Ok(card()), "{typed}");
    }
}

#[test]
fn several_cards_may_be_pasted_at_once() {
    let code = card().code();
    assert_eq!(codes_in(" \r\n"), Vec::<String>::new());
    assert_eq!(codes_in(&format!("{code}\n{code} ")), [&*code, &code]);
    let broken = format!(
        "hello {}\n{}\t{}",
        &code[..50],
        &code[50..],
        code.to_lowercase()
    );
    let codes = codes_in(&broken);
    assert_eq!(codes[0], "hello");
    let cards: Vec<_> = codes[1..].iter().map(|code| Card::read(code)).collect();
    assert_eq!(cards, [Ok(card()), Ok(card())]);
}

#[test]
fn one_wrong_letter_is_found() {
    let code = card().code();
    for at in PREFIX.len()..code.len() {
        for letter in ["A", "B", "7", "1", "-"] {
            let wrong = [&code[..at], letter, &code[at + 1..]].concat();
            if wrong != code {
                assert_eq!(Card::read(&wrong), Err(CardError::Damaged), "{wrong}");
            }
        }
    }
    for at in PREFIX.len()..code.len() {
        assert_eq!(Card::read(&code[..at]), Err(CardError::Damaged), "{at}");
    }
    assert_eq!(Card::read(&(code + "A")), Err(CardError::Damaged));
}

#[test]
fn other_texts_are_no_cards() {
    let long = "CICARD".repeat(1_000);
    for other in [
        "",
        "CICAR",
        "https://example.org/",
        "碳",
        "\u{202e}CICARD",
        &long,
    ] {
        assert_eq!(Card::read(other), Err(CardError::Foreign), "{other}");
    }
}

/// The code of bytes with a right checksum.
fn forged(bytes: &[u8]) -> String {
    let checksum = checksum_of(bytes).to_le_bytes();
    let bits: Vec<u8> = [bytes, &checksum]
        .concat()
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let letters = bits.chunks(5).map(|chunk| {
        let mut chunk = chunk.to_vec();
        chunk.resize(5, 0);
        let place = chunk
            .iter()
            .fold(0, |place, bit| place * 2 + usize::from(*bit));
        char::from(LETTERS[place])
    });
    PREFIX.chars().chain(letters).collect()
}

#[test]
fn a_newer_version_is_told() {
    let mut bytes = card().bytes();
    assert_eq!(forged(&bytes), card().code());
    bytes[0] = 2;
    assert_eq!(Card::read(&forged(&bytes)), Err(CardError::Newer(2)));
    bytes[0] = 0;
    assert_eq!(Card::read(&forged(&bytes)), Err(CardError::Damaged));
    assert_eq!(Card::read(&forged(&[])), Err(CardError::Damaged));
    let more = [card().bytes(), vec![0]].concat();
    assert_eq!(Card::read(&forged(&more)), Err(CardError::Damaged));
}

#[track_caller]
fn impossible(change: impl Fn(&mut Card)) {
    let mut card = card();
    change(&mut card);
    let made = Card::new(
        card.campaign,
        card.participant,
        card.stamp,
        card.group,
        card.active_days,
        &card.totals,
    );
    assert_eq!(made, None);
    assert_eq!(Card::read(&card.code()), Err(CardError::Damaged));
}

#[test]
fn what_cannot_be_is_refused() {
    impossible(|card| card.stamp = 7_258_118_400_000);
    impossible(|card| card.totals.entries = 0);
    impossible(|card| card.totals.entries = ENTRIES_MAX + 1);
    impossible(|card| card.active_days = 0);
    impossible(|card| card.active_days = 4);
    impossible(|card| card.group = Some(GROUPS_MAX));
    impossible(|card| card.totals.low = carbon(915_201));
    impossible(|card| card.totals.high = carbon(915_199));
    impossible(|card| card.totals.high = carbon(AMOUNT_MAX + 1));
    impossible(|card| card.totals.low = carbon(-AMOUNT_MAX - 1));
    impossible(|card| card.totals.pollutants[0].known = 4);
    impossible(|card| card.totals.pollutants[1].partial = 3);
    impossible(|card| card.totals.pollutants[2].low = card.totals.pollutants[2].high);
}

#[test]
fn the_largest_card_is_read() {
    // Before the year 2200.
    const STAMP: i64 = 7_258_118_399_999;
    let most = [AMOUNT_MAX; 3].map(PollutantMass::from_micrograms);
    let total = PollutantTotal {
        value: most[0],
        low: most[1],
        high: most[2],
        near: PollutantMass::ZERO,
        known: ENTRIES_MAX,
        partial: ENTRIES_MAX,
    };
    let totals = Totals {
        entries: ENTRIES_MAX,
        reduction: carbon(AMOUNT_MAX),
        low: carbon(-AMOUNT_MAX),
        high: carbon(AMOUNT_MAX),
        pollutants: [total; 5],
        ..Totals::default()
    };
    let key = CampaignKey::from_number(u64::MAX);
    let card = Card::new(
        key,
        u64::MAX,
        STAMP,
        Some(GROUPS_MAX - 1),
        ENTRIES_MAX,
        &totals,
    );
    let card = card.expect("a card");
    assert_eq!(Card::read(&card.code()), Ok(card.clone()));
    assert!(3 * card.code().len() <= LENGTH_MAX);
}
