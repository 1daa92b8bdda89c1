//! A session over a WebSocket: one task per connection, small buffers, a timeout on every write.

use axum::extract::State;
use axum::extract::connect_info::ConnectInfo;
use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use futures_util::SinkExt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX};
use tafelrunde_protocol::message::{
    Bye, ByeReason, ClientMessage, ErrorCode, Hello, ProtocolError, ServerMessage, close_code,
};
use tokio::time::{Instant, MissedTickBehavior, interval, timeout};

use super::Edge;
use super::admission::Place;
use super::incoming::{self, Unreadable};
use super::session::{Begun, Outgoing, Refusal, Session, all_personal_frame, clock_frame, frame};
use crate::room::RETRY_MS;

/// A client that says nothing first is let go after this.
const HELLO_WITHIN: Duration = Duration::from_secs(10);
/// The server asks for a sign of life this often.
const PING_EVERY: Duration = Duration::from_secs(15);
/// A connection from which nothing came for so long is taken for dead.
const SILENCE_MAX: Duration = Duration::from_secs(40);
/// A client that does not take a frame within this is let go.
const WRITE_WITHIN: Duration = Duration::from_secs(10);
/// The default of 128 KiB would be allocated for every connection at once.
const READ_BUFFER_BYTES: usize = 4 * 1024;

/// `GET /ws`
pub async fn upgrade(
    State(edge): State<Arc<Edge>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    upgrade: WebSocketUpgrade,
) -> Response {
    upgrade
        .read_buffer_size(READ_BUFFER_BYTES)
        .write_buffer_size(0)
        .max_message_size(MODERATOR_MESSAGE_BYTES_MAX)
        .max_frame_size(MODERATOR_MESSAGE_BYTES_MAX)
        .on_upgrade(move |socket| {
            let connection = edge.connections.clone();
            connection.track_future(serve(socket, edge, address))
        })
}

async fn serve(mut socket: WebSocket, edge: Arc<Edge>, address: SocketAddr) {
    let Some(place) = edge.admission.admit(address.ip()) else {
        let refusal = Refusal::too_many_connections(edge.admission.per_address_max());
        return refuse(&mut socket, &refusal).await;
    };
    let begun = match first_message(&mut socket).await {
        Ok(hello) => Session::begin(&edge, &hello).await,
        Err(refusal) => Err(refusal),
    };
    match begun {
        Ok(begun) => converse(socket, begun, &edge, place).await,
        Err(refusal) => refuse(&mut socket, &refusal).await,
    }
}

async fn first_message(socket: &mut WebSocket) -> Result<Hello, Refusal> {
    let no_hello = |code, reason: &str| Refusal::no_hello(code, reason);
    let received = timeout(HELLO_WITHIN, socket.recv()).await;
    let text = match received {
        Err(_) => return Err(no_hello(ErrorCode::HelloTimeout, "no hello came in time")),
        Ok(Some(Ok(Message::Text(text)))) => text,
        Ok(_) => return Err(no_hello(ErrorCode::UnexpectedMessage, "the first message must be a hello")),
    };
    match incoming::read(&text, MESSAGE_BYTES_MAX) {
        Ok(ClientMessage::Hello(hello)) => Ok(hello),
        Ok(ClientMessage::Command(_) | ClientMessage::Clock(_)) => {
            Err(no_hello(ErrorCode::UnexpectedMessage, "the first message must be a hello"))
        }
        Err(Unreadable::Message(error)) => {
            Err(Refusal { error, close_code: close_code::REFUSED, retry_ms: None })
        }
        Err(Unreadable::Command(_)) => {
            Err(no_hello(ErrorCode::UnexpectedMessage, "the first message must be a hello"))
        }
    }
}

async fn refuse(socket: &mut WebSocket, refusal: &Refusal) {
    for frame in refusal.frames() {
        if send(socket, [frame]).await.is_err() {
            return;
        }
    }
    close(socket, refusal.close_code, "refused").await;
}

/// The place is held until the conversation ends.
async fn converse(mut socket: WebSocket, begun: Begun, edge: &Edge, _place: Place) {
    let Begun { mut session, welcome, personal, board } = begun;
    let own = session.is_personal().then(|| all_personal_frame(&personal));
    let first = [Some(welcome), own, board];
    if send(&mut socket, first.into_iter().flatten()).await.is_ok() {
        let (code, reason) = exchange_messages(&mut socket, &mut session, edge).await;
        close(&mut socket, code, reason).await;
    }
}

