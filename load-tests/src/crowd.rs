//! Brings many phones to the café.

use anyhow::{Context, Result};
use std::sync::Arc;
use std::time::Instant;
use tokio::sync::{Semaphore, mpsc};
use tokio::task::JoinSet;

use crate::connection::PATIENCE;
use crate::hall::Hall;
use crate::latency::Recorder;
use crate::pacer;
use crate::phone::{Phone, Seat};
use crate::schedule;

/// How people arrive.
#[derive(Debug, Clone, Copy)]
pub enum Pace {
    /// So many at a time are served; the next comes when one is done.
    Handshakes(u32),
    /// So many per second, whether or not earlier ones were served.
    Rate(u32),
}

/// How long arriving took, from the intended moment of each.
#[derive(Debug, Default)]
pub struct Arrivals {
    /// Until the board stood.
    pub board: Recorder,
    /// Until the seat was stored.
    pub joined: Recorder,
}

/// Lets new people arrive and take a seat.
pub async fn gather(
    hall: &Arc<Hall>,
    phones: u32,
    pace: Pace,
    arrivals: &Arc<Arrivals>,
) -> Result<Vec<Phone>> {
    let seats = (0..phones).map(Seat::new).collect();
    let (hall, arrivals) = (hall.clone(), arrivals.clone());
    let arrive = move |seat: Seat, intended: Instant| {
        let (hall, arrivals) = (hall.clone(), arrivals.clone());
        async move {
            let mut phone = Phone::open(&hall, seat).await?;
            arrivals.board.since(intended);
            phone.join().await?;
            arrivals.joined.since(intended);
            Ok(phone)
        }
    };
    all(seats, pace, arrive).await
}

/// Lets people who have a seat already come back.
pub async fn come_back(
    hall: &Arc<Hall>,
    seats: Vec<Seat>,
    pace: Pace,
    arrivals: &Arc<Arrivals>,
) -> Result<Vec<Phone>> {
    let (hall, arrivals) = (hall.clone(), arrivals.clone());
    let arrive = move |seat: Seat, intended: Instant| {
        let (hall, arrivals) = (hall.clone(), arrivals.clone());
        async move {
            let phone = Phone::open(&hall, seat).await?;
            arrivals.board.since(intended);
            Ok(phone)
        }
    };
    all(seats, pace, arrive).await
}

async fn all<F>(
    seats: Vec<Seat>,
    pace: Pace,
    arrive: impl Fn(Seat, Instant) -> F + Clone,
) -> Result<Vec<Phone>>
where
    F: Future<Output = Result<Phone>> + Send + 'static,
{
    match pace {
        Pace::Handshakes(at_a_time) => at_most(at_a_time, seats, arrive).await,
        Pace::Rate(per_second) => at_rate(per_second, seats, arrive).await,
    }
}

async fn at_most<F>(
    at_a_time: u32,
    seats: Vec<Seat>,
    arrive: impl Fn(Seat, Instant) -> F,
) -> Result<Vec<Phone>>
where
    F: Future<Output = Result<Phone>> + Send + 'static,
{
    let doors = Arc::new(Semaphore::new(at_a_time as usize));
    let mut arriving = JoinSet::new();
    for seat in seats {
        let door = doors.clone().acquire_owned().await?;
        let arrival = arrive(seat, Instant::now());
        arriving.spawn(async move {
            let phone = arrival.await;
            drop(door);
            phone
        });
    }
    arrived(arriving).await
}

async fn at_rate<F>(
    per_second: u32,
    seats: Vec<Seat>,
    arrive: impl Fn(Seat, Instant) -> F,
) -> Result<Vec<Phone>>
where
    F: Future<Output = Result<Phone>> + Send + 'static,
{
    let count = u32::try_from(seats.len())?;
    let items = schedule::arrivals(count, per_second).zip(seats).collect();
    let (sender, mut due) = mpsc::unbounded_channel();
    let _ = pacer::pace(Instant::now(), items, move |seat, intended| {
        // Nobody listens any more when the run has failed already.
        let _ = sender.send((seat, intended));
    });
    let mut arriving = JoinSet::new();
    while let Some((seat, intended)) = due.recv().await {
        arriving.spawn(arrive(seat, intended));
    }
    arrived(arriving).await
}

async fn arrived(mut arriving: JoinSet<Result<Phone>>) -> Result<Vec<Phone>> {
    let mut phones = Vec::with_capacity(arriving.len());
    loop {
        let next = tokio::time::timeout(PATIENCE, arriving.join_next()).await;
        match next.context("nobody has arrived for a minute")? {
            Some(phone) => {
                phones.push(phone?.with_context(|| format!("after {} had arrived", phones.len()))?)
            }
            None => return Ok(phones),
        }
    }
}
