import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { afterAll, expect, inject, test, vi } from "vitest";
import type { Shop } from "#app/core/values/ids.ts";
import { openDatabase } from "#app/stores/database.ts";
import { migrate } from "#app/stores/migrate.ts";
import { fillShop } from "./filled-shop.ts";

const serverUrl = inject("ownerUrl");
const created: string[] = [];
const logins: string[] = [];
// Prisma's start takes 1.5 s alone, and many times that beside other tests.
vi.setConfig({ testTimeout: 90_000 });

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

async function emptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  created.push(name);
  await onServer(`create database ${name}`);
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
}

afterAll(async () => {
  for (const name of created) await onServer(`drop database ${name} with (force)`);
  for (const login of logins) await onServer(`drop role ${login}`);
});

test("an empty database of a plain login is ready after one call, and a second call costs next to nothing", async () => {
  const url = await emptyDatabase();
  const timed = async () => {
    const began = performance.now();
    await migrate(url);
    return performance.now() - began;
  };
  const [first, second] = [await timed(), await timed()];
  // Starting Prisma alone takes thirty times what the question does.
  expect(second).toBeLessThan(first / 5);
  const database = openDatabase(url);
  await fillShop(database, "one.myshopify.com" as Shop);
  expect(await database.inShop("one.myshopify.com" as Shop, ({ db }) => db.order.count())).toBe(1);
  expect(await database.outside.order.count()).toBe(0);
  await database.close();
});

test("two processes that start together on an empty database both find it ready", async () => {
  const url = await emptyDatabase();
  await Promise.all([migrate(url), migrate(url)]);
});

test("a server that is not there, a wrong password and a missing database are each one sentence without the password", async () => {
  const unused = await new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
  const at = (change: Partial<URL>) => Object.assign(new URL(serverUrl), change).href;
  const { host } = new URL(serverUrl);
  await expect(migrate(at({ port: String(unused) }))).rejects.toMatchObject({
    name: "AppError",
    message: `The database at 127.0.0.1:${unused} cannot be reached (ECONNREFUSED).`,
  });
  await expect(migrate(at({ password: "secret-guess" }))).rejects.toMatchObject({
    message: `The database at ${host} refused the login of DATABASE_URL.`,
  });
  await expect(migrate(at({ pathname: "/nowhere" }))).rejects.toMatchObject({
    message: `The database that DATABASE_URL names does not exist at ${host}.`,
  });
});

test("a login that may not make the app's role is told what to ask an administrator for", async () => {
  const url = await emptyDatabase();
  const login = `poor_${randomUUID().slice(0, 8)}`;
  const { pathname } = new URL(url);
  logins.push(login);
  await onServer(`create role ${login} login password 'poor' nocreaterole`);
  await onServer(`grant all on database ${pathname.slice(1)} to ${login}`);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query(`grant all on schema public to ${login}`);
  await owner.end();
  await expect(migrate(Object.assign(new URL(url), { username: login, password: "poor" }).href)).rejects.toMatchObject({
    code: "no-app-role",
  });
});
