import type { ActionFunctionArgs } from "@remix-run/node";
import { expect, test } from "vitest";
import { answeringRefusals } from "#app/http/answered-routes.ts";
import { action as importRules } from "#app/routes/app.rulebook.import.tsx";
import { action as saveSettings } from "#app/routes/app.settings.($part).tsx";
import { action as tryRule } from "#app/routes/app.try.ts";
import { openAdmin } from "#tests/routes/open-admin.ts";

const admin = await openAdmin();
const MEGABYTE = 1024 * 1024;

type Action = (args: ActionFunctionArgs) => Promise<Response>;

/** What the server answers to a body that comes bit by bit, and how much of it came before and in all. */
async function sent(action: Action, megabytes: number, headers: Readonly<Record<string, string>> = {}) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (taken === megabytes) return controller.close();
        taken += 1;
        controller.enqueue(Buffer.alloc(MEGABYTE, " "));
      },
    },
    { highWaterMark: 0 },
  );
  const bounded: Action = (args) => {
    const request = new Request(args.request, { body, duplex: "half" });
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return answeringRefusals(action)({ ...args, request });
  };
  const answer = await admin.send(bounded, "/app/anything", {}, "{}");
  const takenByThen = taken;
  return { status: answer.status, body: await answer.json(), takenByThen, taken: () => taken };
}

test.each([
  ["an import", importRules],
  ["settings", saveSettings],
  ["a rule to try", tryRule],
])(
  "%s that is larger than anything a merchant writes is told to be, and the rest of it is thrown away",
  async (_what, action) => {
    const answer = await sent(action, 60);
    expect(answer).toMatchObject({ status: 413, body: { code: "too-large" } });
    expect(answer.takenByThen).toBeLessThan(50);
    await expect.poll(answer.taken).toBe(60);
  },
);

test("what says itself that it is too large is not read at all", async () => {
  let isAsked = false;
  const action: Action = async () => {
    isAsked = true;
    return new Response();
  };
  const answer = await sent(action, 60, { "Content-Length": String(60 * MEGABYTE) });
  expect(answer).toMatchObject({ status: 413, body: { code: "too-large" } });
  expect(answer.takenByThen).toBeLessThan(10);
  expect(isAsked).toBe(false);
  await expect.poll(answer.taken).toBe(60);
});

test("what is refused before anybody reads it is thrown away too: a browser reads the answer when it has sent all", async () => {
  const answer = await sent(async () => Response.json({ code: "no" }, { status: 401 }), 30);
  expect(answer.status).toBe(401);
  expect(answer.takenByThen).toBeLessThan(10);
  await expect.poll(answer.taken).toBe(30);
});

test.each([
  ["letters of three bytes", "漢"],
  ["quotation marks, which JSON escapes", '"'],
])("the longest rulebook there may be is read, though it be %s", { timeout: 60_000 }, async (_what, letter) => {
  const text = letter.repeat(16_000_000);
  const action: Action = answeringRefusals(importRules) as Action;
  const answer = await admin.post(action, "/app/rulebook/import", {}, { intent: "check", text });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ kind: "problems" });
});
