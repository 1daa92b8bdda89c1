//! People vote, the wall and all phones follow. The town hall is the same with everybody voting once.

use anyhow::{Result, anyhow};
use serde::Serialize;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::Results;

use super::{Setting, complain_unless, let_follow, wait_until};
use crate::arguments::{Counts, TownHall, VoteStorm, polls_needed};
use crate::connection::PATIENCE;
use crate::console::{Console, poll_ids};
use crate::crowd;
use crate::latency::Recorder;
use crate::ledger::Ledger;
use crate::pacer;
use crate::phone::Vote;
use crate::report::Report;
use crate::schedule::{self, Plan};
use crate::shown;
use crate::wall::Wall;

const OPTIONS: u16 = 4;
/// From the moment when everything stands to the first vote.
const RUN_UP: Duration = Duration::from_millis(500);
/// From the last answer to the end: what the phones still get belongs to the cost.
const RUN_OUT: Duration = Duration::from_millis(500);

pub(super) async fn run_storm(setting: &Setting, parameters: &VoteStorm) -> Result<()> {
    let votes = parameters.rate.saturating_mul(parameters.seconds);
    let window = Duration::from_secs(parameters.seconds.into());
    let plan = Plan { votes, phones: parameters.phones, options: OPTIONS, window, seed: setting.target.seed };
    run("vote-storm", setting, parameters, plan, parameters.results).await
}

pub(super) async fn run_town_hall(setting: &Setting, parameters: &TownHall) -> Result<()> {
    let window = Duration::from_millis(parameters.window_ms.into());
    let phones = parameters.phones;
    let plan = Plan { votes: phones, phones, options: OPTIONS, window, seed: setting.target.seed };
    run("town-hall", setting, parameters, plan, parameters.results).await
}

async fn run(
    name: &'static str,
    setting: &Setting,
    parameters: &impl Serialize,
    plan: Plan,
    counts: Counts,
) -> Result<()> {
    let hall = &setting.hall;
    let polls = poll_ids(polls_needed(plan.votes, plan.phones).map_err(|why| anyhow!(why))?);
    let phones = crowd::gather(hall, plan.phones, setting.usual_pace(), &Arc::default()).await?;
    let console = Console::open(hall).await?;
    let results = match counts {
        Counts::OnReveal => Results::OnReveal,
        Counts::Live => Results::Live,
    };
    console.open_polls(&polls, OPTIONS, results).await?;
    let ledger = Arc::new(Ledger::default());
    let mut wall = Wall::open(hall, &polls, ledger.origin).await?;
    let followers = let_follow(phones, &ledger);
    let senders = followers.votes.clone();
    let planned = schedule::plan(plan);
    // That the polls were opened is told to the phones with their next tick; it is not what is measured.
    tokio::time::sleep(RUN_UP).await;
    let updates_before = ledger.updates.get();

    let began = Instant::now() + RUN_UP;
    let items = planned.iter().map(|vote| (vote.at, *vote)).collect();
    let meter = hall.meter();
    let pacer = pacer::pace(began, items, move |vote, intended| {
        let poll = polls[vote.poll as usize].clone();
        let order = Vote { poll, number: vote.poll, choice: vote.choice, intended };
        // A phone whose line broke takes no more orders; it is counted as a failure.
        let _ = senders[vote.phone as usize].send(order);
    });
    let shown = wall.wait_for(plan.votes.into(), RUN_UP + plan.window + PATIENCE).await;
    wait_until(|| ledger.acked.get() + ledger.rejected.get() >= plan.votes.into()).await;
    tokio::time::sleep(RUN_OUT).await;
    let cost = meter.read(hall);
    drop(followers);
    complain_unless(pacer.join().is_ok(), || "the pacer panicked".to_owned())?;

    let sent: Vec<Duration> = planned.iter().map(|vote| (began + vote.at) - ledger.origin).collect();
    let on_wall = Recorder::default();
    shown::latencies(&sent, &wall.steps()).into_iter().for_each(|latency| on_wall.record(latency));
    let (votes, acked) = (u64::from(plan.votes), ledger.acked.get());
    let mut report = Report::new(name, parameters, cost, &setting.machine)
        .count("votes", votes)
        .count("acked", acked)
        .count("rejected", ledger.rejected.get())
        .count("shown", shown)
        .count("updates_to_phones", ledger.updates.get() - updates_before)
        .count("updates_to_wall", wall.steps().len() as u64)
        .count("failures", ledger.failures.get())
        .latency("ack", ledger.acks.percentiles())
        .latency("wall", on_wall.percentiles())
        .latency("sent_late", ledger.late.percentiles());
    if let Some(server) = cost.server {
        report = report.figure("server_cpu_us_per_vote", server.cpu_seconds * 1e6 / votes as f64);
    }
    report.print()?;
    complain_unless(acked == votes && shown == votes, || {
        format!("of {votes} votes {acked} were acknowledged and {shown} shown")
    })
}
