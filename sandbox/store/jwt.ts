import { createHmac, timingSafeEqual } from "node:crypto";

export type Claims = Readonly<Record<string, unknown>>;

export type ReadJwt =
  | { readonly kind: "valid"; readonly claims: Claims }
  | { readonly kind: "invalid"; readonly why: string };

/** A compact JWT, HS256. */
export function signJwt(claims: Claims, secret: string): string {
  const head = encoded({ alg: "HS256", typ: "JWT" });
  const body = encoded(claims);
  return `${head}.${body}.${signatureOf(`${head}.${body}`, secret)}`;
}

/** The claims when the token is HS256 and signed with the secret; times are the caller's to judge. */
export function readJwt(token: string, secret: string): ReadJwt {
  const [head, body, signature, ...rest] = token.split(".");
  if (!head || !body || !signature || rest.length > 0) return { kind: "invalid", why: "not a JSON web token" };
  const algorithm = decoded(head)?.alg;
  if (algorithm !== "HS256") return { kind: "invalid", why: "signed with another algorithm than HS256" };
  const expected = Buffer.from(signatureOf(`${head}.${body}`, secret));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    return { kind: "invalid", why: "the signature is wrong" };
  }
  const claims = decoded(body);
  return claims ? { kind: "valid", claims } : { kind: "invalid", why: "the claims are not an object" };
}

function encoded(part: Claims): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}

function decoded(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function signatureOf(text: string, secret: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
