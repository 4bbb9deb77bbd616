/** The door of the loopback bridge that tests and screenshots use: the same commands over HTTP. */
import type { DeskEvent, Failure } from "./types";

const unreachable: Failure = { code: "unreachable", params: {}, problems: [] };

async function call(name: string, args: unknown): Promise<unknown> {
  let reply: Response;
  try {
    reply = await fetch("/call", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name, args }) });
  } catch {
    throw unreachable;
  }
  const text = await reply.text();
  let answer: unknown = null;
  try {
    answer = text === "" ? null : JSON.parse(text);
  } catch {
    throw unreachable;
  }
  if (!reply.ok) throw answer ?? unreachable;
  return answer;
}

function listen(hear: (event: DeskEvent) => void): () => void {
  if (typeof EventSource === "undefined") return () => {};
  const source = new EventSource("/events");
  source.onmessage = (message) => {
    try {
      hear(JSON.parse(String(message.data)) as DeskEvent);
    } catch {
      // A line that is no event says nothing about records: the next one will.
    }
  };
  return () => source.close();
}

async function zoom(factor: number): Promise<void> {
  document.documentElement.style.setProperty("zoom", factor === 1 ? "" : String(factor));
}

export const http = { call, listen, zoom };
