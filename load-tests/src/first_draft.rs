//! The server that one would write first: axum, a task for each direction of a connection, a broadcast channel,
//! every default as it comes. It holds the conversation of `raw_messages` and stores nothing.

use anyhow::Result;
use axum::Router;
use axum::extract::State;
use axum::extract::ws::{Message, Utf8Bytes, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use axum::routing::get;
use futures_util::{SinkExt, StreamExt};
use tokio::sync::{broadcast, mpsc};

use crate::listening::Listen;
use crate::raw_messages::{self, ACK, TELL};

/// Messages that a slow connection may lag behind.
const LAG_MAX: usize = 256;

#[derive(Debug, Clone)]
struct Hub {
    told: broadcast::Sender<Utf8Bytes>,
}

/// Serves until the process is killed.
pub async fn run(listen: &Listen) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listen.open()?)?;
    let hub = Hub { told: broadcast::channel(LAG_MAX).0 };
    let router = Router::new().route("/", get(upgrade)).with_state(hub);
    Ok(axum::serve(listener, router).await?)
}

async fn upgrade(upgrade: WebSocketUpgrade, State(hub): State<Hub>) -> Response {
    upgrade.on_upgrade(|socket| serve(socket, hub))
}

async fn serve(socket: WebSocket, hub: Hub) {
    let (mut sender, mut receiver) = socket.split();
    let (answers, mut answered) = mpsc::unbounded_channel::<Utf8Bytes>();
    let mut told = hub.told.subscribe();
    let sending = tokio::spawn(async move {
        loop {
            let text = tokio::select! {
                Some(answer) = answered.recv() => answer,
                Ok(text) = told.recv() => text,
                else => return,
            };
            if sender.send(Message::Text(text)).await.is_err() {
                return;
            }
        }
    });
    while let Some(Ok(message)) = receiver.next().await {
        let Message::Text(text) = message else { continue };
        if text.as_bytes().first() == Some(&TELL) {
            // Nobody may be there to be told.
            let _ = hub.told.send(text_of(&raw_messages::broadcast()));
        } else if answers.send(text_of(ACK)).is_err() {
            break;
        }
    }
    sending.abort();
}

fn text_of(bytes: &[u8]) -> Utf8Bytes {
    String::from_utf8_lossy(bytes).into_owned().into()
}
