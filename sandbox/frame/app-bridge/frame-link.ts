import type { AppNews, FrameNews, FromApp, FromFrame, Questions } from "../messages.ts";

export interface FrameLink {
  ask<Name extends keyof Questions>(name: Name, payload: Questions[Name]["ask"]): Promise<Questions[Name]["answer"]>;
  tell<Name extends keyof AppNews>(name: Name, payload: AppNews[Name]): void;
  onNews<Name extends keyof FrameNews>(name: Name, heard: (payload: FrameNews[Name]) => void): void;
}

/** Talks with the page around this one, and with that origin only. Outside a frame every question stays unanswered. */
export function linkToFrame(frameOrigin: string): FrameLink {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(reason: Error): void }>();
  const listeners: { name: keyof FrameNews; heard: (payload: never) => void }[] = [];
  let asked = 0;

  addEventListener("message", ({ source, origin, data }: MessageEvent<FromFrame>) => {
    if (source !== parent || origin !== frameOrigin || typeof data?.encore !== "string") return;
    if (data.encore === "tell") {
      for (const { name, heard } of listeners) if (name === data.name) heard(data.payload as never);
      return;
    }
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.encore === "answer") question?.resolve(data.value);
    else question?.reject(new Error(data.reason));
  });

  const post = (message: FromApp) => {
    if (parent !== window) parent.postMessage(message, frameOrigin);
  };

  return {
    ask: (name, payload) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject });
        post({ encore: "ask", id: asked, name, payload });
      }),
    tell: (name, payload) => post({ encore: "tell", name, payload }),
    onNews: (name, heard) => {
      listeners.push({ name, heard });
    },
  };
}
