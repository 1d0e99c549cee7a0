import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Say } from "#app/core/values/say.ts";
import type { KnownShop, RunningShop } from "./running-shop.ts";

/** One screen of the product in one state, as it is photographed and held to what a screen must be. */
export interface Screen {
  /** Of the picture: "rules-selected". */
  readonly name: string;
  /** In the app; "/docs/…" stands on its own. Undefined where the shop has no such thing: the screen is left out. */
  readonly path: string | ((shop: KnownShop) => string | undefined);
  /** Only photographed: to anything but the eye it is like another screen. */
  readonly isLikeAnother?: true;
  /** What is done there before it is looked at. */
  readonly act?: (on: Stage) => Promise<void>;
}

/** Screens that the shop must stand in one state for; chapters build on each other. */
export interface Chapter {
  readonly name: string;
  readonly prepare: (shop: RunningShop) => Promise<unknown>;
  readonly screens: readonly Screen[];
}

/** The app on its page, spoken to in the language that the admin has. */
export interface Stage {
  readonly page: Page;
  readonly app: FrameLocator;
  readonly say: Say;
  readonly button: (name: string | RegExp) => Locator;
}
