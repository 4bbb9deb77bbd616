/**
 * The facade's shapes against those that Rust generates: a field that the screens read and the core no longer sends is an
 * error of the type checker here. (The facade narrows strings to unions, so whole types cannot be compared.)
 */
import type { ChainStep } from "../generated/ChainStep";
import type { DeadlineRow } from "../generated/DeadlineRow";
import type { Derived } from "../generated/Derived";
import type { Entered } from "../generated/Entered";
import type { Failure } from "../generated/Failure";
import type { ImportView } from "../generated/ImportView";
import type { LineView } from "../generated/LineView";
import type { Listing } from "../generated/Listing";
import type { ListPage } from "../generated/ListPage";
import type { ListRow } from "../generated/ListRow";
import type { PaperView } from "../generated/PaperView";
import type { Pasted } from "../generated/Pasted";
import type { PlanView } from "../generated/PlanView";
import type { PriceListRow } from "../generated/PriceListRow";
import type { RecordView } from "../generated/RecordView";
import type { StartState } from "../generated/StartState";
import type { TodayView } from "../generated/TodayView";
import type * as T from "./types";

/** `true` when the core's shape has every field of ours, otherwise the names of those it lacks. */
type Has<Core, Ours> = [Exclude<keyof Ours, keyof Core>] extends [never] ? true : Exclude<keyof Ours, keyof Core>;

type Agreed = [
  Has<ChainStep, T.ChainStep>,
  Has<DeadlineRow, T.TodayRow>,
  Has<Derived, T.Derived>,
  Has<Entered, T.Entered>,
  Has<Failure, T.Failure>,
  Has<ImportView, T.ImportView>,
  Has<LineView, T.LineView>,
  Has<ListPage, T.ListPage>,
  Has<ListRow, T.ListRow>,
  Has<Listing, T.ListQuery>,
  Has<PaperView, T.Paper>,
  Has<Pasted, T.PasteReport>,
  Has<PlanView, T.PlanView>,
  Has<PriceListRow, T.PriceRow>,
  Has<RecordView, T.RecordView>,
  Has<StartState, T.StartState>,
  Has<TodayView, T.Today>,
];

type AllTrue<List extends unknown[]> = List extends [infer Head, ...infer Rest] ? ([Head] extends [true] ? AllTrue<Rest> : Head) : true;

export const agreed: AllTrue<Agreed> = true;
