//! Where everything stands: an A4 page, 16 mm on the left for the binder, the foot on each page. Content becomes blocks,
//! blocks become pages. Pure, and knows nothing of PDF.

mod bank;
mod closing;
mod entries;
mod table;

use crate::PaperError;
use crate::flow::{Block, Frame, Keep, paginate};
use crate::fonts::Weight;
use crate::page::{Command, HEIGHT, Ink, POINT, Page, PictureKey, WIDTH};
use crate::phrases::Phrases;
use crate::pictures::Pictures;
use crate::structure::{Role, Structure};
use crate::text::Lang;
use crate::typeset::{Span, shortened, width, wrap};

use super::content::Content;

/// Edges of the text, millimetres.
const LEFT: f64 = 16.0;
const RIGHT: f64 = WIDTH - 11.0;
const TOP: f64 = 11.0;
const BOTTOM: f64 = HEIGHT - 15.5;
/// Sizes of letters, points.
const BODY: f64 = 8.2;
const SMALL: f64 = 6.6;
const TITLE: f64 = 14.0;
/// Of the body text, baseline to baseline, millimetres.
const LEADING: f64 = 11.4 * POINT;
const SMALL_LEADING: f64 = 9.0 * POINT;
/// Width of the labels' column.
const LABELS: f64 = 23.0;

/// How airy the page is: 1 as drawn by the designer, less where that saves a page, more where a page would stay half
/// empty.
#[derive(Clone, Copy, Debug)]
struct Density(f64);

/// Tried in order to save the second of two pages.
const TIGHTER: [f64; 2] = [0.7, 0.45];
/// Tried in order to fill the page before the last one, whose foot is empty because the totals, the last rows and the
/// signatures go together; in longer papers the eye does not mind.
const LOOSER: [f64; 5] = [1.2, 1.4, 1.6, 1.8, 2.0];
const LOOSER_UP_TO: usize = 4;
/// An empty foot of so many millimetres is none.
const FOOT: f64 = 12.0;

impl Density {
    fn space(self, millimetres: f64) -> f64 {
        millimetres * self.0
    }
}

/// Finished pages and what their pieces mean.
#[derive(Clone, Debug)]
pub struct Layout {
    pub pages: Vec<Page>,
    pub structure: Structure,
}

/// Lays the content out.
///
/// # Errors
/// [`PaperError::Sentence`] when the catalogue is incomplete.
pub fn lay_out(content: &Content, pictures: &Pictures, lang: Lang) -> Result<Layout, PaperError> {
    let columns = table::columns(&content.table);
    let draw = |density| {
        let mut structure = Structure::default();
        let blocks = blocks(content, &columns, pictures, Density(density), &mut structure);
        Layout { pages: paginate(blocks, Frame { top: TOP, bottom: BOTTOM }), structure }
    };
    let mut layout = draw(1.0);
    // A second page for a few lines is worth some air.
    if layout.pages.len() == 2
        && let Some(tighter) = TIGHTER.into_iter().map(draw).find(|tighter| tighter.pages.len() == 1)
    {
        layout = tighter;
    }
    if (2..=LOOSER_UP_TO).contains(&layout.pages.len()) {
        for density in LOOSER {
            let foot = empty_foot(&layout.pages);
            if foot <= FOOT {
                break;
            }
            let looser = draw(density);
            if looser.pages.len() != layout.pages.len() {
                break;
            }
            if empty_foot(&looser.pages) < foot {
                layout = looser;
            }
        }
    }
    finish(&mut layout.pages, content, Phrases::new(lang))?;
    Ok(layout)
}

/// Millimetres at the foot of the page before the last one where nothing stands.
fn empty_foot(pages: &[Page]) -> f64 {
    let lowest = |page: &Page| {
        page.commands.iter().fold(TOP, |lowest, command| match command {
            Command::Text { y, .. } => lowest.max(*y),
            Command::Rule { to, .. } => lowest.max(to.1),
            _ => lowest,
        })
    };
    pages.iter().rev().nth(1).map_or(0.0, |page| BOTTOM - lowest(page))
}

fn blocks(
    content: &Content,
    columns: &table::Columns,
    pictures: &Pictures,
    density: Density,
    structure: &mut Structure,
) -> Vec<Block> {
    let labels = entries::label_width(&[&content.parties, &content.terms]);
    let mut blocks = Vec::new();
    blocks.extend(logo(content, pictures, structure));
    blocks.push(bank::block(&content.bank, content.mark.as_deref(), structure));
    blocks.extend(heading(content, density, structure));
    blocks.extend(entries::blocks(&content.parties, labels, density.space(1.1), Keep::Free, structure));
    blocks.extend(table::blocks(&content.table, columns, density, structure));
    blocks.extend(said(content, density, structure));
    blocks.extend(entries::blocks(&content.terms, labels, density.space(1.0), Keep::Wish, structure));
    if let Some(last) = blocks.last_mut() {
        last.keep = Keep::Must;
    }
    blocks.push(closing::block(content, pictures, density, structure));
    blocks
}

