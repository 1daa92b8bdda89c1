//! The hall's Wi-Fi goes and comes back: all lines break at once, all phones return with their cursors.

use anyhow::Result;
use std::sync::Arc;

use super::Setting;
use crate::arguments::ReconnectStorm;
use crate::crowd::{self, Arrivals};
use crate::phone::Seat;
use crate::report::Report;

pub(super) async fn run(setting: &Setting, parameters: &ReconnectStorm) -> Result<()> {
    let hall = &setting.hall;
    let phones = crowd::gather(hall, parameters.phones, setting.usual_pace(), &Arc::default()).await?;
    // Dropping a phone breaks its line without a word, as a lost network does.
    let seats: Vec<Seat> = phones.into_iter().map(|phone| phone.seat).collect();

    let arrivals = Arc::new(Arrivals::default());
    let meter = hall.meter();
    let phones = crowd::come_back(hall, seats, setting.pace(parameters.rate), &arrivals).await?;
    let cost = meter.read(hall);

    let back = f64::from(parameters.phones);
    let mut report = Report::new("reconnect-storm", parameters, cost, &setting.machine)
        .count("back", phones.len() as u64)
        .figure("returns_per_second", back / cost.seconds)
        .latency("board", arrivals.board.percentiles());
    if let Some(server) = cost.server {
        report = report.figure("server_cpu_us_per_return", server.cpu_seconds * 1e6 / back);
    }
    report.print()
}
