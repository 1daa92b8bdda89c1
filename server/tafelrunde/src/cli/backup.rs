//! `tafelrunde backup`

use anyhow::{Context, ensure};
use std::path::PathBuf;
use std::process::ExitCode;

use super::DataOption;
use crate::journal::sqlite;

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
        let source = self.data.data.join(sqlite::FILE);
        ensure!(source.is_file(), "there is no journal in {}", self.data.data.display());
        let journal = rusqlite::Connection::open(&source)?;
        let mut copy = rusqlite::Connection::open(&self.to)
            .with_context(|| format!("{} cannot be written", self.to.display()))?;
        let backup = rusqlite::backup::Backup::new(&journal, &mut copy)?;
        // In one step: a writer that comes between two steps would make the copy begin anew for ever.
        backup.step(-1)?;
        drop(backup);
        println!("{}", self.to.display());
        Ok(ExitCode::SUCCESS)
    }
}
