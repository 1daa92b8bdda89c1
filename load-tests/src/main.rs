//! Load tests: drives thousands of phones, a wall and a moderator against one Tafelrunde server over its own
//! protocol and prints what people would notice. One JSON line per measurement on stdout, a table on stderr.
//!
//! It does not judge: it exits with an error when something was lost, not when something was slow.
//!
//! Reading order: `arguments`, `scenario`; then the actors `crowd`, `phone`, `console`, `wall` over
//! `connection`; the pure parts `schedule`, `shown`, `latency`, `source_address`; the machine: `server`,
//! `process`, `cores`, `open_files`; last `report`.

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

mod cores;
mod machine;
mod open_files;
mod process;
mod server;

mod report;

use anyhow::Result;
use clap::Parser;

fn main() -> Result<()> {
    let arguments = arguments::Arguments::parse();
    let target = &arguments.target;
    let open_files = open_files::raise(arguments.scenario.connections());
    cores::keep_this_thread_to(&target.load_cores)?;
    // Threads started from here on inherit the cores of this one.
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores::usable(&target.load_cores))
        .enable_all()
        .build()?;
    let machine = machine::Machine::describe(target, open_files);
    runtime.block_on(scenario::run(arguments, machine))
}
