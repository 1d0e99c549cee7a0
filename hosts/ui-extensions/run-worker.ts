import { ThreadWebWorker } from "@quilted/threads";
import { answerOf } from "../shared/settled.ts";
import type { Beginning, PageCalls, WorkerCalls } from "./wire.ts";

/** The worker's program as text; whoever bundles the host fills it in (see build.ts). */
declare const UI_EXTENSION_WORKER: string;

export interface RunningWorker {
  /** Calls the extension; rejects with what it throws. */
  run(): Promise<void>;
  update(values: Readonly<Record<string, unknown>>): void;
  /** The worker ends at once, whatever it is doing. */
  end(): void;
}

/** A fresh worker with the bundle loaded in it. Rejects when the bundle throws while it loads. */
export async function runWorker(beginning: Beginning, answers: PageCalls): Promise<RunningWorker> {
  const worker = new Worker(`data:text/javascript;charset=utf-8,${encodeURIComponent(UI_EXTENSION_WORKER)}`);
  const thread = new ThreadWebWorker<WorkerCalls, PageCalls>(worker, { exports: answers });
  const running: RunningWorker = {
    run: async () => void answerOf(await thread.imports.run()),
    // What is under way as the worker ends is told nobody: the library rejects it, and then nobody waits for it.
    update: (values) => void thread.imports.update(values).catch(() => undefined),
    end() {
      thread.close();
      worker.terminate();
    },
  };
  try {
    answerOf(await thread.imports.load(beginning));
    return running;
  } catch (cause) {
    running.end();
    throw cause;
  }
}
