import type { Instant } from "#app/core/values/instant.ts";

/** The app on this shop: granted what the toml asked for at the moment of installing. */
export interface Installation {
  readonly id: number;
  readonly at: Instant;
  readonly scopes: readonly string[];
}

/** A token pair; the refresh token of an offline one is replaced at every use. */
export interface AccessToken {
  readonly accessToken: string;
  readonly mode: "offline" | "online";
  readonly userId: number | undefined;
  readonly scopes: readonly string[];
  /** Undefined: until uninstall. */
  readonly expiresAt: Instant | undefined;
  readonly refresh: { readonly token: string; readonly expiresAt: Instant } | undefined;
  /** The refresh token was used, or a newer pair replaced it. */
  refreshSpent: boolean;
}
