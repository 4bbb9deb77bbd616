/** The goods and services that are traded. */
import { Package } from "lucide-react";
import { core } from "../../backend/commands";
import { openNew } from "../../parts/record";
import { useTable } from "../../parts/tables";
import { attempt } from "../../parts/toast";
import { RecordList } from "../shell/record-list";
import { GoodBeside } from "./beside";

export function Goods() {
  // The rows show the signs of the units and the names of the countries.
  const units = useTable("units");
  const countries = useTable("countries");
  const add = () => attempt(core.create("good", { unit: "796", vat: "base" }).then(openNew));
  return (
    <RecordList
      kind="good"
      words={{ add: "good-new", empty: "goods-empty", advice: "goods-empty-text" }}
      icon={Package}
      add={add}
      imported
      basis={units.length + countries.length}
      pane={(row, close) => <GoodBeside row={row} close={close} />}
    />
  );
}
