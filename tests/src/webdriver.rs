//! The little of the WebDriver protocol that the journeys need, over plain HTTP on loopback.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

/// The name under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page as the driver knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

/// One driven window.
#[derive(Debug)]
pub struct Session {
    driver: SocketAddr,
    id: String,
}

impl Session {
    /// Starts `binary` under the driver at `port`.
    ///
    /// # Errors
    /// The driver's own, with its message.
    pub fn start(port: u16, binary: &Path, args: &[String]) -> Result<Self> {
        let driver = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let options = json!({"webkitgtk:browserOptions": {"binary": binary, "args": args}});
        let answer = request(driver, "POST", "/session", &json!({"capabilities": {"alwaysMatch": options}}))?;
        let id = answer["sessionId"].as_str().context("the driver named no session")?.to_owned();
        Ok(Self { driver, id })
    }

    /// Runs a function body in the page; what it returns comes back as JSON, elements as [`Session::element`] reads them.
    ///
    /// # Errors
    /// The script's own, with its message.
    pub fn run(&self, script: &str, args: &[Value]) -> Result<Value> {
        self.post("/execute/sync", &json!({"script": script, "args": args}))
    }

    /// The element in a script's answer.
    #[must_use]
    pub fn element(answer: &Value) -> Option<Element> {
        answer[ELEMENT].as_str().map(|id| Element(id.to_owned()))
    }

    /// The element as an argument of a script.
    #[must_use]
    pub fn argument(element: &Element) -> Value {
        json!({ELEMENT: element.0})
    }

    /// # Errors
    /// Something lies above it, or it is gone.
    pub fn click(&self, element: &Element) -> Result<()> {
        self.post(&format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Types into an element, after what stands there.
    ///
    /// # Errors
    /// It takes no keys, or is gone.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<()> {
        self.post(&format!("/element/{}/value", element.0), &json!({"text": text})).map(drop)
    }

    /// The element that has the focus.
    ///
    /// # Errors
    /// There is none.
    pub fn focused(&self) -> Result<Element> {
        let answer = self.get("/element/active")?;
        Self::element(&answer).context("nothing has the focus")
    }

    /// Carries out actions of a keyboard or pointer.
    ///
    /// # Errors
    /// The driver's own.
    pub fn act(&self, actions: &Value) -> Result<()> {
        self.post("/actions", actions).map(drop)
    }

    /// Closes the window as its owner would.
    ///
    /// # Errors
    /// The driver's own.
    pub fn end(&self) -> Result<()> {
        request(self.driver, "DELETE", &format!("/session/{}", self.id), &Value::Null).map(drop)
    }

    fn post(&self, path: &str, body: &Value) -> Result<Value> {
        request(self.driver, "POST", &format!("/session/{}{path}", self.id), body)
    }

    fn get(&self, path: &str) -> Result<Value> {
        request(self.driver, "GET", &format!("/session/{}{path}", self.id), &Value::Null)
    }
}

/// Whether a driver listens at `port` and could start a window.
#[must_use]
pub fn is_ready(port: u16) -> bool {
    let driver = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    request(driver, "GET", "/status", &Value::Null).is_ok_and(|status| status["ready"] == true)
}

/// One request, one connection; the answer's `value`.
fn request(driver: SocketAddr, method: &str, path: &str, body: &Value) -> Result<Value> {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut stream = TcpStream::connect(driver).context("no driver listens")?;
    stream.set_read_timeout(Some(Duration::from_secs(60)))?;
    write!(
        stream,
        "{method} {path} HTTP/1.1\r\nHost: {driver}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let (status, answer) = answer(&mut stream)?;
    let value = serde_json::from_slice::<Value>(&answer).context("the driver did not answer in JSON")?["value"].take();
    if status != 200 {
        bail!("{method} {path}: {}: {}", value["error"].as_str().unwrap_or("?"), value["message"].as_str().unwrap_or(""));
    }
    Ok(value)
}

/// Status and body. The driver always says how long its body is.
fn answer(stream: &mut TcpStream) -> Result<(u16, Vec<u8>)> {
    let mut read = Vec::new();
    let mut chunk = [0; 65_536];
    loop {
        let head = read.windows(4).position(|four| four == b"\r\n\r\n");
        if let Some(end) = head {
            let text = String::from_utf8_lossy(&read[..end]).into_owned();
            let length = length_of_body(&text)?;
            if read.len() >= end + 4 + length {
                let status = text.split(' ').nth(1).context("no status")?.parse()?;
                return Ok((status, read[end + 4..end + 4 + length].to_vec()));
            }
        }
        let count = stream.read(&mut chunk)?;
        if count == 0 {
            bail!("the driver hung up");
        }
        read.extend_from_slice(&chunk[..count]);
    }
}

fn length_of_body(head: &str) -> Result<usize> {
    let named = head.lines().filter_map(|line| line.split_once(':'));
    let length = named.into_iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    Ok(length.context("the driver named no length")?.1.trim().parse()?)
}
