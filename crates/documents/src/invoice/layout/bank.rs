//! The ruled form with the payee's bank.

use crate::flow::{Block, Keep};
use crate::fonts::Weight;
use crate::page::{Command, Ink, POINT};
use crate::structure::Structure;
use crate::typeset::{Align, Line, Span, place, width, wrap};

use super::super::content::bank::{BankBlock, Cell};
use super::{BODY, LEFT, RIGHT, SMALL, SMALL_LEADING, baseline};

const PAD_X: f64 = 1.6;
const PAD_Y: f64 = 0.9;
const CELL_LEADING: f64 = 11.0 * POINT;
const LINE: f64 = 0.25;

/// A cell with its lines broken.
struct Set<'a> {
    cell: &'a Cell,
    text: Vec<Line>,
    small: Vec<Line>,
    height: f64,
}

pub fn block(bank: &BankBlock, mark: Option<&str>, structure: &mut Structure) -> Block {
    let edges = edges(&bank.columns);
    let cells: Vec<Set<'_>> = bank.cells.iter().map(|cell| set(cell, &edges)).collect();
    let rows = rows(&cells);
    let top = SMALL_LEADING + 1.0;
    let mut commands = vec![Command::Tag(Some(structure.add_paragraph()))];
    caption(bank, mark, &mut commands);
    for set in &cells {
        let cell = set.cell;
        let (left, right) = (edges[cell.column], edges[cell.column + cell.columns]);
        let (above, below) = (top + rows[cell.row], top + rows[cell.row + cell.rows]);
        if !set.text.is_empty() || !set.small.is_empty() {
            commands.push(Command::Tag(Some(structure.add_paragraph())));
        }
        let mut y = above + PAD_Y;
        for line in &set.text {
            place(line, Align::Left, left + PAD_X, right, baseline(y, CELL_LEADING, BODY), BODY, &mut commands);
            y += CELL_LEADING;
        }
        if !set.text.is_empty() && !set.small.is_empty() {
            commands.push(Command::Tag(Some(structure.add_paragraph())));
        }
        for line in &set.small {
            place(line, Align::Left, left + PAD_X, right, baseline(y, SMALL_LEADING, SMALL), SMALL, &mut commands);
            y += SMALL_LEADING;
        }
        let mut rule = |from, to| commands.push(Command::Rule { from, to, width: LINE, ink: Ink::Black });
        // Each cell draws its left and lower edge; the frame closes the rest.
        if cell.column > 0 {
            rule((left, above), (left, below));
        }
        if !cell.open_below && cell.row + cell.rows < rows.len() - 1 {
            rule((left, below), (right, below));
        }
    }
    let bottom = top + rows[rows.len() - 1];
    frame(top, bottom, &mut commands);
    Block { height: bottom, commands, keep: Keep::Must, ..Block::default() }
}

fn caption(bank: &BankBlock, mark: Option<&str>, commands: &mut Vec<Command>) {
    let y = baseline(0.0, SMALL_LEADING, SMALL);
    commands.push(Command::Text { x: LEFT, y, size: SMALL, weight: Weight::Regular, ink: Ink::Dark, text: bank.caption.clone() });
    if let Some(mark) = mark {
        let x = RIGHT - width(mark, Weight::Bold, BODY);
        commands.push(Command::Text { x, y, size: BODY, weight: Weight::Bold, ink: Ink::Black, text: mark.to_owned() });
    }
}

fn frame(top: f64, bottom: f64, commands: &mut Vec<Command>) {
    // Half a line further out at the corners, so that they are closed.
    let half = LINE / 2.0;
    for (from, to) in [
        ((LEFT - half, top), (RIGHT + half, top)),
        ((LEFT - half, bottom), (RIGHT + half, bottom)),
        ((LEFT, top), (LEFT, bottom)),
        ((RIGHT, top), (RIGHT, bottom)),
    ] {
        commands.push(Command::Rule { from, to, width: LINE, ink: Ink::Black });
    }
}

/// Left edges of the columns and the right edge of the last.
fn edges(columns: &[Option<f64>]) -> Vec<f64> {
    let fixed: f64 = columns.iter().flatten().sum();
    let free = columns.iter().filter(|width| width.is_none()).count().max(1);
    let share = (RIGHT - LEFT - fixed) / free as f64;
    let mut edges = vec![LEFT];
    let mut x = LEFT;
    for column in columns {
        x += column.unwrap_or(share);
        edges.push(x);
    }
    edges
}

fn set<'a>(cell: &'a Cell, edges: &[f64]) -> Set<'a> {
    let room = edges[cell.column + cell.columns] - edges[cell.column] - 2.0 * PAD_X;
    let text = if cell.text.iter().all(|span| span.text.is_empty()) { Vec::new() } else { wrap(&cell.text, BODY, room) };
    let small = if cell.small.is_empty() { Vec::new() } else { wrap(&[Span::label(cell.small.clone())], SMALL, room) };
    let height = text.len().max(1) as f64 * CELL_LEADING + small.len() as f64 * SMALL_LEADING + 2.0 * PAD_Y;
    Set { cell, text, small, height }
}

/// Tops of the rows and the bottom of the last. A cell over several rows stretches the last of them.
fn rows(cells: &[Set<'_>]) -> Vec<f64> {
    let count = cells.iter().map(|set| set.cell.row + set.cell.rows).max().unwrap_or(0);
    let mut heights = vec![0.0_f64; count];
    let mut by_span: Vec<&Set<'_>> = cells.iter().collect();
    by_span.sort_by_key(|set| set.cell.rows);
    for set in by_span {
        let (first, last) = (set.cell.row, set.cell.row + set.cell.rows);
        let missing = set.height - heights[first..last].iter().sum::<f64>();
        if missing > 0.0 {
            heights[last - 1] += missing;
        }
    }
    let mut tops = vec![0.0];
    for height in heights {
        tops.push(tops[tops.len() - 1] + height);
    }
    tops
}
