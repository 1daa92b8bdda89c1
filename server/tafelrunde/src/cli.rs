//! The command line. Each command is a short file under `cli/`.

mod backup;
mod compute;
mod demo;
mod export;
mod links;
mod new;
mod sample_day;
mod serve;
mod verify;

use anyhow::ensure;
use clap::{Parser, Subcommand};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::config::Options;
use crate::journal::sqlite;

/// The storage failed while serving (sysexits' EX_IOERR).
const EXIT_STORAGE: u8 = 74;

/// Live participation for World-Café days: participants propose topics and vote on their phones, moderators
/// drive from a console, the wall shows everybody the live state.
#[derive(Parser)]
#[command(version, about)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server
    Serve(serve::Serve),
    /// Run the server with a sample day and a simulated crowd
    Demo(demo::Demo),
    /// Create a café; works beside a running server
    New(new::New),
    /// Recompute every count from the journal and compare
    Verify(verify::Verify),
    /// Copy the journal into a file while the server runs
    Backup(backup::Backup),
    /// Print a café's journal as JSON lines
    Export(export::Export),
    /// Select, rank or compare topics from a file
    Compute(compute::Compute),
}

/// Options of every command that runs a server.
#[derive(clap::Args)]
struct ServerOptions {
    /// TOML file with any of the options below; the command line and the environment come first
    #[arg(long, env = "TAFELRUNDE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    options: Options,
}

/// Options of every command that works on a data directory.
#[derive(clap::Args)]
struct DataOption {
    /// Directory that holds everything the server keeps
    #[arg(long, env = "TAFELRUNDE_DATA", value_name = "DIR", default_value = "data")]
    data: PathBuf,
}

impl DataOption {
    /// The directory, if there is a journal in it already: reading must not make an empty one.
    fn existing(&self) -> anyhow::Result<&Path> {
        let has_journal = self.data.join(sqlite::FILE).is_file();
        ensure!(has_journal, "there is no journal in {}", self.data.display());
        Ok(&self.data)
    }
}

/// Runs the command line; prints errors to standard error. Exit codes: 0 done, 1 failed, 2 wrong usage or input,
/// 74 the storage failed while serving.
pub fn run() -> ExitCode {
    let done = match Line::parse().command {
        Command::Serve(serve) => serve.run(),
        Command::Demo(demo) => demo.run(),
        Command::New(new) => new.run(),
        Command::Verify(verify) => verify.run(),
        Command::Backup(backup) => backup.run(),
        Command::Export(export) => export.run(),
        Command::Compute(compute) => compute.run(),
    };
    done.unwrap_or_else(|error| {
        eprintln!("tafelrunde: {error:#}");
        ExitCode::FAILURE
    })
}
