//! The HTTP side: long polling speaks the same protocol, cafés are created only by who may, pages and
//! operators' endpoints answer.

use serde_json::{Value, json};
use std::sync::Arc;
use tafelrunde::config::Options;
use tafelrunde::journal::AppendError;
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::topic::Proposals;
use tafelrunde_tests::client::{Client, Identity};
use tafelrunde_tests::http::{get, post};
use tafelrunde_tests::server::{TestServer, options};

/// One exchange; its messages and tag.
async fn exchange(server: &TestServer, who: &Identity, more: Value) -> (Vec<Value>, Option<String>) {
    let Identity { code, role, token } = who;
    let mut body = json!({ "hello": { "protocol": 1, "cafe": code, "as": role, "token": token } });
    let Value::Object(fields) = &more else { panic!("fields") };
    for (key, value) in fields {
        if key == "resume" {
            body["hello"]["resume"] = value.clone();
        } else {
            body[key] = value.clone();
        }
    }
    let answer = post(server.running.address, "/api/v1/exchange", "", &body.to_string()).await.unwrap();
    assert_eq!(answer.status, 200, "{}", answer.body);
    let answer = answer.json().unwrap();
    let messages = answer["messages"].as_array().unwrap().clone();
    (messages, answer["personal"].as_str().map(str::to_owned))
}

fn find<'a>(messages: &'a [Value], name: &str) -> Option<&'a Value> {
    messages.iter().find_map(|message| message.get(name))
}

fn cursor(messages: &[Value], epoch: &Value) -> Value {
    let board = find(messages, "update").or_else(|| find(messages, "snapshot")).unwrap();
    json!({ "epoch": epoch, "version": board["version"] })
}

#[tokio::test]
async fn a_vote_over_long_polling_counts_and_is_heard_of() {
    let server = TestServer::start().await;
    let mut mia = server.client(Role::Moderator).await;
    let draft = json!({ "draft_poll": { "poll": "p", "draft": {
        "question": "?", "options": ["a", "b"], "kind": { "kind": "single" } } } });
    for (id, command) in [("d", draft), ("o", json!({ "open_poll": { "poll": "p", "seconds": null } }))] {
        let command: Command = serde_json::from_value(command).unwrap();
        mia.wish(&CommandId::new(id).unwrap(), command).await.unwrap().unwrap();
    }
    let ali = server.identity(Role::Participant);
    let join = json!({ "id": "j", "do": { "join": {} } });
    let cast = json!({ "id": "v", "do": { "cast_ballot": { "poll": "p", "choices": [1], "revision": 1 } } });
    let (messages, tag) = exchange(&server, &ali, json!({ "commands": [join, cast] })).await;
    let acks: Vec<&Value> = messages.iter().filter_map(|message| message.get("ack")).collect();
    assert_eq!(acks, [&json!({ "id": "j" }), &json!({ "id": "v" })]);
    assert!(tag.is_some());
    mia.until(|client| client.board["tally/p"]["counts"] == json!([0, 1])).await.unwrap();

    // With the same cursor and tag there is nothing new; a changed board wakes the next exchange.
    let (first, tag) = exchange(&server, &ali, json!({})).await;
    let epoch = find(&first, "snapshot").unwrap()["epoch"].clone();
    let known = json!({ "resume": cursor(&first, &epoch), "personal": tag, "wait_ms": 0 });
    let (quiet, _) = exchange(&server, &ali, known.clone()).await;
    assert!(find(&quiet, "personal").is_none() && find(&quiet, "update").is_none(), "{quiet:?}");
    let mut waiting = known;
    waiting["wait_ms"] = json!(20_000);
    let close: Command = serde_json::from_value(json!({ "reveal_poll": { "poll": "p" } })).unwrap();
    let reveal_id = CommandId::new("r").unwrap();
    let (woken, revealed) = tokio::join!(exchange(&server, &ali, waiting), mia.wish(&reveal_id, close));
    revealed.unwrap().unwrap();
    let documents = &find(&woken.0, "update").unwrap()["docs"];
    assert_eq!(documents["tally/p"]["counts"], json!([0, 1]));
}

