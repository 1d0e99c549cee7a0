import { expect, test } from "vitest";
import { recentMap } from "#app/platform/recent-map.ts";

test("a value is forgotten when its time is over, however often it was read", () => {
  const map = recentMap<string>({ most: 10, lifeMs: 100 });
  map.put("a", "kept", 0);
  expect(map.get("a", 99)).toBe("kept");
  expect(map.get("a", 100)).toBeUndefined();
});

test("a full map forgets what was used longest ago", () => {
  const map = recentMap<number>({ most: 2, lifeMs: 100 });
  map.put("a", 1, 0);
  map.put("b", 2, 0);
  map.get("a", 1);
  map.put("c", 3, 2);
  expect(["a", "b", "c"].map((key) => map.get(key, 3))).toEqual([1, undefined, 3]);
});
