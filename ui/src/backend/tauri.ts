/** The door of the real window: one command `call`, one event `desk`. */
import { invoke } from "@tauri-apps/api/core";
import { listen as hearEvent } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import type { DeskEvent } from "./types";

export const tauri = {
  call(name: string, args: unknown): Promise<unknown> {
    return invoke("call", { name, args });
  },
  listen(hear: (event: DeskEvent) => void): () => void {
    const stop = hearEvent<DeskEvent>("desk", (event) => hear(event.payload));
    return () => void stop.then((end) => end());
  },
  zoom(factor: number): Promise<void> {
    return getCurrentWebview().setZoom(factor);
  },
};
