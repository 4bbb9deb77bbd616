/**
 * The one door to the core: `call` sends a command, `listen` hears what changed. In the window it is Tauri's bridge,
 * in a browser the loopback bridge of the tests. Knows no command by name: see `commands.ts`.
 */
import type { DeskEvent, Failure } from "./types";

/** A refusal with its code; the sentence is found in the catalogue. */
export class Refused extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

interface Transport {
  call(name: string, args: unknown): Promise<unknown>;
  listen(hear: (event: DeskEvent) => void): () => void;
  /** Everything in the window so many times as large. */
  zoom?(factor: number): Promise<void>;
}

function inWindow(): boolean {
  return typeof window !== "undefined" && "__TAURI_INTERNALS__" in window;
}

let transport: Promise<Transport> | null = null;

function open(): Promise<Transport> {
  transport ??= inWindow() ? import("./tauri").then((door) => door.tauri) : import("./http").then((door) => door.http);
  return transport;
}

/** For tests: another core behind the same door. */
export function replaceTransport(other: Transport): void {
  transport = Promise.resolve(other);
}

/** @throws {Refused} when the core refuses or cannot be reached. */
export async function call<Answer>(name: string, args: unknown = {}): Promise<Answer> {
  const door = await open();
  try {
    return (await door.call(name, args)) as Answer;
  } catch (error) {
    throw new Refused(asFailure(error));
  }
}

export function listen(hear: (event: DeskEvent) => void): () => void {
  let stop = () => {};
  let stopped = false;
  void open().then((door) => {
    if (!stopped) stop = door.listen(hear);
  });
  return () => {
    stopped = true;
    stop();
  };
}

/** Makes everything in the window so many per cent of its usual size. */
export async function zoomTo(percent: number): Promise<void> {
  await (await open()).zoom?.(percent / 100);
}

export function asFailure(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  if (typeof error === "object" && error !== null && "code" in error && typeof error.code === "string") {
    const failure = error as Partial<Failure> & { code: string };
    return { code: failure.code, params: failure.params ?? {}, problems: failure.problems ?? [] };
  }
  return { code: "unreachable", params: {}, problems: [] };
}

export const isWindow = inWindow;
