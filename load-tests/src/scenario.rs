//! The scenarios. Each opens the café, brings what it needs, measures one thing and returns its report.

mod connect_storm;
mod fan_out;
mod mixed_day;
mod reconnect_storm;
mod restart;
mod topic_storm;
mod vote_storm;

use anyhow::{Result, bail};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::task::JoinSet;

use crate::arguments::{Scenario, Target};
use crate::connection::PATIENCE;
use crate::crowd::Pace;
use crate::hall::Hall;
use crate::ledger::Ledger;
use crate::machine::Machine;
use crate::phone::{Phone, Vote};

/// What every scenario has.
#[derive(Debug)]
struct Setting {
    target: Target,
    machine: Machine,
    hall: Arc<Hall>,
}

/// Runs the scenario and prints its report. An error says that something was lost or did not work.
pub async fn run(target: Target, scenario: Scenario, machine: Machine) -> Result<()> {
    let (hall, server) = Hall::open(&target)?;
    let setting = Setting { target, machine, hall: Arc::new(hall) };
    match scenario {
        Scenario::ConnectStorm(parameters) => connect_storm::run(&setting, &parameters).await,
        Scenario::FanOut(parameters) => fan_out::run(&setting, &parameters).await,
        Scenario::VoteStorm(parameters) => vote_storm::run_storm(&setting, &parameters).await,
        Scenario::TownHall(parameters) => vote_storm::run_town_hall(&setting, &parameters).await,
        Scenario::MixedDay(parameters) => mixed_day::run(&setting, &parameters, server).await,
        Scenario::TopicStorm(parameters) => topic_storm::run(&setting, &parameters, server).await,
        Scenario::ReconnectStorm(parameters) => reconnect_storm::run(&setting, &parameters).await,
        Scenario::Restart(parameters) => match server {
            Some(server) => restart::run(&setting, &parameters, server).await,
            None => {
                bail!("this scenario kills the server, so it takes none that runs already: leave out --url")
            }
        },
    }
}

impl Setting {
    /// How a crowd gathers that is not itself measured.
    fn usual_pace(&self) -> Pace {
        Pace::Handshakes(self.target.handshakes)
    }

    fn pace(&self, rate: Option<u32>) -> Pace {
        rate.map_or_else(|| self.usual_pace(), Pace::Rate)
    }
}

/// Why a run was no good, if it was none: a figure that counts only what went well says nothing.
fn complain_unless(good: bool, why: impl FnOnce() -> String) -> Result<()> {
    if good { Ok(()) } else { bail!("{}", why()) }
}

/// A crowd that follows the board; its lines end when this is dropped.
struct Followers {
    /// Where to send each phone's votes. A phone follows until its sender is gone.
    votes: Arc<[UnboundedSender<Vote>]>,
    _tasks: JoinSet<()>,
}

/// Starts one task per phone.
fn let_follow(phones: Vec<Phone>, ledger: &Arc<Ledger>) -> Followers {
    let mut tasks = JoinSet::new();
    let follow = |phone: Phone| {
        let (sender, votes) = mpsc::unbounded_channel();
        tasks.spawn(phone.follow(votes, ledger.clone()));
        sender
    };
    Followers { votes: phones.into_iter().map(follow).collect(), _tasks: tasks }
}

/// Waits until that is so, but no longer than the usual patience; says whether it is.
async fn wait_until(so: impl Fn() -> bool) -> bool {
    let waiting = async {
        while !so() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    };
    tokio::time::timeout(PATIENCE, waiting).await.is_ok()
}
