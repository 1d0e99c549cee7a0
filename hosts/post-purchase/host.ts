import { createRemoteReceiver } from "@remote-ui/core";
import type { AnswerFetch } from "../shared/fetch-answers.ts";
import type { FetchRoute } from "../shared/fetch-routes.ts";
import { answerOf, messageOf, settle } from "../shared/settled.ts";
import { checkedChannel } from "./check-components.ts";
import { drawTree } from "./page/draw-tree.tsx";
import { type RunningWorker, runWorker } from "./run-worker.ts";
import type { InputData } from "./wire.ts";

export type { AnswerFetch } from "../shared/fetch-answers.ts";
export type { FetchRoute } from "../shared/fetch-routes.ts";
export type { InputData } from "./wire.ts";

export interface ShouldRenderAsk {
  /** The bundle, byte for byte as it is deployed. */
  readonly source: string;
  readonly inputData: InputData;
  /** From the call of the extension, its bundle loaded, to its answer. */
  readonly budgetMs: number;
  readonly routes?: readonly FetchRoute[];
  /** Answers what the extension fetches, in the place of the network. */
  readonly answerFetch?: AnswerFetch;
}

export interface ShouldRenderAnswer {
  readonly render: boolean;
  /** What the extension last gave to `storage.update`, as JSON would keep it; undefined when it gave nothing. */
  readonly storage: unknown;
  readonly tookMs: number;
  /** Only where the answer isn't the extension's own. */
  readonly why?: "timeout" | "error";
  readonly message?: string;
}

/** Asks the bundle's ShouldRender in a context of its own. Never rejects: an error or a late answer is `render: false`. */
export async function runShouldRender(ask: ShouldRenderAsk): Promise<ShouldRenderAnswer> {
  let storage: unknown;
  let started = performance.now();
  let worker: RunningWorker | undefined;
  let clock: ReturnType<typeof setTimeout> | undefined;
  const took = () => Math.round(performance.now() - started);
  try {
    worker = await runWorker(ask.source, ask.routes ?? [], {
      ...(ask.answerFetch && { answerFetch: ask.answerFetch }),
      updateStorage: (data) =>
        settle(() => {
          storage = asJson(data);
        }),
      report: async () => undefined,
    });
    started = performance.now();
    const late = new Promise<"late">((resolve) => {
      clock = setTimeout(() => resolve("late"), ask.budgetMs);
    });
    const settled = await Promise.race([worker.call.shouldRender(ask.inputData), late]);
    if (settled === "late") return { render: false, storage: undefined, tookMs: took(), why: "timeout" };
    const answer = answerOf(settled) as { render?: unknown } | undefined;
    if (typeof answer?.render !== "boolean") throw new Error("ShouldRender answered no {render: boolean}");
    return { render: answer.render, storage, tookMs: took() };
  } catch (cause) {
    return { render: false, storage: undefined, tookMs: took(), why: "error", message: messageOf(cause) };
  } finally {
    clearTimeout(clock);
    worker?.end();
  }
}

export interface RenderAsk {
  readonly source: string;
  readonly inputData: InputData;
  /** What `runShouldRender` answered as `storage`. */
  readonly storage: unknown;
  readonly routes?: readonly FetchRoute[];
  /** Answers what the extension fetches, in the place of the network. */
  readonly answerFetch?: AnswerFetch;
  /** The store's answers; a rejection reaches the extension as one. */
  calculateChangeset(changeset: unknown): Promise<unknown>;
  applyChangeset(changeset: string, options: unknown): Promise<unknown>;
  /** The extension is finished: the shopper goes on to the thank-you page. */
  onDone(): void;
  /** Uncaught errors of the extension, and components or props that Shopify does not have. Also written to the console. */
  onError?(message: string): void;
  onStorage?(data: unknown): void;
}

/** Runs the bundle's Render in a context of its own and draws into `container`, isolated from the page's styles. */
export function mountRender(container: HTMLElement, ask: RenderAsk): { unmount(): void } {
  let worker: RunningWorker | undefined;
  let unmounted = false;
  const receiver = createRemoteReceiver();
  const tree = drawTree(container, receiver);
  const report = (message: string) => {
    if (unmounted) return;
    console.error(`Post-purchase extension: ${message}`);
    ask.onError?.(message);
  };

  const start = async () => {
    worker = await runWorker(ask.source, ask.routes ?? [], {
      ...(ask.answerFetch && { answerFetch: ask.answerFetch }),
      draw: checkedChannel(receiver, report),
      calculateChangeset: (changeset) => settle(() => ask.calculateChangeset(changeset)),
      applyChangeset: (changeset, options) =>
        settle(() => {
          if (typeof changeset !== "string") throw new Error("applyChangeset takes a signed token only");
          return ask.applyChangeset(changeset, options);
        }),
      updateStorage: (data) => settle(() => ask.onStorage?.(asJson(data))),
      done: () => settle(() => ask.onDone()),
      report: async (message) => report(message),
    });
    if (unmounted) worker.end();
    else answerOf(await worker.call.render(ask.inputData, ask.storage));
  };
  start().catch((cause) => report(messageOf(cause)));

  return {
    unmount() {
      unmounted = true;
      worker?.end();
      tree.remove();
    },
  };
}

function asJson(data: unknown): unknown {
  return data === undefined ? undefined : JSON.parse(JSON.stringify(data));
}
