import type { LoaderFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { handleError } from "#app/entry.server.tsx";
import { loader as noPage } from "#app/routes/app.$.tsx";

/** What the log was told when a page of this address ended in this. */
function logged(thrown: unknown, { left = false } = {}): unknown[] {
  const lines: unknown[] = [];
  const visit = new AbortController();
  if (left) visit.abort();
  const request = new Request("https://encore.example.com/app/rules?id_token=secret", { signal: visit.signal });
  const context = {
    encore: { log: { error: (line: unknown) => lines.push(line), info: (line: unknown) => lines.push(line) } },
  };
  handleError(thrown, { request, context, params: {} } as unknown as LoaderFunctionArgs);
  return lines;
}

const answerOf = (status: number) => ({ status, statusText: "", internal: true, data: "" });

test("a page that fails is logged with its path, without the merchant's token", () => {
  const failure = new Error("the database is away");
  expect(logged(failure)).toEqual([{ err: failure, method: "GET", path: "/app/rules" }]);
  expect(logged(answerOf(500))).toHaveLength(1);
});

test("an address that is no page, and a visitor who left, are no failures", () => {
  expect(logged(answerOf(404))).toEqual([]);
  expect(logged(new Error("aborted"), { left: true })).toEqual([]);
});

test("an address of no page is answered inside the frame, as not found", async () => {
  const authenticate = { admin: async () => ({}) };
  const visit = { request: new Request("https://encore.example.com/app/nowhere"), params: { "*": "nowhere" } };
  const context = { encore: { shopify: { authenticate } } };
  const answer = noPage({ ...visit, context } as unknown as LoaderFunctionArgs);
  await expect(answer).rejects.toMatchObject({ status: 404 });
});
