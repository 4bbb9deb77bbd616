//! A page as a list of drawing commands in millimetres, y downwards from the top left corner. Knows nothing of PDF and
//! nothing of what the paper says.

use std::fmt;

use crate::fonts::Weight;
use crate::structure::ElementId;

/// A4, millimetres.
pub const WIDTH: f64 = 210.0;
pub const HEIGHT: f64 = 297.0;
/// Millimetres in a point.
pub const POINT: f64 = 25.4 / 72.0;

/// A grey; papers are printed black on white.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ink {
    #[default]
    Black,
    /// Labels and small print.
    Dark,
    /// Hairlines between rows.
    Light,
    /// Letters behind the text.
    Ghost,
}

impl Ink {
    /// 0 black to 1 white.
    #[must_use]
    pub fn level(self) -> f32 {
        match self {
            Self::Black => 0.0,
            Self::Dark => 0.33,
            Self::Light => 0.66,
            Self::Ghost => 0.9,
        }
    }
}

/// A picture of the document: which one, not its bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PictureKey {
    Logo,
    Stamp,
    /// Of the signer with this id.
    Signature(String),
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Text on one line; `y` is the baseline, `size` is in points.
    Text {
        x: f64,
        y: f64,
        size: f64,
        weight: Weight,
        ink: Ink,
        text: String,
    },
    /// A straight line, `width` in millimetres.
    Rule {
        from: (f64, f64),
        to: (f64, f64),
        width: f64,
        ink: Ink,
    },
    /// The payment code: a square of `side` millimetres.
    Code {
        x: f64,
        y: f64,
        side: f64,
    },
    Picture {
        x: f64,
        y: f64,
        width: f64,
        height: f64,
        key: PictureKey,
    },
    /// Texts, codes and pictures from here on belong to this element; `None`: to none (a repeated head, the foot).
    Tag(Option<ElementId>),
    /// Slanting letters over the middle of the page, behind all else.
    Ghost {
        size: f64,
        text: String,
    },
}

impl Command {
    /// The same command lower by `by` millimetres.
    #[must_use]
    pub fn lowered(mut self, by: f64) -> Self {
        match &mut self {
            Self::Text { y, .. } | Self::Code { y, .. } | Self::Picture { y, .. } => *y += by,
            Self::Rule { from, to, .. } => {
                from.1 += by;
                to.1 += by;
            }
            Self::Ghost { .. } | Self::Tag(_) => {}
        }
        self
    }
}

/// A finished page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    pub commands: Vec<Command>,
}

/// One line a command, for people who compare two layouts.
impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for command in &self.commands {
            match command {
                Command::Text { x, y, size, weight, ink, text } => {
                    let weight = if *weight == Weight::Bold { " bold" } else { "" };
                    let ink = if *ink == Ink::Black { String::new() } else { format!(" {ink:?}").to_lowercase() };
                    writeln!(f, "{x:7.2} {y:7.2} text {size}{weight}{ink} | {}", text.replace('\u{a0}', "~"))?;
                }
                Command::Rule { from, to, width, .. } => {
                    writeln!(f, "{:7.2} {:7.2} rule to {:.2} {:.2} width {width}", from.0, from.1, to.0, to.1)?;
                }
                Command::Code { x, y, side } => writeln!(f, "{x:7.2} {y:7.2} code {side}")?,
                Command::Picture { x, y, width, height, key } => {
                    writeln!(f, "{x:7.2} {y:7.2} picture {width:.2} x {height:.2} {key:?}")?;
                }
                Command::Ghost { size, text } => writeln!(f, "                ghost {size} | {text}")?,
                Command::Tag(_) => {}
            }
        }
        Ok(())
    }
}
