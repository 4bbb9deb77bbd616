/** The dry run: what would be made, what is here already, and what is wrong, by row and column. */
import { CircleAlert, TriangleAlert } from "lucide-react";
import type { PlanView } from "../../backend/types";
import { Icon } from "../../parts/icons";
import { pathOf } from "../../parts/route";
import { problemText, useText } from "../../text";

export function Plan(props: { plan: PlanView }) {
  const t = useText();
  const { plan } = props;
  const fact = (id: string, count: number) => (
    <div>
      <dt>{t(id)}</dt>
      <dd>{t("count", { count })}</dd>
    </div>
  );
  return (
    <>
      <dl className="plan-facts">
        {fact("plan-rows", plan.rows)}
        {fact("plan-create", plan.create)}
        {fact("plan-update", plan.update)}
        {fact("plan-same", plan.same)}
        {fact("plan-refused", plan.refused)}
      </dl>
      {plan.duplicates.length > 0 && <Twins plan={plan} />}
      {plan.problems.length > 0 && <Troubles plan={plan} />}
      {plan.problems.length === 0 && plan.duplicates.length === 0 && <p className="ok pad">{t("plan-clean")}</p>}
    </>
  );
}

/** Rows that are here already, or twice in the file. */
function Twins(props: { plan: PlanView }) {
  const t = useText();
  const { plan } = props;
  return (
    <section className="entries" aria-label={t("plan-duplicates")}>
      <h2>
        {t("plan-duplicates")} <span className="cnt">{plan.duplicates.length}</span>
      </h2>
      <table>
        <tbody>
          {plan.duplicates.slice(0, 200).map((twin) => (
            <tr key={twin.row}>
              <td style={{ width: 90 }} className="t3">
                {t("plan-row", { row: twin.row })}
              </td>
              <td className="m">{twin.name}</td>
              <td className="t2">{twin.tax_id}</td>
              <td>
                {twin.existing ? (
                  <a className="row-link" href={`#${pathOf("counterparty", twin.existing)}`}>
                    {t("plan-exists", { name: twin.existing_name })}
                  </a>
                ) : (
                  t("plan-twin-row", { row: twin.existing_name })
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is wrong, by row and column. */
function Troubles(props: { plan: PlanView }) {
  const t = useText();
  const { plan } = props;
  return (
    <section className="entries" aria-label={t("plan-problems")}>
      <h2>
        {t("plan-problems")} <span className="cnt">{plan.problem_count}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col" style={{ width: 90 }}>
              {t("plan-row-head")}
            </th>
            <th scope="col" style={{ width: 180 }}>
              {t("import-column")}
            </th>
            <th scope="col" style={{ width: 220 }}>
              {t("plan-value")}
            </th>
            <th scope="col">{t("plan-what")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.problems.slice(0, 1000).map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row may have the same trouble twice
            <tr key={index}>
              <td>{problem.row}</td>
              <td>{problem.column}</td>
              <td className="t2" title={problem.text}>
                {problem.text || t("paste-empty")}
              </td>
              <td className={problem.problem.level === "warns" ? "warn" : "danger"}>
                <span className="st">
                  <Icon of={problem.problem.level === "warns" ? TriangleAlert : CircleAlert} small />
                  {problemText(problem.problem)}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
