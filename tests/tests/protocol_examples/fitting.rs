//! Compares what an example shows with what came. An example may leave values open and name them.

use anyhow::{Context, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

/// Anything may stand here.
const ANYTHING: &str = "…";
/// A server's clock and this one run on the same machine.
const CLOCKS_APART_MS: i64 = 60_000;

/// Values that examples have given a name.
#[derive(Debug, Clone, Default)]
pub struct Named(BTreeMap<String, Value>);

impl Named {
    /// Gives a value a name.
    pub fn bind(&mut self, name: &str, value: Value) {
        self.0.insert(name.to_owned(), value);
    }

    /// Puts the named values into something that is to be sent.
    pub fn fill(&self, shown: &Value) -> anyhow::Result<Value> {
        Ok(match shown {
            Value::String(text) => match whole_name(text) {
                Some(name) => self.0.get(name).with_context(|| format!("<{name}> is not known yet"))?.clone(),
                None => Value::String(self.fill_text(text)?),
            },
            Value::Array(items) => items.iter().map(|item| self.fill(item)).collect::<Result<_, _>>()?,
            Value::Object(fields) => {
                let filled = fields.iter().map(|(key, value)| Ok((key.clone(), self.fill(value)?)));
                Value::Object(filled.collect::<anyhow::Result<_>>()?)
            }
            other => other.clone(),
        })
    }

    /// Puts the named values into a text.
    pub fn fill_text(&self, shown: &str) -> anyhow::Result<String> {
        let mut filled = String::new();
        for part in parts(shown) {
            match part {
                Part::Literal(text) => filled.push_str(text),
                Part::Open(Some(name)) => {
                    let value = self.0.get(name).with_context(|| format!("<{name}> is not known yet"))?;
                    filled.push_str(&plain(value));
                }
                Part::Open(None) => bail!("{ANYTHING} cannot be sent"),
            }
        }
        Ok(filled)
    }

    /// Checks that what came is what is shown; remembers what gets its name here.
    pub fn fit(&mut self, shown: &Value, came: &Value) -> anyhow::Result<()> {
        let mut after = self.clone();
        after.fit_at(shown, came, "")?;
        *self = after;
        Ok(())
    }

    fn fit_at(&mut self, shown: &Value, came: &Value, at: &str) -> anyhow::Result<()> {
        match (shown, came) {
            (Value::String(text), came) if is_open(text) => self.fit_open(text, came, at),
            (Value::String(text), Value::String(came)) => {
                self.fit_text(text, came).with_context(|| format!("{at}: shown {text:?}, came {came:?}"))
            }
            (Value::Object(fields), Value::Object(came)) => {
                let is_whole = !fields.contains_key(ANYTHING);
                for (key, shown) in fields.iter().filter(|(key, _)| *key != ANYTHING) {
                    let value =
                        came.get(key).with_context(|| format!("{at}.{key} is shown and did not come"))?;
                    self.fit_at(shown, value, &format!("{at}.{key}"))?;
                }
                let extra = came.keys().find(|key| is_whole && !fields.contains_key(*key));
                ensure!(extra.is_none(), "{at}.{} came and is not shown", extra.map_or("", String::as_str));
                Ok(())
            }
            (Value::Array(items), Value::Array(came)) => {
                let is_whole = items.last().is_none_or(|last| last != ANYTHING);
                let items = if is_whole { &items[..] } else { &items[..items.len() - 1] };
                let counts = (items.len(), came.len());
                ensure!(
                    counts.0 == counts.1 || (!is_whole && counts.0 < counts.1),
                    "{at}: {} shown, {} came",
                    counts.0,
                    counts.1
                );
                let pairs = items.iter().zip(came).enumerate();
                pairs.into_iter().try_for_each(|(index, (shown, came))| {
                    self.fit_at(shown, came, &format!("{at}[{index}]"))
                })
            }
            (shown, came) => {
                ensure!(shown == came, "{at}: shown {shown}, came {came}");
                Ok(())
            }
        }
    }

    fn fit_open(&mut self, text: &str, came: &Value, at: &str) -> anyhow::Result<()> {
        match whole_name(text) {
            None => Ok(()),
            Some("number") => {
                ensure!(came.is_number(), "{at}: shown a number, came {came}");
                Ok(())
            }
            Some("time") => {
                let apart = came.as_i64().map(|ms| (ms - now_ms()).abs());
                ensure!(apart.is_some_and(|ms| ms < CLOCKS_APART_MS), "{at}: shown the time, came {came}");
                Ok(())
            }
            Some(name) => {
                let known = self.0.entry(name.to_owned()).or_insert_with(|| came.clone());
                ensure!(known == came, "{at}: <{name}> is {known}, came {came}");
                Ok(())
            }
        }
    }

    /// Checks a text in which parts may be left open.
    pub fn fit_text(&mut self, shown: &str, came: &str) -> anyhow::Result<()> {
        let mut rest = came;
        let parts = parts(shown);
        for (index, part) in parts.iter().enumerate() {
            let known = match part {
                Part::Literal(text) => Some((*text).to_owned()),
                Part::Open(Some(name)) => self.0.get(*name).map(plain),
                Part::Open(None) => None,
            };
            let length = match (&known, parts.get(index + 1)) {
                (Some(text), _) => {
                    ensure!(rest.starts_with(text.as_str()), "expected {text:?} before {rest:?}");
                    text.len()
                }
                (None, Some(Part::Literal(next))) => {
                    rest.find(next).with_context(|| format!("expected {next:?} in {rest:?}"))?
                }
                (None, _) => rest.len(),
            };
            let (taken, after) = rest.split_at(length);
            if let (None, Part::Open(Some(name))) = (known, part) {
                self.bind(name, taken.into());
            }
            rest = after;
        }
        ensure!(rest.is_empty(), "did not expect {rest:?}");
        Ok(())
    }
}

#[derive(Debug, Clone, Copy)]
enum Part<'a> {
    Literal(&'a str),
    /// With its name, or without one.
    Open(Option<&'a str>),
}

/// `a<b>c…` is a text, a name, a text, and anything. A `<` that begins no name is text.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut begin, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['<', '…']) {
        let start = at + found;
        let (open, length) = match open_part(&text[start..]) {
            Some(part) => part,
            None => {
                at = start + 1;
                continue;
            }
        };
        parts.push(Part::Literal(&text[begin..start]));
        parts.push(open);
        at = start + length;
        begin = at;
    }
    parts.push(Part::Literal(&text[begin..]));
    parts.retain(|part| !matches!(part, Part::Literal("")));
    parts
}

