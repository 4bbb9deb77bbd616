/** The list of one kind of records as a screen: its words, its «nothing yet», what is made by Insert, its pane. */
import { Import, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Kind, ListRow } from "../../backend/types";
import { Button } from "../../parts/button";
import { ListView } from "../../parts/list/view";
import { go } from "../../parts/route";
import { useText } from "../../text";
import { useSession } from "./session";

/** Ids of sentences. */
interface Words {
  add: string;
  empty: string;
  advice: string;
}

export interface RecordListProps {
  kind: Kind;
  icon: LucideIcon;
  words: Words;
  add: () => void;
  /** Can be brought from a file. */
  imported?: boolean;
  pane?: (row: ListRow, close: () => void) => ReactNode;
  markedActions?: (ids: string[]) => ReactNode;
  basis?: unknown;
}

export function RecordList(props: RecordListProps) {
  const t = useText();
  const session = useSession();
  return (
    <ListView
      kind={props.kind}
      title={t(`section-${props.kind.replace("_", "-")}`)}
      today={session.today}
      organisation={session.organisation}
      organisations={session.start.organisations}
      onNew={props.add}
      newText={t(props.words.add)}
      pane={props.pane}
      markedActions={props.markedActions}
      basis={props.basis}
      empty={
        <div className="empty">
          <h2>{t(props.words.empty)}</h2>
          <p>{t(props.words.advice)}</p>
          <span className="row">
            <Button main icon={props.icon} onPress={props.add}>
              {t(props.words.add)}
            </Button>
            {props.imported && (
              <Button icon={Import} onPress={() => go("/import")}>
                {t("import-some")}
              </Button>
            )}
          </span>
        </div>
      }
    />
  );
}
