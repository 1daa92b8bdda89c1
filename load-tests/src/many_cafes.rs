//! Many small cafés against one big one with as many phones: a vote must not cost more for being cast in a
//! small room.

use anyhow::Result;
use clap::Args;
use serde::Serialize;
use std::time::Duration;
use tafelrunde_protocol::command::Results;

use crate::arguments::Target;
use crate::compare::{self, Figures, cpu, start_cafes};
use crate::dialect::Tafelrunde;
use crate::exchange::{self, ClosedLoop, Depth, OpenLoop};
use crate::lines::Lines;
use crate::machine::Machine;

#[derive(Debug, Clone, Args, Serialize)]
pub struct ManyCafes {
    /// Small cafés.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub cafes: u32,
    /// Phones in each.
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub phones_each: u32,
    /// How often both are measured.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub rounds: u32,
    /// Votes per second in the open loop.
    #[arg(long, default_value_t = 5_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
    /// Time of each of the two steps.
    #[arg(long, default_value_t = 3_000, value_parser = clap::value_parser!(u64).range(10..=60_000))]
    pub step_ms: u64,
}

impl ManyCafes {
    /// Lines that are open at a time.
    pub fn lines_max(&self) -> u64 {
        u64::from(self.cafes) * (u64::from(self.phones_each) + 1)
    }
}

/// Until nothing of the step before goes on.
const CALM: Duration = Duration::from_millis(500);
const IN_FLIGHT: usize = 256;

/// Measures both in turns and prints one JSON line for each.
pub fn run(many: &ManyCafes, target: &Target, machine: &Machine) -> Result<()> {
    let phones = (many.cafes * many.phones_each) as usize;
    let (mut big, mut small) = (Vec::new(), Vec::new());
    for _ in 0..many.rounds {
        big.push(measure(1, phones, many, target)?);
        small.push(measure(many.cafes as usize, phones, many, target)?);
    }
    let sides = vec![("one-big".to_owned(), big), ("many-small".to_owned(), small)];
    compare::print("many-cafes", many, sides, machine)
}

fn measure(cafes: usize, phones: usize, many: &ManyCafes, target: &Target) -> Result<Figures> {
    let (server, cafes) = start_cafes(target, cafes)?;
    let dialect = Tafelrunde::new(cafes, Results::OnReveal);
    let mut lines = Lines::new(server.address(), Box::new(dialect))?;
    let lines = &mut lines;
    exchange::open(lines, lines.dialect.tellers() + phones, Depth::Greeting)?;
    exchange::prepare(lines)?;
    exchange::rest(lines, CALM)?;

    let time = Duration::from_millis(many.step_ms);
    let closed = ClosedLoop { lines: phones, in_flight: IN_FLIGHT, time };
    let (busy, at_once) = cpu(server.pid(), || exchange::closed_loop(lines, closed, 1))?;
    let at_once = at_once?;
    exchange::rest(lines, CALM)?;
    let open = OpenLoop { rate: many.rate, time, seed: target.seed };
    let (paced, spread) = cpu(server.pid(), || exchange::open_loop(lines, open, 1_000_000_000))?;
    let spread = spread?;
    Ok(Figures::from([
        ("vote_cpu_us", busy * 1e6 / at_once.count.max(1) as f64),
        ("votes_per_second", at_once.count as f64 / at_once.seconds),
        ("paced_vote_cpu_us", paced * 1e6 / spread.count.max(1) as f64),
        ("paced_vote_p99_us", spread.latency.percentiles().p99 as f64),
    ]))
}
