//! Labels with their texts: parties above the table, terms under it.

use crate::flow::{Block, Keep};
use crate::fonts::Weight;
use crate::page::Command;
use crate::structure::Structure;
use crate::typeset::{Align, Span, place, width, wrap};

use super::super::content::Entry;
use super::{BODY, LABELS, LEADING, LEFT, RIGHT, baseline};

/// A longer text is cut into blocks of this many lines, so that even a page-long note flows on.
const LINES: usize = 12;
/// The widest column of labels, millimetres.
const MOST: f64 = 34.0;

/// Width of the column of labels: the usual one, or more for a long label.
pub fn label_width(entries: &[&[Entry]]) -> f64 {
    let widest = entries
        .iter()
        .flat_map(|entries| entries.iter())
        .map(|entry| width(&entry.label, Weight::Regular, BODY))
        .fold(0.0, f64::max);
    (widest + 2.0).clamp(LABELS, MOST)
}

pub fn blocks(entries: &[Entry], labels: f64, gap: f64, keep: Keep, structure: &mut Structure) -> Vec<Block> {
    let mut blocks = Vec::new();
    for entry in entries {
        let label = wrap(&[Span::label(format!("{} ", entry.label))], BODY, labels - 1.0);
        let text = wrap(&entry.text, BODY, RIGHT - LEFT - labels);
        let rows = label.len().max(text.len());
        let tag = Command::Tag(Some(structure.add_paragraph()));
        for start in (0..rows).step_by(LINES) {
            let end = (start + LINES).min(rows);
            let last = end == rows;
            let mut block = Block { keep: if last { keep } else { keep.max(Keep::Wish) }, ..Block::default() };
            block.commands.push(tag.clone());
            for row in start..end {
                let y = baseline((row - start) as f64 * LEADING, LEADING, BODY);
                if let Some(line) = label.get(row) {
                    place(line, Align::Left, LEFT, RIGHT, y, BODY, &mut block.commands);
                }
                if let Some(line) = text.get(row) {
                    place(line, Align::Left, LEFT + labels, RIGHT, y, BODY, &mut block.commands);
                }
            }
            block.height = (end - start) as f64 * LEADING + if last { gap } else { 0.0 };
            blocks.push(block);
        }
    }
    blocks
}
