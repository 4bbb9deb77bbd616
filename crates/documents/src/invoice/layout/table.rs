//! The table of lines: columns as wide as their numbers need, the name takes the rest; letters get smaller before a sum
//! would touch its neighbour.

use std::rc::Rc;

use crate::flow::{Block, Keep};
use crate::fonts::Weight;
use crate::page::{Command, Ink, POINT};
use crate::structure::{ElementId, Role, Structure};
use crate::typeset::{Align, Line, Span, place, width, wrap};

use super::super::content::Table;
use super::super::content::table::{ColumnKind, Row, TotalRow};
use super::{Density, LEFT, RIGHT, baseline};

/// Sizes that are tried, points.
const SIZES: [f64; 7] = [7.2, 6.8, 6.4, 6.0, 5.6, 5.2, 4.8];
const LEADING_TO_SIZE: f64 = 10.0 / 7.2;
const HEAD_TO_SIZE: f64 = 7.0 / 7.2;
const GRAND_TO_SIZE: f64 = 8.2 / 7.2;
const NOTE_TO_SIZE: f64 = 6.2 / 7.2;
const PAD_X: f64 = 0.9;
const PAD_Y: f64 = 0.95;
const STRONG: f64 = 0.35;
const HAIR: f64 = 0.15;
/// A row of more lines is cut, so that a name of any length finds its pages.
const ROW_LINES: usize = 40;
/// So many of the last rows stay with the totals: a page of totals alone tells nothing.
const TAIL: usize = 3;

/// Where the columns stand, and the size of the letters.
#[derive(Clone, Debug)]
pub struct Columns {
    size: f64,
    /// Left edges, then the right edge of the last.
    edges: Vec<f64>,
}

struct Grid<'a> {
    size: f64,
    edges: &'a [f64],
    density: Density,
}

impl Grid<'_> {
    fn leading(&self) -> f64 {
        self.size * LEADING_TO_SIZE * POINT
    }

    /// Text edges of a column: the outer columns are flush with the page.
    fn inner(&self, column: usize) -> (f64, f64) {
        let left = if column == 0 { 0.0 } else { PAD_X };
        let right = if column + 2 == self.edges.len() { 0.0 } else { PAD_X };
        (self.edges[column] + left, self.edges[column + 1] - right)
    }

    fn room(&self, column: usize) -> f64 {
        let (left, right) = self.inner(column);
        right - left
    }
}

pub fn blocks(table: &Table, columns: &Columns, density: Density, structure: &mut Structure) -> Vec<Block> {
    let grid = Grid { size: columns.size, edges: &columns.edges, density };
    let mut tags = Tags { table: structure.add(Role::Table, Structure::DOCUMENT), structure };
    let head = Rc::new(head(table, &grid, &mut tags));
    let mut blocks = vec![Block { keep: Keep::Must, space: density.space(3.4), ..(*head).clone() }];
    for (index, row) in table.rows.iter().enumerate() {
        let left = table.rows.len() - index - 1;
        blocks.extend(
            rows(table, &grid, row, left, &mut tags).into_iter().map(|block| Block { head: Some(Rc::clone(&head)), ..block }),
        );
    }
    let strong = blocks.len() == 1;
    for (index, total) in table.totals.iter().enumerate() {
        let block = total_row(table, &grid, total, strong && index == 0, &mut tags);
        blocks.push(Block { head: Some(Rc::clone(&head)), keep: Keep::Must, ..block });
    }
    blocks
}

/// The largest letters with which everything fits and the name keeps a decent width.
pub fn columns(table: &Table) -> Columns {
    let total = RIGHT - LEFT;
    let mut widths = Vec::new();
    let mut size = SIZES[0];
    'sizes: for candidate in SIZES {
        size = candidate;
        let natural: Vec<f64> = (0..table.columns.len()).map(|column| natural(table, column, candidate)).collect();
        let whole = name_width(table, &natural);
        let least = whole.min(if candidate > 6.1 { 42.0 } else { 30.0 });
        // Usual widths with no name broken, then without their air, then with broken names.
        for (roomy, article, wanted) in
            [(true, 30.0, whole), (false, 30.0, whole), (true, 30.0, least), (false, 30.0, least), (false, 18.0, least)]
        {
            widths = chosen(table, &natural, roomy, article);
            let name = total - widths.iter().sum::<f64>();
            set_name(table, &mut widths, name);
            if name >= wanted {
                break 'sizes;
            }
        }
    }
    let mut edges = vec![LEFT];
    let mut x = LEFT;
    for width in widths {
        x += width;
        edges.push(x);
    }
    Columns { size, edges }
}

