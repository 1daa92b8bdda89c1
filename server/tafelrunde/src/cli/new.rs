//! `tafelrunde new`

use std::path::PathBuf;
use std::process::ExitCode;

use super::DataOption;
use super::serve::PUBLIC_URL_FILE;
use crate::create::{Created, create};
use crate::journal::sqlite::SqliteJournal;
use crate::template;

#[derive(clap::Args)]
pub struct New {
    #[command(flatten)]
    data: DataOption,
    /// A template file, or the name of one that comes with the program: zukunftsmesse
    #[arg(long, value_name = "FILE|NAME")]
    template: String,
    /// What phones reach the server by [default: what the server last said]
    #[arg(long, env = "TAFELRUNDE_PUBLIC_URL", value_name = "URL")]
    public_url: Option<String>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

impl New {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let template = template::load(&self.template)?;
        let journal = SqliteJournal::open(&self.data.data)?;
        let public_url = self.public_url.unwrap_or_else(|| last_public_url(&self.data.data));
        let created = create(&journal, template, public_url.trim_end_matches('/'))?;
        if self.json {
            println!("{}", serde_json::to_string(&created)?);
        } else {
            print(&created);
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn last_public_url(data: &std::path::Path) -> String {
    let file: PathBuf = data.join(PUBLIC_URL_FILE);
    std::fs::read_to_string(file).unwrap_or_else(|_| "http://127.0.0.1:8080".into())
}

/// Prints the three addresses for people.
pub fn print(created: &Created) {
    println!("Café {}", created.code);
    println!("  Phones   {}", created.participant_url);
    println!("  Console  {}", created.moderator_url);
    println!("  Wall     {}", created.screen_url);
}
