//! Starts everything and ends it in the right order: rooms first, so that what was accepted is stored and
//! answered, then connections, then the journal.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::config::Config;
use crate::edge::{self, Edge, Services};
use crate::health::Health;
use crate::journal::Journal;
use crate::registry::Registry;
use crate::room::RoomContext;
use crate::room::turner::Turners;
use crate::stage_runtime::{self, StageRuntime};
use crate::{listener, telemetry};

/// Connections that have not ended by then are cut off.
const PART_WITHIN: Duration = Duration::from_secs(5);
/// Files that the process needs beside its connections.
const OTHER_FILES: u64 = 64;

/// A server that answers.
pub struct Running {
    /// Where it listens.
    pub address: SocketAddr,
    /// What phones reach it by.
    pub public_url: String,
    edge: Arc<Edge>,
    serving: JoinHandle<()>,
    tidying: JoinHandle<()>,
    _stage: StageRuntime,
}

/// Starts a server on its configured address; it answers when this returns.
pub async fn start(config: Config, journal: Arc<dyn Journal>) -> anyhow::Result<Running> {
    warn_of_low_file_limit(&config);
    let listener = listener::bind(config.listen)?;
    let address = listener.local_addr()?;
    let public_url = listener::public_url(config.public_url.as_deref(), address);
    let health = Arc::new(Health::default());
    let stage = StageRuntime::start()?;
    let ctx = RoomContext {
        journal: journal.clone(),
        health: health.clone(),
        config: config.room,
        turners: Turners::start(stage_runtime::threads(), &journal, &stage.handle()),
        runtime: stage.handle(),
    };
    let (http, connections) = mpsc::unbounded_channel();
    let services = Services {
        registry: Registry::new(ctx),
        journal,
        health,
        config,
        public_url: public_url.clone(),
        metrics: telemetry::metrics(),
    };
    let tidying = tokio::spawn(telemetry::tidy_up(services.metrics.clone()));
    let edge = Edge::new(services, listener, http)?;
    let serving =
        tokio::spawn(edge::http::serve(connections, edge::router(edge.clone()), edge.stopping.clone()));
    Ok(Running { address, public_url, edge, serving, tidying, _stage: stage })
}

impl Running {
    /// Waits until the storage has failed for good.
    pub async fn storage_broken(&self) {
        self.edge.services.health.broken().await;
    }

    /// Ends: stores and answers what was accepted, says goodbye, lets go.
    pub async fn stop(self) {
        self.edge.lines.shut();
        self.edge.stopping.cancel();
        self.edge.services.registry.stop().await;
        let edge = self.edge.clone();
        let parting = tokio::task::spawn_blocking(move || edge.lines.stop(PART_WITHIN.as_secs() as u32));
        if let Err(error) = parting.await {
            tracing::error!(%error, "the connections could not be ended");
        }
        self.tidying.abort();
        let serving = self.serving.abort_handle();
        if timeout(PART_WITHIN, self.serving).await.is_err() {
            serving.abort();
        }
    }
}

fn warn_of_low_file_limit(config: &Config) {
    let wanted = u64::from(config.room.participants_max) + OTHER_FILES;
    if let Some(allowed) = listener::raise_open_file_limit()
        && allowed < wanted
    {
        tracing::warn!(
            allowed,
            wanted,
            "the limit of open files is below participants_max: later connections will be refused"
        );
    }
}