/// Width of the name's column if no name is to be broken.
fn name_width(table: &Table, natural: &[f64]) -> f64 {
    table.columns.iter().zip(natural).find(|(column, _)| column.kind == ColumnKind::Name).map_or(0.0, |(_, width)| *width)
}

fn set_name(table: &Table, widths: &mut [f64], name: f64) {
    for (column, width) in table.columns.iter().zip(widths) {
        if column.kind == ColumnKind::Name {
            *width = name.max(12.0);
        }
    }
}

/// Widths of all columns but the name's, which is nought.
fn chosen(table: &Table, natural: &[f64], roomy: bool, article: f64) -> Vec<f64> {
    table
        .columns
        .iter()
        .zip(natural)
        .map(|(column, natural)| match column.kind {
            ColumnKind::Name => 0.0,
            kind => {
                let natural = match kind {
                    ColumnKind::Article => natural.min(article),
                    ColumnKind::Unit => natural.min(15.0),
                    _ => *natural,
                };
                if roomy { natural.max(usual(kind)) } else { natural }
            }
        })
        .collect()
}

/// Widths as the designer drew them, millimetres: most invoices look alike then.
fn usual(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::Number => 5.5,
        ColumnKind::Article => 17.0,
        ColumnKind::Unit => 9.0,
        ColumnKind::Quantity => 11.5,
        ColumnKind::Price => 15.5,
        ColumnKind::Discount | ColumnKind::Rate => 10.0,
        ColumnKind::Net => 19.5,
        ColumnKind::Vat => 17.0,
        ColumnKind::Gross => 20.0,
        ColumnKind::Name => 0.0,
    }
}

/// The width at which nothing in the column is broken but the words of its head.
fn natural(table: &Table, column: usize, size: f64) -> f64 {
    let head = table.columns[column].head.split(' ').map(|word| width(word, Weight::Bold, size * HEAD_TO_SIZE));
    let cells = table.rows.iter().map(|row| width(&row.cells[column], Weight::Regular, size));
    let totals = table.totals.iter().map(|total| {
        let (weight, size) = style(total, size);
        width(&total.cells[column], weight, size)
    });
    // A hair more than the text, against rounding.
    head.chain(cells).chain(totals).fold(0.0, f64::max) + 2.0 * PAD_X + 0.05
}

fn style(total: &TotalRow, size: f64) -> (Weight, f64) {
    if total.grand { (Weight::Bold, size * GRAND_TO_SIZE) } else { (Weight::Regular, size) }
}

fn head(table: &Table, grid: &Grid<'_>, tags: &mut Tags<'_>) -> Block {
    let size = grid.size * HEAD_TO_SIZE;
    let leading = 9.0 / 7.0 * size * POINT;
    let cells: Vec<Vec<Line>> = table
        .columns
        .iter()
        .enumerate()
        .map(|(column, head)| wrap(&[Span::bold(head.head.clone())], size, grid.room(column)))
        .collect();
    let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
    let pad = 1.1;
    let height = lines as f64 * leading + 2.0 * pad;
    let mut commands = vec![rule(LEFT, 0.0, STRONG, Ink::Black), rule(LEFT, height, STRONG, Ink::Black)];
    let row = tags.row();
    for (column, cell) in cells.iter().enumerate() {
        commands.push(tags.cell(Role::HeadCell, row, 1));
        let (left, right) = grid.inner(column);
        let above = lines - cell.len();
        for (index, line) in cell.iter().enumerate() {
            let y = baseline(pad + (above + index) as f64 * leading, leading, size);
            place(line, table.columns[column].kind.align(), left, right, y, size, &mut commands);
        }
    }
    Block { height, commands, ..Block::default() }
}

/// A line of text with its size.
type Sized = (Line, f64);

