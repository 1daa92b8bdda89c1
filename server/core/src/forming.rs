//! The programme as it follows from a café's ballots now. [`Ingredients`] are taken from the café in a moment;
//! what is made of them takes longer and can be made elsewhere.

use num_bigint::BigInt;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::query::SelectionPreview;
use tafelrunde_protocol::selection as wire;
use tafelrunde_protocol::selection::{
    Hand, OtherSelection, Paid, SelectionDocument, SelectionRule, SelectionTerms, Served,
};
use tafelrunde_protocol::topic::TopicBallotKind;

use crate::cafe::Cafe;
use crate::exact::parts;
use crate::lot;
use crate::selection::certificate::Certificate;
use crate::selection::electorate::{Ballot, Electorate, Lot};
use crate::selection::report::report;
use crate::selection::representation::{Representation, WildCard, reached, representation, swap_price};
use crate::selection::wild_card::with_wild_card;
use crate::selection::{Elected, Grounds, Payment, Rule, Selection, Terms, Waiting, select};
use crate::topic::Place;
use crate::topic::ballots::{TopicBallot, counted};

/// Groups of people who paid about the same that are told apart.
const PAID_MAX: usize = 6;

/// Everything that a selection is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ingredients {
    /// Topics that may be selected, in the order of the lot.
    topics: Vec<TopicId>,
    /// By place, the topic that stands for the one there; nothing where that cannot be selected.
    standing: Vec<Option<Lot>>,
    /// As they were cast. They are the café's own, not copies, and counted when the selection is made: counting them
    /// costs milliseconds, for which no vote must wait.
    cast: Vec<Arc<TopicBallot>>,
    kind: TopicBallotKind,
    terms: SelectionTerms,
    hands: BTreeMap<TopicId, Hand>,
}

impl Ingredients {
    /// Of a café as it stands. Costs a pass over topics and people, but not over what people want.
    pub fn of(cafe: &Cafe) -> Self {
        let topics = &cafe.topics;
        let drawn = cafe.selecting.lot;
        let mut candidates: Vec<Place> = topics.shown().map(|(place, _)| place).collect();
        candidates.sort_by_key(|place| (lot::rank(drawn, u64::from(*place)), *place));
        let mut lots = vec![None; topics.all().len()];
        for (lot, place) in candidates.iter().enumerate() {
            lots[*place as usize] = Some(lot);
        }
        let places = 0..topics.all().len() as Place;
        Self {
            standing: places.map(|place| lots[topics.standing(place) as usize]).collect(),
            cast: topics.ballots().all().cloned().collect(),
            kind: topics.rules.ballot,
            topics: candidates.into_iter().map(|place| topics.at(place).id.clone()).collect(),
            terms: cafe.selecting.terms(topics.rules.ballot),
            hands: cafe.selecting.hands.clone(),
        }
    }

    /// The same ballots on other terms, with other hands.
    pub fn changed(&self, terms: Option<SelectionTerms>, hands: BTreeMap<TopicId, Hand>) -> Self {
        Self { terms: terms.unwrap_or_else(|| self.terms.clone()), hands, ..self.clone() }
    }

    /// Topics that may be selected, in the order of the lot.
    pub fn topics(&self) -> &[TopicId] {
        &self.topics
    }

    /// What each person wants, with points; approving is one point.
    pub fn ballots(&self) -> impl Iterator<Item = Vec<(&TopicId, u32)>> {
        let named = |ballot: Ballot| ballot.into_iter().map(|(lot, points)| (&self.topics[lot], points));
        self.counted().map(move |ballot| named(ballot).collect())
    }

    fn counted(&self) -> impl Iterator<Item = Ballot> {
        let among = |(place, points): &(Place, u16)| Some((self.standing[*place as usize]?, *points));
        self.cast.iter().map(move |cast| counted(self.kind, cast.marks.iter().filter_map(among)))
    }

    /// Places of the programme.
    pub fn places(&self) -> u16 {
        self.terms.places
    }

    /// Pinned and excluded topics.
    pub fn hands(&self) -> (Vec<&TopicId>, Vec<&TopicId>) {
        let with = |hand| self.with_hand(hand).into_iter().map(|lot| &self.topics[lot]).collect();
        (with(Hand::Pinned), with(Hand::Excluded))
    }

    fn electorate(&self) -> Electorate {
        Electorate::new(self.topics.len(), self.counted())
    }

    /// Hands on topics that are not to be had, because they are hidden or parts, rest.
    fn with_hand(&self, wanted: Hand) -> BTreeSet<Lot> {
        let lots = self.topics.iter().enumerate();
        lots.filter(|(_, id)| self.hands.get(id) == Some(&wanted)).map(|(lot, _)| lot).collect()
    }

    fn terms(&self) -> Terms {
        let pinned = self.with_hand(Hand::Pinned);
        Terms {
            rule: rule(self.terms.rule),
            // Fewer places than pins cannot be set; a journal might still hold it.
            places: usize::from(self.terms.places).max(pinned.len()),
            pinned,
            excluded: self.with_hand(Hand::Excluded),
        }
    }

    fn select(&self, electorate: &Electorate, terms: &Terms) -> Selection {
        let selection = match self.terms.wild_card {
            true => with_wild_card(electorate, terms),
            false => select(electorate, terms),
        };
        selection.expect("hands are on known topics, one on each, and there is a place for every pin")
    }

    fn ids(&self, lots: &[Lot]) -> Vec<TopicId> {
        lots.iter().map(|lot| self.id(*lot)).collect()
    }

    fn id(&self, lot: Lot) -> TopicId {
        self.topics[lot].clone()
    }
}

