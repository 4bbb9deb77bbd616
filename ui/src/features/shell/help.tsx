/** F1: all keys, those that work here first. Printed from the one table of actions. */
import { show, useDeeds } from "../../keys";
import { ACTION_IDS, keysOf, type Place, placeOf } from "../../keys/registry";
import { Dialog } from "../../parts/dialog";
import { useText } from "../../text";

const ORDER: Place[] = ["desk", "list", "record", "grid", "today", "import", "settings", "firstrun", "door"];

export function Help(props: { close: () => void }) {
  const t = useText();
  const here = useDeeds();
  const of = (id: Place) => ACTION_IDS.filter((action) => placeOf(action) === id);
  // Where one stands comes first, what works everywhere second, the rest after them.
  const rank = (id: Place) => (id === "desk" ? 1 : of(id).some((action) => here.includes(action)) ? 0 : 2);
  const order = [...ORDER].sort((a, b) => rank(a) - rank(b));
  const place = (id: Place) => (
    <section key={id} className="help-place">
      <h3>{t(`place-${id}`)}</h3>
      <dl>
        {of(id).map((action) => (
          <div key={action} className={here.includes(action) || id === "grid" ? "" : "t3"}>
            <dt>
              {keysOf(action).map((key) => (
                <kbd key={key}>{show(key)}</kbd>
              ))}
            </dt>
            <dd>{t(`action-${action}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
  return (
    <Dialog title={t("help-title")} close={props.close} wide>
      <p className="t2">{t("help-intro")}</p>
      <div className="help">{order.map(place)}</div>
      <h3>{t("help-entry-title")}</h3>
      <ul className="help-entry">
        <li>{t("help-numbers")}</li>
        <li>{t("help-dates")}</li>
        <li>{t("help-search")}</li>
        <li>{t("help-paste")}</li>
        <li>{t("help-saving")}</li>
      </ul>
    </Dialog>
  );
}
