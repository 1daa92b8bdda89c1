//! The simulated moderator: walks through topics and polls, again and again, so that a newcomer sees
//! something happen at any time.

use std::time::Duration;
use tafelrunde_protocol::command::{Command, Phase, Scene, Surface};
use tafelrunde_protocol::ids::PollId;
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::topic::Proposals;

use super::client::{Address, Client};

/// Drives until the process ends, and comes back when the line breaks.
pub async fn drive(address: Address, token: String) {
    loop {
        if let Err(error) = walk(&address, token.clone()).await {
            tracing::debug!(%error, "the simulated moderator lost the line");
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

async fn walk(address: &Address, token: String) -> anyhow::Result<()> {
    let mut client = Client::connect(address, Role::Moderator, token).await?;
    client.watch_for(Duration::from_secs(4)).await?;
    client.wish(Command::SetProposals { proposals: Proposals::Open }).await?;
    client.wish(Command::SetTopicVote { phase: Phase::Open }).await?;
    loop {
        show(&mut client, Scene::TopicVote).await?;
        client.watch_for(Duration::from_secs(10)).await?;
        client.wish(Command::SetTopicVote { phase: Phase::Revealed }).await?;
        client.watch_for(Duration::from_secs(6)).await?;
        show(&mut client, Scene::Selection).await?;
        client.watch_for(Duration::from_secs(20)).await?;
        client.wish(Command::SetTopicVote { phase: Phase::Open }).await?;
        for id in client.ids("poll/") {
            ask(&mut client, PollId::new(&id)?).await?;
        }
    }
}

async fn ask(client: &mut Client, poll: PollId) -> anyhow::Result<()> {
    client.wish(Command::OpenPoll { poll: poll.clone(), seconds: Some(15) }).await?;
    show(client, Scene::Poll { poll: poll.clone() }).await?;
    client.watch_for(Duration::from_secs(15)).await?;
    client.wish(Command::RevealPoll { poll }).await?;
    client.watch_for(Duration::from_secs(8)).await
}

async fn show(client: &mut Client, scene: Scene) -> anyhow::Result<()> {
    client.wish(Command::ShowScene { on: Surface::Everywhere, scene }).await
}
