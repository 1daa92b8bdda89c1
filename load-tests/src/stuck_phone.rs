//! One phone asks and never reads until the server's buffers for it are full. The others must not notice.

use anyhow::Result;
use clap::Args;
use serde::Serialize;
use std::time::Duration;

use crate::arguments::Target;
use crate::compare::{self, Contender, Figures};
use crate::exchange::{self, Depth, OpenLoop};
use crate::lines::Lines;
use crate::machine::Machine;

#[derive(Debug, Clone, Args, Serialize)]
pub struct StuckPhone {
    /// Phones that are well.
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=200_000))]
    pub connections: u32,
    /// How often it is measured without and with the stuck one.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
    pub rounds: u32,
    /// Votes per second.
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub rate: u32,
    /// For how long; the server gives up on a stuck phone after ten seconds.
    #[arg(long, default_value_t = 3_000, value_parser = clap::value_parser!(u64).range(10..=5_000))]
    pub step_ms: u64,
}

const CALM: Duration = Duration::from_millis(500);
const NOTICES: u32 = 4;
/// Longer than a tick of the server.
const PAUSE: Duration = Duration::from_millis(400);

/// Measures in turns and prints one JSON line without and one with the stuck phone.
pub fn run(stuck: &StuckPhone, target: &Target, machine: &Machine) -> Result<()> {
    let (_running, mut lines) = Contender::Tafelrunde.start(target)?;
    let lines = &mut lines;
    exchange::open(lines, lines.dialect.tellers() + stuck.connections as usize, Depth::Greeting)?;
    exchange::prepare(lines)?;
    exchange::rest(lines, CALM)?;
    let (mut all_well, mut one_stuck) = (Vec::new(), Vec::new());
    for round in 0..u64::from(stuck.rounds) {
        all_well.push(measure(lines, stuck, target, 2 * round + 1)?);
        exchange::open_stuck(lines)?;
        exchange::rest(lines, CALM)?;
        one_stuck.push(measure(lines, stuck, target, 2 * round + 2)?);
        lines.drop_stuck();
        exchange::rest(lines, CALM)?;
    }
    let sides = vec![("all-well".to_owned(), all_well), ("one-stuck".to_owned(), one_stuck)];
    compare::print("stuck-phone", stuck, sides, machine)
}

/// Numbers of requests and notices ascend from turn to turn.
fn measure(lines: &mut Lines, stuck: &StuckPhone, target: &Target, turn: u64) -> Result<Figures> {
    let time = Duration::from_millis(stuck.step_ms);
    let plan = OpenLoop { rate: stuck.rate, time, seed: target.seed };
    let acks = exchange::open_loop(lines, plan, turn * 1_000_000_000)?.latency.percentiles();
    let (every, _) = exchange::tell(lines, NOTICES, PAUSE, turn * 1_000)?;
    let deliveries = every.percentiles();
    Ok(Figures::from([
        ("ack_p50_us", acks.p50 as f64),
        ("ack_p99_us", acks.p99 as f64),
        ("delivery_p50_us", deliveries.p50 as f64),
        ("delivery_p99_us", deliveries.p99 as f64),
    ]))
}
