//! `tafelrunde export`

use anyhow::Context;
use std::io::Write;
use std::process::ExitCode;
use tafelrunde_protocol::ids::CafeCode;

use super::DataOption;
use crate::journal::sqlite::SqliteJournal;
use crate::journal::{Journal, ReadError, Seq};

#[derive(clap::Args)]
pub struct Export {
    #[command(flatten)]
    data: DataOption,
    /// The café
    #[arg(long, value_name = "CODE")]
    code: String,
}

impl Export {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let journal = SqliteJournal::open(self.data.existing()?)?;
        let code =
            CafeCode::parse(&self.code).with_context(|| format!("{} is not a café code", self.code))?;
        let key = journal.find(&code)?.with_context(|| format!("there is no café {code}"))?;
        let mut out = std::io::stdout().lock();
        journal.read(key, Seq::FIRST, &mut |batch| {
            let events = String::from_utf8_lossy(&batch.events);
            let (seq, at, format) = (batch.seq.0, batch.at.0, batch.format);
            writeln!(out, r#"{{"seq":{seq},"at":{at},"format":{format},"events":{events}}}"#)
                .map_err(|error| ReadError::Storage(error.to_string()))
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
