//! Scenarios: what happens at a café in plain words, and what people notice of it.
//!
//! ```text
//! == a ballot after closing is rejected
//! mia drafts poll lunch: soup | salad
//! mia opens poll lunch
//! ali joins
//! mia closes poll lunch
//! ali votes soup in lunch
//! > rejected poll_not_open
//! ```
//!
//! `mia` moderates, `wall` is the screen, everybody else is a participant. A line with `>` is what the step
//! before it answers; a step without one is acknowledged. The same text runs in every [`World`].

use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::query::Query;
use tafelrunde_protocol::rejection::Rejection;

/// Something in which a scenario can happen.
pub trait World {
    /// Somebody sends a command.
    fn wish(&mut self, who: &str, id: &CommandId, command: Command) -> Result<(), Rejection>;
    /// Somebody asks a question.
    fn ask(&mut self, who: &str, id: &CommandId, query: Query) -> Result<Value, Rejection>;
    /// Somebody looks at a document.
    fn see(&mut self, who: &str, key: &str) -> Option<Value>;
    /// Time passes.
    fn pass(&mut self, seconds: u32);
    /// The server restarts.
    fn restart(&mut self);
}

/// One scenario.
pub struct Scenario {
    /// What it shows.
    pub title: String,
    /// Whether it needs time to pass, which only the core's world can do at will.
    pub needs_time: bool,
    lines: Vec<String>,
}

/// All scenarios of a file.
pub fn parse(text: &str) -> Vec<Scenario> {
    let mut scenarios = Vec::new();
    for part in text.split("\n== ").skip(1) {
        let (title, body) = part.split_once('\n').unwrap_or((part, ""));
        let steps = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
        let lines: Vec<String> = steps.map(str::to_owned).collect();
        let needs_time = lines.iter().any(|line| line.ends_with("seconds pass"));
        scenarios.push(Scenario { title: title.trim().to_owned(), needs_time, lines });
    }
    scenarios
}

/// The role of somebody in a scenario.
pub fn role(who: &str) -> Role {
    match who {
        "mia" => Role::Moderator,
        "wall" => Role::Screen,
        _ => Role::Participant,
    }
}

impl Scenario {
    /// Runs the scenario; an error shows expected and found answers side by side.
    pub fn run(&self, world: &mut dyn World) -> Result<(), String> {
        let mut play = Play::default();
        let mut found = Vec::new();
        for step in self.lines.iter().filter(|line| !line.starts_with('>')) {
            found.push(step.clone());
            if let Some(answer) = play.step(world, step).map_err(|error| format!("{step}: {error}"))? {
                found.push(format!("> {answer}"));
            }
        }
        if found == self.lines {
            return Ok(());
        }
        Err(format!("{}\nexpected:\n{}\nfound:\n{}\n", self.title, self.lines.join("\n"), found.join("\n")))
    }
}

/// What a running scenario remembers.
#[derive(Default)]
struct Play {
    /// Options of polls by poll.
    options: BTreeMap<String, Vec<String>>,
    /// The last revision by person and ballot.
    revisions: BTreeMap<(String, String), u64>,
    /// The last command by person.
    last: BTreeMap<String, (CommandId, Value)>,
    commands: u64,
}

