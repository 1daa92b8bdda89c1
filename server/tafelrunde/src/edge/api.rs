//! The JSON API and what operators watch.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use tafelrunde_protocol::ids::CafeCode;

use super::Edge;
use super::problem::problem;
use crate::config::Creation;
use crate::health::Storage;
use crate::journal::AppendError;
use crate::registry::EnterError;
use crate::{create, qr, secrets, template};

/// What is asked for when a café is created: a template by name, or as text.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum CreateRequest {
    /// The name of a template that comes with the program.
    Template(String),
    /// The text of a template.
    TemplateToml(String),
}

/// `POST /api/v1/cafes`
pub async fn create_cafe(State(edge): State<Arc<Edge>>, headers: HeaderMap, body: String) -> Response {
    if !may_create(&edge.services.config.creation, &headers) {
        return problem(StatusCode::FORBIDDEN, "not_allowed", "creating a café needs the admin token");
    }
    let request: CreateRequest = match serde_json::from_str(&body) {
        Ok(request) => request,
        Err(error) => return problem(StatusCode::BAD_REQUEST, "malformed", &error.to_string()),
    };
    let template = match request {
        CreateRequest::Template(name) if name == "zukunftsmesse" => template::load(&name),
        CreateRequest::Template(name) => {
            let detail = format!("template: there is none named {name}; known: zukunftsmesse");
            return problem(StatusCode::UNPROCESSABLE_ENTITY, "unknown", &detail);
        }
        CreateRequest::TemplateToml(text) => template::parse(&text),
    };
    let template = match template {
        Ok(template) => template,
        Err(error) => {
            let detail = format!("template_toml: {error:#}");
            return problem(StatusCode::UNPROCESSABLE_ENTITY, "malformed", &detail);
        }
    };
    let (journal, public_url) = (edge.services.journal.clone(), edge.services.public_url.clone());
    let creating =
        tokio::task::spawn_blocking(move || create::create(journal.as_ref(), template, &public_url));
    match creating.await {
        Ok(Ok(created)) => {
            (StatusCode::CREATED, [(header::CACHE_CONTROL, "no-store")], Json(created)).into_response()
        }
        Ok(Err(error)) => {
            if matches!(error, AppendError::Broken(_)) {
                edge.services.health.report(Storage::Broken);
            }
            tracing::error!(%error, "a café was not created");
            problem(StatusCode::SERVICE_UNAVAILABLE, "storage", "nothing can be stored now; try again later")
        }
        Err(panic) => {
            tracing::error!(%panic, "creating a café failed");
            problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", "the café was not created")
        }
    }
}

fn may_create(creation: &Creation, headers: &HeaderMap) -> bool {
    let authorization = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = authorization.and_then(|value| value.strip_prefix("Bearer "));
    match creation {
        Creation::Nobody => false,
        Creation::Open => true,
        Creation::WithToken(admin) => token.is_some_and(|token| secrets::same(token, admin)),
    }
}

#[derive(Serialize)]
struct CafeAnswer {
    code: CafeCode,
    title: String,
    join_url: String,
}

/// `GET /api/v1/cafes/{code}`
pub async fn cafe(State(edge): State<Arc<Edge>>, Path(typed): Path<String>) -> Response {
    match find(&edge, &typed).await {
        Ok((code, title)) => {
            let join_url = format!("{}/c/{code}", edge.services.public_url);
            ([(header::CACHE_CONTROL, "no-store")], Json(CafeAnswer { code, title, join_url }))
                .into_response()
        }
        Err(response) => *response,
    }
}

/// `GET /api/v1/cafes/{code}/qr.svg`
pub async fn qr(State(edge): State<Arc<Edge>>, Path(typed): Path<String>) -> Response {
    match find(&edge, &typed).await {
        Ok((code, _)) => {
            let svg = qr::svg(&format!("{}/c/{code}", edge.services.public_url));
            ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "no-cache")], svg)
                .into_response()
        }
        Err(response) => *response,
    }
}

async fn find(edge: &Edge, typed: &str) -> Result<(CafeCode, String), Box<Response>> {
    let unknown = || problem(StatusCode::NOT_FOUND, "unknown_cafe", "there is no café with this code");
    let code = CafeCode::parse(typed).ok_or_else(unknown)?;
    match edge.services.registry.title(&code).await {
        Ok(title) => Ok((code, title)),
        Err(EnterError::Unknown | EnterError::BadToken) => Err(Box::new(unknown())),
        Err(EnterError::Unavailable) => {
            let detail = "the café cannot be loaded; try again later";
            Err(Box::new(problem(StatusCode::SERVICE_UNAVAILABLE, "unavailable", detail)))
        }
    }
}

/// `GET /healthz`: the process answers.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// `GET /readyz`: it can store.
pub async fn readyz(State(edge): State<Arc<Edge>>) -> Response {
    if edge.stopping.is_cancelled() {
        return problem(StatusCode::SERVICE_UNAVAILABLE, "stopping", "the server is stopping");
    }
    match edge.services.health.storage() {
        Storage::Healthy => "ok\n".into_response(),
        Storage::Refusing => {
            problem(StatusCode::SERVICE_UNAVAILABLE, "storage", "the storage refuses writes")
        }
        Storage::Broken => problem(StatusCode::SERVICE_UNAVAILABLE, "storage", "the storage has failed"),
    }
}

/// `GET /metrics` in Prometheus' text format.
pub async fn metrics(State(edge): State<Arc<Edge>>) -> Response {
    metrics::gauge!("tafelrunde_rooms").set(edge.services.registry.len() as f64);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], edge.services.metrics.render()).into_response()
}
