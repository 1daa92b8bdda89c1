//! Seeded random days: commands by everybody in any order, messages lost and repeated, restarts, slow and
//! sleeping clients. After every day: replaying gives the same café, counts follow from ballots, whoever
//! followed has what a newcomer gets, an acknowledged ballot counts once, and no hidden count was ever on a
//! participants' or a screens' board.
//!
//! `TAFELRUNDE_SEEDS=1000 cargo nextest run -p tafelrunde-tests --test simulation` runs more days;
//! `TAFELRUNDE_SEED=17` one.

mod sim {
    pub mod board;
    pub mod day;
    pub mod wishes;
}

use sim::day::Day;

const SEEDS: u64 = 150;
const STEPS: u32 = 400;

fn seeds() -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    match (number("TAFELRUNDE_SEED"), number("TAFELRUNDE_SEEDS")) {
        (Some(seed), _) => seed..seed + 1,
        (None, Some(count)) => 0..count,
        (None, None) => 0..SEEDS,
    }
}

#[test]
fn a_random_day_keeps_every_promise() {
    for seed in seeds() {
        let day = std::panic::catch_unwind(|| {
            let mut day = Day::new(seed);
            (0..STEPS).for_each(|_| day.step());
            day.end()
        });
        // The message of the failure has been printed where it happened.
        let counted = day.unwrap_or_else(|_| panic!("seed {seed}"));
        assert!(counted.acknowledged > 0, "seed {seed}: nothing happened");
    }
}

#[test]
fn the_same_seed_gives_the_same_day() {
    let day = |seed| {
        let mut day = Day::new(seed);
        (0..STEPS).for_each(|_| day.step());
        day.end().journal
    };
    assert_eq!(day(7), day(7));
    assert_ne!(day(7), day(8));
}
