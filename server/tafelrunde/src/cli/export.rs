//! `tafelrunde export`

use anyhow::Context;
use std::io::Write;
use std::process::ExitCode;
use tafelrunde_core::compute::ballots;
use tafelrunde_core::forming::Ingredients;
use tafelrunde_protocol::ids::CafeCode;

use super::DataOption;
use crate::journal::sqlite::SqliteJournal;
use crate::journal::{Journal, ReadError, Seq};
use crate::room::loading::load_from_events;

#[derive(clap::Args)]
pub struct Export {
    #[command(flatten)]
    data: DataOption,
    /// The café
    #[arg(long, value_name = "CODE")]
    code: String,
    /// Write only the topic ballots, without pseudonyms, as a file for `tafelrunde compute select`
    #[arg(long)]
    topic_ballots: bool,
}

impl Export {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let journal = SqliteJournal::open(self.data.existing()?)?;
        let code =
            CafeCode::parse(&self.code).with_context(|| format!("{} is not a café code", self.code))?;
        let key = journal.find(&code)?.with_context(|| format!("there is no café {code}"))?;
        let mut out = std::io::stdout().lock();
        if self.topic_ballots {
            let cafe = load_from_events(&journal, key)?.cafe;
            let kind = cafe.topics.rules.ballot;
            writeln!(out, "{}", ballots::write(code.as_str(), kind, &Ingredients::of(&cafe)))?;
            return Ok(ExitCode::SUCCESS);
        }
        journal.read(key, Seq::FIRST, &mut |batch| {
            let events = String::from_utf8_lossy(&batch.events);
            let (seq, at, format) = (batch.seq.0, batch.at.0, batch.format);
            writeln!(out, r#"{{"seq":{seq},"at":{at},"format":{format},"events":{events}}}"#)
                .map_err(|error| ReadError::Storage(error.to_string()))
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
