import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#app/platform/embedded-postgres.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const folders: string[] = [];
const running: EmbeddedPostgres[] = [];
// Each new folder is an initdb: about a second alone, and many times that beside other tests.
vi.setConfig({ testTimeout: 90_000 });

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(async () => {
  for (const folder of folders) {
    // As root the data is elsewhere: the folder's file names it.
    const data = await readFile(join(folder, "data-folder"), "utf8").catch(() => "");
    if (data) await rm(dirname(data.trim()), { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "encore-postgres-"));
  folders.push(folder);
  return folder;
}

/** For all tests that need no server of their own making: each has a table of its own in it. */
const shared = await newFolder();

async function start(folder: string, port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, ...(port === undefined ? {} : { port }) });
  running.push(server);
  return server;
}

async function ask(url: string, ...statements: string[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

/** A process that has ended and only waits to be noticed has no command line any more. */
const isRunning = async (pid: number) => (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")) !== "";
const serverPid = async (data: string) => Number((await readFile(join(data, "postmaster.pid"), "utf8")).split("\n")[0]);

test("what was written is there after a restart, on another port and with the same login", async () => {
  const folder = shared;
  const first = await start(folder);
  await ask(first.ownerUrl, "create table teas (what text)", "insert into teas values ('tea')");
  await first.stop();
  await expect(ask(first.ownerUrl, "select 1")).rejects.toThrow("ECONNREFUSED");
  const second = await start(folder);
  expect(await ask(second.ownerUrl, "select what from teas")).toEqual([{ what: "tea" }]);
});

test("who deletes the folder begins anew", async () => {
  const folder = await newFolder();
  const first = await start(folder);
  await ask(first.ownerUrl, "create table notes as select 'kept' as text");
  await first.stop();
  await rm(folder, { recursive: true });
  const again = await start(folder);
  try {
    expect(await ask(again.ownerUrl, "select to_regclass('notes') as found")).toEqual([{ found: null }]);
  } finally {
    if (again.dataFolder !== first.dataFolder) await rm(dirname(first.dataFolder), { recursive: true, force: true });
  }
});

test("the login is no superuser, the data folder is for the server alone, and only this machine and the password get in", async () => {
  const server = await start(shared);
  expect(
    await ask(server.ownerUrl, "select rolsuper, rolbypassrls from pg_roles where rolname = current_user"),
  ).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  expect((await stat(server.dataFolder)).mode & 0o777).toBe(0o700);
  expect(await ask(server.ownerUrl, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  expect((await readdir("/tmp")).filter((name) => name.includes(`PGSQL.${new URL(server.ownerUrl).port}`))).toEqual([]);
  const guess = Object.assign(new URL(server.ownerUrl), { password: "guess" }).href;
  await expect(ask(guess, "select 1")).rejects.toThrow("password authentication failed");
});

test("a server whose starter was killed is taken over with everything that was committed", async () => {
  const folder = shared;
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(ROOT, "app/platform/embedded-postgres.ts"))});
    console.log((await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} })).ownerUrl);
    setInterval(() => {}, 1000);`;
  const starter = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: ROOT });
  const url = await new Promise<string>((resolve) =>
    starter.stdout.once("data", (text: Buffer) => resolve(`${text}`.trim())),
  );
  await ask(url, "create table cakes (what text)", "insert into cakes values ('cake')");
  await expect(startEmbeddedPostgres({ folder })).rejects.toMatchObject({ code: "already-running" });
  const ended = new Promise((resolve) => starter.once("exit", resolve));
  starter.kill("SIGKILL");
  await ended;

  const left = await serverPid((await readFile(join(folder, "data-folder"), "utf8")).trim());
  expect(await isRunning(left)).toBe(true);
  const taken = await start(folder);
  expect(await isRunning(left)).toBe(false);
  expect(await ask(taken.ownerUrl, "select what from cakes")).toEqual([{ what: "cake" }]);
});

test("a server that was itself killed comes back with everything that was committed", async () => {
  const folder = shared;
  const first = await start(folder);
  await ask(first.ownerUrl, "create table forks (what text)", "insert into forks values ('fork')");
  process.kill(await serverPid(first.dataFolder), "SIGKILL");
  await first.exited;
  const second = await start(folder);
  expect(await ask(second.ownerUrl, "select what from forks")).toEqual([{ what: "fork" }]);
});

test("a lost password file costs a new password, not the data", async () => {
  const folder = shared;
  const first = await start(folder);
  await ask(first.ownerUrl, "create table spoons (what text)");
  await first.stop();
  await rm(join(dirname(first.dataFolder), "owner-password"));
  const second = await start(folder);
  expect(new URL(second.ownerUrl).password).not.toBe(new URL(first.ownerUrl).password);
  expect(await ask(second.ownerUrl, "select * from spoons")).toEqual([]);
});

test("a port that is taken is said in one sentence, and nothing is left running", async () => {
  const folder = shared;
  const other = createServer();
  const port = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port));
  });
  await expect(startEmbeddedPostgres({ folder, port })).rejects.toMatchObject({
    code: "port-busy",
    message: `Port ${port} on 127.0.0.1, which the database is to use, is taken by another program.`,
  });
  await new Promise((resolve) => other.close(resolve));
  const server = await start(folder, port);
  expect(new URL(server.ownerUrl).port).toBe(String(port));
});

test("a folder that cannot be written is said in one sentence", async () => {
  const folder = await newFolder();
  const file = join(folder, "not-a-folder");
  await writeFile(file, "");
  await expect(startEmbeddedPostgres({ folder: join(file, "data") })).rejects.toMatchObject({
    code: "data-folder-unwritable",
    message: `The database's folder ${join(file, "data")} cannot be written.`,
  });
});

/** Only root can become someone else, and only where the checkout lets others in; anyone else is one in every test here. */
const canBecomeNobody = process.getuid?.() === 0 && spawnSync("ls", [ROOT], { uid: 65_534, gid: 65_534 }).status === 0;

test.runIf(canBecomeNobody)("an ordinary user starts it too, with all of it in the folder given", async () => {
  const folder = await newFolder();
  await chmod(folder, 0o777);
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(join(ROOT, "app/platform/embedded-postgres.ts"))});
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(join(folder, "own"))} });
    console.log(process.getuid(), server.dataFolder);
    await server.stop();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { cwd: "/", uid: 65_534, gid: 65_534 });
  let said = "";
  child.stdout.on("data", (text: Buffer) => {
    said += text.toString();
  });
  child.stderr.on("data", (text: Buffer) => {
    said += text.toString();
  });
  await new Promise((resolve) => child.once("close", resolve));
  expect(said.trim()).toBe(`65534 ${join(folder, "own", "data")}`);
});
