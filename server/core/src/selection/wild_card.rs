//! A programme whose last place is kept for the topic that serves most of those who have least.

use super::electorate::{Electorate, Lot};
use super::representation::{count_people_with_nothing_else, wild_card};
use super::{Elected, Grounds, Selection, Terms, TermsError, select};

/// Selects for all places but one, and gives that one to the topic outside with the most supporters who have
/// nothing (see [`wild_card`]). Where pins fill every place, or nobody wants what is outside, it is as [`select`].
pub fn with_wild_card(electorate: &Electorate, terms: &Terms) -> Result<Selection, TermsError> {
    if terms.places <= terms.pinned.len() {
        return select(electorate, terms);
    }
    let mut selection = select(electorate, &Terms { places: terms.places - 1, ..terms.clone() })?;
    let candidates: Vec<Lot> = selection.waiting.iter().map(|waiting| waiting.topic).collect();
    let Some(found) = wild_card(electorate, &selection.topics(), &candidates) else {
        return select(electorate, terms);
    };
    selection.terms.places = terms.places;
    selection.waiting.retain(|waiting| waiting.topic != found.topic);
    for (place, waiting) in (1..).zip(&mut selection.waiting) {
        waiting.place = place;
    }
    selection.elected.push(Elected {
        topic: found.topic,
        place: selection.elected.len() + 1,
        grounds: Grounds::WildCard,
        moment: None,
        payments: Vec::new(),
        supporters: electorate.support(found.topic),
        with_nothing_else: 0,
    });
    count_people_with_nothing_else(electorate, &mut selection.elected);
    Ok(selection)
}
