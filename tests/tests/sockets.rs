//! What one connection gets to know, and that nobody else notices: limits, errors, farewells, cursors.

use serde_json::json;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde::config::Options;
use tafelrunde::journal::AppendError;
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde_protocol::command::{Command, Phase, Profile};
use tafelrunde_protocol::ids::{CommandId, Version};
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX, PROTOCOL};
use tafelrunde_protocol::message::{
    ByeReason, ClientMessage, CommandMessage, ErrorCode, Hello, Role, close_code,
};
use tafelrunde_protocol::rejection::Rejection;
use tafelrunde_protocol::topic::Proposals;
use tafelrunde_tests::client::{Client, Identity};
use tafelrunde_tests::server::{TestServer, options};
use tokio_tungstenite::tungstenite::Message;

fn id(text: &str) -> CommandId {
    CommandId::new(text).unwrap()
}

async fn join(client: &mut Client) {
    client.wish(&id("join"), Command::Join(Profile::default())).await.unwrap().unwrap();
}

async fn refusal(server: &TestServer, hello: Hello) -> (ErrorCode, u16) {
    let mut client = Client::open(server.running.address).await.unwrap();
    client.send(&ClientMessage::Hello(hello)).await.unwrap();
    let closed = client.until_closed().await.unwrap().expect("the server says why");
    assert_eq!(client.bye.as_ref().map(|bye| bye.reason), Some(ByeReason::Refused));
    (client.errors[0].code, closed.code.into())
}

fn hello(identity: &Identity) -> Hello {
    let Identity { code, role, token } = identity.clone();
    Hello { protocol: PROTOCOL, cafe: code, role, token, resume: None }
}

#[tokio::test]
async fn a_token_opens_only_its_own_role() {
    let server = TestServer::start().await;
    let mia = server.identity(Role::Moderator);
    for role in [Role::Screen, Role::Moderator] {
        let stranger = Identity { role, ..server.identity(Role::Participant) };
        assert_eq!(refusal(&server, hello(&stranger)).await, (ErrorCode::BadToken, close_code::BAD_TOKEN));
    }
    let as_screen = Identity { role: Role::Screen, ..mia };
    assert_eq!(refusal(&server, hello(&as_screen)).await, (ErrorCode::BadToken, close_code::BAD_TOKEN));
}

#[tokio::test]
async fn hellos_that_lead_nowhere_are_answered_in_words() {
    let server = TestServer::start().await;
    let ali = server.identity(Role::Participant);
    let short = Hello { token: "short".into(), ..hello(&ali) };
    assert_eq!(refusal(&server, short).await, (ErrorCode::BadToken, close_code::BAD_TOKEN));
    let future = Hello { protocol: PROTOCOL + 1, ..hello(&ali) };
    assert_eq!(refusal(&server, future).await, (ErrorCode::UnsupportedProtocol, close_code::REFUSED));
    let nowhere = Hello { cafe: tafelrunde_protocol::ids::CafeCode::parse("ZZZZZZ").unwrap(), ..hello(&ali) };
    assert_eq!(refusal(&server, nowhere).await, (ErrorCode::UnknownCafe, close_code::UNKNOWN_CAFE));
}

#[tokio::test]
async fn the_first_message_must_be_a_hello() {
    let server = TestServer::start().await;
    let mut client = Client::open(server.running.address).await.unwrap();
    let command = Command::SetProposals { proposals: Proposals::Open };
    client.send(&ClientMessage::Command(CommandMessage { id: id("c"), command })).await.unwrap();
    let closed = client.until_closed().await.unwrap().unwrap();
    assert_eq!(
        (client.errors[0].code, u16::from(closed.code)),
        (ErrorCode::UnexpectedMessage, close_code::REFUSED)
    );
}

