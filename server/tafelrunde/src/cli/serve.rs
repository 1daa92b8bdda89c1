//! `tafelrunde serve`

use std::process::ExitCode;
use std::sync::Arc;
use tokio::signal::unix::{SignalKind, signal};

use super::sample_day::SampleDay;
use super::{EXIT_STORAGE, ServerOptions, links};
use crate::config::{Config, Options};
use crate::journal::Journal;
use crate::journal::sqlite::SqliteJournal;
use crate::server::{self, Running};
use crate::stage_runtime::stand_back;
use crate::telemetry;

#[derive(clap::Args)]
pub struct Serve {
    #[command(flatten)]
    server: ServerOptions,
    /// Have a sample day ready and print how to reach it
    #[arg(long)]
    sample_day: bool,
}

impl Serve {
    pub fn run(self) -> anyhow::Result<ExitCode> {
        let config = configuration(self.server)?;
        serve(config, async move |running: &Running, journal: Arc<dyn Journal>, config: &Config| {
            if self.sample_day {
                let day = SampleDay::ready(journal.as_ref(), &config.data, &running.public_url)?;
                day.print();
            }
            Ok(())
        })
    }
}

/// Command line, environment, file and defaults as one.
pub fn configuration(server: ServerOptions) -> anyhow::Result<Config> {
    let file = server.config.map(|path| Options::read(&path)).transpose()?.unwrap_or_default();
    Config::try_from(server.options.or(file))
}

/// Runs a server until a signal or a failed storage ends it. `ready` is called once it answers.
pub fn serve(
    config: Config,
    ready: impl AsyncFnOnce(&Running, Arc<dyn Journal>, &Config) -> anyhow::Result<()>,
) -> anyhow::Result<ExitCode> {
    telemetry::init_logs(config.log);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .thread_name("phones")
        .on_thread_start(stand_back)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let journal: Arc<dyn Journal> = Arc::new(SqliteJournal::open(&config.data)?);
        let running = server::start(config.clone(), journal.clone()).await?;
        links::leave_public_url(&config.data, &running.public_url)?;
        println!("listening on http://{}", running.address);
        ready(&running, journal, &config).await?;
        let mut terminate = signal(SignalKind::terminate())?;
        let code = tokio::select! {
            () = running.storage_broken() => ExitCode::from(EXIT_STORAGE),
            interrupted = tokio::signal::ctrl_c() => { interrupted?; ExitCode::SUCCESS }
            _ = terminate.recv() => ExitCode::SUCCESS,
        };
        tracing::info!("stopping");
        running.stop().await;
        Ok(code)
    })
}
