//! What is said about a programme: who carries a topic, what a waiting one lacks, what a swap costs.

use std::collections::BTreeSet;

use crate::selection::report::report;
use crate::selection::representation::{Representation, SwapPrice, WildCard, swap_price};
use crate::selection::wild_card::with_wild_card;
use crate::selection::{Grounds, Payment, Rule, Terms, select};

use super::literature::{electorate, selected, terms};
use super::reference::number;

/// Ten people: six share a and b, three want c, one wants d and nobody e.
const HALL: &str = "6: a b\n3: c\n1: d";

#[test]
fn an_elected_topic_says_who_paid_and_who_has_nothing_else() {
    let selection = selected(HALL, Rule::SequentialPhragmen, 3);
    assert_eq!(selection.topics(), [0, 1, 2]);
    let last = &selection.elected[2];
    assert_eq!((last.place, last.grounds, last.moment.clone()), (3, Grounds::Ballots, Some(number(1, 3))));
    assert_eq!(last.payments, [Payment { people: 3, each: number(1, 3) }]);
    assert_eq!((last.supporters, last.with_nothing_else), (3, 3));
    assert_eq!((selection.elected[0].supporters, selection.elected[0].with_nothing_else), (6, 0));
}

#[test]
fn a_waiting_topic_says_what_its_supporters_hold_and_how_many_it_lacks() {
    let selection = selected(HALL, Rule::SequentialPhragmen, 3);
    let waiting = &selection.waiting[0];
    // One person has saved 1/3 until c was bought at 1/3. With two more, d would cost as much as c, which has
    // as many supporters and the smaller lot, but b at 1/3 is before both.
    assert_eq!((waiting.topic, waiting.place, waiting.holds.clone()), (3, 1, number(1, 3)));
    assert_eq!(waiting.lacks, Some(3));
}

#[test]
fn supporters_of_a_pinned_topic_pay_for_it_first() {
    let pinned = Terms { pinned: BTreeSet::from([1]), ..terms(Rule::SequentialPhragmen, 2) };
    let selection = select(&electorate(HALL), &pinned).unwrap();
    // Without the pin a and b would win; the six have had one topic when c comes to 1/3, as a does.
    assert_eq!(selection.topics(), [1, 0]);
    assert_eq!(selection.elected[0].grounds, Grounds::Pinned);
    let pinned = Terms { pinned: BTreeSet::from([3]), ..terms(Rule::EqualShares, 3) };
    let selection = select(&electorate(HALL), &pinned).unwrap();
    // One person has only 3/10 of the price; the house bears the rest.
    assert_eq!(selection.elected[0].payments, [Payment { people: 1, each: number(3, 10) }]);
    assert_eq!(selection.elected[0].moment, None);
}

#[test]
fn an_excluded_topic_leaves_its_supporters_their_share() {
    let excluded = Terms { excluded: BTreeSet::from([0]), ..terms(Rule::SequentialPhragmen, 2) };
    let selection = select(&electorate(HALL), &excluded).unwrap();
    assert_eq!(selection.topics(), [1, 2]);
    assert_eq!(selection.waiting.len(), 1);
}

#[test]
fn topics_that_nobody_wants_come_last() {
    let electorate = electorate("1: c");
    let selection = select(&electorate, &terms(Rule::SequentialPhragmen, 2)).unwrap();
    assert_eq!(selection.topics(), [2, 0]);
    assert_eq!(selection.elected[1].grounds, Grounds::Spare);
    assert_eq!((selection.waiting[0].topic, selection.waiting[0].lacks), (1, Some(1)));
}

#[test]
fn a_swap_says_who_is_left_with_nothing() {
    let electorate = electorate(HALL);
    let price = swap_price(&electorate, &[0, 1, 2], &[0, 1, 3]);
    assert_eq!(price, SwapPrice { nothing_before: 1, nothing_after: 3, left_with_nothing: 3 });
    let price = swap_price(&electorate, &[0, 1, 2], &[0, 2]);
    assert_eq!(price, SwapPrice { nothing_before: 1, nothing_after: 1, left_with_nothing: 0 });
}

#[test]
fn the_report_compares_with_most_votes() {
    let electorate = electorate(HALL);
    let report = report(&electorate, &selected(HALL, Rule::SequentialPhragmen, 3));
    let found = Representation { voters: 10, with_one: 9, with_two: 6, with_three: 0 };
    assert_eq!((report.representation, report.by_most_votes), (found, found));
    assert_eq!(report.common_with_most_votes, 3);
    assert_eq!(report.wild_card, Some(WildCard { topic: 3, with_nothing: 1, with_one: 0 }));
    assert!(report.close.is_empty());
}

#[test]
fn a_race_is_close_if_two_percent_of_the_ballots_would_change_it() {
    let close = |profile| report(&electorate(profile), &selected(profile, Rule::MostVotes, 1)).close;
    assert_eq!(close("51: a\n50: b"), [1]);
    assert!(close("51: a\n48: b").is_empty());
}

#[test]
fn the_wild_card_takes_the_last_place_for_those_who_have_least() {
    let profile = "60: a b c\n25: d\n5: e";
    let electorate = electorate(profile);
    let plain = select(&electorate, &terms(Rule::MostVotes, 3)).unwrap();
    assert_eq!(plain.topics(), [0, 1, 2]);
    let selection = with_wild_card(&electorate, &terms(Rule::MostVotes, 3)).unwrap();
    assert_eq!(selection.topics(), [0, 1, 3]);
    let last = selection.elected.last().unwrap();
    assert_eq!(
        (last.grounds, last.place, last.supporters, last.with_nothing_else),
        (Grounds::WildCard, 3, 25, 25)
    );
    assert_eq!(selection.terms.places, 3);
    let waiting: Vec<_> = selection.waiting.iter().map(|waiting| (waiting.topic, waiting.place)).collect();
    assert_eq!(waiting, [(2, 1), (4, 2)]);
}

#[test]
fn where_pins_fill_every_place_there_is_no_wild_card() {
    let electorate = electorate("6: a\n2: b\n1: c");
    let pinned = Terms { pinned: [1].into(), ..terms(Rule::SequentialPhragmen, 1) };
    assert_eq!(with_wild_card(&electorate, &pinned).unwrap().topics(), [1]);
}

#[test]
fn nobody_voted() {
    let electorate = crate::selection::electorate::Electorate::new(2, []);
    for rule in [Rule::SequentialPhragmen, Rule::EqualShares, Rule::SequentialPav, Rule::MostVotes] {
        let selection = select(&electorate, &terms(rule, 1)).unwrap();
        assert_eq!(selection.topics(), [0], "{rule:?}");
        assert_eq!(report(&electorate, &selection).certificate.worst, None);
    }
}