#[tokio::test]
async fn bad_messages_get_an_error_and_the_connection_goes_on() {
    let server = TestServer::start().await;
    let mut ali = server.client(Role::Participant).await;
    join(&mut ali).await;
    ali.send_text("{").await.unwrap();
    ali.send_text(r#"{"shout":{}}"#).await.unwrap();
    ali.send_text(&" ".repeat(MESSAGE_BYTES_MAX + 1)).await.unwrap();
    ali.send_frame(Message::binary(vec![1, 2, 3])).await.unwrap();
    let wrong = r#"{"command":{"id":"w","do":{"cast_ballot":{"poll":"p","choices":1,"revision":1}}}}"#;
    ali.send_text(wrong).await.unwrap();
    let Err(Rejection::Malformed { field, .. }) = ali.answer(&id("w")).await.unwrap() else {
        panic!("a wrong field is no command")
    };
    assert_eq!(field, "command.do.cast_ballot.choices");
    let codes: Vec<ErrorCode> = ali.errors.iter().map(|error| error.code).collect();
    let malformed = ErrorCode::Malformed;
    assert_eq!(codes, [malformed, malformed, ErrorCode::MessageTooLarge, malformed]);
    assert_eq!(ali.errors[2].limit, Some(MESSAGE_BYTES_MAX as u32));
    join(&mut ali).await;
}

#[tokio::test]
async fn a_frame_beyond_every_limit_ends_this_connection_only() {
    let server = TestServer::start().await;
    let mut ali = server.client(Role::Participant).await;
    let mut eva = server.client(Role::Participant).await;
    ali.send_text(&" ".repeat(2 * MODERATOR_MESSAGE_BYTES_MAX)).await.unwrap();
    let closed = ali.until_closed().await.unwrap().expect("the server says why");
    assert_eq!(u16::from(closed.code), close_code::TOO_BIG);
    assert_eq!(ali.errors[0].code, ErrorCode::MessageTooLarge);
    join(&mut eva).await;
}

#[tokio::test]
async fn who_sends_too_fast_is_told_the_limit_and_loses_nothing_else() {
    let slow = Options { commands_per_second: Some(5), ..options() };
    let server = TestServer::with(slow, Arc::new(MemoryJournal::default())).await;
    let mut ali = server.client(Role::Participant).await;
    let names = |number: u32| Profile { name: format!("Ali {number}"), ..Profile::default() };
    for number in 0..100 {
        ali.submit(&id(&format!("c{number}")), Command::Join(names(number))).await.unwrap();
    }
    let mut answers = Vec::new();
    for number in 0..100 {
        answers.push(ali.answer(&id(&format!("c{number}"))).await.unwrap());
    }
    let refused = answers.iter().filter(|answer| **answer == Err(Rejection::TooFast { limit: 5 })).count();
    assert!((20..=36).contains(&refused), "{refused} of 100");
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 100 - refused);
}

#[tokio::test]
async fn an_address_has_a_largest_number_of_connections() {
    let narrow = Options { connections_per_address: Some(2), ..options() };
    let server = TestServer::with(narrow, Arc::new(MemoryJournal::default())).await;
    let _first = server.client(Role::Participant).await;
    let second = server.client(Role::Participant).await;
    let ali = server.identity(Role::Participant);
    let mut third = Client::open(server.running.address).await.unwrap();
    let closed = third.until_closed().await.unwrap().unwrap();
    assert_eq!(u16::from(closed.code), close_code::TOO_MANY_CONNECTIONS);
    assert_eq!((third.errors[0].code, third.errors[0].limit), (ErrorCode::TooManyConnections, Some(2)));
    assert!(third.bye.unwrap().retry_ms.is_some());
    drop(second);
    while Client::connect(server.running.address, &ali).await.is_err() {}
}