impl Play {
    fn step(&mut self, world: &mut dyn World, step: &str) -> Result<Option<String>, String> {
        if step == "the server restarts" {
            world.restart();
            return Ok(None);
        }
        if let Some(seconds) = step.strip_suffix(" seconds pass") {
            world.pass(seconds.parse().map_err(|_| "how many?")?);
            return Ok(None);
        }
        let (who, what) = step.split_once(' ').ok_or("who does what?")?;
        if let Some(key) = what.strip_prefix("sees ") {
            let document = world.see(who, key);
            return Ok(Some(document.map_or("nothing".into(), |document| document.to_string())));
        }
        if what == "reads the selection" {
            let document = world.see(who, "selection");
            return Ok(Some(document.map_or("nothing".into(), |document| selection_in_words(&document))));
        }
        if let Some(query) = what.strip_prefix("asks ") {
            let query = serde_json::from_str(query).map_err(|error| error.to_string())?;
            self.commands += 1;
            let id = CommandId::new(&format!("q{}", self.commands)).map_err(|error| error.to_string())?;
            return Ok(Some(match world.ask(who, &id, query) {
                Ok(answer) => in_order_of_ids(answer).to_string(),
                Err(rejection) => format!("rejected {}", short(&rejection)),
            }));
        }
        let (id, command) = if what == "repeats" {
            self.last.get(who).cloned().ok_or("nothing to repeat")?
        } else {
            self.commands += 1;
            let id = CommandId::new(&format!("c{}", self.commands)).map_err(|error| error.to_string())?;
            (id, self.command(who, what)?)
        };
        self.last.insert(who.to_owned(), (id.clone(), command.clone()));
        let command = serde_json::from_value(command).map_err(|error| error.to_string())?;
        Ok(world.wish(who, &id, command).err().map(|rejection| format!("rejected {}", short(&rejection))))
    }

    /// The command that a sentence means, as JSON.
    fn command(&mut self, who: &str, what: &str) -> Result<Value, String> {
        let (verb, rest) = what.split_once(' ').unwrap_or((what, ""));
        let of = |name: &str| json!({ name: { "topic": rest } });
        Ok(match verb {
            "joins" => json!({ "join": profile(rest) }),
            "drafts" => self.draft(rest)?,
            "votes" => self.vote(who, rest)?,
            "withdraws" => {
                let poll = rest.strip_prefix("from ").ok_or("from what?")?;
                json!({ "withdraw_ballot": { "poll": poll, "revision": self.next_revision(who, poll) } })
            }
            "approves" => {
                let (topics, revision) = self.with_revision(who, "topics", rest);
                json!({ "cast_topic_ballot": { "approve": list(topics), "revision": revision } })
            }
            "proposes" => {
                let (topic, draft) = topic_draft(rest)?;
                json!({ "propose_topic": { "topic": topic, "draft": draft } })
            }
            "edits" => {
                let (topic, draft) = topic_draft(rest)?;
                json!({ "edit_topic": { "topic": topic, "draft": draft } })
            }
            "gives" => {
                let (points, revision) = self.with_revision(who, "topics", rest);
                json!({ "cast_topic_ballot": { "points": points_by_topic(points)?, "revision": revision } })
            }
            "skips" => json!({ "skip_topics": { "topics": list(rest) } }),
            "pins" => hands(rest, "pinned"),
            "excludes" => hands(rest, "excluded"),
            "leaves" => {
                let topics = rest.strip_suffix(" to the ballots").ok_or("to what?")?;
                let hands: BTreeMap<String, Value> =
                    list(topics).into_iter().map(|topic| (topic, Value::Null)).collect();
                json!({ "set_hands": { "hands": hands } })
            }
            "selects" => terms(rest)?,
            "adopts" => json!({ "adopt_selection": { "topics": list(rest) } }),
            "retracts" => json!({ "retract_selection": {} }),
            "holds" => of("hold_topic"),
            "releases" => of("release_topic"),
            "hides" => of("hide_topic"),
            "unhides" => of("unhide_topic"),
            "splits" => of("split_topic"),
            "merges" => {
                let (topic, into) = rest.split_once(" into ").ok_or("into what?")?;
                json!({ "merge_topic": { "topic": topic, "into": into } })
            }
            "enters" => json!({ "enter_slot": { "slot": rest } }),
            "shows" => show(rest)?,
            "opens" | "closes" | "reveals" | "deletes" => phase(verb, rest)?,
            "wishes" => serde_json::from_str(rest).map_err(|error| error.to_string())?,
            other => return Err(format!("{other} is no verb of scenarios")),
        })
    }

