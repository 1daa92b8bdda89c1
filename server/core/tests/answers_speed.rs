//! How long large rankings take. Printed, not judged: it depends on the machine. `docs/POLLS.md` has the figures.

use std::time::Instant;
use tafelrunde_core::answers::order::{Order, RankingTally};
use tafelrunde_core::lot;
use tafelrunde_protocol::ids::OptionId;

const BALLOTS: u64 = 1_000;

fn measure(name: &str, options: u16, order: impl Fn(u64) -> Order) {
    let orders: Vec<Order> = (0..BALLOTS).map(order).collect();
    let mut tally = RankingTally::new(options.into());
    let start = Instant::now();
    orders.iter().for_each(|order| tally.add(order));
    let added = start.elapsed();
    let standings = tally.standings(1);
    let ranked = start.elapsed() - added;
    println!("{name}: {BALLOTS} orders of {options} options added in {added:?}, ranked in {ranked:?}");
    assert_eq!((u64::from(tally.ballots), standings.rounds.len()), (BALLOTS, options.into()));
}

#[test]
fn a_thousand_random_orders_are_added_and_ranked() {
    for options in [12, 20] {
        measure("random", options, |ballot| {
            let mut order: Vec<u16> = (0..options).collect();
            order.sort_by_key(|option| lot::rank(ballot, (*option).into()));
            order.into_iter().map(|option| vec![OptionId(option)]).collect()
        });
    }
}

/// Everybody likes one option, each as often as any other one: every way to break ties must be looked at.
#[test]
fn a_thousand_orders_that_tie_in_every_round_are_added_and_ranked() {
    measure("all tied", 10, |ballot| vec![vec![OptionId((ballot % 10) as u16)]]);
    measure("all turned", 10, |ballot| {
        (0..10).map(|place| vec![OptionId(((ballot + place) % 10) as u16)]).collect()
    });
}
