//! `tafelrunde new`

use std::process::ExitCode;

use super::DataOption;
use super::links;
use crate::create::create;
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
        let public_url = self.public_url.unwrap_or_else(|| links::last_public_url(&self.data.data));
        let created = create(&journal, template, public_url.trim_end_matches('/'))?;
        if self.json {
            println!("{}", serde_json::to_string(&created)?);
        } else {
            links::print(&created);
        }
        Ok(ExitCode::SUCCESS)
    }
}
