//! The projector: follows the board and notes when it counted how many votes.

use anyhow::{Context, Result, bail};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tafelrunde_protocol::document::TurnoutDocument;
use tafelrunde_protocol::ids::PollId;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::connection::{Connection, Heard, read};
use crate::hall::Hall;
use crate::shown::Step;

/// A wall that is being followed.
#[derive(Debug)]
pub struct Wall {
    total: watch::Receiver<u64>,
    steps: Arc<Mutex<Vec<Step>>>,
    task: JoinHandle<()>,
}

/// Votes per poll, as the wall shows them.
#[derive(Debug, Default)]
struct Counts {
    /// Keys of the turnout documents that are followed.
    keys: Vec<String>,
    ballots: BTreeMap<String, u64>,
}

impl Wall {
    /// Opens a wall that counts the votes in these polls. Times of steps count from `origin`.
    pub async fn open(hall: &Hall, polls: &[PollId], origin: Instant) -> Result<Self> {
        let mut connection = Connection::open(hall.address, None, hall.wall_hello()).await?;
        let mut counts = Counts { keys: polls.iter().map(turnout_key).collect(), ballots: BTreeMap::new() };
        counts.keys.sort_unstable();
        loop {
            let text = connection.next_soon().await?;
            match read(&text)? {
                Heard::Snapshot(snapshot) => {
                    counts.take_all(snapshot.docs)?;
                    break;
                }
                Heard::Error(error) => bail!("no wall: {}", error.reason),
                _ => {}
            }
        }
        let (sender, total) = watch::channel(counts.total());
        let steps = Arc::new(Mutex::new(Vec::new()));
        let noted = steps.clone();
        let task = tokio::spawn(async move {
            if let Err(error) = follow(connection, counts, origin, &sender, &noted).await {
                eprintln!("wall: {error:#}");
            }
        });
        Ok(Self { total, steps, task })
    }

    /// Waits until the wall counts so many votes, and returns how many it counts then or when time is up.
    pub async fn wait_for(&mut self, total: u64, patience: Duration) -> u64 {
        // Both a passed time and a broken line show in the returned number.
        let _ = tokio::time::timeout(patience, self.total.wait_for(|shown| *shown >= total)).await;
        *self.total.borrow()
    }

    /// What the wall showed from when on.
    pub fn steps(&self) -> Vec<Step> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        self.task.abort();
    }
}

fn turnout_key(poll: &PollId) -> String {
    format!("turnout/{poll}")
}

async fn follow(
    mut connection: Connection,
    mut counts: Counts,
    origin: Instant,
    total: &watch::Sender<u64>,
    steps: &Mutex<Vec<Step>>,
) -> Result<()> {
    loop {
        let text = connection.next().await?;
        let at = origin.elapsed();
        match read(&text)? {
            Heard::Update(update) => {
                counts.take(update.docs.into_iter().filter_map(|(key, document)| Some((key, document?))))?;
            }
            Heard::Snapshot(snapshot) => counts.take_all(snapshot.docs)?,
            Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
            _ => continue,
        }
        steps.lock().unwrap_or_else(PoisonError::into_inner).push(Step { at, total: counts.total() });
        total.send_replace(counts.total());
    }
}

impl Counts {
    fn total(&self) -> u64 {
        self.ballots.values().sum()
    }

    fn take_all(&mut self, docs: BTreeMap<String, &RawValue>) -> Result<()> {
        self.ballots.clear();
        self.take(docs.into_iter())
    }

    fn take<'a>(&mut self, docs: impl Iterator<Item = (String, &'a RawValue)>) -> Result<()> {
        for (key, document) in docs {
            if self.keys.binary_search(&key).is_ok() {
                let turnout: TurnoutDocument =
                    serde_json::from_str(document.get()).with_context(|| format!("{key} is no turnout"))?;
                self.ballots.insert(key, u64::from(turnout.ballots));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_followed_polls_are_counted_and_a_later_count_replaces_an_earlier() {
        let mut counts =
            Counts { keys: vec!["turnout/a".into(), "turnout/b".into()], ballots: BTreeMap::new() };
        let mut take = |key: &str, ballots: u32| {
            let text = format!(r#"{{"ballots":{ballots},"joined":9}}"#);
            let document: &RawValue = serde_json::from_str(&text).expect("JSON");
            counts.take(std::iter::once((key.to_owned(), document))).expect("a turnout");
            counts.total()
        };
        assert_eq!(take("turnout/a", 3), 3);
        assert_eq!(take("turnout/b", 4), 7);
        assert_eq!(take("turnout/c", 5), 7);
        assert_eq!(take("turnout/a", 6), 10);
    }
}
