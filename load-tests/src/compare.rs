//! Servers against each other in one run: A B C A B C …, each freshly started, with the same load from the same
//! generator. The first one named is what the others are compared with, by the median over the rounds.

mod contender;
mod medians;
mod turn;

pub use contender::{Contender, start_cafes};
pub use turn::{Figures, cpu};

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write;

use crate::arguments::Target;
use crate::machine::Machine;

#[derive(Debug, Clone, Args, Serialize)]
pub struct Compare {
    /// Servers, the one that others are compared with first.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "floor,first-draft,tafelrunde")]
    pub servers: Vec<Contender>,
    /// How often each has its turn.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub rounds: u32,
    /// Connections to each server.
    #[arg(long, default_value_t = 10_000, value_parser = clap::value_parser!(u32).range(2..=200_000))]
    pub connections: u32,
    /// How often everybody is told something.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub rounds_told: u32,
    /// Quiet time between; longer than the server's tick, or the tick is measured too.
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u64).range(1..=60_000))]
    pub pause_ms: u64,
    /// Time of each of the three steps with requests.
    #[arg(long, default_value_t = 3_000, value_parser = clap::value_parser!(u64).range(10..=60_000))]
    pub step_ms: u64,
    /// Which steps a turn has.
    #[arg(long, value_enum, default_value_t = Steps::All)]
    pub steps: Steps,
    /// Requests per second in the open loop.
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
}

/// What is measured in a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Steps {
    /// Everything.
    All,
    /// Connecting, and the memory of what is idle then: no step needs connections of its own.
    Idle,
}

/// One side's figures.
#[derive(Debug, Serialize)]
struct Compared<'a> {
    scenario: &'static str,
    /// The server, or what else is compared.
    side: String,
    parameters: &'a Value,
    medians: Figures,
    /// To the first side, figure by figure.
    ratios: Figures,
    rounds: &'a [Figures],
    machine: &'a Machine,
}

impl Compare {
    /// Lines that are open at a time; the last step opens some more.
    pub fn lines_max(&self) -> u64 {
        let more = match self.steps {
            Steps::All => turn::UPGRADED_LINES,
            Steps::Idle => 0,
        };
        u64::from(self.connections) + more as u64
    }
}

/// Measures all and prints one JSON line for each.
pub fn run(compare: &Compare, target: &Target, machine: &Machine) -> Result<()> {
    let mut servers = compare.servers.clone();
    servers.retain(|server| {
        let missing = server.missing();
        if let Some(why) = &missing {
            eprintln!("{}: skipped: {why}", server.name());
        }
        missing.is_none()
    });
    let mut all: Vec<Vec<Figures>> = vec![Vec::new(); servers.len()];
    for round in 1..=compare.rounds {
        for (server, rounds) in servers.iter().zip(&mut all) {
            let figures = turn::run(*server, compare, target)
                .with_context(|| format!("{}, round {round}", server.name()))?;
            rounds.push(figures);
        }
    }
    let sides = servers.iter().map(|server| server.name()).zip(all).collect();
    print("compare", compare, sides, machine)
}

/// Prints what the rounds of each side say, compared with the first side.
pub fn print(
    scenario: &'static str,
    parameters: &impl Serialize,
    sides: Vec<(String, Vec<Figures>)>,
    machine: &Machine,
) -> Result<()> {
    let parameters = &serde_json::to_value(parameters)?;
    let first = sides.first().map_or_else(Vec::new, |(_, rounds)| rounds.clone());
    for (side, rounds) in &sides {
        let compared = Compared {
            scenario,
            side: side.clone(),
            parameters,
            medians: medians::medians(rounds),
            ratios: medians::ratios(rounds, &first),
            rounds,
            machine,
        };
        println!("{}", serde_json::to_string(&compared)?);
        eprint!("{}", compared.table());
    }
    Ok(())
}

impl Compared<'_> {
    fn table(&self) -> String {
        let mut table = format!(
            "\n{:<28} {:>12} {:>12}\n",
            format!("{} {}", self.scenario, self.side),
            "median",
            "ratio"
        );
        for (name, median) in &self.medians {
            let ratio = self.ratios.get(name).map_or_else(String::new, |ratio| format!("{ratio:.2}"));
            // Writing into a string does not fail.
            let _ = writeln!(table, "  {name:<26} {median:>12.1} {ratio:>12}");
        }
        table
    }
}
