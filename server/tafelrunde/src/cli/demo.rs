//! `tafelrunde demo`

use std::process::ExitCode;
use std::sync::Arc;

use super::ServerOptions;
use super::sample_day::SampleDay;
use super::serve::{configuration, serve};
use crate::config::Config;
use crate::demo;
use crate::journal::Journal;
use crate::server::Running;

#[derive(clap::Args)]
pub struct Demo {
    #[command(flatten)]
    server: ServerOptions,
    /// Simulated participants
    #[arg(long, value_name = "N", default_value_t = 300)]
    participants: u32,
}

impl Demo {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let config = configuration(self.server)?;
        serve(config, async move |running: &Running, journal: Arc<dyn Journal>, config: &Config| {
            let day = SampleDay::ready(journal.as_ref(), &config.data, &running.public_url)?;
            day.print();
            println!("{} simulated participants are coming in.", self.participants);
            demo::begin(running.address, &day.created, self.participants);
            Ok(())
        })
    }
}
