import type { IncomingMessage, ServerResponse } from "node:http";
import type { Attribute, Cart, CartAnswer, CartChange, CartRefusal, NewLine } from "../../store/state/cart.ts";
import { sendJson } from "../../web/http.ts";
import { sectionsFor } from "../theme/section-rendering.ts";
import type { Visit } from "../visit.ts";
import { cartOf, changeCart, lineMeant } from "./cart.ts";
import { cartJson, lineJson } from "./cart-json.ts";
import { readFields } from "./read-fields.ts";

type Fields = Readonly<Record<string, unknown>>;
type Handler = (visit: Visit, fields: Fields, response: ServerResponse) => void;

const POSTS: Readonly<Record<string, Handler>> = {
  "/cart/add": add,
  "/cart/change": change,
  "/cart/update": update,
  "/cart/clear": (visit, fields, response) =>
    answer(visit, fields, changed(visit, response, { kind: "clear" }), response),
};

/** The AJAX API of the cart. False when the request is no script's. https://shopify.dev/docs/api/ajax/reference/cart */
export async function answerAjax(visit: Visit, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname } = visit.url;
  if (visit.method === "GET" && /^\/cart\.(js|json)$/.test(pathname)) {
    sendJson(response, cartJson(cartOf(visit, response)));
    return true;
  }
  const isScript = /\.js$/.test(pathname) || /json|javascript/.test(request.headers.accept ?? "");
  const handler = isScript && visit.method === "POST" && POSTS[pathname.replace(/\.js$/, "")];
  if (!handler) return false;
  const fields = await readFields(request);
  if (fields) handler(visit, fields, response);
  else sendJson(response, { status: 400, message: "Bad Request", description: "The body can't be read." }, 400);
  return true;
}

/** One line as fields of its own, answered as that line; several as `items`, all of them or none. */
function add(visit: Visit, fields: Fields, response: ServerResponse): void {
  const items = listOf(fields.items);
  const lines = (items.length > 0 ? items : [fields]).map(lineIn);
  const made = changeCart(visit, response, { kind: "add", lines });
  if (made.kind === "refused") {
    refuse(made, response);
    return;
  }
  const added = made.added.map((line) => lineJson(line, made.cart));
  const sections = sectionsOf(visit, made.cart, fields);
  sendJson(response, items.length > 0 ? { items: added, ...sections } : { ...added[0], ...sections });
}

function change(visit: Visit, fields: Fields, response: ServerResponse): void {
  const meant = fields.line === undefined ? { id: String(fields.id ?? "") } : { line: Number(fields.line) };
  const line = lineMeant(cartOf(visit, response), meant);
  if (!line) {
    const description = "no valid id or line parameter";
    sendJson(response, { status: 400, message: "Bad Request", description }, 400);
    return;
  }
  const quantity = fields.quantity === undefined ? undefined : Number(fields.quantity);
  answer(
    visit,
    fields,
    changed(visit, response, {
      kind: "change-line",
      id: line.id,
      ...(quantity !== undefined && { quantity }),
      ...(fields.properties !== undefined && { attributes: attributesOf(fields.properties) }),
    }),
    response,
  );
}

/** Quantities by line or variant, or in the cart's order; note, attributes and codes. */
function update(visit: Visit, fields: Fields, response: ServerResponse): void {
  const before = cartOf(visit, response);
  const updates = Object.entries(objectOf(fields.updates)).flatMap(([name, quantity]): CartChange[] => {
    const byPlace = Array.isArray(fields.updates) || Number(name) < before.lines.length;
    const line = lineMeant(before, byPlace ? { line: Number(name) + 1 } : { id: name });
    if (line) return [{ kind: "change-line", id: line.id, quantity: Number(quantity) }];
    return byPlace ? [] : [{ kind: "add", lines: [{ variantId: Number(name), quantity: Number(quantity) }] }];
  });
  const changes: CartChange[] = [
    ...updates,
    ...(fields.note === undefined ? [] : [{ kind: "note", note: String(fields.note ?? "") } as const]),
    ...(fields.attributes === undefined
      ? []
      : [{ kind: "attributes", attributes: attributesOf(fields.attributes) } as const]),
    ...(fields.discount === undefined ? [] : [{ kind: "codes", codes: codesOf(fields.discount) } as const]),
  ];
  let made: CartAnswer = { kind: "changed", cart: before, added: [] };
  for (const each of changes) {
    made = visit.store.changeCart(before.token, each) ?? made;
    if (made.kind === "refused") break;
  }
  answer(visit, fields, made, response);
}

function changed(visit: Visit, response: ServerResponse, wanted: CartChange): CartAnswer {
  return changeCart(visit, response, wanted);
}

function answer(visit: Visit, fields: Fields, made: CartAnswer, response: ServerResponse): void {
  if (made.kind === "refused") refuse(made, response);
  else sendJson(response, { ...cartJson(made.cart), ...sectionsOf(visit, made.cart, fields) });
}

/** `errors` is what themes read after a change of quantity. */
function refuse({ why, message, description }: CartRefusal, response: ServerResponse): void {
  const status = why === "no-such-variant" ? 404 : 422;
  sendJson(response, { status, message, description, errors: description }, status);
}

function sectionsOf(visit: Visit, cart: Cart, fields: Fields) {
  const asked = Array.isArray(fields.sections) ? fields.sections.join(",") : fields.sections;
  return typeof asked === "string" && asked !== "" ? { sections: sectionsFor({ ...visit, cart }, asked) } : {};
}

function lineIn(fields: Fields): NewLine {
  const attributes = attributesOf(fields.properties);
  return {
    variantId: Number(fields.id),
    quantity: fields.quantity === undefined ? 1 : Number(fields.quantity),
    ...(attributes.length > 0 && { attributes }),
  };
}

function attributesOf(value: unknown): Attribute[] {
  return Object.entries(objectOf(value)).map(([key, each]) => ({ key, value: String(each ?? "") }));
}

/** "A,B"; nothing takes all codes out. */
function codesOf(value: unknown): string[] {
  return String(value ?? "")
    .split(",")
    .map((code) => code.trim())
    .filter(Boolean);
}

function listOf(value: unknown): Fields[] {
  return Object.values(objectOf(value)).map(objectOf);
}

function objectOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
