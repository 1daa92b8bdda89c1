//! A conversation over plain HTTP, for networks that break WebSockets: the same hello, commands, messages and
//! cursors, one request at a time. Nothing is kept between two requests.

use axum::Json as JsonBody;
use axum::extract::State;
use axum::extract::connect_info::ConnectInfo;
use axum::extract::rejection::JsonRejection;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde_core::project::Json;
use tafelrunde_protocol::limits::IN_FLIGHT_MAX;
use tafelrunde_protocol::message::{ExchangeRequest, ServerMessage};
use tokio::time::{Instant, timeout_at};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::Edge;
use super::conversation::{Begun, Conversation, Refusal, all_personal_frame, apply, frame};
use super::problem::problem;

/// The longest that an answer is held back; below the usual 30 s of proxies.
const WAIT_MAX: Duration = Duration::from_secs(25);
/// Commands are answered within this, or the client asks again.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);

/// `POST /api/v1/exchange`
pub async fn exchange(
    State(edge): State<Arc<Edge>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    request: Result<JsonBody<ExchangeRequest>, JsonRejection>,
) -> Response {
    let JsonBody(request) = match request {
        Ok(request) => request,
        Err(rejection) => return problem(rejection.status(), "malformed", &rejection.body_text()),
    };
    if request.commands.len() > IN_FLIGHT_MAX {
        let detail = format!("commands: at most {IN_FLIGHT_MAX}");
        return problem(StatusCode::BAD_REQUEST, "too_many", &detail);
    }
    let Some(_place) = edge.admission.admit(address.ip()) else {
        return answer(Refusal::too_many_connections(edge.admission.per_address_max()).frames().into(), None);
    };
    match Conversation::begin(&edge, &request.hello).await {
        Ok(begun) => converse(begun, request).await,
        Err(refusal) => answer(refusal.frames().into(), None),
    }
}

async fn converse(begun: Begun, request: ExchangeRequest) -> Response {
    let Begun { mut conversation, welcome, mut personal, board } = begun;
    let mut messages = vec![welcome];
    let is_known =
        !conversation.is_personal() || request.personal.is_some_and(|known| known == tag(&personal));
    let mut is_news = !is_known || board.is_some();
    if !is_known {
        messages.push(all_personal_frame(&personal));
    }
    messages.extend(board);
    let has_commands = !request.commands.is_empty();
    for command in request.commands {
        conversation.submit(command).await;
    }
    let wait = Duration::from_millis(request.wait_ms.into()).min(WAIT_MAX);
    let deadline = Instant::now() + if has_commands { ANSWER_WITHIN } else { wait };
    while if has_commands { !conversation.is_quiet() } else { !is_news } {
        if timeout_at(deadline, conversation.changed()).await.is_err() {
            break;
        }
        let outgoing = conversation.take();
        is_news |= !outgoing.frames.is_empty();
        messages.extend(outgoing.frames);
        apply(&mut personal, outgoing.personal);
        if let Some(bye) = outgoing.bye {
            messages.push(frame(&ServerMessage::<()>::Bye(bye)));
            break;
        }
    }
    let tag = conversation.is_personal().then(|| tag(&personal));
    answer(messages, tag)
}

/// Stands for a set of personal documents.
fn tag(documents: &BTreeMap<String, Json>) -> String {
    let mut hash = Sha256::new();
    for (key, document) in documents {
        hash.update(key.as_bytes());
        hash.update([0]);
        hash.update(document.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    digest[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Messages are JSON already, so the answer is put together as text.
fn answer(messages: Vec<Utf8Bytes>, personal: Option<String>) -> Response {
    let texts: Vec<&str> = messages.iter().map(Utf8Bytes::as_str).collect();
    let mut body = format!(r#"{{"messages":[{}]"#, texts.join(","));
    if let Some(tag) = personal {
        body.push_str(&format!(r#","personal":"{tag}""#));
    }
    body.push('}');
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, body).into_response()
}
