//! Holds measurements against the goals: reads the JSON lines of other runs on stdin and prints one line for each
//! goal on stdout. A goal that nothing was measured for is said to be missing.

mod goals;
mod runs;

use anyhow::Result;
use clap::Args;
use std::io::Read;

use goals::{Goal, Scope, Wanted, goals};
use runs::Runs;

#[derive(Debug, Clone, Args)]
pub struct Judge {
    /// Which goals.
    #[arg(long, value_enum, default_value_t = Scope::Quick)]
    pub goals: Scope,
}

/// Above this the machine was not ours alone.
const OTHERS_PERCENT_MAX: f64 = 10.0;

/// Judges what stands on stdin. Being short of a goal is no error.
pub fn run(judge: &Judge) -> Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let runs = Runs::read(&text);
    let goals = goals(judge.goals);
    for goal in &goals {
        println!("{}", goal.line(&runs));
    }
    println!("{}", summary(&goals, &runs));
    if let Some(percent) = runs.others_percent_of_a_core().filter(|percent| *percent > OTHERS_PERCENT_MAX) {
        eprintln!("others used {percent:.0} % of a core meanwhile: latencies and rates are theirs too");
    }
    Ok(())
}

fn summary(goals: &[Goal], runs: &Runs) -> String {
    let count = |verdict: &str| goals.iter().filter(|goal| goal.verdict(runs) == verdict).count();
    format!("{} ok, {} short, {} missing", count("ok"), count("short"), count("missing"))
}

impl Goal {
    fn verdict(&self, runs: &Runs) -> &'static str {
        let reached = (self.measured)(runs).map(|measured| match self.wanted {
            Wanted::AtMost(bound) => measured <= bound,
            Wanted::AtLeast(bound) => measured >= bound,
        });
        reached.map_or("missing", |reached| if reached { "ok" } else { "short" })
    }

    fn line(&self, runs: &Runs) -> String {
        let (sign, bound) = match self.wanted {
            Wanted::AtMost(bound) => ("≤", bound),
            Wanted::AtLeast(bound) => ("≥", bound),
        };
        let measured = (self.measured)(runs);
        let measured = measured.map_or_else(|| "-".to_owned(), |measured| format!("{measured:.2}"));
        format!("{:<58} {measured:>9}  {sign} {bound:<6} {}", self.name, self.verdict(runs))
    }
}

#[cfg(test)]
#[path = "judge/tests.rs"]
mod tests;
