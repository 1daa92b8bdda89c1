//! A conversation over a WebSocket: one task per connection, a timeout on every write.

use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::response::Response;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX};
use tafelrunde_protocol::message::{
    ClientMessage, ErrorCode, Hello, ProtocolError, Role, ServerMessage, close_code,
};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::Edge;
use super::admission::Place;
use super::conversation::{Begun, Conversation, Outgoing, Refusal, all_personal_frame, clock_frame, frame};
use super::incoming::{self, Unreadable};
use super::upgrade::Upgrade;
use super::wire::{Lost, Received, Wire};

/// A client that says nothing first is let go after this.
const HELLO_WITHIN: Duration = Duration::from_secs(10);
/// The server asks for a sign of life this often.
const PING_EVERY: Duration = Duration::from_secs(15);
/// A connection from which nothing came for so long is taken for dead.
const SILENCE_MAX: Duration = Duration::from_secs(40);

/// How a connection is closed.
type Ending = (u16, &'static str);
const LOST: Ending = (close_code::TIMEOUT, "lost");
const COME_BACK: Ending = (close_code::COME_BACK, "come back");

/// `GET /ws`
pub async fn upgrade(
    State(edge): State<Arc<Edge>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let upgrade = match Upgrade::of(&mut request) {
        Ok(upgrade) => upgrade,
        Err(response) => return *response,
    };
    let (response, upgraded) = upgrade.accept();
    edge.connections.clone().spawn(async move {
        if let Some(wire) = upgraded.await {
            serve(wire, edge, address).await;
        }
    });
    response
}

async fn serve(mut wire: Wire, edge: Arc<Edge>, address: SocketAddr) {
    let Some(place) = edge.admission.admit(address.ip()) else {
        let refusal = Refusal::too_many_connections(edge.admission.per_address_max());
        return refuse(wire, &refusal).await;
    };
    let begun = match first_message(&mut wire).await {
        Ok(hello) => Conversation::begin(&edge, &hello).await,
        Err(refusal) => Err(refusal),
    };
    let conversation = match begun {
        Ok(begun) => welcome(&mut wire, begun).await,
        Err(refusal) => return refuse(wire, &refusal).await,
    };
    let Ok(conversation) = conversation else { return };
    let connections = edge.connections.clone();
    match conversation.role() {
        // A task of its own: a task keeps the memory of its largest moment, and beginning is that.
        Role::Participant => drop(connections.spawn(converse(wire, conversation, place))),
        Role::Screen | Role::Moderator => {
            let stage = edge.services.stage.clone();
            if let Some(wire) = wire.move_to(&stage) {
                connections.spawn_on(converse(wire, conversation, place), &stage);
            }
        }
    }
}

async fn welcome(wire: &mut Wire, begun: Begun) -> Result<Conversation, Lost> {
    let Begun { conversation, welcome, personal, board } = begun;
    let own = conversation.is_personal().then(|| all_personal_frame(&personal));
    let first: Vec<Utf8Bytes> = [Some(welcome), own, board].into_iter().flatten().collect();
    wire.send(&first).await.map(|()| conversation)
}

async fn first_message(wire: &mut Wire) -> Result<Hello, Refusal> {
    let unexpected = || Refusal::no_hello(ErrorCode::UnexpectedMessage, "the first message must be a hello");
    let text = match timeout(HELLO_WITHIN, wire.receive()).await {
        Err(_) => return Err(Refusal::no_hello(ErrorCode::HelloTimeout, "no hello came in time")),
        Ok(Received::Text(text)) => text,
        Ok(_) => return Err(unexpected()),
    };
    match incoming::read(&text, MESSAGE_BYTES_MAX) {
        Ok(ClientMessage::Hello(hello)) => Ok(hello),
        Ok(ClientMessage::Command(_) | ClientMessage::Clock(_)) | Err(Unreadable::Command(_)) => {
            Err(unexpected())
        }
        Err(Unreadable::Message(error)) => {
            Err(Refusal { error, close_code: close_code::REFUSED, retry_ms: None })
        }
    }
}

async fn refuse(mut wire: Wire, refusal: &Refusal) {
    if wire.send(&refusal.frames()).await.is_ok() {
        wire.close(refusal.close_code, "refused").await;
    }
}

/// The place is held until the conversation ends.
async fn converse(mut wire: Wire, mut conversation: Conversation, _place: Place) {
    let ending = exchange_messages(&mut wire, &mut conversation).await;
    drop(conversation);
    if let Some((code, reason)) = ending {
        // On the heap, like everything rare: a connection is idle nearly all day, in a task as large as its
        // largest moment.
        Box::pin(wire.close(code, reason)).await;
    }
}

/// Runs until one side ends it; returns how the connection is to be closed, if the client is still there.
async fn exchange_messages(wire: &mut Wire, conversation: &mut Conversation) -> Option<Ending> {
    let bytes_max = incoming::message_bytes_max(conversation.role());
    let mut heard = Instant::now();
    let mut ping = interval(PING_EVERY);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ping.reset();
    loop {
        tokio::select! {
            received = wire.receive(), if conversation.has_room() => {
                heard = Instant::now();
                let taken = match received {
                    Received::Text(text) => take_message(wire, conversation, &text, bytes_max).await,
                    Received::Binary => {
                        {
                        let error = error_frame(incoming::malformed("a message is a text frame"));
                        wire.send(&[conversation.answer_plainly(error)]).await
                    }
                    }
                    Received::SignOfLife => Ok(()),
                    Received::TooLarge => return Some(say_too_large(wire).await),
                    Received::Gone => return None,
                };
                if taken.is_err() {
                    return Some(LOST);
                }
            }
            () = conversation.changed() => {
                let Outgoing { mut frames, bye, .. } = conversation.take();
                let is_last = bye.is_some();
                frames.extend(bye.map(|bye| frame(&ServerMessage::<()>::Bye(bye))));
                if wire.send(&frames).await.is_err() {
                    return Some(LOST);
                }
                if is_last {
                    return Some(COME_BACK);
                }
            }
            _ = ping.tick() => {
                let is_silent = conversation.has_room() && heard.elapsed() > SILENCE_MAX;
                if is_silent || wire.ping().await.is_err() {
                    return Some(LOST);
                }
            }
        }
    }
}

async fn take_message(
    wire: &mut Wire,
    conversation: &mut Conversation,
    text: &Utf8Bytes,
    bytes_max: usize,
) -> Result<(), Lost> {
    let answer = match incoming::read(text, bytes_max) {
        Ok(ClientMessage::Command(command)) => {
            conversation.submit(command).await;
            return Ok(());
        }
        Ok(ClientMessage::Clock(request)) => clock_frame(request.sent),
        Ok(ClientMessage::Hello(_)) => {
            error_frame(Refusal::no_hello(ErrorCode::UnexpectedMessage, "hello is said once").error)
        }
        Err(Unreadable::Command(rejected)) => frame(&ServerMessage::<()>::Rejected(rejected)),
        Err(Unreadable::Message(error)) => error_frame(error),
    };
    wire.send(&[conversation.answer_plainly(answer)]).await
}

fn error_frame(error: ProtocolError) -> Utf8Bytes {
    frame(&ServerMessage::<()>::Error(error))
}

/// A frame larger than any message may be is not read at all, so the connection cannot go on.
async fn say_too_large(wire: &mut Wire) -> Ending {
    let error = incoming::too_large(MODERATOR_MESSAGE_BYTES_MAX);
    // Whether it arrives or not, the connection is closed next.
    let _ = wire.send(&[error_frame(error)]).await;
    (close_code::TOO_BIG, "message too large")
}
