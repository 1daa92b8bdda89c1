//! The pages and their assets, embedded in the program: precompressed, with ETags; what has a hash in its
//! name may be kept for ever, everything else is asked for again.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use memory_serve::CacheControl;
use std::sync::{Arc, OnceLock};
use tower::ServiceExt;

use super::Edge;

/// Vite puts everything with a hash in its name there.
const HASHED: &str = "/assets/";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// Pages by path, and files by name.
pub fn router() -> Router<Arc<Edge>> {
    Router::new()
        .route("/", page("/phone.html"))
        .route("/c/{code}", page("/phone.html"))
        .route("/m/{code}", page("/console.html"))
        .route("/s/{code}", page("/wall.html"))
        .fallback(serve)
}

fn page(file: &'static str) -> MethodRouter<Arc<Edge>> {
    get(move |mut request: Request| async move {
        *request.uri_mut() = Uri::from_static(file);
        serve(request).await
    })
}

/// The embedded files by name. They are unpacked when the first one is asked for, in some ten milliseconds.
fn files() -> Router {
    static FILES: OnceLock<Router> = OnceLock::new();
    let unpack = || {
        memory_serve::load!()
            .index_file(None)
            .enable_brotli(true)
            .enable_gzip(true)
            .html_cache_control(CacheControl::NoCache)
            .cache_control(CacheControl::NoCache)
            .into_router()
    };
    FILES.get_or_init(unpack).clone()
}

async fn serve(request: Request) -> Response {
    let is_hashed = request.uri().path().starts_with(HASHED);
    let mut response = match files().oneshot(request).await {
        Ok(response) => response,
        Err(infallible) => infallible.into_response(),
    };
    if is_hashed && response.status().is_success() {
        response.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    }
    response
}
