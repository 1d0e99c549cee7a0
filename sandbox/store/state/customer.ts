import type { Instant } from "#app/core/values/instant.ts";
import type { Address } from "./order.ts";

/** Made by the first order of an e-mail address, or by the merchant. */
export interface Customer {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  tags: readonly string[];
  /** Where the latest order was sent; undefined before anything was. */
  address: Address | undefined;
  readonly createdAt: Instant;
  updatedAt: Instant;
}
