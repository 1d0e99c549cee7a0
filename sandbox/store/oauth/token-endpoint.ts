import type { Engine } from "../engine.ts";
import type { AccessToken } from "../state/installation.ts";
import { issueOfflineToken, issueOnlineToken } from "./access-tokens.ts";
import { readSessionToken } from "./session-token.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const OFFLINE = "urn:shopify:params:oauth:token-type:offline-access-token";
const ONLINE = "urn:shopify:params:oauth:token-type:online-access-token";

export interface TokenAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * POST /admin/oauth/access_token: token exchange and refresh. Refusals are 400 with OAuth's `error` and
 * `error_description`, 401 for a wrong client.
 */
export function answerTokenRequest(engine: Engine, form: Readonly<Record<string, unknown>>): TokenAnswer {
  if (form.client_id !== engine.app.clientId || form.client_secret !== engine.app.clientSecret) {
    return refusal("invalid_client", "Client authentication failed", 401);
  }
  if (form.grant_type === "refresh_token") return refreshed(engine, form.refresh_token);
  if (form.grant_type === EXCHANGE) return exchanged(engine, form);
  return refusal("unsupported_grant_type", "The grant type is not supported");
}

function exchanged(engine: Engine, form: Readonly<Record<string, unknown>>): TokenAnswer {
  if (form.subject_token_type !== ID_TOKEN || typeof form.subject_token !== "string") {
    return refusal("invalid_request", "subject_token must be an id_token");
  }
  const read = readSessionToken(engine, form.subject_token);
  if (read.kind === "invalid") return refusal("invalid_subject_token", read.why);
  const { installation } = engine.state;
  if (!installation) return refusal("invalid_request", "The app is not installed on this shop");
  const userId = Number(read.claims.sub);
  if (form.requested_token_type === OFFLINE) {
    return given(engine, issueOfflineToken(engine, installation, String(form.expiring ?? "0") === "1"));
  }
  if (form.requested_token_type === ONLINE) return given(engine, issueOnlineToken(engine, installation, userId));
  return refusal("invalid_request", "requested_token_type is not known");
}

function refreshed(engine: Engine, refreshToken: unknown): TokenAnswer {
  const token = engine.state.tokens.find(({ refresh }) => refresh !== undefined && refresh.token === refreshToken);
  const { installation } = engine.state;
  const isGood = token?.refresh && !token.refreshSpent && token.refresh.expiresAt > engine.now();
  if (!token || !isGood || !installation) {
    return refusal("invalid_grant", "This request requires an active refresh_token");
  }
  // This spends the token that was shown.
  return given(engine, issueOfflineToken(engine, installation, true));
}

function given(engine: Engine, token: AccessToken): TokenAnswer {
  const seconds = (until: number) => Math.round((until - engine.now()) / 1000);
  const scope = token.scopes.join(",");
  return {
    status: 200,
    body: {
      access_token: token.accessToken,
      scope,
      ...(token.expiresAt === undefined ? {} : { expires_in: seconds(token.expiresAt) }),
      ...(token.refresh
        ? { refresh_token: token.refresh.token, refresh_token_expires_in: seconds(token.refresh.expiresAt) }
        : {}),
      ...(token.mode === "online" ? { associated_user_scope: scope, associated_user: userOf(engine, token) } : {}),
    },
  };
}

function userOf(engine: Engine, token: AccessToken) {
  const { owner } = engine.shop;
  return {
    id: token.userId,
    first_name: owner.firstName,
    last_name: owner.lastName,
    email: owner.email,
    email_verified: true,
    account_owner: token.userId === owner.id,
    locale: engine.shop.locale,
    collaborator: false,
  };
}

function refusal(error: string, description: string, status = 400): TokenAnswer {
  return { status, body: { error, error_description: description } };
}
