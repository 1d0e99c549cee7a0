import type { RemoteChannel } from "@remote-ui/core";
import type { FetchAnswered, FetchAsked } from "../shared/fetch-answers.ts";
import type { FetchRoute } from "../shared/fetch-routes.ts";
import type { Settled } from "../shared/settled.ts";

export const SHOULD_RENDER = "Checkout::PostPurchase::ShouldRender";
export const RENDER = "Checkout::PostPurchase::Render";

/** What the two extension points are given as `inputData`; the host passes it on and reads the locale only. */
export interface InputData {
  readonly locale: string;
}

/** What the page may ask of the worker. */
export interface WorkerCalls {
  /** Evaluates the bundle as it is. Once per worker, before anything else. */
  load(source: string, routes: readonly FetchRoute[], isAnsweredInPage: boolean): Promise<Settled>;
  shouldRender(inputData: InputData): Promise<Settled>;
  render(inputData: InputData, initialData: unknown): Promise<Settled>;
}

/** What the worker may ask of the page. */
export interface PageCalls {
  draw: RemoteChannel;
  /** What the extension fetches, where the page answers it. */
  answerFetch(asked: FetchAsked): Promise<FetchAnswered>;
  calculateChangeset(changeset: unknown): Promise<Settled>;
  applyChangeset(changeset: unknown, options: unknown): Promise<Settled>;
  updateStorage(data: unknown): Promise<Settled>;
  done(): Promise<Settled>;
  /** An error of the extension that nobody caught. */
  report(message: string): Promise<void>;
}
