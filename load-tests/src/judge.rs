//! Holds measurements against the goals: reads the JSON lines of other runs on stdin and prints one line for each
//! goal on stdout. A goal that nothing was measured for is said to be missing.

use anyhow::Result;
use serde_json::Value;
use std::io::Read;

/// What is wanted of a figure.
#[derive(Debug, Clone, Copy)]
enum Wanted {
    AtMost(f64),
    AtLeast(f64),
}

use Wanted::{AtLeast, AtMost};

struct Goal {
    name: &'static str,
    wanted: Wanted,
    measured: fn(&Runs) -> Option<f64>,
}

/// All measurements of a run, in order; the last one of a kind counts.
struct Runs(Vec<Value>);

/// Ratios are to the floor in the same run, unless the name says another unit.
const GOALS: &[Goal] = &[
    goal("fan-out: processor time of a delivery", AtMost(1.1), |runs| runs.ratio("delivery_cpu_us")),
    goal("live results: updates for 10,000 votes in a second, each", AtMost(5.0), updates_per_phone),
    goal("durable ack: processor time, 1,000 under way", AtMost(1.5), |runs| runs.ratio("ack_cpu_us")),
    goal("durable ack: processor time, 256 under way", AtMost(1.5), |runs| runs.ratio("ack_256_cpu_us")),
    goal("durable acks per second, 1,000 under way", AtLeast(0.6), |runs| runs.ratio("acks_per_second")),
    goal("durable acks per second, 256 under way", AtLeast(0.6), |runs| runs.ratio("acks_256_per_second")),
    goal("durable ack at 5,000/s: p50, ms", AtMost(1.0), |runs| runs.median_ms("paced_ack_p50_us")),
    goal("durable ack at 5,000/s: p99, ms", AtMost(10.0), |runs| runs.median_ms("paced_ack_p99_us")),
    goal("connect: processor time until upgraded", AtMost(2.0), |runs| runs.ratio("upgraded_cpu_us")),
    goal("connect: processor time until the board stands", AtMost(2.0), |runs| runs.ratio("greeted_cpu_us")),
    goal("memory of an idle line, KiB (first step: 7)", AtMost(2.0), kibibytes_per_line),
    goal("vote to wall at 10,000 phones, 2,000/s: p99, ms", AtMost(75.0), wall_p99_ms),
    goal("many small cafés: processor time of a vote to one big", AtMost(1.1), many_cafes),
    goal("one stuck phone: ack p99 of the others", AtMost(1.1), |runs| runs.stuck("ack_p99_us")),
    goal("one stuck phone: delivery p99 of the others", AtMost(1.1), |runs| runs.stuck("delivery_p99_us")),
    goal("town hall: vote p99, ms", AtMost(15.0), |runs| runs.town_hall("/latencies_us/ack/p99", 1e3)),
    goal("town hall: oldest wall, ms", AtMost(100.0), |runs| runs.town_hall("/latencies_us/wall/max", 1e3)),
    goal("town hall: processor time, s", AtMost(0.5), |runs| runs.town_hall("/server/cpu_seconds", 1.0)),
    goal("town hall: memory, MB", AtMost(30.0), |runs| runs.town_hall("/server/rss_bytes", 1e6)),
];

const fn goal(name: &'static str, wanted: Wanted, measured: fn(&Runs) -> Option<f64>) -> Goal {
    Goal { name, wanted, measured }
}

/// Judges what stands on stdin. Being short of a goal is no error.
pub fn run() -> Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let runs = Runs::read(&text);
    print!("{}", verdicts(&runs));
    if let Some(percent) = runs.others_percent_of_a_core().filter(|percent| *percent > OTHERS_PERCENT_MAX) {
        eprintln!("others used {percent:.0} % of a core meanwhile: latencies and rates are theirs too");
    }
    Ok(())
}

/// Above this the machine was not ours alone.
const OTHERS_PERCENT_MAX: f64 = 10.0;

fn verdicts(runs: &Runs) -> String {
    GOALS.iter().map(|goal| goal.verdict(runs)).collect()
}

