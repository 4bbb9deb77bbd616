//! Signatures, stamp and payment code: never cut by the end of a page.

use crate::flow::{Block, Keep};
use crate::page::{Command, Ink, PictureKey};
use crate::pictures::Pictures;
use crate::structure::Structure;
use crate::typeset::{Align, Line, Span, place, wrap};

use super::super::content::{Content, Signature};
use super::{BODY, Density, LEADING, LEFT, RIGHT, SMALL, SMALL_LEADING, baseline};

/// Side of the payment code and the gap to the signatures.
const CODE: f64 = 31.0;
const CODE_GAP: f64 = 7.0;
/// Column of the posts, the line to sign on.
const POSTS: f64 = 33.0;
const SIGN_LINE: f64 = 50.0;
const GAP: f64 = 3.0;
/// Room for a hand above the line.
const HAND: f64 = 6.5;
const STAMP: f64 = 38.0;

pub fn block(content: &Content, pictures: &Pictures, density: Density, structure: &mut Structure) -> Block {
    let mut commands = Vec::new();
    let right = if content.code.is_some() { RIGHT - CODE - CODE_GAP } else { RIGHT };
    let mut y = density.space(3.0);
    let first_line = y;
    for (index, signature) in content.signatures.iter().enumerate() {
        if index > 0 {
            y += HAND * density.0.max(0.7);
        } else if let Some((_, height)) = signature_size(signature, pictures) {
            // The picture of a signature rises above its line, not into the terms.
            y = y.max(height - LEADING);
        }
        y = sign(signature, pictures, y, right, structure, &mut commands);
    }
    let x = LEFT + POSTS;
    commands.push(Command::Tag(Some(structure.add_paragraph())));
    let place_text = [Span::label(content.stamp_place.clone())];
    for line in wrap(&place_text, SMALL, SIGN_LINE + 20.0) {
        place(&line, Align::Left, x, right, baseline(y + 1.6, SMALL_LEADING, SMALL), SMALL, &mut commands);
    }
    y += 1.6 + SMALL_LEADING;
    if content.stamp
        && let Some((width, height)) = pictures.fitted(&PictureKey::Stamp, STAMP, STAMP)
    {
        // Over the end of the lines, clear of the names, as a hand would put it.
        let top = first_line - 1.0;
        commands.push(Command::Tag(Some(structure.add_figure(&content.stamp_place))));
        commands.push(Command::Picture { x: x + 6.0, y: top, width, height, key: PictureKey::Stamp });
        y = y.max(top + height);
    }
    if let Some((_, caption)) = &content.code {
        let left = RIGHT - CODE;
        commands.push(Command::Tag(Some(structure.add_figure(caption))));
        commands.push(Command::Code { x: left, y: 0.0, side: CODE });
        commands.push(Command::Tag(Some(structure.add_paragraph())));
        let mut below = CODE + 1.2;
        for line in wrap(&[Span::label(caption.clone())], SMALL, CODE) {
            place(&line, Align::Left, left, RIGHT, baseline(below, SMALL_LEADING, SMALL), SMALL, &mut commands);
            below += SMALL_LEADING;
        }
        y = y.max(below);
    }
    Block { height: y, space: density.space(3.0), commands, keep: Keep::Free, head: None }
}

/// Post, line and name on one level; gives the bottom.
fn sign(
    signature: &Signature,
    pictures: &Pictures,
    top: f64,
    right: f64,
    structure: &mut Structure,
    commands: &mut Vec<Command>,
) -> f64 {
    let post = wrap(&[Span::plain(signature.post.clone())], BODY, POSTS - GAP);
    let name_left = LEFT + POSTS + SIGN_LINE + GAP;
    let mut name: Vec<(Line, f64, f64)> = wrap(&[Span::plain(signature.name.clone())], BODY, right - name_left)
        .into_iter()
        .map(|line| (line, BODY, LEADING))
        .collect();
    // The line to sign on stands under the first line of the name and of the post.
    let level = top + LEADING;
    if !signature.basis.is_empty() {
        let basis = wrap(&[Span::label(signature.basis.clone())], SMALL, right - name_left);
        name.extend(basis.into_iter().map(|line| (line, SMALL, SMALL_LEADING)));
    }
    if let Some((width, height)) = signature_size(signature, pictures)
        && let Some(key) = signature.picture.clone()
    {
        let alternative = format!("{} {}", signature.post, signature.name);
        commands.push(Command::Tag(Some(structure.add_figure(alternative.trim_end()))));
        let x = LEFT + POSTS + (SIGN_LINE - width) / 2.0;
        commands.push(Command::Picture { x, y: level + 1.0 - height, width, height, key });
    }
    commands.push(Command::Tag(Some(structure.add_paragraph())));
    let mut post_bottom = top;
    for line in &post {
        place(line, Align::Left, LEFT, right, baseline(post_bottom, LEADING, BODY), BODY, commands);
        post_bottom += LEADING;
    }
    let mut name_bottom = top;
    for (line, size, leading) in &name {
        place(line, Align::Left, name_left, right, baseline(name_bottom, *leading, *size), *size, commands);
        name_bottom += leading;
    }
    let (from, to) = ((LEFT + POSTS, level), (LEFT + POSTS + SIGN_LINE, level));
    commands.push(Command::Rule { from, to, width: 0.25, ink: Ink::Black });
    post_bottom.max(name_bottom).max(level)
}

fn signature_size(signature: &Signature, pictures: &Pictures) -> Option<(f64, f64)> {
    signature.picture.as_ref().and_then(|key| pictures.fitted(key, SIGN_LINE - 4.0, 12.0))
}
