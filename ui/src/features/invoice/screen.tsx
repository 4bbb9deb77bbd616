/** An invoice: a draft that is typed into, or the issued paper that never changes. */
import type { Id } from "../../backend/types";
import { FailurePanel } from "../../parts/failure";
import { RecordProvider, useRecord } from "../../parts/record";
import { InvoiceDraft } from "./draft";
import { IssuedInvoice } from "./issued";

export function InvoiceScreen(props: { id: Id }) {
  const { record, failure } = useRecord(props.id);
  if (failure) return <FailurePanel failure={failure} />;
  if (!record) return null;
  return (
    <RecordProvider record={record}>
      {record.state === "draft" ? <InvoiceDraft record={record} /> : <IssuedInvoice record={record} />}
    </RecordProvider>
  );
}
