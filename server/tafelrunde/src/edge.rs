//! The edge: HTTP, WebSockets and long polling. Turns bytes into commands and boards into bytes; decides
//! nothing. Nobody imports the edge but the program's start.

mod admission;
mod api;
mod conversation;
mod exchange;
pub mod http;
mod incoming;
mod lines;
mod pages;
mod problem;
mod refusal;
mod speed;
mod texts;
mod upgrade;

use axum::Router;
use axum::http::{HeaderName, HeaderValue, header};
use axum::routing::{get, post};
use metrics_exporter_prometheus::PrometheusHandle;
use std::io;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::mpsc::UnboundedSender;
use tokio_util::sync::CancellationToken;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::config::Config;
use crate::health::Health;
use crate::journal::Journal;
use crate::registry::Registry;
use admission::Admission;
use lines::Lines;
use speed::Speed;

/// The largest body of an HTTP request: a template may have some length.
const BODY_BYTES_MAX: usize = 256 * 1024;

/// Only our own scripts, styles and pictures, and only our own server.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self' ws: wss:; manifest-src 'self'; \
    worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// What the edge stands on.
pub struct Services {
    /// The cafés.
    pub registry: Arc<Registry>,
    /// Where cafés are created.
    pub journal: Arc<dyn Journal>,
    /// For readiness.
    pub health: Arc<Health>,
    /// Bounds, and who may create.
    pub config: Config,
    /// What phones reach the server by.
    pub public_url: String,
    /// For `/metrics`.
    pub metrics: PrometheusHandle,
}

/// What handlers need.
pub struct Edge {
    /// What the edge stands on.
    pub services: Services,
    /// Connections by address.
    pub admission: Arc<Admission>,
    /// How fast people may send.
    pub speed: Arc<Speed>,
    /// The WebSockets.
    pub lines: Lines,
    /// The server is about to end: it is no longer ready.
    pub stopping: CancellationToken,
}

impl Edge {
    /// Lets people in who come to the listener; `http` gets the connections that are no WebSockets. Cafés are
    /// loaded on the runtime that calls this.
    pub fn new(
        services: Services,
        listener: std::net::TcpListener,
        http: UnboundedSender<http::Connection>,
    ) -> io::Result<Arc<Self>> {
        let admission = Admission::new(services.config.edge.connections_per_address);
        let speed = Arc::new(Speed::new(services.config.edge.commands_per_second));
        let for_lines = lines::Services {
            registry: services.registry.clone(),
            speed: speed.clone(),
            admission: admission.clone(),
            http,
            runtime: Handle::current(),
        };
        let lines = Lines::start(for_lines, listener)?;
        Ok(Arc::new(Self { services, admission, speed, lines, stopping: CancellationToken::new() }))
    }
}

/// All routes.
pub fn router(edge: Arc<Edge>) -> Router {
    let constant = |name: HeaderName, value: &'static str| {
        SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
    };
    Router::new()
        .route("/ws", get(upgrade::upgrade))
        .route("/api/v1/cafes", post(api::create_cafe))
        .route("/api/v1/cafes/{code}", get(api::cafe))
        .route("/api/v1/cafes/{code}/qr.svg", get(api::qr))
        .route("/api/v1/exchange", post(exchange::exchange))
        .route("/healthz", get(api::healthz))
        .route("/readyz", get(api::readyz))
        .route("/metrics", get(api::metrics))
        .merge(pages::router())
        .with_state(edge)
        .layer(RequestBodyLimitLayer::new(BODY_BYTES_MAX))
        .layer(constant(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY))
        .layer(constant(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(constant(header::REFERRER_POLICY, "no-referrer"))
        .layer(constant(HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .layer(constant(
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ))
        .layer(CatchPanicLayer::new())
}
