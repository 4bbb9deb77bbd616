//! The key file: the store's key under a pass-phrase.
//!
//! Argon2id turns the pass-phrase and a fresh salt into 64 bytes: 32 are laid over the key (each salt is used once, so
//! they are used once), 32 authenticate the file by HMAC-SHA256 (encrypt, then MAC).

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use super::Key;
use crate::error::{StoreError, damaged};

/// OWASP's second choice and more: 64 MiB, 3 passes.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;
/// More than this in a key file is hostile or damaged: it would only exhaust the machine.
const MOST_MEMORY_KIB: u32 = 1024 * 1024;
const MOST_PASSES: u32 = 64;

#[derive(Serialize, Deserialize)]
struct KeyFile {
    version: u32,
    memory_kib: u32,
    passes: u32,
    salt: String,
    key: String,
    mac: String,
}

/// The key file that belongs to the store or backup `file`.
pub(crate) fn beside(file: &Path) -> PathBuf {
    file.with_extension("key")
}

/// Writes `key` under `passphrase`: beside, flushed, renamed, the folder flushed; readable by the owner only.
pub(crate) fn write(path: &Path, key: &Key, passphrase: &str) -> Result<(), StoreError> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|error| StoreError::Fault(error.to_string()))?;
    let (pad, mac_key) = derive(passphrase, &salt, MEMORY_KIB, PASSES)?;
    let wrapped = over(&key.0, &pad);
    let mut file =
        KeyFile { version: 1, memory_kib: MEMORY_KIB, passes: PASSES, salt: hex(&salt), key: hex(&wrapped), mac: String::new() };
    file.mac = hex(&mac(&mac_key, &file).finalize().into_bytes());
    let text = serde_json::to_vec_pretty(&file).map_err(|error| StoreError::Fault(error.to_string()))?;
    let folder = path.parent().ok_or_else(|| StoreError::Fault("a key file without a folder".to_owned()))?;
    // tempfile makes files with mode 0600, and rename keeps it. By its name a cut-short one is swept: it would open the
    // store with a phrase that was never set.
    let mut beside = tempfile::Builder::new().prefix(super::convert::REWRITTEN).tempfile_in(folder)?;
    beside.write_all(&text)?;
    beside.as_file().sync_all()?;
    beside.persist(path).map_err(|error| StoreError::from(error.error))?;
    crate::opening::sync_folder(folder)
}

/// The key in the file at `path`.
///
/// # Errors
/// [`StoreError::WrongPassphrase`]; [`StoreError::Corrupt`] when the file is no key file.
pub(crate) fn read(path: &Path, passphrase: &str) -> Result<Key, StoreError> {
    let text = fs::read(path)?;
    let file: KeyFile = serde_json::from_slice(&text).map_err(|error| damaged(format!("key file: {error}")))?;
    let bounded = file.memory_kib <= MOST_MEMORY_KIB && file.passes <= MOST_PASSES;
    let (Some(salt), Some(wrapped), Some(tag)) = (unhex(&file.salt), unhex(&file.key), unhex(&file.mac)) else {
        return Err(damaged("key file: not hexadecimal"));
    };
    if file.version != 1 || !bounded || wrapped.len() != 32 {
        return Err(damaged("key file: unknown form"));
    }
    let (pad, mac_key) = derive(passphrase, &salt, file.memory_kib, file.passes)?;
    mac(&mac_key, &file).verify_slice(&tag).map_err(|_| StoreError::WrongPassphrase)?;
    let wrapped: [u8; 32] = wrapped.try_into().expect("the length was checked");
    Ok(Key(over(&wrapped, &pad)))
}

fn derive(passphrase: &str, salt: &[u8], memory_kib: u32, passes: u32) -> Result<([u8; 32], [u8; 32]), StoreError> {
    let wrong = |error: argon2::Error| damaged(format!("key file: {error}"));
    let params = Params::new(memory_kib, passes, 1, Some(64)).map_err(wrong)?;
    let mut out = [0; 64];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut out)
        .map_err(wrong)?;
    let (pad, mac_key) = out.split_at(32);
    Ok((pad.try_into().expect("half of 64"), mac_key.try_into().expect("half of 64")))
}

fn mac(key: &[u8; 32], file: &KeyFile) -> Hmac<Sha256> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(format!("torgdom-key/{}/{}/{}/{}/{}", file.version, file.memory_kib, file.passes, file.salt, file.key).as_bytes());
    mac
}

fn over(bytes: &[u8; 32], pad: &[u8; 32]) -> [u8; 32] {
    std::array::from_fn(|index| bytes[index] ^ pad[index])
}

fn hex(bytes: &[u8]) -> String {
    torgdom_records::unit::hex(bytes)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_right_passphrase_opens() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("desk.key");
        let key = Key::random().expect("randomness");
        write(&path, &key, "верная фраза").expect("writes");
        assert!(read(&path, "верная фраза").expect("opens") == key);
        assert!(matches!(read(&path, "Верная фраза"), Err(StoreError::WrongPassphrase)));
        assert!(matches!(read(&path, ""), Err(StoreError::WrongPassphrase)));

        let text = fs::read_to_string(&path).expect("reads");
        fs::write(&path, text.replace("\"key\": \"", "\"key\": \"zz")).expect("writes");
        assert!(matches!(read(&path, "верная фраза"), Err(StoreError::Corrupt(_))));
        fs::write(&path, text.replace("65536", "4294967295")).expect("writes");
        assert!(matches!(read(&path, "верная фраза"), Err(StoreError::Corrupt(_))));
    }
}
