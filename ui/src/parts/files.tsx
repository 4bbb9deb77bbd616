/** Files attached to a record: dropped onto it, chosen, opened, taken off. */
import { useQueryClient } from "@tanstack/react-query";
import { FileText, Paperclip, Trash2 } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { core } from "../backend/commands";
import { useText } from "../text";
import { size } from "../text/format";
import { ActionButton, IconButton } from "./button";
import { Icon } from "./icons";
import { base64Of, saveFile } from "./paper";
import { entries, keep, textAt, useAccess } from "./record";
import { attempt } from "./toast";

export function useAttach(): (files: FileList | File[]) => void {
  const { record } = useAccess();
  const client = useQueryClient();
  return (files) =>
    attempt(
      (async () => {
        for (const file of files) keep(await core.attach(record.id, { base64: base64Of(await file.arrayBuffer()), name: file.name }));
        await client.invalidateQueries({ queryKey: ["history", record.id] });
      })(),
    );
}

/** The whole record takes dropped files. */
export function DropArea(props: { children: ReactNode; className: string }) {
  const t = useText();
  const attach = useAttach();
  const [over, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    <div
      className={props.className}
      data-place="record"
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        attach(event.dataTransfer.files);
      }}
    >
      {props.children}
      {over && <div className="drop">{t("drop-here")}</div>}
    </div>
  );
}

export function Files() {
  const t = useText();
  const { record } = useAccess();
  const attach = useAttach();
  const input = useRef<HTMLInputElement>(null);
  const list = entries(record.body, "/files");
  const open = async (blob: string, name: string) => saveFile((await core.getBlob(blob)).base64, name);
  return (
    <section aria-label={t("files")}>
      <h2>
        {t("files")} {list.length > 0 && <span className="cnt">{list.length}</span>}
      </h2>
      <ul className="files">
        {list.map(({ id, value }) => {
          const bytes = size(Number(textAt(value, "/size")) || 0);
          const name = textAt(value, "/name");
          return (
            <li key={id} className="row">
              <button type="button" className="link el" onClick={() => attempt(open(textAt(value, "/blob"), name))} title={name}>
                <Icon of={FileText} small />
                <span className="el">{name}</span>
              </button>
              <span className="t3 sm end nw">{t("file-size", { value: bytes.value, unit: bytes.unit })}</span>
              <IconButton
                small
                icon={Trash2}
                name={t("file-remove", { name })}
                onPress={() => attempt(core.detach(record.id, id).then(keep))}
              />
            </li>
          );
        })}
      </ul>
      <input
        ref={input}
        type="file"
        multiple
        className="vh"
        tabIndex={-1}
        aria-label={t("action-attach")}
        onChange={(event) => {
          if (event.target.files) attach([...event.target.files]);
          event.target.value = "";
        }}
      />
      <ActionButton action="attach" small icon={Paperclip} run={() => input.current?.click()} />
      <p className="t3 sm">{t("files-note")}</p>
    </section>
  );
}
