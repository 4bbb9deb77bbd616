//! Puts blocks on pages one under the other: what belongs together stays together, a table's head is repeated. Pure, and
//! the same for every paper.

use std::rc::Rc;

use crate::page::{Command, Page};

/// How firmly a block holds to the next one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    #[default]
    Free,
    /// On one page if one page can hold all that hangs together.
    Wish,
    /// On one page even where the wishes cannot be met.
    Must,
}

/// Something that is never cut by the end of a page. Its commands are relative to its own top.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// Millimetres.
    pub height: f64,
    /// Empty space above, left out at the top of a page.
    pub space: f64,
    pub commands: Vec<Command>,
    pub keep: Keep,
    /// Head of the table that this block belongs to, drawn again at the top of a further page.
    pub head: Option<Rc<Block>>,
}

/// Where blocks may stand: millimetres from the top of the page.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub top: f64,
    pub bottom: f64,
}

/// Distributes blocks over pages.
#[must_use]
pub fn paginate(blocks: Vec<Block>, frame: Frame) -> Vec<Page> {
    let mut flow = Flow { frame, y: frame.top, pages: vec![Page::default()], empty: true };
    let mut rest = blocks.into_iter().peekable();
    while let Some(block) = rest.next() {
        let mut group = vec![block];
        while group.last().is_some_and(|last| last.keep != Keep::Free)
            && let Some(next) = rest.next()
        {
            group.push(next);
        }
        flow.group(group);
    }
    flow.pages
}

struct Flow {
    frame: Frame,
    y: f64,
    pages: Vec<Page>,
    /// Nothing stands on the current page yet.
    empty: bool,
}

impl Flow {
    fn group(&mut self, group: Vec<Block>) {
        if self.fits(&group) {
            group.into_iter().for_each(|block| self.put(block));
        } else if self.fits_fresh(&group) {
            self.turn(&group[0]);
            group.into_iter().for_each(|block| self.put(block));
        } else {
            self.apart(group);
        }
    }

    /// Too much for one page: only what must hang together still does.
    fn apart(&mut self, group: Vec<Block>) {
        let mut chain = Vec::new();
        for block in group {
            let last = block.keep != Keep::Must;
            chain.push(block);
            if !last {
                continue;
            }
            let chain = std::mem::take(&mut chain);
            if !self.fits(&chain) && self.fits_fresh(&chain) {
                self.turn(&chain[0]);
            }
            self.loose(chain);
        }
        self.loose(chain);
    }

    fn loose(&mut self, chain: Vec<Block>) {
        for block in chain {
            if !self.empty && self.y + block.space + block.height > self.frame.bottom {
                self.turn(&block);
            }
            self.put(block);
        }
    }

    fn fits(&self, group: &[Block]) -> bool {
        let lead = if self.empty { group.first().map_or(0.0, |block| block.space) } else { 0.0 };
        self.y - lead + height(group) <= self.frame.bottom
    }

    fn fits_fresh(&self, group: &[Block]) -> bool {
        let head = group.first().and_then(|block| block.head.as_ref()).map_or(0.0, |head| head.height);
        let lead = group.first().map_or(0.0, |block| block.space);
        self.frame.top + head - lead + height(group) <= self.frame.bottom
    }

    /// Begins a page, with the head of the table that goes on there.
    fn turn(&mut self, first: &Block) {
        self.pages.push(Page::default());
        self.y = self.frame.top;
        self.empty = true;
        if let Some(head) = &first.head {
            // Heard once, the head is not to be heard on each page.
            let untagged = head.commands.iter().filter(|command| !matches!(command, Command::Tag(_))).cloned();
            self.draw(std::iter::once(Command::Tag(None)).chain(untagged));
            self.y += head.height;
        }
    }

    fn put(&mut self, block: Block) {
        if !self.empty {
            self.y += block.space;
        }
        self.draw(block.commands.into_iter());
        self.y += block.height;
        self.empty = false;
    }

    fn draw(&mut self, commands: impl Iterator<Item = Command>) {
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            page.commands.extend(commands.map(|command| command.lowered(y)));
        }
    }
}

fn height(group: &[Block]) -> f64 {
    group.iter().map(|block| block.space + block.height).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Ink;

    fn block(name: usize, height: f64, keep: Keep, head: Option<&Rc<Block>>) -> Block {
        let at = name as f64;
        let mark = Command::Rule { from: (at, 0.0), to: (at, 0.0), width: 0.1, ink: Ink::Black };
        Block { height, keep, commands: vec![mark], head: head.cloned(), space: 0.0 }
    }

    /// Names of the blocks of each page; 0 is the head.
    fn names(blocks: Vec<Block>) -> Vec<Vec<usize>> {
        paginate(blocks, Frame { top: 10.0, bottom: 110.0 })
            .into_iter()
            .map(|page| {
                page.commands
                    .iter()
                    .filter_map(|command| match command {
                        Command::Rule { from, .. } => Some(from.0 as usize),
                        _ => None,
                    })
                    .collect()
            })
            .collect()
    }

    #[test]
    fn a_table_goes_on_under_its_head_and_its_last_row_stays_with_the_totals() {
        let head = Rc::new(block(0, 10.0, Keep::Free, None));
        let mut blocks = vec![block(0, 10.0, Keep::Must, None)];
        blocks.extend((1..=5).map(|row| block(row, 20.0, if row == 5 { Keep::Wish } else { Keep::Free }, Some(&head))));
        blocks.push(block(6, 30.0, Keep::Free, Some(&head)));
        assert_eq!(names(blocks), [vec![0, 1, 2, 3, 4], vec![0, 5, 6]]);
    }

    #[test]
    fn wishes_give_way_where_one_page_is_too_small() {
        let blocks = vec![
            block(1, 60.0, Keep::Free, None),
            block(2, 30.0, Keep::Wish, None),
            block(3, 50.0, Keep::Must, None),
            block(4, 45.0, Keep::Free, None),
        ];
        assert_eq!(names(blocks), [vec![1, 2], vec![3, 4]]);
    }

    #[test]
    fn a_block_higher_than_a_page_stands_alone() {
        assert_eq!(names(vec![block(1, 5.0, Keep::Free, None), block(2, 500.0, Keep::Free, None)]), [vec![1], vec![2]]);
    }
}
