//! Measures how long selecting takes at the size that is promised: 2,000 different ballots on 200 topics.
//! Prints milliseconds per rule, the median of five. Run it with `--release`.

use std::time::Instant;

use tafelrunde_core::selection::electorate::{Ballot, Electorate};
use tafelrunde_core::selection::report::report;
use tafelrunde_core::selection::{Rule, Terms, select};

const VOTERS: usize = 2_000;
const TOPICS: usize = 200;
const RUNS: usize = 5;

const RULES: [Rule; 6] = [
    Rule::MostVotes,
    Rule::SequentialPhragmen,
    Rule::EqualSharesAlone,
    Rule::EqualShares,
    Rule::SequentialPav,
    Rule::AdditiveEqualShares,
];

fn main() {
    println!("{VOTERS} ballots, {TOPICS} topics, milliseconds");
    for approvals in [10, 80] {
        let ballots = ballots(approvals);
        let (group_ms, electorate) = median_ms(|| Electorate::new(TOPICS, ballots.clone()));
        println!(
            "\n{approvals} topics per ballot, {} different ballots, grouped in {group_ms:.1}",
            electorate.groups().len()
        );
        for places in [18, 50] {
            for rule in RULES {
                let terms = Terms { rule, places, pinned: [].into(), excluded: [].into() };
                let (select_ms, selection) =
                    median_ms(|| select(&electorate, &terms).expect("nothing is pinned"));
                let (report_ms, _) = median_ms(|| report(&electorate, &selection));
                println!("{places} places, {rule:?}: select {select_ms:.1}, report {report_ms:.1}");
            }
        }
    }
}

/// Points from 1 to 5 for so many topics on average; the most wanted topic has three times as many
/// supporters as the least wanted.
fn ballots(approvals: u64) -> Vec<Ballot> {
    let mut chance: u64 = 7;
    let mut below = |bound: u64| {
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (chance >> 33) % bound
    };
    let mut ballot = || {
        let mut ballot = Ballot::new();
        for topic in 0..TOPICS {
            let [wanted, points] = [below(TOPICS as u64 * 200), 1 + below(5)];
            if wanted < approvals * (300 - topic as u64) {
                ballot.insert(topic, points as u32);
            }
        }
        ballot
    };
    (0..VOTERS).map(|_| ballot()).collect()
}

fn median_ms<T>(mut work: impl FnMut() -> T) -> (f64, T) {
    let mut times = Vec::new();
    loop {
        let start = Instant::now();
        let result = work();
        times.push(start.elapsed().as_secs_f64() * 1_000.0);
        if times.len() == RUNS {
            times.sort_by(f64::total_cmp);
            return (times[RUNS / 2], result);
        }
    }
}