fn open_part(text: &str) -> Option<(Part<'_>, usize)> {
    if text.starts_with(ANYTHING) {
        return Some((Part::Open(None), ANYTHING.len()));
    }
    let (name, _) = text.strip_prefix('<')?.split_once('>')?;
    is_name(name).then_some((Part::Open(Some(name)), name.len() + "<>".len()))
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

fn whole_name(text: &str) -> Option<&str> {
    text.strip_prefix('<')?.strip_suffix('>').filter(|name| is_name(name))
}

fn is_open(text: &str) -> bool {
    text == ANYTHING || whole_name(text).is_some()
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn now_ms() -> i64 {
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn fits(shown: Value, came: Value) -> bool {
        Named::default().fit(&shown, &came).is_ok()
    }

    #[test]
    fn a_missing_and_an_extra_field_do_not_fit() {
        assert!(fits(json!({"a": 1}), json!({"a": 1})));
        assert!(!fits(json!({"a": 1}), json!({})));
        assert!(!fits(json!({"a": 1}), json!({"a": 1, "b": 2})));
        assert!(fits(json!({"a": 1, "…": "…"}), json!({"a": 1, "b": 2})));
    }

    #[test]
    fn a_list_is_compared_in_order_and_length() {
        assert!(!fits(json!([1, 2]), json!([2, 1])));
        assert!(!fits(json!([1]), json!([1, 2])));
        assert!(fits(json!([1, "…"]), json!([1, 2, 3])));
    }

    #[test]
    fn a_name_stands_for_the_same_value_everywhere() {
        assert!(fits(json!(["<a>", "<a>"]), json!([7, 7])));
        assert!(!fits(json!(["<a>", "<a>"]), json!([7, 8])));
        assert!(fits(json!(["<a>", "/c/<a>#x"]), json!(["K", "/c/K#x"])));
    }

    #[test]
    fn a_text_may_be_left_open_in_the_middle_and_at_the_end() {
        assert!(fits(json!("<svg …</svg>"), json!("<svg x><a/></svg>")));
        assert!(fits(json!("…b…"), json!("abc")));
        assert!(!fits(json!("…b…"), json!("acc")));
    }

    #[test]
    fn what_did_not_fit_gives_no_names() {
        let mut named = Named::default();
        assert!(named.fit(&json!(["<a>", 1]), &json!([7, 2])).is_err());
        assert!(named.fill(&json!("<a>")).is_err());
    }
}
