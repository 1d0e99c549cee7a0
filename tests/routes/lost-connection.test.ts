import { expect, test } from "vitest";
import { clientAction } from "#app/routes/app.rules.$id/route.tsx";

const sending = (failsWith: unknown) =>
  clientAction({
    request: new Request("https://app.example/app/rules/new", { method: "post" }),
    params: { id: "new" },
    serverAction: () => Promise.reject(failsWith),
  });

const answered = (status: number) => ({ status, statusText: "", internal: false, data: null });

test.each([
  ["the network is away", new TypeError("Failed to fetch")],
  ["App Bridge gets no session token", new Error("the store gave no token")],
  ["the server fails", answered(503)],
])("what was written stays on the page when %s", async (_title, failure) => {
  expect(await sending(failure)).toEqual({
    kind: "failed",
    why: { message: "frame.unreached" },
  });
});

const refused = (status: number, code: string) => Response.json({ code }, { status });

test.each([
  ["Shopify gives no token for it in time", refused(503, "shopify-away"), "frame.could-not.shopify-away"],
  ["the database is away", refused(503, "database-away"), "frame.could-not.busy"],
  ["it is too large", refused(413, "too-large"), "frame.could-not.too-large"],
  ["whoever stands before the app says that it is away", new Response("<html>", { status: 502 }), "frame.unreached"],
])("what was written stays on the page, which says why, when %s", async (_title, answer, message) => {
  expect(await sending(answer)).toEqual({ kind: "failed", why: { message } });
});

test.each([
  ["a redirect", new Response(null, { status: 302 })],
  ["a page of Shopify's library", answered(410)],
])("%s is still followed", async (_title, answer) => {
  await expect(sending(answer)).rejects.toBe(answer);
});
