import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { openLog, withoutSecrets } from "#app/platform/log.ts";

function logged(write: (log: ReturnType<typeof openLog>) => void): string {
  const lines: string[] = [];
  const destination = new Writable({ write: (chunk, _encoding, done) => done(void lines.push(String(chunk))) });
  write(openLog({ destination }));
  return lines.join("");
}

const jwt = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJzaG9waWZ5In0.c2lnbmF0dXJl";

test("a log line keeps what happened and none of the credentials it happened with", () => {
  const line = logged((log) =>
    log.info(
      { req: { url: `/app?id_token=${jwt}&shop=a`, headers: { authorization: `Bearer ${jwt}` } }, shop: "a" },
      "asked",
    ),
  );
  expect(line).not.toContain(jwt);
  expect(JSON.parse(line)).toMatchObject({
    msg: "asked",
    shop: "a",
    req: { url: "/app?id_token=[redacted]&shop=a", headers: { authorization: "[redacted]" } },
  });
});

test("an error that carries a token in its message is written without it", () => {
  const line = logged((log) => log.error({ err: new Error(`refused: ${jwt} for shpat_0123456789abcdef`) }, "failed"));
  expect(JSON.parse(line).err.message).toBe("refused: [redacted] for [redacted]");
});

test.each([
  ["GET /auth?hmac=abc&id_token=x.y.z HTTP", "GET /auth?hmac=[redacted]&id_token=[redacted] HTTP"],
  ["postgresql://encore:hunter2@db:5432/encore", "postgresql://encore:[redacted]@db:5432/encore"],
  ["authorization: bearer abc.def", "authorization: Bearer [redacted]"],
  ["nothing secret: #1043 for 12.75", "nothing secret: #1043 for 12.75"],
])("%s is logged as %s", (text, safe) => {
  expect(withoutSecrets(text)).toBe(safe);
});

test("an answer that was thrown, as Shopify's library does, is written as its status: logging it fails nobody", () => {
  const line = logged((log) =>
    log.error({ err: new Response(undefined, { status: 500 }), path: "/app" }, "a page waits"),
  );
  expect(JSON.parse(line)).toMatchObject({ msg: "a page waits", path: "/app", err: { type: "Response", status: 500 } });
});
