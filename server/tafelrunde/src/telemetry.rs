//! Logs and metrics. Neither ever holds a ballot, a name, a token or a network address.

use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use std::io::IsTerminal;
use std::sync::OnceLock;
use std::time::Duration;
use tracing_subscriber::EnvFilter;

use crate::config::LogFormat;

const COMMIT_SECONDS: [f64; 8] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 1.0];
const SELECTION_SECONDS: [f64; 8] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0];
const GROUP_SIZES: [f64; 8] = [1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0, 1000.0];

/// A thousand commits leave 16 KB.
const TIDY_EVERY: Duration = Duration::from_secs(1);

/// Sends logs to standard error; `RUST_LOG` chooses what, `info` by default.
pub fn init_logs(format: LogFormat) {
    let filter =
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,memory_serve=warn"));
    let is_terminal = std::io::stderr().is_terminal();
    let builder =
        tracing_subscriber::fmt().with_env_filter(filter).with_ansi(is_terminal).with_writer(std::io::stderr);
    match format {
        LogFormat::Text => builder.init(),
        LogFormat::Json => builder.json().init(),
    }
}

/// The process's metrics. Several servers in one process, as in tests, share them.
pub fn metrics() -> PrometheusHandle {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    HANDLE.get_or_init(install).clone()
}

/// Sorts measurements into their buckets now and then, for ever. Until then, or until somebody asks for the metrics,
/// each is kept by itself: without this a server that nobody watches would grow with every commit.
pub async fn tidy_up(metrics: PrometheusHandle) {
    let mut ticks = tokio::time::interval(TIDY_EVERY);
    loop {
        ticks.tick().await;
        metrics.run_upkeep();
    }
}

fn install() -> PrometheusHandle {
    let matcher = |name: &str| Matcher::Full(name.into());
    let recorder = PrometheusBuilder::new()
        .set_buckets_for_metric(matcher("tafelrunde_journal_commit_seconds"), &COMMIT_SECONDS)
        .and_then(|builder| {
            builder.set_buckets_for_metric(matcher("tafelrunde_selection_seconds"), &SELECTION_SECONDS)
        })
        .and_then(|builder| {
            builder.set_buckets_for_metric(matcher("tafelrunde_journal_group_size"), &GROUP_SIZES)
        })
        .expect("the buckets are not empty")
        .build_recorder();
    let handle = recorder.handle();
    // Somebody who embeds the server may have installed a recorder of their own; ours then stays empty.
    let _ = metrics::set_global_recorder(recorder);
    handle
}