/// A line of the invoice, `left` more follow it; more than one block when its name would fill a page.
fn rows(table: &Table, grid: &Grid<'_>, row: &Row, left: usize, tags: &mut Tags<'_>) -> Vec<Block> {
    let cells: Vec<Vec<Sized>> = (0..table.columns.len()).map(|column| cell(table, grid, row, column)).collect();
    let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
    let pad = grid.density.space(PAD_Y);
    let mut blocks = Vec::new();
    let element = tags.row();
    let cell_tags: Vec<Command> = cells.iter().map(|_| tags.cell(Role::Cell, element, 1)).collect();
    for start in (0..lines).step_by(ROW_LINES) {
        let end = (start + ROW_LINES).min(lines);
        let mut block = Block::default();
        for (column, cell) in cells.iter().enumerate() {
            block.commands.push(cell_tags[column].clone());
            let (left, right) = grid.inner(column);
            for (index, (line, size)) in cell.iter().enumerate().take(end).skip(start) {
                let y = baseline(pad + (index - start) as f64 * grid.leading(), grid.leading(), *size);
                place(line, table.columns[column].kind.align(), left, right, y, *size, &mut block.commands);
            }
        }
        block.height = (end - start) as f64 * grid.leading() + 2.0 * pad;
        if end == lines {
            let (width, ink) = if left == 0 { (STRONG, Ink::Black) } else { (HAIR, Ink::Light) };
            block.commands.push(rule(LEFT, block.height, width, ink));
            block.keep = match left {
                0 => Keep::Must,
                1..TAIL => Keep::Wish,
                _ => Keep::Free,
            };
        }
        blocks.push(block);
    }
    blocks
}

fn cell(table: &Table, grid: &Grid<'_>, row: &Row, column: usize) -> Vec<Sized> {
    let kind = table.columns[column].kind;
    // Numbers are measured, they never break; only words do.
    let room = match kind.align() {
        Align::Left => grid.room(column),
        Align::Right => 1000.0,
    };
    let lines = |span, size| wrap(&[span], size, room).into_iter().map(move |line| (line, size));
    let mut cell: Vec<Sized> = lines(Span::plain(row.cells[column].clone()), grid.size).collect();
    if kind == ColumnKind::Name && !row.note.is_empty() {
        cell.extend(lines(Span::label(row.note.clone()), grid.size * NOTE_TO_SIZE));
    }
    cell
}

fn total_row(table: &Table, grid: &Grid<'_>, total: &TotalRow, closes_head: bool, tags: &mut Tags<'_>) -> Block {
    let (weight, size) = style(total, grid.size);
    let leading = if total.grand { 12.0 / 8.2 * size * POINT } else { grid.leading() };
    let pad = grid.density.space(if total.grand { 1.2 } else { 0.75 });
    let sums = table.columns.iter().position(|column| column.kind.is_sum()).unwrap_or(0);
    let from = table.columns.iter().position(|column| column.kind == ColumnKind::Name).map_or(0, |name| name + 1);
    let label_right = grid.edges[sums] - PAD_X;
    let label = wrap(&[Span { text: total.label.clone(), weight, ink: Ink::Black }], size, label_right - LEFT);
    let mut commands = Vec::new();
    if total.grand && !closes_head {
        commands.push(rule(grid.edges[from], 0.0, 0.25, Ink::Black));
    }
    let row = tags.row();
    commands.push(tags.cell(Role::Cell, row, sums));
    for (index, line) in label.iter().enumerate() {
        let y = baseline(pad + index as f64 * leading, leading, size);
        place(line, Align::Right, LEFT, label_right, y, size, &mut commands);
    }
    for (column, text) in total.cells.iter().enumerate().skip(sums) {
        commands.push(tags.cell(Role::Cell, row, 1));
        let (left, right) = grid.inner(column);
        let spans = [Span { text: text.clone(), weight, ink: Ink::Black }];
        for line in wrap(&spans, size, 1000.0) {
            place(&line, Align::Right, left, right, baseline(pad, leading, size), size, &mut commands);
        }
    }
    Block { height: label.len() as f64 * leading + 2.0 * pad, commands, ..Block::default() }
}

/// Tags of one table.
struct Tags<'a> {
    table: ElementId,
    structure: &'a mut Structure,
}

impl Tags<'_> {
    fn row(&mut self) -> ElementId {
        self.structure.add(Role::Row, self.table)
    }

    fn cell(&mut self, role: Role, row: ElementId, columns: usize) -> Command {
        Command::Tag(Some(self.structure.add_wide(role, row, columns)))
    }
}

fn rule(left: f64, y: f64, width: f64, ink: Ink) -> Command {
    Command::Rule { from: (left, y), to: (RIGHT, y), width, ink }
}
