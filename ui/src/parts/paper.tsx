/** A paper on the screen: the very bytes that are saved and printed, drawn page by page. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { asFailure, isWindow } from "../backend";
import { core } from "../backend/commands";
import type { Id, Paper } from "../backend/types";
import { t as say, useText } from "../text";
import { FailurePanel } from "./failure";
import { toast } from "./toast";

function bytesOf(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

export function base64Of(buffer: ArrayBuffer): string {
  let binary = "";
  const bytes = new Uint8Array(buffer);
  for (let from = 0; from < bytes.length; from += 0x8000) binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(binary);
}

/** Asks where to and writes; in a browser it is an ordinary download. Answers with the path, or null when given up. */
export async function saveFile(base64: string, file_name: string): Promise<string | null> {
  if (isWindow()) return core.saveAs({ base64, file_name });
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([bytesOf(base64) as BlobPart]));
  link.href = url;
  link.download = file_name;
  link.click();
  URL.revokeObjectURL(url);
  return file_name;
}

export async function savePaper(paper: Paper): Promise<void> {
  const path = await saveFile(paper.base64, paper.file_name);
  if (path) toast(say("paper-saved", { path }));
}

/** Hands the file to the system's printing. */
export async function printPaper(paper: Paper): Promise<void> {
  await core.print({ base64: paper.base64, file_name: paper.file_name });
  toast(say("paper-printed", { name: paper.file_name }));
}

/** An A4 page is so many times as high as it is wide. */
const SHEET = 297 / 210;

async function draw(paper: Paper, box: HTMLElement, width: number, alive: () => boolean, label: (page: number) => string): Promise<void> {
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/legacy/build/pdf.worker.min.mjs", import.meta.url).href;
  const loading = pdfjs.getDocument({ data: bytesOf(paper.base64) });
  const document_ = await loading.promise;
  const pages: HTMLCanvasElement[] = [];
  const scale = window.devicePixelRatio || 1;
  for (let number = 1; number <= Math.min(document_.numPages, 30); number += 1) {
    if (!alive()) break;
    const page = await document_.getPage(number);
    const natural = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (width / natural.width) * scale });
    const canvas = document.createElement("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${width}px`;
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", label(number));
    await page.render({ canvas, viewport }).promise;
    pages.push(canvas);
  }
  await loading.destroy();
  if (alive()) box.replaceChildren(...pages);
}

export function usePaper(id: Id | undefined, rev: number | string) {
  return useQuery({
    queryKey: ["paper", id, rev],
    queryFn: () => core.pdf(id ?? ""),
    enabled: id !== undefined && id !== "",
    retry: false,
    gcTime: 30_000,
  });
}

export function PdfPreview(props: { id: Id; rev: number | string; width: number; title: string }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const paper = usePaper(props.id, props.rev);
  const [drawing, setDrawing] = useState(true);
  const [failed, setFailed] = useState(false);
  const { data } = paper;
  const { width, title } = props;
  useEffect(() => {
    if (!data || !box.current) return;
    let alive = true;
    setFailed(false);
    draw(
      data,
      box.current,
      width,
      () => alive,
      (page) => t("page-of-paper", { title, page, pages: data.pages }),
    )
      .catch(() => alive && setFailed(true))
      .finally(() => alive && setDrawing(false));
    return () => {
      alive = false;
    };
  }, [data, width, title, t]);
  if (paper.error) return <FailurePanel failure={asFailure(paper.error)} />;
  return (
    <div className="paper" aria-busy={drawing}>
      {failed && <p className="danger">{t("paper-not-drawn")}</p>}
      <div ref={box} className="pages" style={failed ? {} : { width, minHeight: Math.round(width * SHEET) }} />
    </div>
  );
}
