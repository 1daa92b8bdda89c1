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
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::limits::IN_FLIGHT_MAX;
use tafelrunde_protocol::message::{ExchangeRequest, Hello};
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout_at};

use super::Edge;
use super::conversation::{Begun, Conversation, Guest, apply};
use super::problem::problem;
use super::refusal::Refusal;
use super::texts;
use crate::hub::Subscription;
use crate::hub::bell::Bell;
use crate::hub::mailbox::Mailbox;
use crate::room::{RoomHandle, Wish};

/// The longest that an answer is held back; below the usual 30 s of proxies.
const WAIT_MAX: Duration = Duration::from_secs(25);
/// Commands are answered within this, or the client asks again.
const ANSWER_WITHIN: Duration = Duration::from_secs(20);
/// Pause before a room that is behind is handed more.
const BEHIND_PAUSE: Duration = Duration::from_millis(5);

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
    if request.commands.len() + request.queries.len() > IN_FLIGHT_MAX {
        let detail = format!("commands and queries: at most {IN_FLIGHT_MAX}");
        return problem(StatusCode::BAD_REQUEST, "too_many", &detail);
    }
    let Some(_place) = edge.admission.admit(address.ip()) else {
        return answer(Refusal::too_many_connections(edge.admission.per_address_max()).texts().into(), None);
    };
    let ExchangeRequest { hello, commands, queries, personal, wait_ms } = request;
    let commands = commands.into_iter().map(|message| (message.id, Wish::Command(message.command)));
    let queries = queries.into_iter().map(|message| (message.id, Wish::Query(message.ask)));
    let wishes = commands.chain(queries).collect();
    match Visit::begin(&edge, hello).await {
        Ok((visit, begun)) => visit.converse(begun, wishes, personal, wait_ms).await,
        Err(refusal) => answer(refusal.texts().into(), None),
    }
}

/// A conversation for the time of one exchange.
struct Visit {
    room: RoomHandle,
    /// Rung for answers and for the board.
    news: Arc<Notify>,
    _subscription: Subscription,
}

impl Visit {
    async fn begin(edge: &Arc<Edge>, hello: Hello) -> Result<(Self, Begun), Refusal> {
        let guest = Guest::of(hello)?;
        let news = Arc::new(Notify::new());
        let bell = Bell::Task(news.clone());
        let mailbox = Arc::new(Mailbox::new(bell.clone()));
        let entered = edge.services.registry.enter(&guest.cafe, guest.role, guest.token, &mailbox).await;
        let (room, attached, presence) = entered.map_err(|error| Refusal::not_entered(&error))?;
        let subscription = Subscription::new(attached.hub.clone(), guest.role, bell);
        let begun = Conversation::begin(&guest, (attached, presence), mailbox, &edge.speed);
        Ok((Self { room, news, _subscription: subscription }, begun))
    }

    async fn converse(
        self,
        begun: Begun,
        wishes: Vec<(CommandId, Wish)>,
        known: Option<String>,
        wait_ms: u32,
    ) -> Response {
        let Begun { mut conversation, welcome, mut personal, board } = begun;
        let mut messages = vec![welcome];
        let is_known = !conversation.is_personal() || known.is_some_and(|known| known == tag(&personal));
        let mut is_news = !is_known || board.is_some();
        if !is_known {
            messages.push(texts::all_personal(&personal));
        }
        messages.extend(board.map(|board| board.to_string()));
        let has_wishes = !wishes.is_empty();
        messages.extend(self.hand_in(&mut conversation, wishes).await);
        let wait = Duration::from_millis(wait_ms.into()).min(WAIT_MAX);
        let deadline = Instant::now() + if has_wishes { ANSWER_WITHIN } else { wait };
        while if has_wishes { !conversation.is_quiet() } else { !is_news } {
            if timeout_at(deadline, self.news.notified()).await.is_err() {
                break;
            }
            let outgoing = conversation.take();
            let before = messages.len();
            messages.extend(outgoing.answers.iter().map(texts::answer));
            if !outgoing.personal.is_empty() {
                messages.push(texts::personal(&outgoing.personal));
                apply(&mut personal, outgoing.personal);
            }
            messages.extend(outgoing.board.map(|board| board.to_string()));
            is_news |= messages.len() > before;
            if let Some(bye) = outgoing.bye {
                messages.push(texts::bye(bye));
                break;
            }
        }
        let tag = conversation.is_personal().then(|| tag(&personal));
        answer(messages, tag)
    }

    /// Hands in all that may be; answers the rest.
    async fn hand_in(&self, conversation: &mut Conversation, wishes: Vec<(CommandId, Wish)>) -> Vec<String> {
        let mut refused = Vec::new();
        let mut submissions = Vec::with_capacity(wishes.len());
        for (id, wish) in wishes {
            match conversation.submission(id, wish) {
                Ok(submission) => submissions.push(submission),
                Err(answer) => refused.push(texts::answer(&answer)),
            }
        }
        while self.room.is_behind() {
            sleep(BEHIND_PAUSE).await;
        }
        if !submissions.is_empty() {
            self.room.submit(submissions);
        }
        refused
    }
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
fn answer(messages: Vec<String>, personal: Option<String>) -> Response {
    let mut body = format!(r#"{{"messages":[{}]"#, messages.join(","));
    if let Some(tag) = personal {
        body.push_str(&format!(r#","personal":"{tag}""#));
    }
    body.push('}');
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, body).into_response()
}