impl Goal {
    fn verdict(&self, runs: &Runs) -> String {
        let (sign, bound) = match self.wanted {
            AtMost(bound) => ("≤", bound),
            AtLeast(bound) => ("≥", bound),
        };
        let measured = (self.measured)(runs);
        let reached = measured.map(|measured| match self.wanted {
            AtMost(bound) => measured <= bound,
            AtLeast(bound) => measured >= bound,
        });
        let verdict = reached.map_or("missing", |reached| if reached { "ok" } else { "short" });
        let measured = measured.map_or_else(|| "-".to_owned(), |measured| format!("{measured:.2}"));
        format!("{:<58} {measured:>9}  {sign} {bound:<6} {verdict}\n", self.name)
    }
}

impl Runs {
    fn read(lines: &str) -> Self {
        Self(lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect())
    }

    fn others_percent_of_a_core(&self) -> Option<f64> {
        self.side("compare", "tafelrunde")?["medians"]["others_percent_of_a_core"].as_f64()
    }

    fn last(&self, is_it: impl Fn(&Value) -> bool) -> Option<&Value> {
        self.0.iter().rev().find(|run| is_it(run))
    }

    fn side(&self, scenario: &str, side: &str) -> Option<&Value> {
        self.last(|run| run["scenario"] == scenario && run["side"] == side)
    }

    fn ratio(&self, figure: &str) -> Option<f64> {
        self.side("compare", "tafelrunde")?["ratios"][figure].as_f64()
    }

    fn median_ms(&self, figure: &str) -> Option<f64> {
        Some(self.side("compare", "tafelrunde")?["medians"][figure].as_f64()? / 1e3)
    }

    fn stuck(&self, figure: &str) -> Option<f64> {
        self.side("stuck-phone", "one-stuck")?["ratios"][figure].as_f64()
    }

    fn town_hall(&self, path: &str, unit: f64) -> Option<f64> {
        let run = self.last(|run| run["scenario"] == "town-hall")?;
        Some(run.pointer(path)?.as_f64()? / unit)
    }

    fn vote_storm(&self, rate: u64, results: &str) -> Option<&Value> {
        self.last(|run| {
            let parameters = &run["parameters"];
            run["scenario"] == "vote-storm" && parameters["rate"] == rate && parameters["results"] == results
        })
    }
}

fn updates_per_phone(runs: &Runs) -> Option<f64> {
    let run = runs.vote_storm(10_000, "live")?;
    Some(run["counts"]["updates_to_phones"].as_f64()? / run["parameters"]["phones"].as_f64()?)
}

fn wall_p99_ms(runs: &Runs) -> Option<f64> {
    Some(runs.vote_storm(2_000, "on-reveal")?["latencies_us"]["wall"]["p99"].as_f64()? / 1e3)
}

fn many_cafes(runs: &Runs) -> Option<f64> {
    runs.side("many-cafes", "many-small")?["ratios"]["vote_cpu_us"].as_f64()
}

fn kibibytes_per_line(runs: &Runs) -> Option<f64> {
    Some(runs.side("compare", "tafelrunde")?["medians"]["bytes_per_connection"].as_f64()? / 1_024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict<'a>(verdicts: &'a str, name: &str) -> &'a str {
        verdicts.lines().find(|line| line.starts_with(name)).expect("a goal of this name")
    }

    #[test]
    fn every_goal_has_a_line_whatever_was_measured() {
        let verdicts = verdicts(&Runs::read("not JSON\n{}\n"));
        assert_eq!(verdicts.lines().count(), GOALS.len());
        assert!(verdicts.lines().all(|line| line.ends_with("missing")), "{verdicts}");
    }

    #[test]
    fn the_last_measurement_counts() {
        let run = |ratio: f64| {
            serde_json::json!({ "scenario": "compare", "side": "tafelrunde",
                "ratios": { "delivery_cpu_us": ratio, "acks_per_second": 0.7 } })
        };
        let verdicts = verdicts(&Runs(vec![run(9.0), run(1.11)]));
        assert!(verdict(&verdicts, "fan-out").ends_with("     1.11  ≤ 1.1    short"), "{verdicts}");
        assert!(verdict(&verdicts, "durable acks per second, 1,000").ends_with("0.70  ≥ 0.6    ok"));
    }

    #[test]
    fn updates_are_told_for_each_phone() {
        let run = serde_json::json!({ "scenario": "vote-storm", "counts": { "updates_to_phones": 20_000 },
            "parameters": { "rate": 10_000, "results": "live", "phones": 5_000 } });
        assert!(verdict(&verdicts(&Runs(vec![run])), "live results").contains(" 4.00 "));
    }
}
