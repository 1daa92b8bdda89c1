//! The pages and their assets, embedded in the program: precompressed, with ETags; what has a hash in its
//! name may be kept for ever, everything else is asked for again.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use memory_serve::CacheControl;
use std::sync::Arc;
use tower::ServiceExt;

use super::Edge;

/// Pages by path, and files by name.
pub fn router() -> Router<Arc<Edge>> {
    let files = memory_serve::load!()
        .index_file(None)
        .html_cache_control(CacheControl::NoCache)
        .cache_control(CacheControl::Long)
        .into_router::<()>();
    let page = |file: &'static str| {
        let files = files.clone();
        get(move |request: Request| serve(files, file, request))
    };
    let fresh = |file: &'static str| {
        let files = files.clone();
        get(move |request: Request| async move {
            let mut response = serve(files, file, request).await;
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
            response
        })
    };
    let assets = files.clone();
    Router::new()
        .route("/", page("/phone.html"))
        .route("/c/{code}", page("/phone.html"))
        .route("/m/{code}", page("/console.html"))
        .route("/s/{code}", page("/wall.html"))
        .route("/sw.js", fresh("/sw.js"))
        .route("/manifest.webmanifest", fresh("/manifest.webmanifest"))
        .fallback(move |request: Request| async move { call(assets, request).await })
}

async fn serve(files: Router, file: &'static str, mut request: Request) -> Response {
    *request.uri_mut() = Uri::from_static(file);
    call(files, request).await
}

async fn call(files: Router, request: Request<Body>) -> Response {
    match files.oneshot(request).await {
        Ok(response) => response,
        Err(infallible) => infallible.into_response(),
    }
}
