//! Measures the search for twins among 2,000 topics with texts: `cargo run --release -p tafelrunde-core --example
//! twins_timing`. The topics are mixed from the test titles, so words are about as common as on a real day.

use std::time::{Duration, Instant};
use tafelrunde_core::twins::glossary::{BUILT_IN, Glossary};
use tafelrunde_core::twins::index::Index;
use tafelrunde_core::twins::search::{PAIR_LEAST, PAIRS_MAX, pairs, suggest};
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::limits::{TEXT_CHARS_MAX, TOPICS_MAX};

const FILES: [&str; 2] =
    [include_str!("../tests/twins/tuning.txt"), include_str!("../tests/twins/held_out.txt")];
const RUNS: usize = 20;

fn main() {
    let words: Vec<&str> = FILES.iter().flat_map(|file| file.split_whitespace()).collect();
    let mut place = 1;
    let mut text = |chars: usize| {
        let mut text = String::new();
        while text.chars().count() < chars {
            // Numerical Recipes' generator: any will do, the same on every machine.
            place = (place * 1_664_525 + 1_013_904_223) % (1 << 32);
            text.push_str(words[(place >> 8) % words.len()]);
            text.push(' ');
        }
        text.chars().take(chars).collect::<String>()
    };
    let topics: Vec<(TopicId, String, String)> = (0..TOPICS_MAX)
        .map(|number| {
            let id = TopicId::new(&format!("t{number}")).expect("a letter and digits");
            (id, text(20 + number % 60), text(number % 4 * TEXT_CHARS_MAX / 3))
        })
        .collect();

    let glossary = || Glossary::read(&[BUILT_IN]).expect("the built-in list is within its bounds");
    print("read the glossary", (0..RUNS).map(|_| time(|| drop(glossary()))));
    let mut index = Index::new(glossary());
    print("add a topic", topics.iter().map(|(id, title, text)| time(|| index.set(id, title, text))));
    print("change a topic", topics.iter().map(|(id, title, text)| time(|| index.set(id, title, text))));
    let typed = topics.iter().take(200).map(|(_, title, _)| title);
    print("suggest three", typed.map(|title| time(|| drop(suggest(&index, title, 3)))));
    let all_pairs = (0..RUNS).map(|_| time(|| drop(pairs(&index, PAIR_LEAST, PAIRS_MAX))));
    print("all pairs", all_pairs);
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn print(name: &str, times: impl Iterator<Item = Duration>) {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    let (median, worst) = (times[times.len() / 2], times[times.len() - 1]);
    println!("{name}: median {median:.2?}, worst {worst:.2?} of {}", times.len());
}
