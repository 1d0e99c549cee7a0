/** What the environment asks for: everything on this machine, a real Shopify app, or neither, with the reason. */
export type Mode =
  | { readonly kind: "sandbox"; readonly ports: SandboxPorts }
  | ({ readonly kind: "production" } & ProductionSettings)
  | { readonly kind: "unusable"; readonly sentence: string };

export interface ProductionSettings {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Without a slash at its end: "https://encore.example.com". */
  readonly appUrl: string;
  /** A session connection to PostgreSQL: not through a pooler that shares sessions. */
  readonly databaseUrl: string;
  readonly port: number;
  /** The address to listen on. */
  readonly host: string;
}

/** All on 127.0.0.1. */
export interface SandboxPorts {
  readonly store: number;
  readonly admin: number;
  readonly proxy: number;
  readonly app: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const REQUIRED = ["SHOPIFY_API_KEY", "SHOPIFY_API_SECRET", "SHOPIFY_APP_URL", "DATABASE_URL"] as const;

/**
 * None of the four variables set and NODE_ENV not production → the sandbox. Any of them set, or production → all four,
 * or `unusable` with one sentence that says what is missing or wrong. An empty variable counts as not set.
 */
export function chooseMode(env: Environment): Mode {
  const anyIsSet = REQUIRED.some((name) => settingOf(env, name) !== undefined);
  return anyIsSet || env.NODE_ENV === "production" ? productionMode(env) : sandboxMode(env);
}

function productionMode(env: Environment): Mode {
  const missing = REQUIRED.filter((name) => settingOf(env, name) === undefined);
  if (missing.length > 0) {
    return unusable(
      `${inWords(missing)} ${missing.length === 1 ? "is" : "are"} not set: a production server needs ${inWords(REQUIRED)}.`,
    );
  }
  const appUrl = parseAppUrl(settingOf(env, "SHOPIFY_APP_URL") ?? "");
  if (!appUrl) return unusable("SHOPIFY_APP_URL is not an https address such as https://encore.example.com.");
  const databaseUrl = settingOf(env, "DATABASE_URL") ?? "";
  if (!isPostgresUrl(databaseUrl)) {
    return unusable("DATABASE_URL is not a PostgreSQL address such as postgresql://user:password@host:5432/encore.");
  }
  const port = portOf(env, "PORT", 3000);
  if (port === undefined) return unusablePort("PORT");
  return {
    kind: "production",
    apiKey: settingOf(env, "SHOPIFY_API_KEY") ?? "",
    apiSecret: settingOf(env, "SHOPIFY_API_SECRET") ?? "",
    appUrl,
    databaseUrl,
    port,
    host: settingOf(env, "HOST") ?? "0.0.0.0",
  };
}

const SANDBOX_PORTS = {
  store: ["ENCORE_STORE_PORT", 4010],
  admin: ["ENCORE_ADMIN_PORT", 4020],
  proxy: ["ENCORE_PROXY_PORT", 4030],
  app: ["PORT", 4040],
} as const;

function sandboxMode(env: Environment): Mode {
  const ports = { store: 0, admin: 0, proxy: 0, app: 0 };
  for (const [use, [variable, otherwise]] of Object.entries(SANDBOX_PORTS)) {
    const port = portOf(env, variable, otherwise);
    if (port === undefined) return unusablePort(variable);
    ports[use as keyof SandboxPorts] = port;
  }
  const twice = Object.values(ports).find((port, index, all) => port !== 0 && all.indexOf(port) !== index);
  return twice === undefined
    ? { kind: "sandbox", ports }
    : unusable(`Port ${twice} is asked for twice: store, admin, proxy and app each need their own.`);
}

function unusable(sentence: string): Mode {
  return { kind: "unusable", sentence };
}

function unusablePort(variable: string): Mode {
  return unusable(`${variable} is not a port: a whole number from 0 to 65535.`);
}

function settingOf(env: Environment, name: string): string | undefined {
  return env[name]?.trim() || undefined;
}

function portOf(env: Environment, name: string, otherwise: number): number | undefined {
  const text = settingOf(env, name);
  if (text === undefined) return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : undefined;
}

/** Plain http is taken for this machine only, where no certificate can be had. */
function parseAppUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname } = new URL(text);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback)) return undefined;
  return `${origin}${pathname}`.replace(/\/+$/, "");
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function inWords(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
