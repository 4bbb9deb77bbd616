/** The frame of every card: the record is fetched, a failure is said, and what stands inside edits this record. */
import type { ReactNode } from "react";
import type { Id, RecordView } from "../backend/types";
import { FailurePanel } from "./failure";
import { RecordProvider, useRecord } from "./record";

export function cardOf(Card: (props: { record: RecordView }) => ReactNode) {
  return function RecordCard(props: { id: Id }) {
    const { record, failure } = useRecord(props.id);
    if (failure) return <FailurePanel failure={failure} />;
    if (!record) return null;
    return (
      <RecordProvider record={record}>
        <Card record={record} />
      </RecordProvider>
    );
  };
}
