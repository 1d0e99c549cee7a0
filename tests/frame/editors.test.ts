import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CLIENT_ID, openStage, type Stage } from "./stage.ts";

let stage: Stage;
let base: string;

beforeAll(async () => {
  stage = await openStage();
  base = `${stage.adminUrl}/store/encore-demo`;
});
afterAll(() => stage.close());
beforeEach(() => {
  for (const { id } of [...stage.store.placements()]) stage.store.removePlacement(id);
});

const read = async (path: string) => (await fetch(base + path)).text();
const send = (path: string, fields: Record<string, string>) =>
  fetch(base + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

const CHECKOUT = "/settings/checkout/editor";
const THEME = "/themes/current/editor";
const OFFER = { extension: "small-offer", target: "purchase.thank-you.block.render" };
const EMBED = { extension: "small-theme", target: "small-embed" };
const placed = () => stage.store.placements().map(({ id: _id, ...rest }) => rest);
const idOf = (place: number) => String(stage.store.placements()[place]?.id);

describe("the checkout editor", () => {
  test("places a block where the merchant says, without any settings until some are saved", async () => {
    await send(`${CHECKOUT}/place`, { ...OFFER, slot: "main-bottom" });
    expect(placed()).toEqual([{ ...OFFER, slot: "main-bottom", settings: {} }]);
    const page = await read(CHECKOUT);
    expect(page).toContain("Nothing saved yet");
    await send(`${CHECKOUT}/save`, { id: idOf(0), heading: "For you", show_picture: "on" });
    expect(placed()[0]?.settings).toEqual({ heading: "For you", show_picture: true });
    expect(await read(CHECKOUT)).not.toContain("Nothing saved yet");
  });

  test("takes an emptied text for no setting, and a box that is not ticked for a no", async () => {
    await send(`${CHECKOUT}/place`, { ...OFFER, slot: "main-top" });
    await send(`${CHECKOUT}/save`, { id: idOf(0), heading: " " });
    expect(placed()[0]?.settings).toEqual({ show_picture: false });
  });

  test("moves a block to another place, and up, with its settings", async () => {
    await send(`${CHECKOUT}/place`, { ...OFFER, slot: "main-top" });
    await send(`${CHECKOUT}/place`, { ...OFFER, slot: "main-bottom" });
    await send(`${CHECKOUT}/save`, { id: idOf(1), heading: "Second" });
    await send(`${CHECKOUT}/move`, { id: idOf(1), slot: "main-top" });
    expect(placed().map(({ slot }) => slot)).toEqual(["main-top", "main-top"]);
    await send(`${CHECKOUT}/up`, { id: idOf(1) });
    expect(placed()[0]?.settings).toMatchObject({ heading: "Second" });
  });

  test("takes a block away again", async () => {
    await send(`${CHECKOUT}/place`, { ...OFFER, slot: "main-top" });
    await send(`${CHECKOUT}/remove`, { id: idOf(0) });
    expect(placed()).toEqual([]);
  });

  test.each([
    ["a place that the page has not", { ...OFFER, slot: "above-the-logo" }],
    ["a block that no app has", { ...OFFER, extension: "another", slot: "main-top" }],
  ])("places nothing in or of %s", async (_, fields) => {
    await send(`${CHECKOUT}/place`, fields);
    expect(placed()).toEqual([]);
  });

  test("has nothing to place while the app is not installed", async () => {
    stage.store.uninstallApp();
    const page = await read(CHECKOUT);
    stage.store.installApp();
    expect(page).toContain("No app has a block for this page");
    expect(page).not.toContain("Small offer");
  });
});

describe("the theme editor", () => {
  test("shows a block's default settings until others are saved", async () => {
    await send(`${THEME}/place`, { extension: "small-theme", target: "small-block", slot: "cart-footer" });
    expect(await read(THEME)).toContain('value="Fries with that?"');
    await send(`${THEME}/save`, { id: idOf(0), title: "Something more?" });
    expect(await read(THEME)).toContain('value="Something more?"');
  });

  test("is led to an embed by the app's own link, which is on once it is saved", async () => {
    const link = `${THEME}?context=apps&activateAppId=${CLIENT_ID}/small-embed`;
    expect(await read(link)).toContain("small-embed is switched on but not saved yet");
    expect(placed()).toEqual([]);
    await send(`${THEME}/place`, { ...EMBED, slot: "body" });
    expect(await read(link)).not.toContain("not saved yet");
  });
});
