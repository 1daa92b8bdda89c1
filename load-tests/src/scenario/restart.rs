//! Many ballots are stored, the server is killed and started again: how long until it acknowledges?

use anyhow::{Result, anyhow};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tafelrunde_protocol::command::Results;
use tafelrunde_protocol::ids::PollId;
use tokio::task::JoinSet;

use super::{Setting, complain_unless};
use crate::arguments::{Restart, polls_needed};
use crate::console::{Console, poll_ids};
use crate::crowd;
use crate::hall::Hall;
use crate::ledger::Ledger;
use crate::phone::{Phone, Seat};
use crate::report::Report;
use crate::server::Server;
use crate::wall::Wall;

const OPTIONS: u16 = 2;

pub(super) async fn run(setting: &Setting, parameters: &Restart, mut server: Server) -> Result<()> {
    let polls = poll_ids(polls_needed(parameters.ballots, parameters.phones).map_err(|why| anyhow!(why))?);
    let mut hall = setting.hall.clone();
    Console::open(&hall).await?.open_polls(&polls, OPTIONS, Results::OnReveal).await?;
    store(setting, parameters, &server, &polls).await?;

    for restart in 1..=parameters.restarts {
        server.kill()?;
        let meter = hall.meter();
        let began = Instant::now();
        server.start_again()?;
        let listening = began.elapsed();
        hall = Arc::new(hall.moved_to(&server));
        let mut phone = Phone::open(&hall, Seat::new(parameters.phones + restart)).await?;
        let board = began.elapsed();
        phone.join().await?;
        let acked = began.elapsed();
        let shown = count(&hall, &polls, parameters.ballots).await?;

        let report = Report::new("restart", parameters, meter.read(&hall), &setting.machine)
            .count("restart", restart.into())
            .count("ballots_before", parameters.ballots.into())
            .count("ballots_after", shown)
            .count("stored_bytes", server.stored_bytes())
            .figure("listening_seconds", listening.as_secs_f64())
            .figure("first_board_seconds", board.as_secs_f64())
            .figure("first_ack_seconds", acked.as_secs_f64());
        report.print()?;
        complain_unless(shown == u64::from(parameters.ballots), || {
            format!("{} ballots were acknowledged, {shown} are there after the restart", parameters.ballots)
        })?;
    }
    Ok(())
}

/// Casts the ballots as fast as acknowledgements allow, and reports how fast that was.
async fn store(setting: &Setting, parameters: &Restart, server: &Server, polls: &[PollId]) -> Result<()> {
    let hall = &setting.hall;
    let phones = crowd::gather(hall, parameters.phones, setting.usual_pace(), &Arc::default()).await?;
    let ledger = Arc::new(Ledger::default());
    let polls: Arc<[PollId]> = polls.into();
    let meter = hall.meter();
    let mut casting = JoinSet::new();
    for (number, phone) in (0..parameters.phones).zip(phones) {
        let (ledger, polls) = (ledger.clone(), polls.clone());
        let share = share(parameters.ballots, parameters.phones, number) as usize;
        let in_flight = usize::from(parameters.in_flight);
        casting.spawn(async move { phone.cast_all(&polls[..share], in_flight, &ledger).await });
    }
    // Lines stay open until the cost is read: hanging up is no part of it.
    let mut done = Vec::with_capacity(casting.len());
    while let Some(cast) = casting.join_next().await {
        done.push(cast??);
    }
    let cost = meter.read(hall);
    drop(done);

    let acked = ledger.acked.get();
    let mut report = Report::new("restart-store", parameters, cost, &setting.machine)
        .count("acked", acked)
        .count("rejected", ledger.rejected.get())
        .count("stored_bytes", server.stored_bytes())
        .figure("acks_per_second", acked as f64 / cost.seconds)
        .latency("ack", ledger.acks.percentiles());
    if let Some(server) = cost.server {
        report = report.figure("server_cpu_us_per_ack", server.cpu_seconds * 1e6 / acked.max(1) as f64);
    }
    report.print()?;
    complain_unless(acked == u64::from(parameters.ballots), || {
        format!("only {acked} ballots were acknowledged")
    })
}

/// Ballots of the phone with this number, so that all phones together cast them all.
fn share(ballots: u32, phones: u32, number: u32) -> u32 {
    ballots / phones + u32::from(number < ballots % phones)
}

async fn count(hall: &Hall, polls: &[PollId], expected: u32) -> Result<u64> {
    let mut wall = Wall::open(hall, polls, Instant::now()).await?;
    Ok(wall.wait_for(expected.into(), Duration::from_secs(5)).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_add_up_and_need_no_more_polls_than_there_are() {
        let shares: Vec<u32> = (0..3).map(|number| share(10, 3, number)).collect();
        assert_eq!(shares, [4, 3, 3]);
        assert_eq!(polls_needed(10, 3), Ok(4));
    }
}
