//! What the programme is made by, what is done by hand, and adopting it.

use std::collections::BTreeMap;
use tafelrunde_protocol::command::Phase;
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::limits::PLACES_MAX;
use tafelrunde_protocol::rejection::Rejection;
use tafelrunde_protocol::selection::{
    AdoptedDocument, AdoptedTopic, Hand, SelectionDocument, SelectionTerms,
};

use super::{Context, Decision, in_range, too_many, unknown};
use crate::cafe::Cafe;
use crate::event::Event;
use crate::forming::{Ingredients, form};

/// Sets rule and places. There must be a place for every pin.
pub fn set_terms(cafe: &Cafe, terms: SelectionTerms) -> Decision {
    let terms = checked_with(terms, &cafe.selecting.hands)?;
    if cafe.selecting.terms.as_ref() == Some(&terms) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SelectionTermsSet { terms }])
}

/// Checks terms against every bound.
pub fn checked(terms: SelectionTerms) -> Result<SelectionTerms, Rejection> {
    checked_with(terms, &BTreeMap::new())
}

/// Checks terms that are to hold together with these hands.
pub fn checked_with(
    terms: SelectionTerms,
    hands: &BTreeMap<TopicId, Hand>,
) -> Result<SelectionTerms, Rejection> {
    let pinned = u16::try_from(pins(hands)).unwrap_or(u16::MAX);
    in_range("places", terms.places, pinned.max(1), PLACES_MAX)?;
    Ok(terms)
}

/// Pins, excludes, or leaves to the ballots again.
pub fn set_hands(cafe: &Cafe, hands: BTreeMap<TopicId, Option<Hand>>) -> Decision {
    changed_hands(cafe, &hands, &cafe.selecting.terms(cafe.topics.rules.ballot))?;
    let now = &cafe.selecting.hands;
    let is_new = |(topic, hand): &(TopicId, Option<Hand>)| now.get(topic) != hand.as_ref();
    let hands: BTreeMap<TopicId, Option<Hand>> = hands.into_iter().filter(is_new).collect();
    Ok(if hands.is_empty() { Vec::new() } else { vec![Event::HandsSet { hands }] })
}

/// The hands after a change, if they can be met on these terms.
pub fn changed_hands(
    cafe: &Cafe,
    change: &BTreeMap<TopicId, Option<Hand>>,
    terms: &SelectionTerms,
) -> Result<BTreeMap<TopicId, Hand>, Rejection> {
    if change.keys().any(|topic| cafe.topics.place(topic).is_none()) {
        return Err(unknown("hands"));
    }
    let hands = cafe.selecting.changed_hands(change);
    if pins(&hands) > usize::from(terms.places) {
        return Err(too_many("pinned", terms.places.into()));
    }
    Ok(hands)
}

fn pins(hands: &BTreeMap<TopicId, Hand>) -> usize {
    hands.values().filter(|hand| **hand == Hand::Pinned).count()
}

/// Makes the selection the programme, if it is still the one that was shown. Not while ballots may change.
pub fn adopt(cafe: &Cafe, ctx: Context<'_>, shown: &[TopicId]) -> Decision {
    match cafe.topics.vote {
        Phase::Closed | Phase::Revealed => {}
        phase => return Err(Rejection::WrongPhase { phase }),
    }
    let made;
    let selection = match ctx.selection {
        Some(selection) => selection,
        None => {
            made = form(&Ingredients::of(cafe));
            &made
        }
    };
    if !selection.elected.iter().map(|elected| &elected.topic).eq(shown) {
        return Err(Rejection::SelectionMoved);
    }
    let adopted = Box::new(adopted(selection, ctx));
    let is_again = cafe.selecting.adopted.as_ref().is_some_and(|earlier| is_same(earlier, &adopted));
    Ok(if is_again { Vec::new() } else { vec![Event::SelectionAdopted { adopted }] })
}

fn adopted(selection: &SelectionDocument, ctx: Context<'_>) -> AdoptedDocument {
    let alone = selection.by_ballots_alone.as_ref().map(|alone| &alone.topics);
    let topics = selection.elected.iter().map(|elected| AdoptedTopic {
        topic: elected.topic.clone(),
        grounds: elected.grounds,
        supporters: elected.supporters,
        with_nothing_else: elected.with_nothing_else,
        reached: elected.reached,
        is_by_hand: alone.is_some_and(|alone| !alone.contains(&elected.topic)),
    });
    let is_in = |topic: &&TopicId| selection.elected.iter().any(|elected| elected.topic == **topic);
    AdoptedDocument {
        at: ctx.now,
        terms: selection.terms.clone(),
        topics: topics.collect(),
        dropped: alone.into_iter().flatten().filter(|topic| !is_in(topic)).cloned().collect(),
        served: selection.served,
        served_by_most_votes: selection.by_most_votes.served,
    }
}

/// Whether only the time differs.
fn is_same(earlier: &AdoptedDocument, later: &AdoptedDocument) -> bool {
    AdoptedDocument { at: later.at, ..earlier.clone() } == *later
}

/// Takes the adopted programme back.
pub fn retract(cafe: &Cafe) -> Decision {
    Ok(if cafe.selecting.adopted.is_some() { vec![Event::SelectionRetracted] } else { Vec::new() })
}
