//! The goals. Ratios are to the floor in the same run, unless the name says another unit.

use clap::ValueEnum;

use super::runs::Runs;

/// Which goals are judged: those that were measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Scope {
    /// What `make bench-quick` measures.
    Quick,
    /// What `make bench-goals` measures.
    All,
}

/// What is wanted of a figure.
#[derive(Debug, Clone, Copy)]
pub enum Wanted {
    AtMost(f64),
    AtLeast(f64),
}

use Wanted::{AtLeast, AtMost};

/// One goal.
pub struct Goal {
    pub name: String,
    pub wanted: Wanted,
    pub measured: Measured,
}

type Measured = Box<dyn Fn(&Runs) -> Option<f64>>;

/// All goals, in the order in which they are told.
pub fn goals(scope: Scope) -> Vec<Goal> {
    let mut goals = Vec::new();
    for connections in scope.sizes() {
        goals.extend(at_size(*connections));
    }
    goals.extend([
        idle_memory(scope),
        goal(
            "live results: updates for 10,000 votes in a second, each",
            AtMost(5.0),
            Runs::updates_per_phone,
        ),
        goal("vote to wall at 10,000 phones, 2,000/s: p99, ms", AtMost(75.0), |runs| {
            Some(runs.wall_p99_us()? / 1e3)
        }),
        many_cafes(scope),
        goal("one stuck phone: ack p99 of the others", AtMost(1.1), |runs| runs.stuck("ack_p99_us")),
        goal("one stuck phone: delivery p99 of the others", AtMost(1.1), |runs| {
            runs.stuck("delivery_p99_us")
        }),
        town_hall("vote p99, ms", 15.0, "/latencies_us/ack/p99", 1e3),
        town_hall("oldest wall, ms", 100.0, "/latencies_us/wall/max", 1e3),
        town_hall("processor time, s", 0.5, "/server/cpu_seconds", 1.0),
        town_hall("memory, MB", 30.0, "/server/rss_bytes", 1e6),
    ]);
    if scope == Scope::All {
        goals.push(goal("mixed day: growth of memory after the first fifth, %", AtMost(2.0), |runs| {
            runs.figure("mixed-day", "/figures/memory_growth_percent")
        }));
    }
    goals
}

impl Scope {
    /// Connections at which servers are compared.
    fn sizes(self) -> &'static [u64] {
        match self {
            Self::Quick => &[1_000, 5_000],
            Self::All => &[1_000, 5_000, 10_000],
        }
    }
}

fn at_size(connections: u64) -> impl Iterator<Item = Goal> {
    let ratios = [
        ("processor time of a delivery", AtMost(1.1), "delivery_cpu_us"),
        ("processor time of a durable ack, 1,000 under way", AtMost(1.5), "ack_cpu_us"),
        ("processor time of a durable ack, 256 under way", AtMost(1.5), "ack_256_cpu_us"),
        ("durable acks per second, 1,000 under way", AtLeast(0.6), "acks_per_second"),
        ("durable acks per second, 256 under way", AtLeast(0.6), "acks_256_per_second"),
        ("processor time until upgraded", AtMost(2.0), "upgraded_cpu_us"),
        ("processor time until the board stands", AtMost(2.0), "greeted_cpu_us"),
    ];
    let milliseconds = [
        ("durable ack at 5,000/s: p50, ms", AtMost(1.0), "paced_ack_p50_us"),
        ("durable ack at 5,000/s: p99, ms", AtMost(10.0), "paced_ack_p99_us"),
    ];
    let size = grouped(connections);
    let sized = move |name: &str| format!("{size}: {name}");
    let name = sized.clone();
    let ratios = ratios.into_iter().map(move |(what, wanted, figure)| {
        goal(&name(what), wanted, move |runs| runs.ratio(connections, figure))
    });
    let milliseconds = milliseconds.into_iter().map(move |(what, wanted, figure)| {
        goal(&sized(what), wanted, move |runs| Some(runs.median(connections, figure)? / 1e3))
    });
    ratios.chain(milliseconds)
}

fn idle_memory(scope: Scope) -> Goal {
    match scope {
        Scope::Quick => goal("5,000: memory of an idle line, KiB (first step: 7)", AtMost(2.0), |runs| {
            Some(runs.median(5_000, "bytes_per_connection")? / 1_024.0)
        }),
        Scope::All => goal("19,900: memory of an idle line, KiB (first step: 7)", AtMost(2.0), |runs| {
            Some(runs.idle_bytes()? / 1_024.0)
        }),
    }
}

fn many_cafes(scope: Scope) -> Goal {
    let cafes = match scope {
        Scope::Quick => 100,
        Scope::All => 1_000,
    };
    let name = format!("{} cafés × 10: processor time of a vote to one big", grouped(cafes));
    goal(&name, AtMost(1.1), move |runs| runs.many_cafes(cafes))
}

fn town_hall(what: &str, bound: f64, path: &'static str, unit: f64) -> Goal {
    let measured = move |runs: &Runs| Some(runs.figure("town-hall", path)? / unit);
    goal(&format!("town hall: {what}"), AtMost(bound), measured)
}

fn goal(name: &str, wanted: Wanted, measured: impl Fn(&Runs) -> Option<f64> + 'static) -> Goal {
    Goal { name: name.to_owned(), wanted, measured: Box::new(measured) }
}

/// Thousands are set apart; no number here is larger.
fn grouped(number: u64) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) }
}
