import { describe, expect, test } from "vitest";
import { answeredOr } from "#app/admin/answered.ts";
import { spokenLocale } from "#app/admin/language.ts";
import { outageIn } from "#app/admin/outage.ts";
import { OutageBanner } from "#app/admin/outage-banner.tsx";
import { PermissionBanner } from "#app/admin/permission-banner.tsx";
import { AppError } from "#app/platform/app-error.ts";
import { draw, readable } from "./draw.tsx";

const away = () => Promise.reject(new AppError("shopify-away", 503, "Shopify answers 502."));
const log = { error: () => undefined };

describe("what the world refuses", () => {
  test("is told by its name, and said in the merchant's own language", async () => {
    expect(await answeredOr(away, (why) => why, { log })).toEqual({ message: "frame.could-not.shopify-away" });
    const bug = () => Promise.reject(new TypeError("x is undefined"));
    expect(await answeredOr(bug, (why) => why, { log })).toEqual({ message: "frame.could-not" });
  });

  test("is an outage where Shopify, the database or the network is away; anything else stays a failure", () => {
    const answered = (status: number, code: string) => ({ status, statusText: "", internal: false, data: { code } });
    expect(outageIn(answered(503, "shopify-away"))).toEqual({ kind: "shopify-away" });
    expect(outageIn(answered(503, "shopify-throttled"))).toEqual({ kind: "shopify-throttled" });
    expect(outageIn(answered(503, "database-away"))).toEqual({ kind: "busy" });
    expect(outageIn(new TypeError("Failed to fetch"))).toEqual({ kind: "unreached" });
    expect(outageIn(answered(409, "not-installed"))).toBeUndefined();
    expect(outageIn(new TypeError("x is undefined"))).toBeUndefined();
  });
});

test("an outage says what goes on meanwhile, and can be asked again", () => {
  const banner = <OutageBanner outage={{ kind: "shopify-throttled" }} retry={() => undefined} isRetrying={false} />;
  expect(readable(draw(banner))).toMatch(/slowing your shop’s apps down.*What is live goes on.*Try again/);
  expect(readable(draw(banner, "de"))).toMatch(/Shopify bremst.*Erneut versuchen/);
});

test("a permission that the app cannot do without is named with what waits for it, and asked for by Shopify", () => {
  const feature = "Offers at a lower price need a discount of your shop.";
  const text = readable(draw(<PermissionBanner scopes={["write_discounts"]} features={[feature]} />, "fr"));
  expect(text).toMatch(/attend votre autorisation Offers at a lower price.*ouvrez-la de nouveau/);
  expect(draw(<PermissionBanner scopes={[]} features={[feature]} />)).not.toContain(feature);
});

test("a locale is the merchant's where the admin speaks its language, else English", () => {
  expect(["fr-ca", "de-AT", "en-GB", "ja", "", "<script>", undefined, null].map(spokenLocale)).toEqual([
    "fr-CA",
    "de-AT",
    "en-GB",
    "en",
    "en",
    "en",
    "en",
    "en",
  ]);
});
