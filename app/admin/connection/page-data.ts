import { type Outage, outageToldBy } from "../outage.ts";
import { tellLost } from "./lost.ts";

/** What stands on the screen: the data of each of its routes. */
export interface Standing {
  /** Path and query. */
  readonly address: string;
  readonly data: ReadonlyMap<string, unknown>;
}

/** Longer than the app itself tries anything for a merchant: past it nobody answers. */
const ANSWER_WITHIN_MS = 20_000;
/** The app says that something is away; or whoever stands before it, that the app is. */
const AWAY = [502, 503, 504];

let standing: Standing | undefined;
let isKept = false;

export function tellStanding(what: Standing): void {
  standing = what;
}

/** While it is kept, what stands is not asked for anew. */
export function keepStanding(kept: boolean): void {
  isKept = kept;
}

/**
 * `fetch` for the router: where the data of a page does not come, the router would put an error in the place of all that
 * stands on the screen, and of what was written there. So the data that stands is given again instead, and a page that was
 * to be opened stays on its way until the frame calls it off; either is told by `tellLost`. Everything else is fetched as
 * ever: the router asks for data by `GET` and `_data`, https://v2.remix.run/docs/guides/data-loading.
 */
export function keepingTheScreen(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const url = typeof input === "string" ? new URL(input, location.href) : undefined;
    const route = url?.searchParams.get("_data");
    if (!url || !route || (init?.method ?? "GET") !== "GET") return fetch(input, init);

    const isHere = standing !== undefined && dataAddress(standing.address, route) === url.href;
    const again = () => Response.json(standing?.data.get(route) ?? null);
    const mayStay = isHere && standing?.data.has(route);
    if (isKept && mayStay) return again();

    const answer = await answerOf(fetch(input, init), init?.signal);
    if (answer instanceof Response) {
      tellLost(undefined);
      return answer;
    }
    if (mayStay) {
      tellLost({ kind: answer.kind });
      return again();
    }
    if (isHere || !standing) return answer.response ?? Promise.reject(new TypeError("Failed to fetch"));
    url.searchParams.delete("_data");
    tellLost({ kind: answer.kind, to: url.pathname + url.search, isUnderWay: true });
    return calledOff(init?.signal);
  };
}

async function answerOf(
  asked: Promise<Response>,
  signal: AbortSignal | null | undefined,
): Promise<Response | (Outage & { readonly response?: Response })> {
  try {
    const response = await inTime(asked);
    if (!AWAY.includes(response.status)) return response;
    const told = outageToldBy(
      await response
        .clone()
        .json()
        .catch(() => undefined),
    );
    return { kind: told?.kind ?? "unreached", response };
  } catch (error) {
    if (signal?.aborted) throw error;
    return { kind: "unreached" };
  }
}

function inTime(asked: Promise<Response>): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError("Failed to fetch")), ANSWER_WITHIN_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

function calledOff(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));
}

/** As the router writes it. */
function dataAddress(address: string, route: string): string {
  const url = new URL(address, location.href);
  url.searchParams.set("_data", route);
  return url.href;
}
