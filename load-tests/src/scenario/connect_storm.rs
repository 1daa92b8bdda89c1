//! Everybody joins at once, as after "please scan this code".

use anyhow::Result;
use std::sync::Arc;

use super::Setting;
use crate::arguments::ConnectStorm;
use crate::crowd::{self, Arrivals};
use crate::report::Report;

pub(super) async fn run(setting: &Setting, parameters: &ConnectStorm) -> Result<()> {
    let hall = &setting.hall;
    let empty = hall.server_usage();
    let arrivals = Arc::new(Arrivals::default());
    let meter = hall.meter();
    let phones = crowd::gather(hall, parameters.phones, setting.pace(parameters.rate), &arrivals).await?;
    let cost = meter.read(hall);

    let joined = f64::from(parameters.phones);
    let mut report = Report::new("connect-storm", parameters, cost, &setting.machine)
        .count("joined", phones.len() as u64)
        .figure("joins_per_second", joined / cost.seconds)
        .latency("board", arrivals.board.percentiles())
        .latency("joined", arrivals.joined.percentiles());
    if let Some((empty, full)) = empty.zip(cost.server) {
        report = report
            .figure("server_cpu_us_per_join", full.cpu_seconds * 1e6 / joined)
            .figure("server_bytes_per_phone", full.rss_bytes.saturating_sub(empty.rss_bytes) as f64 / joined);
    }
    report.print()
}
