//! The pace, on a clock that stands still until it is moved.

use super::*;
use crate::config::{Config, Options};
use tafelrunde_core::apply::replay;
use tafelrunde_core::event::{CafeCreated, Event};

use tafelrunde_core::cafe::Cafe;
use tafelrunde_protocol::ids::{CafeCode, Timestamp, Version};
use tafelrunde_protocol::topic::Proposals;

fn cafe() -> Cafe {
    let template = crate::template::parse("[event]\ntitle = 'Testtag'").unwrap();
    let token = crate::secrets::hash(&crate::secrets::new_token()).unwrap();
    let created = CafeCreated {
        code: CafeCode::parse("AAAAAA").unwrap(),
        at: Timestamp(0),
        moderator_token: token,
        screen_token: token,
        settings: template.settings,
    };
    replay(&[Event::CafeCreated(Box::new(created))]).unwrap()
}

fn view(cafe: &Cafe) -> View<'_> {
    View { cafe, online: 0, selection: None }
}

fn publisher(cafe: &Cafe, hub: &Hub) -> Publisher {
    let mut publisher = Publisher::new(&Config::try_from(Options::default()).unwrap().room);
    publisher.publish_all(view(cafe), hub);
    publisher
}

/// Changes a document and publishes what is due; the versions of the phones' and the walls' boards.
fn change(publisher: &mut Publisher, cafe: &mut Cafe, hub: &Hub) -> (u64, u64) {
    cafe.topics.proposals = match cafe.topics.proposals {
        Proposals::Open => Proposals::Closed,
        Proposals::Closed => Proposals::Open,
    };
    publisher.touch([DocKey::Topics]);
    publisher.publish_due(view(cafe), hub);
    let version = |role| hub.board(role).since(Version(0)).1.0;
    (version(Role::Participant), version(Role::Screen))
}

#[tokio::test(start_paused = true)]
async fn the_first_change_goes_out_at_once_and_then_one_publication_a_tick() {
    let mut cafe = cafe();
    let hub = Hub::new("e");
    let mut publisher = publisher(&cafe, &hub);
    for audience in [Role::Participant, Role::Screen] {
        publisher.begin_reading(audience, view(&cafe), &hub);
    }
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(change(&mut publisher, &mut cafe, &hub), (2, 2));
    // 250 ms to phones, 50 ms to the wall, in steps of 10 ms. An odd number of changes lies in each.
    let mut seen = Vec::new();
    for _ in 0..25 {
        tokio::time::advance(Duration::from_millis(10)).await;
        seen.push(change(&mut publisher, &mut cafe, &hub));
    }
    let phones: Vec<u64> = seen.iter().map(|(phones, _)| *phones).collect();
    assert_eq!(phones[..24], [2; 24]);
    assert_eq!(phones[24], 3);
    assert_eq!(seen[24].1, 7);
}

#[tokio::test(start_paused = true)]
async fn what_waits_names_the_time_at_which_it_goes_out() {
    let mut cafe = cafe();
    let hub = Hub::new("e");
    let mut publisher = publisher(&cafe, &hub);
    for audience in [Role::Participant, Role::Screen] {
        publisher.begin_reading(audience, view(&cafe), &hub);
    }
    assert_eq!(publisher.next_publication(), None);
    let began = Instant::now();
    change(&mut publisher, &mut cafe, &hub);
    assert_eq!(publisher.next_publication(), Some(began + Duration::from_millis(50)));
    tokio::time::advance(Duration::from_millis(50)).await;
    publisher.publish_due(view(&cafe), &hub);
    assert_eq!(publisher.next_publication(), Some(began + Duration::from_millis(250)));
}

#[tokio::test(start_paused = true)]
async fn a_board_that_nobody_reads_is_up_to_date_when_somebody_comes() {
    let mut cafe = cafe();
    let hub = Hub::new("e");
    let mut publisher = publisher(&cafe, &hub);
    publisher.begin_reading(Role::Screen, view(&cafe), &hub);
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(change(&mut publisher, &mut cafe, &hub), (1, 2));
    assert_eq!(publisher.next_publication(), None);
    publisher.begin_reading(Role::Participant, view(&cafe), &hub);
    let (board, _) = hub.board(Role::Participant).begin(None);
    let (wall, _) = hub.board(Role::Screen).begin(None);
    let topics = |board: Option<tokio_tungstenite::tungstenite::Utf8Bytes>| {
        let board: serde_json::Value = serde_json::from_str(&board.unwrap()).unwrap();
        board["snapshot"]["docs"]["topics"].clone()
    };
    assert_eq!(topics(board), topics(wall));

    publisher.end_reading(Role::Participant);
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(change(&mut publisher, &mut cafe, &hub), (2, 3));
    publisher.begin_reading(Role::Participant, view(&cafe), &hub);
    assert_eq!(hub.board(Role::Participant).since(Version(0)).1, Version(3));
}
