//! `tafelrunde backup`

use anyhow::{Context, ensure};
use std::path::PathBuf;
use std::process::ExitCode;

use super::DataOption;
use crate::journal::sqlite;
use rusqlite::backup::StepResult;

#[derive(clap::Args)]
pub struct Backup {
    #[command(flatten)]
    data: DataOption,
    /// The file to write; must not exist. Put into an empty data directory as tafelrunde.sqlite it is the
    /// whole server again
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
}

impl Backup {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        ensure!(!self.to.exists(), "{} exists already", self.to.display());
        let journal = rusqlite::Connection::open(self.data.existing()?.join(sqlite::FILE))?;
        let mut copy = rusqlite::Connection::open(&self.to)
            .with_context(|| format!("{} cannot be written", self.to.display()))?;
        let backup = rusqlite::backup::Backup::new(&journal, &mut copy)?;
        // In one step: a writer that comes between two steps would make the copy begin anew for ever.
        let step = backup.step(-1)?;
        ensure!(
            step == StepResult::Done,
            "the journal is busy ({step:?}); the copy is not complete: try again"
        );
        drop(backup);
        println!("{}", self.to.display());
        Ok(ExitCode::SUCCESS)
    }
}
