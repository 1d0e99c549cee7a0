import type { IncomingMessage } from "node:http";
import { redirect } from "../web/http.ts";
import { ADMIN_LANGUAGES } from "./admin-languages.ts";
import type { FrameAnswer } from "./frame-request.ts";

const COOKIE = "admin_language";

/** The tag that Shopify hands the app as `locale`: it belongs to who is signed in, so it stays in their browser. */
export function adminLanguageIn({ headers }: IncomingMessage): string {
  const kept = new RegExp(`(?:^|; )${COOKIE}=([^;]*)`).exec(headers.cookie ?? "")?.[1];
  return ADMIN_LANGUAGES.find(({ tag }) => tag === kept)?.tag ?? "en-GB";
}

/** POST /account/language?tag=fr, then the page it was chosen on. */
export const answerAccount: FrameAnswer = ({ path, query, request, response, place }) => {
  if (request.method !== "POST" || path[1] !== "language") return false;
  const chosen = ADMIN_LANGUAGES.find(({ tag }) => tag === query.get("tag"));
  if (chosen) response.setHeader("Set-Cookie", `${COOKIE}=${chosen.tag}; Path=/; SameSite=Lax; Max-Age=31536000`);
  const { referer = "" } = request.headers;
  const from = URL.canParse(referer) ? new URL(referer) : undefined;
  redirect(response, from?.pathname.startsWith(place.base) ? from.pathname + from.search : place.base);
  return true;
};
