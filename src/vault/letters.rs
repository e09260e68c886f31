//! Bytes as text for a store that counts letters: fifteen bits in each.
//!
//! Local storage takes 5,242,879 UTF-16 units in Chromium and keeps texts only.
//! The letters are the 32,768 from U+3400 on: one unit each, three bytes in
//! UTF-8, no surrogates, nothing invisible and nothing that turns the direction
//! of writing.

use super::pack::PackError;

/// Bits of a letter.
const BITS: u32 = 15;
/// The letter for 0.
const FIRST: u16 = 0x3400;
/// The bytes of a letter in UTF-8.
const LETTER_BYTES: usize = 3;
/// So many letters hold whole bytes, fifteen; they are read at a go.
const BLOCK: usize = 8;

/// The text of some bytes: a letter that says how many bits of the last one are
/// left over, then the bytes from the highest bit on.
pub(super) fn to_letters(bytes: &[u8], text: &mut String) {
    let bits = bytes.len() * 8;
    let left_over = bits.next_multiple_of(BITS as usize) - bits;
    text.reserve((bits / BITS as usize + 2) * LETTER_BYTES);
    push(text, left_over as u64);
    let (mut gathered, mut count) = (0_u64, 0);
    for byte in bytes {
        gathered = gathered << 8 | u64::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            push(text, gathered >> count);
            gathered &= (1 << count) - 1;
        }
    }
    if count > 0 {
        push(text, gathered << (BITS - count));
    }
}

fn push(text: &mut String, bits: u64) {
    // The lowest fifteen are all there are.
    let bits = u16::try_from(bits).unwrap_or_default();
    text.extend(char::from_u32(u32::from(FIRST + bits)));
}

/// The bytes of a text.
///
/// # Errors
///
/// Where it is none of [`to_letters`].
pub(super) fn from_letters(text: &str) -> Result<Vec<u8>, PackError> {
    let malformed = PackError::Malformed { part: "letters" };
    let (first, letters) = text
        .as_bytes()
        .split_at_checked(LETTER_BYTES)
        .ok_or(PackError::Truncated)?;
    let left_over = bits_of(first).ok_or(PackError::Truncated)?;
    let bits = (letters.len() / LETTER_BYTES) as u64 * u64::from(BITS);
    if left_over >= BITS
        || u64::from(left_over) > bits
        || !(bits - u64::from(left_over)).is_multiple_of(8)
    {
        return Err(malformed);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut blocks = letters.chunks_exact(BLOCK * LETTER_BYTES);
    for block in &mut blocks {
        let (first, second) = block.split_at(BLOCK / 2 * LETTER_BYTES);
        let (first, second) = (sixty_bits(first)?, sixty_bits(second)?);
        // 64 bits and the 56 that are left.
        bytes.extend_from_slice(&(first << 4 | second >> 56).to_be_bytes());
        bytes.extend_from_slice(&second.to_be_bytes()[1..]);
    }
    let mut letters = blocks.remainder().chunks_exact(LETTER_BYTES);
    let (mut gathered, mut count) = (0_u32, 0);
    for letter in &mut letters {
        let bits = bits_of(letter).ok_or(malformed.clone())?;
        gathered = gathered << BITS | bits;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push((gathered >> count & 0xff) as u8);
        }
        gathered &= (1 << count) - 1;
    }
    if !letters.remainder().is_empty() {
        return Err(malformed);
    }
    // Eight or more bits left over made a byte too many.
    if left_over >= 8 && bytes.pop() != Some(0) || gathered != 0 {
        return Err(malformed);
    }
    Ok(bytes)
}

/// What half a block stands for.
fn sixty_bits(letters: &[u8]) -> Result<u64, PackError> {
    let mut gathered = 0;
    for letter in letters.chunks_exact(LETTER_BYTES) {
        let bits = bits_of(letter).ok_or(PackError::Malformed { part: "letters" })?;
        gathered = gathered << BITS | u64::from(bits);
    }
    Ok(gathered)
}

/// What a letter stands for, read from its bytes: to find the characters of a
/// text first would take twice as long.
fn bits_of(letter: &[u8]) -> Option<u32> {
    let &[first, second, third] = letter else {
        return None;
    };
    // Three bytes that begin so are one character.
    if first & 0xf0 != 0xe0 {
        return None;
    }
    let code =
        u32::from(first & 0x0f) << 12 | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
    let bits = code.checked_sub(u32::from(FIRST))?;
    (bits < 1 << BITS).then_some(bits)
}

#[cfg(test)]
mod tests {
    use super::{PackError, from_letters, to_letters};

    fn letters(bytes: &[u8]) -> String {
        let mut text = String::new();
        to_letters(bytes, &mut text);
        text
    }

    #[test]
    fn bytes_come_back() {
        for length in 0..64_u8 {
            let counted: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(37)).collect();
            for bytes in [counted, vec![0; length.into()], vec![0xff; length.into()]] {
                let text = letters(&bytes);
                assert_eq!(from_letters(&text), Ok(bytes.clone()));
                let units = text.encode_utf16().count();
                assert_eq!(units, 1 + (bytes.len() * 8).div_ceil(15));
                assert!(
                    text.chars()
                        .all(|letter| ('\u{3400}'..='\u{b3ff}').contains(&letter))
                );
            }
        }
    }

    #[test]
    fn a_text_that_is_none_of_ours_is_refused() {
        assert_eq!(from_letters(""), Err(PackError::Truncated));
        assert_eq!(from_letters("a"), Err(PackError::Truncated));
        for refused in [
            // More bits left over than there are, or than a letter has.
            "\u{3401}",
            "\u{340f}\u{3400}",
            // Not whole bytes, bits left over that are not 0.
            "\u{3400}\u{3400}",
            "\u{3407}\u{3401}",
            "\u{340e}\u{3400}\u{3440}",
            // Other letters, and less than one.
            "\u{3407}a",
            "\u{3407}abc",
            "\u{3407}\u{33ff}",
            "\u{3407}\u{b400}",
            "\u{3407}😀",
            "\u{3407}\u{3400}a",
            "\u{3407}\u{3400}é",
        ] {
            let malformed = PackError::Malformed { part: "letters" };
            assert_eq!(from_letters(refused), Err(malformed), "{refused}");
        }
    }
}
