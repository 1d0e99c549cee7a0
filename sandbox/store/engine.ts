import type { Currency } from "#app/core/values/currency.ts";
import type { Instant } from "#app/core/values/instant.ts";
import { type Money, money } from "#app/core/values/money.ts";
import type { Dials } from "./dials.ts";
import type { SandboxApp } from "./sandbox-store.ts";
import type { IdKind } from "./state/ids.ts";
import type { ShopIdentity } from "./state/shop-identity.ts";
import type { State } from "./state/state.ts";

/** What every part of the shop works with: its state and its few ways out. */
export interface Engine {
  readonly state: State;
  readonly shop: ShopIdentity;
  readonly app: SandboxApp;
  readonly address: string;
  readonly dials: Dials;
  now(): Instant;
  newId(kind: IdKind): number;
  /** Queues a webhook for every subscription of the topic. The payload is written down now: later changes don't show in it. */
  send(topic: string, payload: Readonly<Record<string, unknown>>): void;
  /** To be called after every change of the state, so that it reaches the disk. */
  changed(): void;
}

/** An amount in the shop's currency. */
export function inShopMoney(engine: Engine, minor: number): Money {
  return money(minor, engine.shop.currency as Currency);
}