#[tokio::test]
async fn questions_over_long_polling_are_answered_beside_the_commands() {
    let server = TestServer::start().await;
    let mut mia = server.client(Role::Moderator).await;
    let propose = json!({ "propose_topic": { "topic": "bus", "draft": { "title": "Bürgerbus" } } });
    let propose: Command = serde_json::from_value(propose).unwrap();
    mia.wish(&CommandId::new("p").unwrap(), propose).await.unwrap().unwrap();
    let ali = server.identity(Role::Participant);
    let join = json!({ "id": "j", "do": { "join": {} } });
    let similar = json!({ "id": "q1", "ask": { "similar_topics": { "title": "Der Bürgerbus" } } });
    let pairs = json!({ "id": "q2", "ask": { "similar_pairs": {} } });
    let asked = json!({ "commands": [join], "queries": [similar, pairs] });
    let (messages, _) = exchange(&server, &ali, asked).await;
    assert_eq!(find(&messages, "ack"), Some(&json!({ "id": "j" })));
    let answer = find(&messages, "answer").unwrap();
    assert_eq!((&answer["id"], &answer["answer"]["topics"][0]["topic"]), (&json!("q1"), &json!("bus")));
    let rejected = find(&messages, "rejected").unwrap();
    assert_eq!(rejected, &json!({ "id": "q2", "why": { "code": "not_allowed" } }));
}

#[tokio::test]
async fn a_refused_hello_over_long_polling_is_answered_in_the_same_words() {
    let server = TestServer::start().await;
    let stranger = Identity { role: Role::Moderator, ..server.identity(Role::Participant) };
    let (messages, tag) = exchange(&server, &stranger, json!({})).await;
    assert_eq!(find(&messages, "error").unwrap()["code"], "bad_token");
    assert_eq!(find(&messages, "bye").unwrap()["reason"], "refused");
    assert_eq!(tag, None);
}

#[tokio::test]
async fn a_malformed_exchange_is_a_problem_that_names_the_field() {
    let server = TestServer::start().await;
    let answer =
        post(server.running.address, "/api/v1/exchange", "", r#"{"hello":{"protocol":"x"}}"#).await.unwrap();
    assert_eq!(answer.status, 422);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    assert!(answer.body.contains("hello.protocol"), "{}", answer.body);
}

#[tokio::test]
async fn only_who_holds_the_admin_token_creates_cafes() {
    let create = r#"{"template":"zukunftsmesse"}"#;
    let nobody = TestServer::start().await;
    let answer = post(nobody.running.address, "/api/v1/cafes", "", create).await.unwrap();
    assert_eq!((answer.status, answer.json().unwrap()["code"].as_str()), (403, Some("not_allowed")));

    let token = "an-admin-token-of-some-length";
    let with_token = Options { admin_token: Some(token.into()), ..options() };
    let server = TestServer::with(with_token, Arc::new(MemoryJournal::default())).await;
    let address = server.running.address;
    for wrong in ["", "Authorization: Bearer wrong\r\n"] {
        assert_eq!(post(address, "/api/v1/cafes", wrong, create).await.unwrap().status, 403);
    }
    let right = format!("Authorization: Bearer {token}\r\n");
    let answer = post(address, "/api/v1/cafes", &right, create).await.unwrap();
    assert_eq!(answer.status, 201, "{}", answer.body);
    let created: tafelrunde::create::Created = serde_json::from_str(&answer.body).unwrap();
    let moderator = Identity { code: created.code, role: Role::Moderator, token: created.moderator_token };
    let mia = Client::connect(address, &moderator).await.unwrap();
    assert_eq!(mia.board["cafe"]["title"], "Zukunftsmesse Kleinstädte");
    let bad = json!({ "template_toml": "[event]\ntitle=''" }).to_string();
    let answer = post(address, "/api/v1/cafes", &right, &bad).await.unwrap();
    assert_eq!(answer.status, 422);
    assert!(answer.body.contains("event.title"), "{}", answer.body);
}

#[tokio::test]
async fn pages_are_served_for_every_role_and_tell_the_browser_what_to_trust() {
    let server = TestServer::start().await;
    for path in ["/", "/c/ABCDEF", "/m/ABCDEF", "/s/ABCDEF"] {
        let page = get(server.running.address, path).await.unwrap();
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("<title>"), "{path}");
        assert!(page.header("content-security-policy").unwrap().starts_with("default-src 'none'"));
        assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    }
    assert_eq!(get(server.running.address, "/nothing").await.unwrap().status, 404);
}

