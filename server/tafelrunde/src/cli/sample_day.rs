//! The sample day of `serve --sample-day` and `demo`: created once per data directory. Its links are kept
//! in a file, because the journal has only hashes of their tokens.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use super::links;
use crate::create::{Created, create};
use crate::journal::Journal;
use crate::{qr, template};

const FILE: &str = "sample-day.json";

/// The sample day of a data directory.
pub struct SampleDay {
    /// How to reach it.
    pub created: Created,
}

impl SampleDay {
    /// Finds the sample day, or creates it.
    pub fn ready(journal: &dyn Journal, data: &Path, public_url: &str) -> anyhow::Result<Self> {
        let file = data.join(FILE);
        if let Ok(text) = std::fs::read_to_string(&file)
            && let Ok(known) = serde_json::from_str::<Created>(&text)
            && journal.find(&known.code)?.is_some()
        {
            return Ok(Self { created: at(known, public_url) });
        }
        let created = create(journal, template::load("zukunftsmesse")?, public_url)?;
        let mut options = std::fs::OpenOptions::new();
        let mut kept = options.write(true).create(true).truncate(true).mode(0o600).open(file)?;
        kept.write_all(serde_json::to_string(&created)?.as_bytes())?;
        Ok(Self { created })
    }

    /// Prints the three addresses and the phones' QR code.
    pub fn print(&self) {
        println!();
        links::print(&self.created);
        println!();
        println!("{}", qr::terminal(&self.created.participant_url));
    }
}

/// The same café at the address that the server has today.
fn at(created: Created, public_url: &str) -> Created {
    let code = &created.code;
    Created {
        participant_url: format!("{public_url}/c/{code}"),
        moderator_url: format!("{public_url}/m/{code}#{}", created.moderator_token),
        screen_url: format!("{public_url}/s/{code}#{}", created.screen_token),
        ..created
    }
}
