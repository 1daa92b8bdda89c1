//! Load tests: drives thousands of phones, a wall and a moderator against one Tafelrunde server over its own
//! protocol and prints what people would notice. One JSON line per measurement on stdout, a table on stderr.
//! It also measures the server against others, down to the least possible one, under the same load.
//!
//! It exits with an error when something was lost, not when something was slow; only `judge` holds figures
//! against the goals.
//!
//! Reading order: `arguments`, `scenario`; then the actors `crowd`, `phone`, `console`, `wall` over
//! `connection`; the pure parts `schedule`, `shown`, `latency`, `trend`, `source_address`; the machine: `server`,
//! `process`, `cores`, `open_files`; last `report`.
//!
//! Beside them `compare`: its raw generator is `exchange` over `lines` in a `dialect`; its own servers are
//! `floor` and `first_draft`, which hold the conversation of `raw_messages`.

mod arguments;
mod scenario;

mod connection;
mod console;
mod crowd;
mod hall;
mod ledger;
mod phone;
mod wall;

mod latency;
mod pacer;
mod schedule;
mod shown;
mod source_address;
mod trend;

mod compare;
mod dialect;
mod exchange;
mod lines;
mod many_cafes;
mod nats;
mod socket_io;
mod stuck_phone;

mod first_draft;
mod floor;
mod frame;
mod listening;
mod raw_messages;
mod upgrade;

mod cores;
mod machine;
mod open_files;
mod process;
mod server;
mod started;

mod judge;
mod report;

use anyhow::Result;
use arguments::{Arguments, Work};
use clap::Parser;

fn main() -> Result<()> {
    let Arguments { target, work } = Arguments::parse();
    let open_files = open_files::raise(work.connections());
    cores::keep_this_thread_to(&target.load_cores)?;
    let machine = machine::Machine::describe(&target, open_files);
    match work {
        Work::Scenario(scenario) => runtime(&target)?.block_on(scenario::run(target, scenario, machine)),
        Work::Compare(compare) => compare::run(&compare, &target, &machine),
        Work::ManyCafes(many) => many_cafes::run(&many, &target, &machine),
        Work::StuckPhone(stuck) => stuck_phone::run(&stuck, &target, &machine),
        Work::Judge(judge) => judge::run(&judge),
        Work::Floor(listen) => floor::run(&listen),
        Work::FirstDraft(listen) => runtime(&target)?.block_on(first_draft::run(&listen)),
    }
}

/// Threads started from here on inherit the cores of this one.
fn runtime(target: &arguments::Target) -> Result<tokio::runtime::Runtime> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores::usable(&target.load_cores))
        .enable_all()
        .build()?;
    Ok(runtime)
}
