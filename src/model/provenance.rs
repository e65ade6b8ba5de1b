//! What is said of the figures of a table: where they are from, and public remarks.
//!
//! Many rows say the same, so that each text is kept once and each pair of a source and a note too;
//! a row only names its pair.

/// Names what a row of a table says: its source and its note.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProvenanceIx(u32);

/// Names one text of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TextIx(u32);

/// The sources and notes of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProvenanceTable {
    texts: Vec<String>,
    /// The source and the note.
    pairs: Vec<(TextIx, TextIx)>,
}

impl ProvenanceTable {
    /// Keeps a text.
    pub fn add_text(&mut self, text: &str) -> TextIx {
        self.texts.push(text.to_string());
        TextIx(last_of(self.texts.len()))
    }

    /// Keeps a pair of a source and a note.
    pub fn add(&mut self, source: TextIx, note: TextIx) -> ProvenanceIx {
        self.pairs.push((source, note));
        ProvenanceIx(last_of(self.pairs.len()))
    }

    /// Returns where a figure is from; empty where nothing is said.
    #[must_use]
    pub fn source(&self, ix: ProvenanceIx) -> &str {
        self.pair(ix).map_or("", |(source, _)| self.text(source))
    }

    /// Returns the public remark about a figure; empty where nothing is said.
    #[must_use]
    pub fn note(&self, ix: ProvenanceIx) -> &str {
        self.pair(ix).map_or("", |(_, note)| self.text(note))
    }

    fn pair(&self, ix: ProvenanceIx) -> Option<(TextIx, TextIx)> {
        self.pairs.get(ix.0 as usize).copied()
    }

    fn text(&self, ix: TextIx) -> &str {
        self.texts.get(ix.0 as usize).map_or("", String::as_str)
    }
}

/// Returns the number of the last of so many, from 0.
fn last_of(count: usize) -> u32 {
    u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX)
}
