import { describe, expect, test } from "vitest";
import { holdsOf, prepare } from "#app/core/rules/conditions/index.ts";
import { finishHash, hashOf, startOfHash } from "#app/core/values/hash.ts";
import type { CustomerId } from "#app/core/values/ids.ts";
import { someCatalog, someFacts } from "#tests/support/builders.ts";

const catalog = someCatalog();
const PEOPLE = 100_000;
const facts = Array.from({ length: PEOPLE }, (_, number) =>
  someFacts({ customer: String(6_543_210_000 + number) as CustomerId }),
);

/** Of each customer, whether the share has them. */
function drawn(percent: number, seed: string): boolean[] {
  const prepared = prepare({ kind: "random-share", percent, seed });
  return facts.map((each) => holdsOf("random-share")(prepared, each, catalog) === "true");
}

const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;

/** How many standard deviations a count of independent draws lies from what is expected. */
const deviations = (counted: number, share: number, of = PEOPLE) =>
  Math.abs(counted - of * share) / Math.sqrt(of * share * (1 - share));

describe("a random share", () => {
  test("of 10 % holds 10 % of 100,000 customers numbered one after another, whatever the seed", () => {
    for (const seed of ["a", "b", "black friday", "1", "2", "loyal", "", "ü"]) {
      expect(deviations(count(drawn(10, seed)), 0.1), seed).toBeLessThan(4);
    }
  });

  test.each([0.01, 0.5, 1, 25, 50, 75, 99.99])("of %d %% holds as many", (percent) => {
    expect(deviations(count(drawn(percent, "loyal")), percent / 100)).toBeLessThan(4);
  });

  test("of 100 % holds everyone", () => {
    expect(count(drawn(100, "loyal"))).toBe(PEOPLE);
  });

  test("that is widened keeps everyone it held", () => {
    const shares = [0.01, 1, 10, 10.01, 50, 99.99].map((percent) => drawn(percent, "loyal"));
    for (const [index, wider] of shares.slice(1).entries()) {
      expect(shares[index]?.every((isIn, who) => !isIn || wider[who])).toBe(true);
    }
  });

  test("of one seed says nothing about a share of another: of two tenths, a hundredth is in both", () => {
    const seeds = ["a", "b", "c", "test 1", "test 2", "test 12", "loyal", "Loyal"];
    const shares = seeds.map((seed) => drawn(10, seed));
    for (const [first, some] of shares.entries()) {
      for (const [second, others] of shares.entries()) {
        if (second <= first) continue;
        const both = count(some.map((isIn, who) => isIn && others[who] === true));
        expect(deviations(both, 0.01), `${seeds[first]} and ${seeds[second]}`).toBeLessThan(4.5);
      }
    }
  });

  test("is dealt evenly over every tenth of a percent", () => {
    const start = startOfHash("loyal ");
    const tenths = new Array<number>(1_000).fill(0);
    for (const { customer } of facts) {
      const tenth = Math.floor((finishHash(start, String(customer)) / 2 ** 32) * 1_000);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    const chiSquare = tenths.reduce((sum, seen) => sum + (seen - 100) ** 2 / 100, 0);
    // 999 degrees of freedom: mean 999, standard deviation 44.7.
    expect(Math.abs(chiSquare - 999)).toBeLessThan(4 * 44.7);
  });

  test("is drawn by the hash that everything else is", () => {
    for (const text of ["", "7001", "c1-reference", "ü", "😀"]) {
      const digits = finishHash(startOfHash("loyal "), text).toString(16).padStart(8, "0");
      expect(hashOf(`loyal ${text}`).slice(0, 8)).toBe(digits);
    }
  });

  // Never to be changed: whoever is in a running share would be dealt anew.
  test.each([
    ["1", "loyal", 2_106_929_964],
    ["2", "loyal", 4_160_926_471],
    ["3", "loyal", 2_178_736_459],
    ["7001", "loyal", 1_390_979_526],
    ["7002", "loyal", 1_556_014_628],
    ["6543210000", "loyal", 266_651_135],
    ["6543210001", "loyal", 2_531_104_223],
    ["8123456789012", "loyal", 460_008_714],
    ["7001", "black friday", 1_596_485_737],
    ["7002", "black friday", 1_454_775_923],
    ["6543210000", "black friday", 1_301_854_635],
    ["7001", "a", 914_797_811],
    ["7001", "b", 1_851_461_937],
    ["7001", "ü", 4_222_802_667],
    ["c1-reference", "loyal", 646_114_151],
    ["c2-reference", "loyal", 698_656_495],
    ["0f3b2c1d4e5f60718293a4b5c6d7e8f9", "loyal", 3_957_016_338],
    ["0f3b2c1d4e5f60718293a4b5c6d7e8fa", "loyal", 2_628_807_283],
    ["7001", "Loyal", 938_443_352],
    ["99999999999999999999", "loyal", 666_098_426],
  ])("puts %j, drawn by %j, at %d of 4,294,967,296 in every release", (subject, seed, place) => {
    expect(finishHash(startOfHash(`${seed} `), subject)).toBe(place);
    const customer = someFacts({ customer: subject as CustomerId });
    const holds = (percent: number) =>
      holdsOf("random-share")(prepare({ kind: "random-share", percent, seed }), customer, catalog);
    const percent = (place / 2 ** 32) * 100;
    expect(holds(Math.max(0.01, Math.ceil(percent * 100) / 100))).toBe("true");
    if (percent > 0.01) expect(holds(Math.floor(percent * 100) / 100)).toBe("false");
  });
});
