// The real core behind a browser: starts the bridge of the tests' package and reads its address.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Starts a bridge; without arguments on a new profile with demonstration data. */
export function startBridge(args = []) {
  const program = process.env.TORGDOM_BRIDGE ?? new URL("../../target/debug/bridge", import.meta.url).pathname;
  const env = { ...process.env, TORGDOM_TODAY: process.env.TORGDOM_TODAY ?? "2026-11-23" };
  const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the bridge ended (${code})`)));
    createInterface({ input: child.stdout }).once("line", (address) => {
      child.removeAllListeners("exit");
      const ended = new Promise((done) => child.once("exit", done));
      const stop = () => {
        child.kill();
        return ended;
      };
      resolve({ address, stop });
    });
  });
}

/** Calls a command of the core. */
export async function call(address, name, args = {}) {
  const reply = await fetch(`${address}/call`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ name, args }) });
  const answer = await reply.json();
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer;
}
