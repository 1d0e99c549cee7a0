import type { AppNews, FrameNews, FromApp, FromFrame, Questions } from "../messages.ts";

export interface AppLink {
  answer<Name extends keyof Questions>(
    name: Name,
    reply: (ask: Questions[Name]["ask"]) => Promise<Questions[Name]["answer"]>,
  ): void;
  onNews<Name extends keyof AppNews>(name: Name, heard: (news: AppNews[Name]) => void): void;
  tell<Name extends keyof FrameNews>(name: Name, news: FrameNews[Name]): void;
}

/**
 * Makes the app's iframe and listens to it and to its origin only. The iframe is made by script because a browser would
 * give one that stands in the page its old address at a reload, with a session token that has run out.
 */
export function linkToApp(address: string, place: HTMLElement): AppLink {
  const appOrigin = new URL(address).origin;
  const iframe = document.createElement("iframe");
  iframe.title = "App";
  iframe.name = "app-iframe";
  iframe.allow = "clipboard-write";
  const replies = new Map<string, (ask: never) => Promise<unknown>>();
  const listeners = new Map<string, (news: never) => void>();
  const post = (message: FromFrame) => iframe.contentWindow?.postMessage(message, appOrigin);

  addEventListener("message", async ({ source, origin, data }: MessageEvent<FromApp>) => {
    if (source !== iframe.contentWindow || origin !== appOrigin || typeof data?.encore !== "string") return;
    if (data.encore === "tell") {
      listeners.get(data.name)?.(data.payload as never);
      return;
    }
    try {
      const reply = replies.get(data.name);
      if (!reply) throw new Error(`the frame does not know ${data.name}`);
      post({ encore: "answer", id: data.id, value: await reply(data.payload as never) });
    } catch (error) {
      post({ encore: "refuse", id: data.id, reason: error instanceof Error ? error.message : String(error) });
    }
  });

  // Listeners are added by the caller in the same turn; the first message can only come later.
  iframe.src = address;
  place.replaceChildren(iframe);

  return {
    answer: (name, reply) => {
      replies.set(name, reply);
    },
    onNews: (name, heard) => {
      listeners.set(name, heard);
    },
    tell: (name, payload) => post({ encore: "tell", name, payload }),
  };
}
