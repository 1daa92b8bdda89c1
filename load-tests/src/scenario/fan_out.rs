//! A moderator changes one document; every phone gets it.

use anyhow::Result;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::{Command, Scene, Surface};

use super::{Setting, complain_unless, let_follow, wait_until};
use crate::arguments::FanOut;
use crate::console::Console;
use crate::crowd;
use crate::latency::Recorder;
use crate::ledger::Ledger;
use crate::phone::NOTICE;
use crate::report::Report;

pub(super) async fn run(setting: &Setting, parameters: &FanOut) -> Result<()> {
    let hall = &setting.hall;
    let phones = crowd::gather(hall, parameters.phones, setting.usual_pace(), &Arc::default()).await?;
    let console = Console::open(hall).await?;
    let ledger = Arc::new(Ledger::default());
    let followers = let_follow(phones, &ledger);
    let pause = Duration::from_millis(parameters.pause_ms);
    // What the joining left to be sent is not part of the first round.
    tokio::time::sleep(pause).await;

    let last = Recorder::default();
    let meter = hall.meter();
    for round in 1..=u64::from(parameters.rounds) {
        let sent = Instant::now();
        console.command(notice(ledger.origin.elapsed(), parameters.chars)).await?;
        if wait_until(|| ledger.notices_heard.get() >= round * u64::from(parameters.phones)).await {
            last.since(sent);
        }
        tokio::time::sleep(pause).await;
    }
    let cost = meter.read(hall);
    drop(followers);

    let expected = u64::from(parameters.phones) * u64::from(parameters.rounds);
    let heard = ledger.notices_heard.get();
    let mut report = Report::new("fan-out", parameters, cost, &setting.machine)
        .count("deliveries", heard)
        .count("deliveries_expected", expected)
        .count("updates", ledger.updates.get())
        .count("failures", ledger.failures.get())
        .figure("bytes_per_update", ledger.update_bytes.get() as f64 / ledger.updates.get().max(1) as f64)
        .latency("every_phone", ledger.notices.percentiles())
        .latency("last_phone", last.percentiles());
    if let Some(server) = cost.server {
        report = report.figure("server_cpu_us_per_delivery", server.cpu_seconds * 1e6 / heard.max(1) as f64);
    }
    report.print()?;
    complain_unless(heard == expected, || format!("{heard} of {expected} deliveries arrived"))
}

/// A notice that tells when it was sent and has so many characters.
fn notice(sent: Duration, chars: u16) -> Command {
    let text = format!("{:.<width$}", format!("{NOTICE}{} ", sent.as_micros()), width = usize::from(chars));
    Command::ShowScene { on: Surface::Phones, scene: Scene::Notice { text } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_is_filled_up_to_its_length() {
        let Command::ShowScene { scene: Scene::Notice { text }, .. } = notice(Duration::from_millis(2), 40)
        else {
            panic!("another scene");
        };
        assert_eq!(text, "sent 2000 ..............................");
    }
}
