//! One server's turn in a round: the same steps for everybody, the processor time of each.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use super::{Compare, Contender, Steps};
use crate::arguments::Target;
use crate::exchange::{self, Answers, ClosedLoop, Depth, OpenLoop};
use crate::process;

/// Figures by name; the unit ends the name.
pub type Figures = BTreeMap<&'static str, f64>;

/// Lines that are there before memory is measured: what the first ones need is not a line's share.
const FIRST_LINES: usize = 100;
/// Until nothing of the step before goes on.
const CALM: Duration = Duration::from_millis(400);
/// Numbers of requests ascend over the steps of a turn.
const STEP: u64 = 1_000_000_000;
/// Requests under way together in the closed loops, each on another of all lines.
const MANY_IN_FLIGHT: usize = 1_000;
const FEW_IN_FLIGHT: usize = 256;

/// Lines at most that are only upgraded, in the last step.
pub const UPGRADED_LINES: usize = 2_000;

/// Starts the server, measures it and ends it.
pub fn run(contender: Contender, compare: &Compare, target: &Target) -> Result<Figures> {
    let others = Others::now();
    let (running, mut lines) = contender.start(target)?;
    let lines = &mut lines;
    let pid = running.pid();
    let mut figures = Figures::new();
    let connections = compare.connections as usize;

    exchange::open(lines, lines.dialect.tellers() + FIRST_LINES.min(connections / 2), Depth::Greeting)?;
    exchange::rest(lines, CALM)?;
    let memory_before = memory(pid)?;
    let more = lines.dialect.tellers() + connections - lines.len();
    let (cpu, opened) = cpu(pid, || exchange::open(lines, more, Depth::Greeting))?;
    opened?;
    figures.insert("greeted_cpu_us", cpu * 1e6 / more as f64);
    exchange::rest(lines, CALM)?;
    figures.insert("bytes_per_connection", memory(pid)?.saturating_sub(memory_before) as f64 / more as f64);
    if compare.steps == Steps::Idle {
        return Ok(figures);
    }

    exchange::prepare(lines)?;
    exchange::rest(lines, CALM)?;
    let pause = Duration::from_millis(compare.pause_ms);
    let (cpu, told) = self::cpu(pid, || exchange::tell(lines, compare.rounds_told, pause, 1))?;
    let (every, last) = told?;
    figures.insert("delivery_cpu_us", cpu * 1e6 / (compare.rounds_told as usize * connections) as f64);
    figures.insert("delivery_p50_us", every.percentiles().p50 as f64);
    figures.insert("last_delivery_p50_us", last.percentiles().p50 as f64);

    let time = Duration::from_millis(compare.step_ms);
    for (number, in_flight, names) in [(1, MANY_IN_FLIGHT, MANY), (2, FEW_IN_FLIGHT, FEW)] {
        let plan = ClosedLoop { lines: connections, in_flight, time };
        let (cpu, answers) = self::cpu(pid, || exchange::closed_loop(lines, plan, number * STEP))?;
        figures.extend(names.into_iter().zip(ack_figures(cpu, &answers?)));
    }
    let plan = OpenLoop { rate: compare.rate, time, seed: target.seed };
    let (cpu, answers) = self::cpu(pid, || exchange::open_loop(lines, plan, 3 * STEP))?;
    figures.extend(PACED.into_iter().zip(ack_figures(cpu, &answers?)));

    // Last, so that what these lines leave behind in the server's memory is not counted for others.
    let upgraded = connections.min(UPGRADED_LINES);
    let (cpu, opened) = self::cpu(pid, || exchange::open(lines, upgraded, Depth::Upgrade))?;
    opened?;
    figures.insert("upgraded_cpu_us", cpu * 1e6 / upgraded as f64);
    figures.insert("others_percent_of_a_core", others.percent_of_a_core(pid));
    Ok(figures)
}

/// Everybody else on the machine: when they are busy, the figures are theirs too.
struct Others {
    began: Instant,
    all: f64,
    load: f64,
}

impl Others {
    fn now() -> Self {
        let load = process::usage(std::process::id()).unwrap_or_default().cpu_seconds;
        Self { began: Instant::now(), all: process::all_cpu_seconds().unwrap_or_default(), load }
    }

    /// The server has been started since.
    fn percent_of_a_core(&self, server: u32) -> f64 {
        let now = Self::now();
        let server = process::usage(server).unwrap_or_default().cpu_seconds;
        let others = (now.all - self.all) - (now.load - self.load) - server;
        100.0 * others.max(0.0) / self.began.elapsed().as_secs_f64()
    }
}

/// Names of the figures of the closed loop with a request under way on every asking line …
const MANY: [&str; 4] = ["ack_cpu_us", "acks_per_second", "ack_p50_us", "ack_p99_us"];
/// … of the one with fewer …
const FEW: [&str; 4] = ["ack_256_cpu_us", "acks_256_per_second", "ack_256_p50_us", "ack_256_p99_us"];
/// … and of the open loop.
const PACED: [&str; 4] =
    ["paced_ack_cpu_us", "paced_acks_per_second", "paced_ack_p50_us", "paced_ack_p99_us"];

fn ack_figures(cpu: f64, answers: &Answers) -> [f64; 4] {
    let count = answers.count.max(1) as f64;
    let latency = answers.latency.percentiles();
    [cpu * 1e6 / count, count / answers.seconds, latency.p50 as f64, latency.p99 as f64]
}

/// Processor seconds that the process used meanwhile, and what came out.
pub fn cpu<T>(pid: u32, work: impl FnOnce() -> T) -> Result<(f64, T)> {
    let seconds = || process::cpu_seconds(pid).context("the server is gone");
    let before = seconds()?;
    let outcome = work();
    Ok((seconds()? - before, outcome))
}

fn memory(pid: u32) -> Result<u64> {
    Ok(process::usage(pid).context("the server is gone")?.rss_bytes)
}
