//! `init`: makes a profile, with the own organisation, with demonstration data, or with nothing yet.

use serde_json::json;
use torgdom_app::{FirstAccount, FirstOrganisation, StartMode};

use crate::args::Init;
use crate::session::{self, Session};
use crate::stop::{Stop, Verdict};
use crate::talk::Talk;

/// # Errors
/// Usage; `already_initialised`, `refused`, the disk's.
pub fn run(args: Init, session: &Session, talk: &mut Talk) -> Result<Verdict, Stop> {
    let passphrase = passphrase(args.encrypt, talk)?;
    let desk = session.unopened()?;
    let language = talk.voice.lang().as_str();
    let demo = args.demo;
    let first = organisation(args);
    let state = match (demo, first) {
        (true, Some(_)) => return Err(Stop::usage("demo-and-name")),
        (true, None) => desk.create_profile(StartMode::Demo, language, &passphrase, &FirstOrganisation::default())?,
        (false, Some(first)) => desk.create_profile(StartMode::Empty, language, &passphrase, &first)?,
        (false, None) => desk.create_store(language, &passphrase)?,
    };
    let organisations: Vec<_> = state.organisations.iter().map(|own| json!({ "id": own.id, "name": own.name })).collect();
    let object =
        json!({ "profile": state.profile, "organisations": organisations, "encrypted": state.encrypted, "demo": state.demo });
    talk.answer(&object, || state.profile.clone())?;
    Ok(Verdict::Fine)
}

fn passphrase(encrypt: bool, talk: &Talk) -> Result<String, Stop> {
    if let Some(known) = session::passphrase_of_environment() {
        return Ok(known);
    }
    if !encrypt {
        return Ok(String::new());
    }
    session::ask_twice(talk)?.ok_or_else(|| Stop::usage("no-passphrase"))
}

/// What was said of the own organisation; nothing when nothing was.
fn organisation(args: Init) -> Option<FirstOrganisation> {
    let account = FirstAccount {
        number: args.account.unwrap_or_default(),
        currency: args.currency.unwrap_or_default(),
        bic: args.bic.unwrap_or_default(),
        bank_name: args.bank.unwrap_or_default(),
        corr_account: args.corr_account.unwrap_or_default(),
    };
    let said = [&args.name, &args.full_name, &args.country, &args.tax_id, &args.kpp, &args.address, &args.head];
    said.iter().any(|word| word.is_some()).then(|| FirstOrganisation {
        country: args.country.unwrap_or_default(),
        tax_id: args.tax_id.unwrap_or_default(),
        kpp: args.kpp.unwrap_or_default(),
        name: args.name.unwrap_or_default(),
        full_name: args.full_name.unwrap_or_default(),
        address: args.address.unwrap_or_default(),
        phone: args.phone.unwrap_or_default(),
        head: args.head.unwrap_or_default(),
        head_post: args.head_post.unwrap_or_default(),
        accountant: args.accountant.unwrap_or_default(),
        last_invoice: args.last_invoice.unwrap_or_default(),
        last_deal: args.last_deal.unwrap_or_default(),
        account,
        ..FirstOrganisation::default()
    })
}
