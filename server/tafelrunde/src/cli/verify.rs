//! `tafelrunde verify`

use anyhow::ensure;
use std::process::ExitCode;
use tafelrunde_protocol::ids::CafeCode;

use super::DataOption;
use crate::journal::Journal;
use crate::journal::sqlite::SqliteJournal;
use crate::verify::verify;

#[derive(clap::Args)]
pub struct Verify {
    #[command(flatten)]
    data: DataOption,
    /// Check only the café with this code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
}

impl Verify {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let journal = SqliteJournal::open(self.data.existing()?)?;
        let wanted = self.code.as_deref().map(|typed| CafeCode::parse(typed).ok_or(typed));
        let wanted = wanted.transpose().map_err(|typed| anyhow::anyhow!("{typed} is not a café code"))?;
        let mut cafes = journal.cafes()?;
        cafes.retain(|(code, _)| wanted.as_ref().is_none_or(|wanted| wanted == code));
        ensure!(!cafes.is_empty(), "there is no such café in {}", self.data.data.display());
        let mut sound = true;
        for (code, key) in cafes {
            match verify(&journal, code.clone(), key) {
                Ok(finding) => {
                    let verdict = if finding.is_sound() { "sound" } else { "NOT SOUND" };
                    let (batches, ballots) = (finding.batches, finding.ballots);
                    println!("{code}: {verdict}, {batches} batches, {ballots} ballots recounted");
                    for discrepancy in &finding.discrepancies {
                        println!("  counts do not follow from ballots: {discrepancy:?}");
                    }
                    sound &= finding.is_sound();
                }
                Err(error) => {
                    println!("{code}: NOT READABLE: {error}");
                    sound = false;
                }
            }
        }
        Ok(if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    }
}
