import type { Instant } from "#app/core/values/instant.ts";

/** Made by the first order of an e-mail address. */
export interface Customer {
  readonly id: number;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly createdAt: Instant;
  updatedAt: Instant;
}
