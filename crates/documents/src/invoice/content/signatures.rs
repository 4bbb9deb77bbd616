//! Who signs: post, a line with the picture of the signature, name, authority (402-ФЗ ст. 9).

use torgdom_domain::invoice::SignerSnapshot;
use torgdom_domain::party::SignerRole;

use super::Source;
use crate::PaperError;
use crate::page::PictureKey;
use crate::pictures::Pictures;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    pub post: String,
    pub name: String,
    /// «основание: …»; empty for a charter, which needs no mention.
    pub basis: String,
    pub picture: Option<PictureKey>,
}

pub(super) fn compose(source: &Source<'_>, pictures: &Pictures) -> Result<Vec<Signature>, PaperError> {
    let mut signers: Vec<_> = source.doc.signers.iter().collect();
    signers.sort_by_key(|(id, signer)| (rank(signer), signer.order, *id));
    if signers.is_empty() {
        // The line stands for a hand even where nobody is named yet.
        let post = source.phrases.say("invoice-head-of", &[])?;
        return Ok(vec![Signature { post, name: String::new(), basis: String::new(), picture: None }]);
    }
    signers
        .into_iter()
        .map(|(id, signer)| {
            let key = PictureKey::Signature(id.clone());
            let basis = if signer.basis.is_empty() || is_charter(&signer.basis) {
                String::new()
            } else {
                source.phrases.say("invoice-signer-basis", &[("basis", (&signer.basis).into())])?
            };
            Ok(Signature {
                post: post(source, signer)?,
                name: signer.name.clone(),
                basis,
                picture: (source.marking.is_valid() && pictures.has(&key)).then_some(key),
            })
        })
        .collect()
}

fn rank(signer: &SignerSnapshot) -> u8 {
    match signer.role {
        SignerRole::Head => 0,
        SignerRole::ChiefAccountant => 1,
        SignerRole::Other => 2,
    }
}

fn post(source: &Source<'_>, signer: &SignerSnapshot) -> Result<String, PaperError> {
    if !signer.post.is_empty() {
        return Ok(signer.post.clone());
    }
    source.phrases.say(
        match signer.role {
            SignerRole::Head => "invoice-head-of",
            SignerRole::ChiefAccountant => "invoice-accountant",
            SignerRole::Other => "invoice-signer",
        },
        &[],
    )
}

fn is_charter(basis: &str) -> bool {
    let basis = basis.to_lowercase();
    ["устав", "статут", "charter"].iter().any(|word| basis.trim_start_matches(|c: char| !c.is_alphabetic()).starts_with(word))
}