/// Makes the selection with everything that is said about it.
pub fn form(of: &Ingredients) -> SelectionDocument {
    let electorate = of.electorate();
    let selection = of.select(&electorate, &of.terms());
    let report = report(&electorate, &selection);
    let other = |topics: &[Lot]| OtherSelection {
        topics: of.ids(topics),
        served: served(representation(&electorate, topics)),
    };
    let has_hands = !selection.terms.pinned.is_empty() || !selection.terms.excluded.is_empty();
    let by_ballots_alone = has_hands.then(|| {
        let alone = Terms { pinned: BTreeSet::new(), excluded: BTreeSet::new(), ..selection.terms.clone() };
        other(&of.select(&electorate, &alone).topics())
    });
    SelectionDocument {
        terms: of.terms.clone(),
        elected: elected_topics(of, &electorate, &selection.elected),
        waiting: selection.waiting.iter().map(|waiting| waiting_topic(of, waiting)).collect(),
        served: served(report.representation),
        by_most_votes: other(&report.most_votes),
        by_ballots_alone,
        certificate: certificate(of, &electorate, selection.terms.places, &report.certificate),
        close: of.ids(&report.close),
        wild_card: report.wild_card.map(|found| wild_card(of, &found)),
    }
}

/// What another selection from the same ballots would change.
pub fn preview(now: &Ingredients, then: &Ingredients) -> SelectionPreview {
    let electorate = now.electorate();
    let [before, after] = [now, then].map(|of| of.select(&electorate, &of.terms()).topics());
    let without = |some: &[Lot], others: &[Lot]| -> Vec<Lot> {
        some.iter().copied().filter(|lot| !others.contains(lot)).collect()
    };
    SelectionPreview {
        comes_in: now.ids(&without(&after, &before)),
        goes_out: now.ids(&without(&before, &after)),
        left_with_nothing: people(swap_price(&electorate, &before, &after).left_with_nothing),
        served_now: served(representation(&electorate, &before)),
        served_then: served(representation(&electorate, &after)),
    }
}

fn rule(rule: SelectionRule) -> Rule {
    match rule {
        SelectionRule::MostVotes => Rule::MostVotes,
        SelectionRule::SequentialPhragmen => Rule::SequentialPhragmen,
        SelectionRule::EqualShares => Rule::EqualShares,
        SelectionRule::SequentialPav => Rule::SequentialPav,
        SelectionRule::AdditiveEqualShares => Rule::AdditiveEqualShares,
    }
}

fn elected_topics(of: &Ingredients, electorate: &Electorate, elected: &[Elected]) -> Vec<wire::ElectedTopic> {
    let topics: Vec<Lot> = elected.iter().map(|elected| elected.topic).collect();
    let reached = reached(electorate, &topics);
    elected.iter().zip(reached).map(|(elected, reached)| elected_topic(of, elected, reached)).collect()
}

fn elected_topic(of: &Ingredients, elected: &Elected, reached: u64) -> wire::ElectedTopic {
    wire::ElectedTopic {
        topic: of.id(elected.topic),
        grounds: match elected.grounds {
            Grounds::Pinned => wire::Grounds::Pinned,
            Grounds::Ballots => wire::Grounds::Ballots,
            Grounds::Completion => wire::Grounds::Completion,
            Grounds::WildCard => wire::Grounds::WildCard,
            Grounds::Spare => wire::Grounds::Spare,
        },
        supporters: people(elected.supporters),
        with_nothing_else: people(elected.with_nothing_else),
        reached: people(reached),
        paid: paid(&elected.payments),
    }
}

/// Amounts are rounded more coarsely until there are few enough.
fn paid(payments: &[Payment]) -> Vec<Paid> {
    let mut exact: BTreeMap<u32, u32> = BTreeMap::new();
    for payment in payments {
        *exact.entry(small(&parts(&payment.each, 1_000))).or_default() += people(payment.people);
    }
    let mut grouped = exact.clone();
    let mut step = 1;
    while PAID_MAX < grouped.len() {
        step *= 2;
        grouped.clear();
        for (thousandths, people) in &exact {
            *grouped.entry((thousandths + step / 2) / step * step).or_default() += people;
        }
    }
    grouped.into_iter().rev().map(|(thousandths, people)| Paid { people, thousandths }).collect()
}

fn waiting_topic(of: &Ingredients, waiting: &Waiting) -> wire::WaitingTopic {
    let holds: BigInt = waiting.holds.numer() * 1_000u32 / waiting.holds.denom();
    wire::WaitingTopic {
        topic: of.id(waiting.topic),
        supporters: people(waiting.supporters),
        holds_thousandths: small(&holds),
        lacks: waiting.lacks.map(people),
    }
}

fn certificate(
    of: &Ingredients,
    electorate: &Electorate,
    places: usize,
    certificate: &Certificate,
) -> wire::Certificate {
    let witness = certificate.worst.as_ref().map(|worst| wire::Witness {
        topic: of.id(worst.topic),
        level: people(worst.level as u64),
        people: people(worst.people),
        needed: people((worst.level as u64 * electorate.voters()).div_ceil(places.max(1) as u64)),
    });
    wire::Certificate {
        is_justified: certificate.is_justified,
        is_proportional: certificate.is_proportional,
        worst: witness,
    }
}

fn wild_card(of: &Ingredients, found: &WildCard) -> wire::WildCardTopic {
    wire::WildCardTopic {
        topic: of.id(found.topic),
        with_nothing: people(found.with_nothing),
        with_one: people(found.with_one),
    }
}

fn served(representation: Representation) -> Served {
    Served {
        voters: people(representation.voters),
        with_one: people(representation.with_one),
        with_two: people(representation.with_two),
        with_three: people(representation.with_three),
    }
}

fn people(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn small(number: &BigInt) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