#[tokio::test]
async fn a_client_that_comes_back_gets_exactly_what_it_missed() {
    let server = TestServer::start().await;
    let mut mia = server.client(Role::Moderator).await;
    let ali = server.identity(Role::Participant);
    let before = Client::connect(server.running.address, &ali).await.unwrap();
    let (cursor, board) = (before.cursor.clone(), before.board.clone());
    drop(before);
    mia.wish(&id("p"), Command::SetProposals { proposals: Proposals::Open }).await.unwrap().unwrap();
    let mut again = Client::resume(server.running.address, &ali, cursor, board).await.unwrap();
    again.until(|client| client.board["topics"]["proposals"] == "open").await.unwrap();
    let newcomer = Client::connect(server.running.address, &ali).await.unwrap();
    assert_eq!(again.board, newcomer.board);
    assert!(again.frames.iter().all(|frame| !frame.starts_with(r#"{"snapshot""#)), "{:?}", again.frames);
    let update = again.frames.iter().find(|frame| frame.starts_with(r#"{"update""#)).unwrap();
    assert!(update.len() < 200, "only what changed: {update}");
}

#[tokio::test]
async fn a_cursor_that_cannot_be_served_gets_a_snapshot() {
    let server = TestServer::start().await;
    let ali = server.identity(Role::Participant);
    let mut cursor = server.client(Role::Participant).await.cursor.unwrap();
    cursor.version = Version(cursor.version.0 + 100);
    let mut client =
        Client::resume(server.running.address, &ali, Some(cursor), Default::default()).await.unwrap();
    client.until(|client| client.board.contains_key("cafe")).await.unwrap();
}

#[tokio::test]
async fn a_join_and_its_first_update_leave_no_gap() {
    let server = TestServer::start().await;
    let mut mia = server.client(Role::Moderator).await;
    let ali = server.identity(Role::Participant);
    for round in 0..40 {
        let proposals = if round % 2 == 0 { Proposals::Open } else { Proposals::Closed };
        mia.submit(&id(&format!("p{round}")), Command::SetProposals { proposals }).await.unwrap();
        // The client checks that every update begins where it stands.
        let mut client = Client::connect(server.running.address, &ali).await.unwrap();
        let expected = serde_json::to_value(proposals).unwrap();
        client.until(|client| client.board["topics"]["proposals"] == expected).await.unwrap();
    }
}

#[tokio::test]
async fn one_publication_carries_many_changes() {
    let paced = Options { participants_tick_ms: Some(200), ..options() };
    let server = TestServer::with(paced, Arc::new(MemoryJournal::default())).await;
    let mut mia = server.client(Role::Moderator).await;
    let mut ali = server.client(Role::Participant).await;
    ali.frames.clear();
    for round in 0..200 {
        let phase = if round % 2 == 0 { Phase::Open } else { Phase::Closed };
        mia.wish(&id(&format!("v{round}")), Command::SetTopicVote { phase }).await.unwrap().unwrap();
    }
    mia.wish(&id("last"), Command::SetProposals { proposals: Proposals::Open }).await.unwrap().unwrap();
    ali.until(|client| client.board["topics"]["proposals"] == "open").await.unwrap();
    assert!(ali.frames.len() < 50, "{} frames for 201 changes", ali.frames.len());
}

#[tokio::test]
async fn an_open_poll_closes_by_itself_at_its_deadline() {
    let server = TestServer::start().await;
    let mut mia = server.client(Role::Moderator).await;
    let mut ali = server.client(Role::Participant).await;
    let draft = json!({ "question": "?", "options": ["a", "b"], "kind": { "kind": "single" } });
    let draft = serde_json::from_value(draft).unwrap();
    let poll = tafelrunde_protocol::ids::PollId::new("p").unwrap();
    mia.wish(&id("d"), Command::DraftPoll { poll: poll.clone(), draft }).await.unwrap().unwrap();
    mia.wish(&id("o"), Command::OpenPoll { poll, seconds: Some(1) }).await.unwrap().unwrap();
    ali.until(|client| client.board.get("poll/p").is_some_and(|poll| poll["phase"] == "open")).await.unwrap();
    ali.until(|client| client.board["poll/p"]["phase"] == "closed").await.unwrap();
    assert_eq!(ali.board["poll/p"]["closes_at"], json!(null));
}

#[tokio::test]
async fn a_client_that_does_not_read_holds_up_nobody() {
    let server = TestServer::start().await;
    let _stuck = server.client(Role::Participant).await;
    let mut mia = server.client(Role::Moderator).await;
    let mut ali = server.client(Role::Participant).await;
    for round in 0..300 {
        let text = format!("{round:0>250}");
        let draft = serde_json::from_value(json!({ "title": text.get(..100), "text": text })).unwrap();
        let topic = serde_json::from_value(json!(format!("t{round}"))).unwrap();
        mia.wish(&id(&format!("c{round}")), Command::ProposeTopic { topic, draft }).await.unwrap().unwrap();
    }
    ali.until(|client| client.board.contains_key("topic/t299")).await.unwrap();
}

#[tokio::test]
async fn a_stopping_server_answers_what_it_took_and_says_when_to_come_back() {
    let server = TestServer::start().await;
    let mut ali = server.client(Role::Participant).await;
    join(&mut ali).await;
    let stopping = server.restart();
    let (server, closed) = tokio::join!(stopping, ali.until_closed());
    assert_eq!(u16::from(closed.unwrap().unwrap().code), close_code::COME_BACK);
    let bye = ali.bye.unwrap();
    assert_eq!(bye.reason, ByeReason::Restart);
    assert!(bye.retry_ms.is_some());
    drop(server);
}

#[tokio::test]
async fn a_storage_without_space_refuses_in_words_and_recovers() {
    let journal = Arc::new(MemoryJournal::default());
    let server = TestServer::with(options(), journal.clone()).await;
    let mut mia = server.client(Role::Moderator).await;
    let mut ali = server.client(Role::Participant).await;
    journal.fail_with(Some(AppendError::Refused("no space".into())));
    let open = Command::SetProposals { proposals: Proposals::Open };
    for round in 0..3 {
        let answer = mia.wish(&id(&format!("a{round}")), open.clone()).await.unwrap();
        assert_eq!(answer, Err(Rejection::Storage));
    }
    assert_eq!(ali.board["topics"]["proposals"], "closed");
    journal.fail_with(None);
    let mut round = 0;
    while mia.wish(&id(&format!("b{round}")), open.clone()).await.unwrap().is_err() {
        round += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    ali.until(|client| client.board["topics"]["proposals"] == "open").await.unwrap();
    let newcomer = server.client(Role::Participant).await;
    assert_eq!(newcomer.board, ali.board);
}

#[tokio::test]
async fn after_a_failed_flush_nothing_is_acknowledged_and_everybody_is_told() {
    let journal = Arc::new(MemoryJournal::default());
    let server = TestServer::with(options(), journal.clone()).await;
    let mut mia = server.client(Role::Moderator).await;
    let mut ali = server.client(Role::Participant).await;
    journal.fail_with(Some(AppendError::Broken("the disk lies".into())));
    let open = Command::SetProposals { proposals: Proposals::Open };
    assert_eq!(mia.wish(&id("a"), open).await.unwrap(), Err(Rejection::Storage));
    let closed = ali.until_closed().await.unwrap().unwrap();
    assert_eq!(u16::from(closed.code), close_code::COME_BACK);
    assert_eq!(ali.bye.unwrap().reason, ByeReason::Storage);
    server.running.storage_broken().await;
    assert_eq!(ali.board["topics"]["proposals"], "closed");
}

#[tokio::test]
async fn a_forestalled_room_reads_the_journal_again_and_keeps_its_connections() {
    let journal = Arc::new(MemoryJournal::default());
    let here = TestServer::with(options(), journal.clone()).await;
    let mut ali = here.client(Role::Participant).await;
    let mut mia = here.client(Role::Moderator).await;
    // A second server on the same journal writes behind the first one's back.
    let config = tafelrunde::config::Config::try_from(options()).unwrap();
    let there = tafelrunde::server::start(config, journal).await.unwrap();
    let mut mia_there = Client::connect(there.address, &here.identity(Role::Moderator)).await.unwrap();
    let open = Command::SetProposals { proposals: Proposals::Open };
    mia_there.wish(&id("there"), open).await.unwrap().unwrap();

    let vote = Command::SetTopicVote { phase: Phase::Open };
    assert_eq!(mia.wish(&id("here"), vote.clone()).await.unwrap(), Err(Rejection::TryAgain));
    mia.wish(&id("here"), vote).await.unwrap().unwrap();
    let both = |client: &Client| {
        client.board["topics"]["proposals"] == "open" && client.board["topics"]["vote"] == "open"
    };
    ali.until(both).await.unwrap();
    assert!(ali.bye.is_none());
}