#[tokio::test]
async fn a_cafe_is_found_by_its_code_as_people_type_it() {
    let server = TestServer::start().await;
    let code = server.cafe.code.as_str();
    let typed = format!("{}-{}", &code[..3].to_lowercase(), &code[3..]);
    let answer = get(server.running.address, &format!("/api/v1/cafes/{typed}")).await.unwrap();
    assert_eq!(answer.json().unwrap()["title"], "Testtag");
    let qr = get(server.running.address, &format!("/api/v1/cafes/{code}/qr.svg")).await.unwrap();
    assert!(qr.header("content-type") == Some("image/svg+xml") && qr.body.starts_with("<svg"), "{}", qr.head);
    assert_eq!(get(server.running.address, "/api/v1/cafes/ZZZZZZ").await.unwrap().status, 404);
}

#[tokio::test]
async fn readiness_follows_the_storage_and_liveness_does_not() {
    let journal = Arc::new(MemoryJournal::default());
    let server = TestServer::with(options(), journal.clone()).await;
    let address = server.running.address;
    assert_eq!(get(address, "/readyz").await.unwrap().status, 200);
    journal.fail_with(Some(AppendError::Refused("no space".into())));
    let mut mia = server.client(Role::Moderator).await;
    let open = Command::SetProposals { proposals: Proposals::Open };
    assert!(mia.wish(&CommandId::new("a").unwrap(), open).await.unwrap().is_err());
    assert_eq!(get(address, "/readyz").await.unwrap().status, 503);
    assert_eq!(get(address, "/healthz").await.unwrap().status, 200);
    let metrics = get(address, "/metrics").await.unwrap();
    assert!(metrics.body.contains("tafelrunde_commands_total"), "{}", metrics.body);
}

#[tokio::test]
async fn a_long_poll_that_breaks_off_leaves_nobody_behind() {
    let server = TestServer::start().await;
    let mut wall = server.client(Role::Screen).await;
    let ali = server.identity(Role::Participant);
    let waiting = exchange(&server, &ali, json!({ "wait_ms": 25_000, "personal": "none" }));
    let known = exchange(&server, &ali, json!({})).await;
    let resume = cursor(&known.0, &find(&known.0, "snapshot").unwrap()["epoch"]);
    drop(waiting);
    let hanging = json!({ "wait_ms": 25_000, "personal": known.1, "resume": resume });
    {
        let hanging = exchange(&server, &ali, hanging);
        let online = wall.until(|client| client.board["crowd"]["online"] == 1);
        tokio::select! {
            _ = hanging => panic!("there is nothing to answer"),
            online = online => online.unwrap(),
        }
    }
    wall.until(|client| client.board["crowd"]["online"] == 0).await.unwrap();
}

#[tokio::test]
async fn a_screen_over_long_polling_waits_until_there_is_something() {
    let server = TestServer::start().await;
    let screen = server.identity(Role::Screen);
    let (first, tag) = exchange(&server, &screen, json!({})).await;
    assert_eq!(tag, None);
    let resume = cursor(&first, &find(&first, "snapshot").unwrap()["epoch"]);
    let mut mia = server.client(Role::Moderator).await;
    let open = Command::SetProposals { proposals: Proposals::Open };
    let id = CommandId::new("p").unwrap();
    let waiting = exchange(&server, &screen, json!({ "resume": resume, "wait_ms": 20_000 }));
    let ((woken, _), opened) = tokio::join!(waiting, mia.wish(&id, open));
    opened.unwrap().unwrap();
    assert_eq!(find(&woken, "update").unwrap()["docs"]["topics"]["proposals"], "open");
}

#[tokio::test]
async fn another_exchange_does_not_bring_a_fresh_speed_limit() {
    let slow = Options { commands_per_second: Some(5), ..options() };
    let server = TestServer::with(slow, Arc::new(MemoryJournal::default())).await;
    let ali = server.identity(Role::Participant);
    let mut acks = 0;
    for round in 0..4 {
        let join = |number| json!({ "id": format!("c{round}-{number}"), "do": { "join": {} } });
        let commands: Vec<Value> = (0..40).map(join).collect();
        let (messages, _) = exchange(&server, &ali, json!({ "commands": commands })).await;
        acks += messages.iter().filter(|message| message.get("ack").is_some()).count();
    }
    assert!((64..120).contains(&acks), "{acks} of 160");
}
