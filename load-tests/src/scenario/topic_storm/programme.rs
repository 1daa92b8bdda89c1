//! A console that only looks at the programme: notes when the selection covered how many wishes.

use anyhow::{Result, bail};
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tafelrunde_protocol::selection::SelectionDocument;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::connection::{Connection, Heard, PATIENCE, read};
use crate::hall::Hall;
use crate::shown::Step;

/// A selection that is being followed.
#[derive(Debug)]
pub struct Programme {
    now: watch::Receiver<Option<Arc<SelectionDocument>>>,
    steps: Arc<Mutex<Vec<Step>>>,
    task: JoinHandle<()>,
}

impl Programme {
    /// Opens a console. Times of steps count from `origin`.
    pub async fn open(hall: &Hall, origin: Instant) -> Result<Self> {
        let mut connection = Connection::open(hall.address, None, hall.console_hello()).await?;
        loop {
            match read(&connection.next_soon().await?)? {
                Heard::Snapshot(_) => break,
                Heard::Error(error) => bail!("no console: {}", error.reason),
                _ => {}
            }
        }
        let (sender, now) = watch::channel(None);
        let steps = Arc::new(Mutex::new(Vec::new()));
        let noted = steps.clone();
        let task = tokio::spawn(async move {
            if let Err(error) = follow(connection, origin, &sender, &noted).await {
                eprintln!("programme: {error:#}");
            }
        });
        Ok(Self { now, steps, task })
    }

    /// The first selection of which that is so.
    pub async fn wait_for(
        &mut self,
        so: impl Fn(&SelectionDocument) -> bool,
    ) -> Result<Arc<SelectionDocument>> {
        let shown = self.now.wait_for(|shown| shown.as_ref().is_some_and(|selection| so(selection)));
        match tokio::time::timeout(PATIENCE, shown).await {
            Ok(Ok(shown)) => Ok(shown.clone().expect("it was there just now")),
            _ => bail!("the selection on the console does not come up with the ballots"),
        }
    }

    /// What the console showed from when on: wishes in the selection.
    pub fn steps(&self) -> Vec<Step> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Programme {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Wishes of all people for all topics. Every topic is either elected or waits.
pub fn wishes(selection: &SelectionDocument) -> u64 {
    let elected = selection.elected.iter().map(|topic| u64::from(topic.supporters));
    elected.chain(selection.waiting.iter().map(|topic| u64::from(topic.supporters))).sum()
}

async fn follow(
    mut connection: Connection,
    origin: Instant,
    now: &watch::Sender<Option<Arc<SelectionDocument>>>,
    steps: &Mutex<Vec<Step>>,
) -> Result<()> {
    loop {
        let text = connection.next().await?;
        let at = origin.elapsed();
        let selection = match read(&text)? {
            Heard::Update(update) => update.docs.get("selection").copied().flatten().map(parse),
            Heard::Snapshot(snapshot) => selection_in(&snapshot.docs),
            Heard::Bye(bye) => bail!("the server said bye: {:?}", bye.reason),
            _ => None,
        };
        let Some(selection) = selection.transpose()? else { continue };
        let step = Step { at, total: wishes(&selection) };
        steps.lock().unwrap_or_else(PoisonError::into_inner).push(step);
        now.send_replace(Some(Arc::new(selection)));
    }
}

fn selection_in(docs: &BTreeMap<String, &RawValue>) -> Option<Result<SelectionDocument>> {
    docs.get("selection").copied().map(parse)
}

fn parse(document: &RawValue) -> Result<SelectionDocument> {
    Ok(serde_json::from_str(document.get())?)
}
