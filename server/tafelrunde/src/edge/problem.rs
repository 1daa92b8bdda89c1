//! HTTP errors as `application/problem+json` (RFC 9457) with a stable `code`.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

#[derive(Serialize)]
struct Problem<'a> {
    title: &'a str,
    status: u16,
    code: &'a str,
    detail: &'a str,
}

/// A response that says what is wrong. `detail` names the field and the limit where there are any.
pub fn problem(status: StatusCode, code: &str, detail: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let body = serde_json::to_string(&Problem { title, status: status.as_u16(), code, detail })
        .expect("texts and numbers only");
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
}