    /// `lunch: soup | salad`, `lunch up to 2: …`, `lunch live: …`
    fn draft(&mut self, rest: &str) -> Result<Value, String> {
        let rest = rest.strip_prefix("poll ").ok_or("a poll?")?;
        let (head, options) = rest.split_once(':').ok_or("which options?")?;
        let options: Vec<String> = options.split('|').map(|option| option.trim().to_owned()).collect();
        let mut words = head.split(' ');
        let poll = words.next().unwrap_or_default();
        let (kind, results) = match words.collect::<Vec<_>>()[..] {
            [] => (json!({ "kind": "single" }), "on_reveal"),
            ["live"] => (json!({ "kind": "single" }), "live"),
            ["up", "to", max] => {
                let max: u16 = max.parse().map_err(|_| "up to how many?")?;
                (json!({ "kind": "multiple", "min": 1, "max": max }), "on_reveal")
            }
            _ => return Err("what kind of poll?".into()),
        };
        self.options.insert(poll.to_owned(), options.clone());
        let draft = json!({ "question": poll, "options": options, "kind": kind, "results": results });
        Ok(json!({ "draft_poll": { "poll": poll, "draft": draft } }))
    }

    /// `soup, salad in lunch`, `soup in lunch at revision 1`; options by text or by number.
    fn vote(&mut self, who: &str, rest: &str) -> Result<Value, String> {
        let (choices, poll) = rest.split_once(" in ").ok_or("in what?")?;
        let name = poll.split(' ').next().unwrap_or_default().to_owned();
        let (_, revision) = self.with_revision(who, &name, poll);
        let options = self.options.get(&name).cloned().unwrap_or_default();
        let number = |text: &String| {
            let known = options.iter().position(|option| option == text);
            known.or_else(|| text.parse().ok()).ok_or_else(|| format!("{text} is no option"))
        };
        let choices: Vec<usize> = list(choices).iter().map(number).collect::<Result<_, _>>()?;
        Ok(json!({ "cast_ballot": { "poll": name, "choices": choices, "revision": revision } }))
    }

    /// Splits off ` at revision n`; without it the next revision is meant.
    fn with_revision<'a>(&mut self, who: &str, ballot: &str, text: &'a str) -> (&'a str, u64) {
        if let Some((text, revision)) = text.split_once(" at revision ")
            && let Ok(revision) = revision.parse()
        {
            return (text, revision);
        }
        (text, self.next_revision(who, ballot))
    }

    fn next_revision(&mut self, who: &str, ballot: &str) -> u64 {
        let revision = self.revisions.entry((who.to_owned(), ballot.to_owned())).or_default();
        *revision += 1;
        *revision
    }
}

fn list(text: &str) -> Vec<String> {
    let items = text.split(',').map(|item| item.trim().to_owned());
    items.filter(|item| !item.is_empty() && item != "nothing").collect()
}

/// Nothing, `as Ali`, or `as Ali of Medebach`.
fn profile(text: &str) -> Value {
    let text = text.strip_prefix("as ").unwrap_or("");
    let (name, organisation) = text.split_once(" of ").unwrap_or((text, ""));
    json!({ "name": name, "organisation": organisation })
}

/// `bus: Bürgerbus auf Abruf`
fn topic_draft(rest: &str) -> Result<(String, Value), String> {
    let (topic, title) = rest.split_once(':').ok_or("what title?")?;
    Ok((topic.trim().to_owned(), json!({ "title": title.trim() })))
}

/// `3 to bus, 1 to rad`
fn points_by_topic(text: &str) -> Result<BTreeMap<String, u16>, String> {
    let part = |part: String| {
        let (points, topic) = part.split_once(" to ").ok_or("to which topic?")?;
        let points = points.parse().map_err(|_| "how many points?")?;
        Ok((topic.to_owned(), points))
    };
    list(text).into_iter().map(part).collect()
}

fn hands(topics: &str, hand: &str) -> Value {
    let hands: BTreeMap<String, &str> = list(topics).into_iter().map(|topic| (topic, hand)).collect();
    json!({ "set_hands": { "hands": hands } })
}

/// `3 by equal_shares`, `3 by most_votes with a wild card`
fn terms(text: &str) -> Result<Value, String> {
    let (places, rule) = text.split_once(" by ").ok_or("by which rule?")?;
    let places: u16 = places.parse().map_err(|_| "how many?")?;
    let (rule, wild_card) = match rule.strip_suffix(" with a wild card") {
        Some(rule) => (rule, true),
        None => (rule, false),
    };
    let terms = json!({ "rule": rule, "places": places, "wild_card": wild_card });
    Ok(json!({ "set_selection_terms": { "terms": terms } }))
}

