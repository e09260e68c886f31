//! A made-up edition after the last one: a rehearsal of the day on which a new
//! edition comes. The tests of what an account does then are compiled with it;
//! a released page never has it.

use edition_file::EditionFile;

/// The variable that asks for a page with the made-up edition in it.
pub(crate) const VARIABLE: &str = "REHEARSE_EDITION";
/// Its id, which no released edition will ever have.
const ID: &str = "rehearsal";

/// The edition after `last`: a factor is higher, a bound lower, and an action
/// is gone. Its texts are those of `last`.
pub(crate) fn after(last: &EditionFile) -> EditionFile {
    let mut next = last.clone();
    ID.clone_into(&mut next.id);
    "2099-01-01".clone_into(&mut next.released);
    for factor in next.factors.iter_mut().filter(|factor| factor.id == "bus") {
        "60".clone_into(&mut factor.range.value);
    }
    let walks = next.actions.iter_mut().filter(|action| action.id == "walk");
    let inputs = walks.flat_map(|action| &mut action.variants);
    for input in inputs.flat_map(|variant| &mut variant.inputs) {
        "10".clone_into(&mut input.ceiling);
    }
    next.actions.retain(|action| action.id != "paper-saved");
    next
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn it_differs_from_the_last_one_and_is_a_good_edition() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static/methodology");
        let editions = crate::editions(&folder).expect("the editions");
        let last = editions.last().expect("an edition");
        let next = super::after(last);
        assert_eq!(edition_file::check(&next), []);
        assert_eq!(next.actions.len() + 1, last.actions.len());
        let bus = |edition: &edition_file::EditionFile| {
            let mut factors = edition.factors.iter();
            let factor = factors.find(|factor| factor.id == "bus");
            factor.map(|factor| factor.range.value.clone())
        };
        assert_ne!(bus(&next), bus(last));
        assert!(editions.iter().all(|edition| edition.id != super::ID));
    }
}