/// Runs until one side ends it; returns how the socket is to be closed.
async fn exchange_messages(
    socket: &mut WebSocket,
    session: &mut Session,
    edge: &Edge,
) -> (u16, &'static str) {
    const LOST: (u16, &str) = (close_code::TIMEOUT, "lost");
    let bytes_max = incoming::message_bytes_max(session.role());
    let mut heard = Instant::now();
    let mut ping = interval(PING_EVERY);
    ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ping.reset();
    loop {
        tokio::select! {
            received = socket.recv(), if session.has_room() => {
                heard = Instant::now();
                let taken = match received {
                    None | Some(Ok(Message::Close(_))) => return (1000, ""),
                    Some(Ok(Message::Text(text))) => take_message(socket, session, &text, bytes_max).await,
                    Some(Ok(Message::Binary(_))) => {
                        complain(socket, session, incoming::malformed("a message is a text frame")).await
                    },
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(()),
                    Some(Err(error)) => return unreadable_frame(socket, &error).await,
                };
                if taken.is_err() {
                    return LOST;
                }
            }
            () = session.changed() => {
                let Outgoing { frames, bye, .. } = session.take();
                let farewell = bye.as_ref().map(|bye| frame(&ServerMessage::<()>::Bye(bye.clone())));
                if send(socket, frames.into_iter().chain(farewell)).await.is_err() {
                    return LOST;
                }
                if bye.is_some() {
                    return (close_code::COME_BACK, "come back");
                }
            }
            _ = ping.tick() => {
                let is_silent = session.has_room() && heard.elapsed() > SILENCE_MAX;
                if is_silent || write(socket, Message::Ping(Default::default())).await.is_err() {
                    return LOST;
                }
            }
            () = edge.parting.cancelled() => {
                // Rooms say goodbye themselves once they have stored what waits; this is for a connection
                // whose room does not.
                let bye = Bye { reason: ByeReason::Restart, retry_ms: Some(RETRY_MS) };
                let left = session.take().frames;
                let farewell = frame(&ServerMessage::<()>::Bye(bye));
                return match send(socket, left.into_iter().chain([farewell])).await {
                    Ok(()) => (close_code::COME_BACK, "come back"),
                    Err(Lost) => LOST,
                };
            }
        }
    }
}

async fn take_message(
    socket: &mut WebSocket,
    session: &mut Session,
    text: &Utf8Bytes,
    bytes_max: usize,
) -> Result<(), Lost> {
    match incoming::read(text, bytes_max) {
        Ok(ClientMessage::Command(command)) => {
            session.submit(command).await;
            Ok(())
        }
        Ok(ClientMessage::Clock(request)) => {
            send(socket, [session.answer_plainly(clock_frame(request.sent))]).await
        }
        Ok(ClientMessage::Hello(_)) => {
            let refusal = Refusal::no_hello(ErrorCode::UnexpectedMessage, "hello is said once");
            complain(socket, session, refusal.error).await
        }
        Err(Unreadable::Command(rejected)) => {
            let frame = frame(&ServerMessage::<()>::Rejected(rejected));
            send(socket, [session.answer_plainly(frame)]).await
        }
        Err(Unreadable::Message(error)) => complain(socket, session, error).await,
    }
}

async fn complain(socket: &mut WebSocket, session: &Session, error: ProtocolError) -> Result<(), Lost> {
    let frame = frame(&ServerMessage::<()>::Error(error));
    send(socket, [session.answer_plainly(frame)]).await
}

/// A frame larger than any message may be is not read at all, so the connection cannot go on.
async fn unreadable_frame(socket: &mut WebSocket, error: &axum::Error) -> (u16, &'static str) {
    let is_too_big = error.to_string().contains("too long");
    if !is_too_big {
        return (1000, "");
    }
    let error = incoming::too_large(MODERATOR_MESSAGE_BYTES_MAX);
    // Whether it arrives or not, the socket is closed next.
    let _ = send(socket, [frame(&ServerMessage::<()>::Error(error))]).await;
    (close_code::TOO_BIG, "message too large")
}

/// The client is gone, or does not read.
struct Lost;

async fn send(socket: &mut WebSocket, frames: impl IntoIterator<Item = Utf8Bytes>) -> Result<(), Lost> {
    for frame in frames {
        write(socket, Message::Text(frame)).await?;
    }
    Ok(())
}

async fn write(socket: &mut WebSocket, message: Message) -> Result<(), Lost> {
    match timeout(WRITE_WITHIN, socket.send(message)).await {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) | Err(_) => Err(Lost),
    }
}

async fn close(socket: &mut WebSocket, code: u16, reason: &'static str) {
    let frame = CloseFrame { code, reason: reason.into() };
    // The other side may be gone already.
    let _ = timeout(WRITE_WITHIN, socket.send(Message::Close(Some(frame)))).await;
    let _ = timeout(WRITE_WITHIN, socket.close()).await;
}
