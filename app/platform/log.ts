import { type DestinationStream, type Logger, pino, stdSerializers } from "pino";

export type Log = Logger;

const SECRET_KEYS = [
  "authorization",
  "cookie",
  "token",
  "ticket",
  "changeset",
  "accessToken",
  "refreshToken",
  "access_token",
  "refresh_token",
  "id_token",
  "idToken",
  "sessionToken",
  "apiSecret",
  "password",
];

/**
 * The process's log: JSON lines. What must never be read by an operator is taken out twice: by key (authorization,
 * tokens, tickets, at the top, one and two levels down), and by look in the finished line, wherever it hides (a URL, an
 * error's message): `id_token=…`, `Bearer …`, anything shaped like a JWT, Shopify's own access tokens, a database password.
 */
export function openLog({
  level = "info",
  destination,
}: {
  readonly level?: string;
  readonly destination?: DestinationStream;
} = {}): Log {
  return pino(
    {
      level,
      base: undefined,
      redact: {
        paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]),
        censor: "[redacted]",
      },
      serializers: { err: toldOf },
      hooks: { streamWrite: withoutSecrets },
    },
    destination ?? pino.destination({ fd: 1, sync: true }),
  );
}

/** A thrown Response cannot be looked through as an error can: to write the line would fail, and with it who writes it. */
function toldOf(thrown: Error | Response): object {
  return thrown instanceof Response ? { type: "Response", status: thrown.status } : stdSerializers.err(thrown);
}

/** The text with everything that looks like a credential replaced by "[redacted]"; safe inside a JSON line. */
export function withoutSecrets(text: string): string {
  return text
    .replace(/\b(id_token|session|hmac|access_token|refresh_token|client_secret)=[^&\s"\\]+/g, "$1=[redacted]")
    .replace(/\bBearer\s+[\w.~+/=-]+/gi, "Bearer [redacted]")
    .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, "[redacted]")
    .replace(/\bshp(?:at|ua|ca|pa|ss|rt)_\w+/g, "[redacted]")
    .replace(/(\bpostgres(?:ql)?:\/\/[^:@/\s"]+:)[^@\s"]+@/g, "$1[redacted]@");
}
