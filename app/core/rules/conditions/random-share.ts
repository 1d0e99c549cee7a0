import { finishHash, startOfHash } from "../../values/hash.ts";
import { condition, truthOf } from "./condition.ts";

interface Parameters {
  /** Hundredths of a percent are the finest. */
  readonly percent: number;
  readonly seed: string;
}

interface Prepared {
  readonly seed: number;
  /** Of 2³²: the hashes below it are chosen. */
  readonly below: number;
}

/**
 * A share of customers, the same ones for as long as the seed is the same; guests are dealt by their purchase. Whoever is in
 * a share stays in when it is widened. Shares of different seeds have nothing to do with each other.
 */
export const randomShare = condition({
  kind: "random-share",
  needs: [],
  prepare: ({ percent, seed }: Parameters): Prepared => ({
    seed: startOfHash(`${seed} `),
    below: (Math.round(percent * 100) / 10_000) * 2 ** 32,
  }),
  holds: ({ seed, below }: Prepared, { customer, reference }) =>
    truthOf(finishHash(seed, customer ?? reference) < below),
});
