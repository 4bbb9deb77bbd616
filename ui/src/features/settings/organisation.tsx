/** The card of an own organisation: requisites, accounts, signers, and the pictures that are printed. */
import { useQuery } from "@tanstack/react-query";
import { ImagePlus, X } from "lucide-react";
import { useRef } from "react";
import { core } from "../../backend/commands";
import type { RecordView } from "../../backend/types";
import type { ActionId } from "../../keys";
import { useArchive } from "../../parts/archive";
import { ActionButton, Button, IconButton } from "../../parts/button";
import { cardOf } from "../../parts/card";
import { Choice, useOptions } from "../../parts/choice";
import { More } from "../../parts/more";
import { History, ProblemList } from "../../parts/panes";
import { base64Of } from "../../parts/paper";
import { entries, textAt, useAccess } from "../../parts/record";
import { useCurrencies } from "../../parts/tables";
import { attempt } from "../../parts/toast";
import { useText } from "../../text";
import { Accounts, Addresses, Contacts, MoreIds, Reach, Requisites, Signers } from "../party/sections";
import { RecordBar } from "../shell/record-bar";
import { useSession } from "../shell/session";

export const OrganisationCard = cardOf(Card);

function Card(props: { record: RecordView }) {
  const t = useText();
  const session = useSession();
  const { record } = props;
  const archive = useArchive(record);
  const currencies = useCurrencies();
  const languages = useOptions("paper-language", ["ru", "be", "en"]);
  return (
    <>
      <RecordBar record={record} title={textAt(record.body, "/name") || t("organisation-new")} status={record.state}>
        <More items={[archive]} />
      </RecordBar>
      <div className="body paned card" data-place="record">
        <div className="scroll">
          <div className="cols">
            <section>
              <h2>{t("requisites")}</h2>
              <Requisites autoFocus={textAt(record.body, "/name") === ""} />
              <div className="form one wide-labels" data-form="">
                <Reach />
              </div>
            </section>
            <section>
              <h2>{t("organisation-papers")}</h2>
              <div className="form one wide-labels" data-form="">
                <Choice path="/currency" label="field-currency" options={currencies} width={90} />
                <Choice path="/language" label="field-paper-language" options={languages} width={180} />
                <Picture path="/logo" label="field-logo" action="picture-logo" />
                <Picture path="/stamp" label="field-stamp" action="picture-stamp" />
                {entries(record.body, "/signers").map(({ id, value }, place) => (
                  <Picture
                    key={id}
                    path={`/signers/${id}/signature`}
                    label="field-signature"
                    of={textAt(value, "/name")}
                    action={place === 0 ? "picture-signature" : undefined}
                  />
                ))}
              </div>
              <p className="t3 sm pad">{t("pictures-note")}</p>
            </section>
          </div>
          <Accounts own />
          <Signers />
          <Addresses />
          <Contacts />
          <MoreIds />
        </div>
        <aside className="pane" tabIndex={-1} aria-label={t("pane")}>
          <ProblemList problems={record.problems} />
          <History id={record.id} rev={record.rev} today={session.today} />
        </aside>
      </div>
    </>
  );
}

function Picture(props: { path: string; label: string; of?: string; action: ActionId | undefined }) {
  const t = useText();
  const access = useAccess();
  const input = useRef<HTMLInputElement>(null);
  const hash = textAt(access.record.body, props.path);
  const picture = useQuery({
    queryKey: ["blob", hash],
    queryFn: () => core.getBlob(hash),
    enabled: hash !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  const put = async (file: File | undefined) => {
    if (!file) return;
    const blob = await core.putBlob(base64Of(await file.arrayBuffer()), file.type);
    await access.edit([{ path: props.path, value: blob.hash }]);
  };
  const name = `${t(props.label)}${props.of ? `, ${props.of}` : ""}`;
  const choose = () => input.current?.click();
  const words = (
    <>
      {t(hash ? "picture-change" : "picture-choose")}
      <span className="vh">: {name}</span>
    </>
  );
  return (
    <div className="f picture">
      <span className="lb" title={name}>
        {name}
      </span>
      <div className="v">
        {picture.data && <img src={`data:${picture.data.media_type};base64,${picture.data.base64}`} alt={name} />}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg"
          className="vh"
          tabIndex={-1}
          aria-label={name}
          onChange={(event) => {
            attempt(put(event.target.files?.[0]));
            event.target.value = "";
          }}
        />
        {props.action ? (
          <ActionButton action={props.action} small icon={ImagePlus} run={choose}>
            {words}
          </ActionButton>
        ) : (
          // One key chooses one picture: that of the first signer.
          <Button small icon={ImagePlus} onPress={choose}>
            {words}
          </Button>
        )}
        {hash && (
          <IconButton
            small
            icon={X}
            name={`${t("picture-remove")}: ${name}`}
            onPress={() => attempt(access.edit([{ path: props.path, value: "" }]))}
          />
        )}
      </div>
    </div>
  );
}
