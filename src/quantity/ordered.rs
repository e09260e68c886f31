//! Puts lists in order, in few bytes of code.

/// The items by their keys, the least first; among equals as they came. For
/// some hundred items at most: each is put in its place by itself, which takes
/// a fraction of the page's bytes that `sort` does.
pub(crate) fn ordered<T, K: Ord>(
    items: impl IntoIterator<Item = T>,
    key: impl Fn(&T) -> K,
) -> Vec<T> {
    let mut ordered: Vec<T> = Vec::new();
    for item in items {
        let own = key(&item);
        let place = ordered.partition_point(|other| key(other) <= own);
        ordered.insert(place, item);
    }
    ordered
}

/// The places of the items in the order of their keys, which are less than
/// 2^96; among equals as they came. Also for a hundred thousand items: only
/// numbers are moved.
pub(crate) fn order_by<T>(items: &[T], key: impl Fn(&T) -> u128) -> Vec<usize> {
    let numbered = (0_u32..).zip(items);
    let mut keys: Vec<u128> = numbered
        .map(|(place, item)| key(item) << 32 | u128::from(place))
        .collect();
    sort(&mut keys, |one, other| one <= other);
    keys.into_iter()
        .map(|key| (key & u128::from(u32::MAX)) as usize)
        .collect()
}

/// Puts items in order; equals stay as they came. It merges the runs that are
/// in order already into ever longer ones: a tenth of the code of the standard
/// library's sort, and as quick for what is mostly in order.
pub(crate) fn sort<T: Copy>(items: &mut Vec<T>, may_precede: impl Fn(&T, &T) -> bool) {
    let breaks = (1..items.len()).filter(|at| !may_precede(&items[at - 1], &items[*at]));
    let mut ends: Vec<usize> = breaks.chain([items.len()]).collect();
    if ends.len() == 1 {
        return;
    }
    let mut merged = Vec::with_capacity(items.len());
    while ends.len() > 1 {
        let mut begin = 0;
        for pair in ends.chunks(2) {
            let (middle, end) = (pair[0], pair[pair.len() - 1]);
            let (mut one, mut other) = items[begin..end].split_at(middle - begin);
            while let (Some(left), Some(right)) = (one.first(), other.first()) {
                if may_precede(left, right) {
                    merged.push(*left);
                    one = &one[1..];
                } else {
                    merged.push(*right);
                    other = &other[1..];
                }
            }
            merged.extend_from_slice(one);
            merged.extend_from_slice(other);
            begin = end;
        }
        ends = ends.chunks(2).map(|pair| pair[pair.len() - 1]).collect();
        std::mem::swap(items, &mut merged);
        merged.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{order_by, ordered};

    #[test]
    fn equals_stay_as_they_came() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let order: String = ordered(items, |item| item.0)
            .iter()
            .map(|item| item.1)
            .collect();
        assert_eq!(order, "dbeac");
    }

    #[test]
    fn places_come_in_the_order_of_their_keys() {
        let items = [5, 1 << 95, 0, 5, (1 << 64) + 5, 5];
        assert_eq!(order_by(&items, |item| *item), [2, 0, 3, 5, 4, 1]);
        assert_eq!(order_by(&[(); 3], |()| 0), [0, 1, 2]);
    }

    #[test]
    fn long_lists_are_sorted_as_the_library_does() {
        for length in 0..70_u64 {
            let scattered =
                (0..length).map(|number| number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 59);
            let items: Vec<u128> = scattered.map(u128::from).collect();
            let mut expected: Vec<usize> = (0..items.len()).collect();
            expected.sort_by_key(|place| items[*place]);
            assert_eq!(order_by(&items, |item| *item), expected);
        }
    }
}