/// Cards are dealt to everybody in another order.
fn in_order_of_ids(mut answer: Value) -> Value {
    if answer.get("left").is_some()
        && let Some(topics) = answer["topics"].as_array_mut()
    {
        topics.sort_by_key(Value::to_string);
    }
    answer
}

/// `bus 3, rad 1 pinned; waiting: hof 1; served: 3 of 4`, most supporters first
fn selection_in_words(selection: &Value) -> String {
    let all = |key: &str| selection[key].as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.to_string().replace('"', "");
    // The lot decides between equal topics, and is another one each time.
    let by_support = |topic: &Value| (Reverse(topic["supporters"].as_u64()), text(&topic["topic"]));
    let mut in_order = all("elected");
    in_order.sort_by_key(by_support);
    let elected = in_order.into_iter().map(|topic| {
        let grounds = match text(&topic["grounds"]).as_str() {
            "ballots" => String::new(),
            other => format!(" {other}"),
        };
        format!("{} {}{grounds}", text(&topic["topic"]), topic["supporters"])
    });
    let waiting =
        all("waiting").into_iter().map(|topic| format!("{} {}", text(&topic["topic"]), topic["supporters"]));
    let join = |parts: Vec<String>| if parts.is_empty() { "nothing".into() } else { parts.join(", ") };
    let served = &selection["served"];
    format!(
        "{}; waiting: {}; served: {} of {}",
        join(elected.collect()),
        join(waiting.collect()),
        served["with_one"],
        served["voters"],
    )
}

/// `topics on the wall`, `poll lunch on the phones`, `notice Gleich geht es weiter everywhere`
fn show(rest: &str) -> Result<Value, String> {
    let surfaces = [(" on the wall", "wall"), (" on the phones", "phones"), (" everywhere", "everywhere")];
    let known = surfaces.iter().find_map(|(suffix, on)| Some((rest.strip_suffix(suffix)?, *on)));
    let (scene, on) = known.ok_or("where?")?;
    let (kind, rest) = scene.split_once(' ').unwrap_or((scene, ""));
    let scene = match kind {
        "poll" => json!({ "kind": "poll", "poll": rest }),
        "slot" => json!({ "kind": "slot", "slot": rest }),
        "notice" => json!({ "kind": "notice", "text": rest }),
        plain => json!({ "kind": plain }),
    };
    Ok(json!({ "show_scene": { "on": on, "scene": scene } }))
}

/// `poll lunch`, `poll lunch for 30 s`, `proposals`, `topic vote`
fn phase(verb: &str, rest: &str) -> Result<Value, String> {
    if rest == "proposals" {
        let proposals = if verb == "opens" { "open" } else { "closed" };
        return Ok(json!({ "set_proposals": { "proposals": proposals } }));
    }
    if rest == "topic vote" {
        let phase = match verb {
            "opens" => "open",
            "closes" => "closed",
            _ => "revealed",
        };
        return Ok(json!({ "set_topic_vote": { "phase": phase } }));
    }
    let poll = rest.strip_prefix("poll ").ok_or("what?")?;
    let (poll, seconds) = match poll.split_once(" for ") {
        Some((poll, time)) => (poll, time.trim_end_matches(" s").parse::<u32>().ok()),
        None => (poll, None),
    };
    Ok(match verb {
        "opens" => json!({ "open_poll": { "poll": poll, "seconds": seconds } }),
        "closes" => json!({ "close_poll": { "poll": poll } }),
        "reveals" => json!({ "reveal_poll": { "poll": poll } }),
        _ => json!({ "delete_poll": { "poll": poll } }),
    })
}

/// `text_too_long title 120`
fn short(rejection: &Rejection) -> String {
    let Ok(Value::Object(mut fields)) = serde_json::to_value(rejection) else { return String::new() };
    let code = fields.remove("code").unwrap_or_default();
    let values = fields.values().map(|value| value.to_string());
    let all: Vec<String> = std::iter::once(code.to_string()).chain(values).collect();
    all.join(" ").replace('"', "")
}
