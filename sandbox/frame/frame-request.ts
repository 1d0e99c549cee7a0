import type { IncomingMessage, ServerResponse } from "node:http";
import type { Instant } from "#app/core/values/instant.ts";
import type { SandboxStore } from "../store/sandbox-store.ts";
import type { AppConfiguration } from "../store/webhooks/app-configuration.ts";
import type { Extensions } from "../storefront/extensions.ts";
import type { AdminPlace } from "./admin-layout.ts";
import type { BrowserScripts } from "./browser-scripts.ts";

export interface FrameNeeds {
  readonly store: SandboxStore;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly configuration: AppConfiguration;
  /** What the app has deployed besides its pages here. */
  readonly extensions: Extensions;
  /** "http://127.0.0.1:4010" */
  readonly storeUrl: string;
  /** The frame's own origin. */
  readonly adminUrl: string;
  /** Where the iframe finds the app: the proxy's origin. */
  readonly proxyUrl: string;
  readonly scripts: BrowserScripts;
  readonly now: () => Instant;
}

/** A request on its way to the page that answers it. */
export interface FrameRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What stands after "/store/encore-demo/", in parts. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly place: AdminPlace;
  /** Where the iframe finds the app, for the host this request came to. */
  readonly appOrigin: string;
}

export type FrameAnswer = (asked: FrameRequest, needs: FrameNeeds) => Promise<boolean> | boolean;
