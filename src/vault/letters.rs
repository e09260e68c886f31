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
/// The bytes that they hold.
const BLOCK_BYTES: usize = 15;

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
    let split = text.as_bytes().split_first_chunk::<LETTER_BYTES>();
    let (first, letters) = split.ok_or(PackError::Truncated)?;
    let left_over = bits_of(*first);
    let bits = (letters.len() / LETTER_BYTES) as u64 * u64::from(BITS);
    if left_over >= BITS
        || u64::from(left_over) > bits
        || !(bits - u64::from(left_over)).is_multiple_of(8)
    {
        return Err(malformed);
    }
    let (blocks, rest) = letters.as_chunks::<{ BLOCK * LETTER_BYTES }>();
    let mut bytes = vec![0; blocks.len() * BLOCK_BYTES];
    let mut are_ours = true;
    for (block, bytes) in blocks.iter().zip(bytes.as_chunks_mut().0) {
        are_ours &= read_block(block, bytes);
    }
    if !are_ours {
        return Err(malformed);
    }
    let (letters, torn) = rest.as_chunks();
    let (mut gathered, mut count) = (0_u32, 0);
    for letter in letters {
        let bits = bits_of(*letter);
        if bits >> BITS != 0 {
            return Err(malformed);
        }
        gathered = gathered << BITS | bits;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push((gathered >> count & 0xff) as u8);
        }
        gathered &= (1 << count) - 1;
    }
    if !torn.is_empty() {
        return Err(malformed);
    }
    // Eight or more bits left over made a byte too many.
    if left_over >= 8 && bytes.pop() != Some(0) || gathered != 0 {
        return Err(malformed);
    }
    Ok(bytes)
}

/// Reads what a block stands for. Whether all of its letters are ours. A function
/// that is called so often is soon compiled for speed by the browser, which a
/// loop within one call is not.
#[inline(never)]
fn read_block(block: &[u8; BLOCK * LETTER_BYTES], bytes: &mut [u8; BLOCK_BYTES]) -> bool {
    let (mut gathered, mut strange) = (0_u128, 0);
    for letter in block.as_chunks().0 {
        let bits = bits_of(*letter);
        strange |= bits >> BITS;
        gathered = gathered << BITS | u128::from(bits);
    }
    bytes.copy_from_slice(&gathered.to_be_bytes()[1..]);
    strange == 0
}

/// What a letter stands for, more than fifteen bits where it is none of ours.
/// Read from its bytes: to find the characters of a text first would take twice
/// as long.
fn bits_of([first, second, third]: [u8; LETTER_BYTES]) -> u32 {
    // Three bytes that begin with 1110 are one character.
    let high = u32::from(first ^ 0xe0) << 12;
    let code = high | u32::from(second & 0x3f) << 6 | u32::from(third & 0x3f);
    code.wrapping_sub(FIRST.into())
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
