//! One simulated person.

use rand::RngExt;
use std::collections::BTreeMap;
use std::time::Duration;
use tafelrunde_protocol::command::{Affiliation, Command, Phase, PollKind, Profile};
use tafelrunde_protocol::document::{
    MyBallotDocument, MyTopicBallotDocument, OrganisationsDocument, PollDocument, TopicDocument,
    TopicsDocument,
};
use tafelrunde_protocol::ids::{OptionId, PollId, Revision, TopicId};
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::topic::{Hosting, Proposals, TopicDraft};

use super::client::{Address, Client};
use crate::secrets;

/// Chance that a person proposes a topic in one look at the phone while proposals are open.
const PROPOSES: f64 = 0.004;

/// Lives through the day, and comes back when the line breaks.
pub async fn live(address: Address, number: u32, arrives: Duration) {
    tokio::time::sleep(arrives).await;
    let token = secrets::new_token();
    loop {
        if let Err(error) = attend(&address, number, token.clone()).await {
            tracing::debug!(%error, number, "a simulated participant lost the line");
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
}

async fn attend(address: &Address, number: u32, token: String) -> anyhow::Result<()> {
    let mut client = Client::connect(address, Role::Participant, token).await?;
    client.watch_for(Duration::from_millis(500)).await?;
    let profile = profile(&client, number);
    client.wish(Command::Join(profile)).await?;
    loop {
        let pause_ms = rand::rng().random_range(800..6_000);
        client.watch_for(Duration::from_millis(pause_ms)).await?;
        for command in wishes(&client) {
            client.wish(command).await?;
        }
    }
}

fn profile(client: &Client, number: u32) -> Profile {
    let mut rng = rand::rng();
    let role = match rng.random_range(0..10) {
        0..6 => Affiliation::Municipality,
        6 => Affiliation::Authority,
        7 => Affiliation::StartUp,
        8 => Affiliation::Academia,
        _ => Affiliation::Other,
    };
    let names: Vec<String> = client
        .document::<OrganisationsDocument>("organisations")
        .map(|known| known.groups.into_iter().flat_map(|group| group.names).collect())
        .unwrap_or_default();
    let organisation = match names.len() {
        0 => String::new(),
        count => names[rng.random_range(0..count)].clone(),
    };
    Profile { name: format!("Demo {}", number + 1), organisation, role: Some(role) }
}

/// What this person does at this look at the phone.
fn wishes(client: &Client) -> Vec<Command> {
    let mut wishes: Vec<Command> = client.ids("poll/").iter().filter_map(|id| answer(client, id)).collect();
    if let Some(topics) = client.document::<TopicsDocument>("topics") {
        if topics.vote == Phase::Open {
            wishes.extend(approve(client));
        }
        if topics.proposals == Proposals::Open && rand::rng().random_bool(PROPOSES) {
            wishes.extend(propose(client));
        }
    }
    wishes
}

/// Answers an open poll once; the earlier options are a little more liked, so that there is something to see.
fn answer(client: &Client, id: &str) -> Option<Command> {
    let poll: PollDocument = client.document(&format!("poll/{id}"))?;
    let answered = client.document::<MyBallotDocument>(&format!("me/ballot/{id}")).is_some();
    if poll.phase != Phase::Open || answered {
        return None;
    }
    let count = u16::try_from(poll.options.len()).ok()?;
    let mut rng = rand::rng();
    let mut pick = || OptionId(rng.random_range(0..count).min(rng.random_range(0..count)));
    let wanted = match poll.kind {
        PollKind::Single => 1,
        PollKind::Multiple { min, max } => max.min(2).max(min),
    };
    let mut choices = Vec::new();
    while choices.len() < usize::from(wanted) {
        let choice = pick();
        if !choices.contains(&choice) {
            choices.push(choice);
        }
    }
    Some(Command::CastBallot { poll: PollId::new(id).ok()?, choices, revision: Revision(1) })
}

/// Approves of one more topic now and then, up to eight.
fn approve(client: &Client) -> Option<Command> {
    let ballot = client.document::<MyTopicBallotDocument>("me/topic-ballot");
    let (mut approve, revision) = ballot.map_or((Vec::new(), 0), |known| (known.approve, known.revision.0));
    let topics = client.ids("topic/");
    let mut rng = rand::rng();
    if topics.is_empty() || approve.len() >= 8 || rng.random_bool(0.4) {
        return None;
    }
    let index = rng.random_range(0..topics.len()).min(rng.random_range(0..topics.len()));
    let topic = TopicId::new(&topics[index]).ok()?;
    if approve.contains(&topic) {
        return None;
    }
    approve.push(topic);
    Some(Command::CastTopicBallot { approve, points: BTreeMap::new(), revision: Revision(revision + 1) })
}

/// Takes up a topic that is there and asks about the next step.
fn propose(client: &Client) -> Option<Command> {
    let topics = client.ids("topic/");
    let mut rng = rand::rng();
    let id = topics.get(rng.random_range(0..topics.len().max(1)))?;
    let known: TopicDocument = client.document(&format!("topic/{id}"))?;
    let subject: String = known.title.chars().take(70).collect();
    let draft = TopicDraft {
        title: format!("Weitergedacht: {subject}"),
        text: String::new(),
        theme: known.theme,
        hosting: Hosting::NotOffered,
    };
    let topic = TopicId::new(&format!("demo-{:08x}", rng.random_range(0..u32::MAX))).ok()?;
    Some(Command::ProposeTopic { topic, draft })
}
