import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { GraphQLSchema } from "graphql";
import type { Engine } from "../engine.ts";
import { goodToken } from "../oauth/access-tokens.ts";
import { answerTokenRequest } from "../oauth/token-endpoint.ts";
import { answerQuery } from "./answer-query.ts";
import { readFields } from "./read-body.ts";
import { adminSchema } from "./schema.ts";
import { leakyBucket, type Throttle } from "./throttle.ts";

/** The version served, whatever older one is asked for: Shopify falls forward and says so in a header. */
const API_VERSION = "2026-10";

/** Where redirect-fetch writes the host the app meant to call. */
const MEANT_HOST = "x-sandbox-host";

export type ApiHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Answers the two addresses that apps call on a shop; false for every other path. */
export function apiHandler(engine: Engine): ApiHandler {
  const schema = adminSchema();
  const throttle = leakyBucket(engine);
  return async (request, response) => {
    const path = new URL(request.url ?? "/", "http://shop").pathname;
    const isToken = path === "/admin/oauth/access_token";
    const isGraphql = /^\/admin\/api\/(\d{4}-\d{2}|unstable)\/graphql\.json$/.test(path);
    if (!isToken && !isGraphql) return false;

    await sleep(engine.dials.apiLatencyMs);
    const meant = request.headers[MEANT_HOST];
    if (meant !== undefined && meant !== engine.shop.domain) send(response, 404, { errors: "Not Found" });
    else if (request.method !== "POST") send(response, 405, { errors: "Method Not Allowed" });
    else if (isToken) await token(engine, request, response);
    else await graphql(engine, schema, throttle, request, response);
    return true;
  };
}

async function token(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const fields = await readFields(request);
  if (!fields) {
    send(response, 400, { error: "invalid_request", error_description: "The request is malformed" });
    return;
  }
  const { status, body } = answerTokenRequest(engine, fields);
  send(response, status, body);
}

async function graphql(
  engine: Engine,
  schema: GraphQLSchema,
  throttle: Throttle,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const fields = await readFields(request);
  const accessToken = request.headers["x-shopify-access-token"];
  const known = typeof accessToken === "string" ? goodToken(engine, accessToken) : undefined;
  if (!known) {
    send(response, 401, { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
    return;
  }
  if (engine.dials.apiAnswers === "never") return;
  if (engine.dials.apiAnswers === "error") {
    send(response, 500, { errors: "Internal Server Error" });
    return;
  }
  if (typeof fields?.query !== "string") {
    send(response, 400, { errors: { query: "Required parameter missing or invalid" } });
    return;
  }
  const { variables, operationName } = fields;
  const asked = {
    query: fields.query,
    variables: typeof variables === "object" && variables !== null ? (variables as Record<string, unknown>) : {},
    operationName: typeof operationName === "string" ? operationName : undefined,
  };
  response.setHeader("X-Shopify-API-Version", API_VERSION);
  // Scopes belong to the installation: a token does not keep what the app was granted when it was issued.
  const scopes = engine.state.installation?.scopes ?? [];
  send(response, 200, await answerQuery(schema, throttle, { engine, scopes }, asked));
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}
