import type { RemoteMutationRecord } from "@remote-dom/core";
import type { FetchAnswered, FetchAsked } from "../shared/fetch-answers.ts";
import type { FetchRoute } from "../shared/fetch-routes.ts";
import type { Settled } from "../shared/settled.ts";
import type { TargetRules } from "./published.ts";

/** What the worker is told before anything else. */
export interface Beginning {
  readonly source: string;
  readonly target: string;
  readonly rules: TargetRules;
  readonly values: Readonly<Record<string, unknown>>;
  readonly translations: { readonly locale: string; readonly strings: Readonly<Record<string, unknown>> };
  readonly capabilities: { readonly network_access: boolean; readonly api_access: boolean };
  readonly routes: readonly FetchRoute[];
  /** The page answers what is fetched, in the place of the network. */
  readonly isAnsweredInPage: boolean;
}

/** What the page may ask of the worker. */
export interface WorkerCalls {
  /** Evaluates the bundle as it is. Once per worker, before anything else. */
  load(beginning: Beginning): Promise<Settled>;
  /** Calls what the bundle registered for the target. */
  run(): Promise<Settled>;
  update(values: Readonly<Record<string, unknown>>): Promise<void>;
}

/** What the worker may ask of the page. */
export interface PageCalls {
  mutate(records: readonly RemoteMutationRecord[]): Promise<void>;
  /** A method of an element, "hideOverlay". */
  callMethod(id: string, method: string, given: readonly unknown[]): Promise<void>;
  /** What the extension fetches, where the page answers it. */
  answerFetch(asked: FetchAsked): Promise<FetchAnswered>;
  /** A call of the `shopify` API by its path. */
  callApi(path: string, given: readonly unknown[]): Promise<Settled>;
  /** An error of the extension that nobody caught. */
  report(message: string): Promise<void>;
  /** Something that Shopify's target does not have; told once, however often it is used. */
  reportUnknown(message: string): Promise<void>;
}

/** What an event carries from the page: the element's props that the shopper changed, to be set before it is heard. */
export interface EventState {
  readonly state?: Readonly<Record<string, unknown>>;
}
