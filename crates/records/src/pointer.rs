//! JSON Pointers (RFC 6901) as paths of edits.

/// Deepest path that is accepted; the same limit as for JSON on the wire.
pub const MAX_DEPTH: usize = 32;

/// The tokens of a pointer; none when it is not a pointer into a body (`""` is the whole and not a field).
#[must_use]
pub fn tokens(path: &str) -> Option<Vec<String>> {
    let rest = path.strip_prefix('/')?;
    let tokens: Option<Vec<String>> = rest.split('/').map(unescape).collect();
    tokens.filter(|tokens| tokens.len() <= MAX_DEPTH)
}

/// One more step down.
#[must_use]
pub fn child(path: &str, key: &str) -> String {
    let mut longer = String::with_capacity(path.len() + key.len() + 1);
    longer.push_str(path);
    longer.push('/');
    for character in key.chars() {
        match character {
            '~' => longer.push_str("~0"),
            '/' => longer.push_str("~1"),
            other => longer.push(other),
        }
    }
    longer
}

/// Is one of the paths the other, or an ancestor of it? Such edits conflict.
#[must_use]
pub fn overlapping(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn unescape(token: &str) -> Option<String> {
    if !token.contains('~') {
        return Some(token.to_owned());
    }
    let mut plain = String::with_capacity(token.len());
    let mut characters = token.chars();
    while let Some(character) = characters.next() {
        if character != '~' {
            plain.push(character);
            continue;
        }
        match characters.next() {
            Some('0') => plain.push('~'),
            Some('1') => plain.push('/'),
            _ => return None,
        }
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_with_slashes_and_tildes_survive() {
        for key in ["a/b", "~", "~1", "", "счёт", "a~0/"] {
            assert_eq!(tokens(&child("/x", key)), Some(vec!["x".to_owned(), key.to_owned()]));
        }
        assert_eq!(tokens(""), None);
        assert_eq!(tokens("name"), None);
        assert_eq!(tokens("/a~2"), None);
        assert_eq!(tokens(&"/a".repeat(MAX_DEPTH + 1)), None);
    }

    #[test]
    fn overlap_is_by_whole_steps() {
        assert!(overlapping("/lines/1", "/lines/1/price"));
        assert!(overlapping("/lines/1", "/lines/1"));
        assert!(!overlapping("/lines/1", "/lines/12"));
        assert!(!overlapping("/name", "/full_name"));
    }
}
