//! Puts short lists in order.

/// The items by their keys, the least first; among equals as they came. For
/// some hundred items at most: each is put in its place by itself, which takes
/// a fraction of the page's bytes that `sort` does.
pub(super) fn ordered<T, K: Ord>(
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

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn equals_stay_as_they_came() {
        let items = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let order: String = ordered(items, |item| item.0)
            .iter()
            .map(|item| item.1)
            .collect();
        assert_eq!(order, "dbeac");
    }
}