fn logo(content: &Content, pictures: &Pictures, structure: &mut Structure) -> Option<Block> {
    let (width, height) = content.logo.then(|| pictures.fitted(&PictureKey::Logo, 60.0, 16.0)).flatten()?;
    let picture = Command::Picture { x: LEFT, y: 0.0, width, height, key: PictureKey::Logo };
    let tag = Command::Tag(Some(structure.add_figure(&content.author)));
    Some(Block { height: height + 3.0, commands: vec![tag, picture], keep: Keep::Must, ..Block::default() })
}

/// «Счёт на оплату № … от …» over a strong rule.
fn heading(content: &Content, density: Density, structure: &mut Structure) -> Vec<Block> {
    let leading = 18.0 * POINT;
    let lines = wrap(&[Span::bold(content.heading.clone())], TITLE, RIGHT - LEFT);
    let mut block = Block { space: density.space(5.0), keep: Keep::Must, ..Block::default() };
    block.commands.push(Command::Tag(Some(structure.add(Role::Heading, Structure::DOCUMENT))));
    for (index, line) in lines.iter().enumerate() {
        let y = baseline(index as f64 * leading, leading, TITLE);
        crate::typeset::place(line, crate::typeset::Align::Left, LEFT, RIGHT, y, TITLE, &mut block.commands);
    }
    let y = lines.len() as f64 * leading + 1.8;
    block.commands.push(Command::Rule { from: (LEFT, y), to: (RIGHT, y), width: 0.5, ink: Ink::Black });
    block.height = y + density.space(2.6);
    vec![block]
}

/// Count, sum and the sum in words over a rule.
fn said(content: &Content, density: Density, structure: &mut Structure) -> Vec<Block> {
    let mut commands = Vec::new();
    let mut y = 0.0;
    for span in [Span::plain(content.count.clone()), Span::bold(content.words.clone())] {
        if span.text.is_empty() {
            continue;
        }
        commands.push(Command::Tag(Some(structure.add_paragraph())));
        for line in wrap(&[span], BODY, RIGHT - LEFT) {
            crate::typeset::place(
                &line,
                crate::typeset::Align::Left,
                LEFT,
                RIGHT,
                baseline(y, LEADING, BODY),
                BODY,
                &mut commands,
            );
            y += LEADING;
        }
    }
    y += density.space(2.8);
    commands.push(Command::Rule { from: (LEFT, y), to: (RIGHT, y), width: 0.25, ink: Ink::Black });
    vec![Block { height: y + density.space(3.0), space: density.space(2.6), commands, keep: Keep::Wish, head: None }]
}

/// Foot, page numbers (known only now) and the letters across the page.
fn finish(pages: &mut [Page], content: &Content, phrases: Phrases) -> Result<(), PaperError> {
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        if let Some(ghost) = &content.ghost {
            let size = 96.0_f64.min(96.0 * 210.0 / width(ghost, Weight::Bold, 96.0));
            page.commands.insert(0, Command::Ghost { size, text: ghost.clone() });
        }
        let number = phrases.say("paper-page", &[("page", (index + 1).into()), ("pages", count.into())])?;
        let rule = HEIGHT - 7.5 - SMALL_LEADING - 1.2;
        let y = baseline(rule + 1.2, SMALL_LEADING, SMALL);
        let number_width = width(&number, Weight::Regular, SMALL);
        let foot = shortened(&content.foot, Weight::Regular, SMALL, RIGHT - LEFT - number_width - 6.0);
        let text = |x, text| Command::Text { x, y, size: SMALL, weight: Weight::Regular, ink: Ink::Dark, text };
        page.commands.extend([
            Command::Tag(None),
            Command::Rule { from: (LEFT, rule), to: (RIGHT, rule), width: 0.15, ink: Ink::Light },
            text(LEFT, foot),
            text(RIGHT - number_width, number),
        ]);
    }
    Ok(())
}

/// Baseline of letters of `size` points that stand in the middle of a line whose top is `top`.
fn baseline(top: f64, leading: f64, size: f64) -> f64 {
    // Noto Sans: ascent 1069, descent 293 thousandths of the em.
    top + leading / 2.0 + size * POINT * (1.069 - 0.293) / 2.0
}
