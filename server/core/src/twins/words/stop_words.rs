//! Words that are about anything, German and English: they say nothing of what a topic wishes for.

/// Folded and sorted. German `IT` is spelled like English `it`, which therefore is not here.
#[rustfmt::skip]
pub const STOP_WORDS: &[&str] = &[
    "ab", "aber", "about", "alle", "allen", "aller", "alles", "als", "also", "am", "an", "and", "any",
    "are", "as", "at", "auch", "auf", "aus", "ausser", "be", "bei", "beim", "besonders", "bis",
    "brauchen", "braucht", "by", "can", "could", "da", "damit", "dann", "darf", "das", "dass", "dem",
    "den", "denn", "der", "des", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "do",
    "doch", "dos", "durch", "durfen", "each", "ein", "eine", "einem", "einen", "einer", "eines",
    "endlich", "er", "es", "etwas", "every", "for", "from", "fur", "furs", "ganz", "geben", "gegen",
    "geht", "get", "gibt", "haben", "hat", "have", "how", "ich", "ihr", "ihre", "im", "immer", "in",
    "ins", "into", "is", "ist", "its", "jede", "jedem", "jeden", "jeder", "jedes", "kann", "kein",
    "keine", "keinen", "konnen", "less", "machen", "make", "man", "mehr", "mit", "mochten", "more",
    "mussen", "must", "nach", "nicht", "no", "noch", "not", "nun", "nur", "oder", "of", "off", "ohne",
    "on", "or", "our", "please", "sein", "should", "sich", "sie", "sind", "so", "soll", "sollen",
    "sollte", "statt", "that", "the", "their", "them", "there", "these", "they", "this", "to", "uber",
    "um", "und", "uns", "unser", "unsere", "unserem", "unseren", "unserer", "unter", "up", "us", "vom",
    "von", "vor", "wann", "war", "warum", "was", "we", "welche", "welcher", "wenn", "wer", "werden",
    "what", "when", "where", "which", "who", "why", "wie", "will", "wir", "wird", "with", "without", "wo",
    "wollen", "womit", "your", "zu", "zum", "zur", "zwischen",
];
