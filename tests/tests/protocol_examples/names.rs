//! The names that documents have to explain, taken from the sources, so that a new one cannot be forgotten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const TYPES: &str = include_str!("../../../web-client/src/core/protocol.gen.ts");
const DOCUMENTS: &str = include_str!("../../../server/protocol/src/document.rs");
const LIMITS: &str = include_str!("../../../server/protocol/src/limits.rs");
const MESSAGES: &str = include_str!("../../../server/protocol/src/message.rs");
const CONFIG: &str = include_str!("../../../server/tafelrunde/src/config.rs");

/// Each name stands in the document as code or inside an example.
pub fn assert_all_in(document: &str, names: BTreeSet<String>) {
    let is_there =
        |name: &String| document.contains(&format!("`{name}`")) || document.contains(&format!("\"{name}\""));
    let missing: Vec<String> = names.into_iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "not explained: {missing:?}");
}

/// Each name stands in a table's row together with its value.
pub fn assert_rows(document: &str, rows: &[(String, String)]) {
    let has_row = |(name, value): &&(String, String)| {
        let rows = document.lines().filter(|line| line.starts_with('|'));
        let mut cells = rows.map(|row| row.split('|').map(str::trim).collect::<Vec<_>>());
        let named = format!("`{name}`");
        let plain = |cell: &str| cell.replace([',', '`'], "");
        cells.any(|row| row.contains(&named.as_str()) && row.iter().any(|cell| plain(cell) == *value))
    };
    let missing: Vec<_> = rows.iter().filter(|row| !has_row(row)).collect();
    assert!(missing.is_empty(), "without a row, or with another value: {missing:?}");
}

/// Every word of the wire: commands, messages, codes, kinds, phases.
pub fn variants() -> BTreeSet<String> {
    let types = declarations();
    types.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Every field of every message and document.
pub fn fields() -> BTreeSet<String> {
    let types = declarations();
    let before_colons = types.split(':').map(|text| text.trim_end_matches('?'));
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let words =
        before_colons.map(|text| text.rsplit(|c| !is_of_word(c)).next().unwrap_or_default().to_owned());
    words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect()
}

/// The declarations without their comments.
fn declarations() -> String {
    let (types, _) = TYPES.split_once("export const").expect("the limits stand behind the types");
    let mut text = String::new();
    for part in types.split("/*") {
        text.push_str(part.split_once("*/").map_or(part, |(_, after)| after));
    }
    text
}

/// Every key of a document.
pub fn document_keys() -> BTreeSet<String> {
    let rows = DOCUMENTS.lines().filter_map(|line| line.strip_prefix("//! | `"));
    rows.filter_map(|row| row.split_once('`')).map(|(key, _)| key.to_owned()).collect()
}

/// Every close code.
pub fn close_codes() -> BTreeSet<String> {
    constants(MESSAGES)
        .filter_map(|(_, value)| value.parse::<u16>().ok())
        .map(|code| code.to_string())
        .collect()
}

/// Every limit with its value.
pub fn limits() -> Vec<(String, String)> {
    let value = |product: &str| -> u64 {
        product
            .split('*')
            .map(|factor| factor.trim().replace('_', ""))
            .map(|factor| number(&factor))
            .product()
    };
    constants(LIMITS).map(|(name, product)| (name.to_owned(), value(product).to_string())).collect()
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

fn constants(source: &str) -> impl Iterator<Item = (&str, &str)> {
    let lines = source.lines().filter_map(|line| line.trim().strip_prefix("pub const "));
    lines.filter_map(|line| {
        let (name, rest) = line.split_once(':')?;
        let (_, value) = rest.split_once('=')?;
        Some((name, value.trim().trim_end_matches(';')))
    })
}

/// Every option of the server, by its environment variable, with its default.
pub fn options() -> Vec<(String, String)> {
    let mut default = "";
    let mut found = Vec::new();
    for line in CONFIG.lines() {
        if let Some((_, rest)) = line.split_once("[default: ") {
            default = rest.trim_end_matches(']');
        }
        if let Some((_, rest)) = line.split_once("env = \"") {
            let name = rest.split('"').next().unwrap_or_default();
            found.push((name.to_owned(), default.to_owned()));
        }
    }
    found
}

/// Every metric that the server counts.
pub fn metrics() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../server/tafelrunde/src")) {
        let text =
            std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for call in ["counter!(\"", "gauge!(\"", "histogram!(\""] {
            let names = text.split(call).skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(names.map(str::to_owned));
        }
    }
    found
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry of a folder that can be read").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}
