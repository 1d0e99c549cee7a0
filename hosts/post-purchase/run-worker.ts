import { createEndpoint, type Endpoint } from "@remote-ui/rpc";
import type { FetchRoute } from "../shared/fetch-routes.ts";
import { answerOf } from "../shared/settled.ts";
import type { PageCalls, WorkerCalls } from "./wire.ts";

/** The worker's program as text; whoever bundles the host fills it in (see build.ts). */
declare const POST_PURCHASE_WORKER: string;

export interface RunningWorker {
  readonly call: Endpoint<WorkerCalls>["call"];
  /** The worker ends at once, whatever it is doing. */
  end(): void;
}

/** A fresh worker with the bundle loaded in it. Rejects when the bundle throws while it loads. */
export async function runWorker(
  source: string,
  routes: readonly FetchRoute[],
  answers: Partial<PageCalls>,
): Promise<RunningWorker> {
  const worker = new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(POST_PURCHASE_WORKER)}`);
  const endpoint = createEndpoint<WorkerCalls>(worker);
  endpoint.expose({ ...answers });
  const running = { call: endpoint.call, end: () => endpoint.terminate() };
  try {
    answerOf(await endpoint.call.load(source, routes, answers.answerFetch !== undefined));
    return running;
  } catch (cause) {
    running.end();
    throw cause;
  }
}
