import { parseCurrency } from "#app/core/values/currency.ts";
import { tagsFrom } from "../store/tags.ts";
import { readForm, redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import type { FrameAnswer, FrameNeeds, FrameRequest } from "./frame-request.ts";
import { matchesSearch } from "./product-search.ts";
import { parseVariantForm, productsPage } from "./products-page.ts";

const ON_A_PAGE = 50;
const GONE = "There is no such product any more.";

/** /products, and the POSTs /variants/<id> (price, cost and stock), /products/new, /products/<id>/tags and …/delete. */
export const answerProducts: FrameAnswer = async (asked, needs) => {
  const { path, request, response, query, place } = asked;
  const [section, id, act] = path;
  const say = (notice: string) => {
    const back = new URLSearchParams({ query: query.get("query") ?? "", page: query.get("page") ?? "1", notice });
    redirect(response, `${place.base}/products?${back}`);
    return true;
  };
  if (request.method === "POST" && section === "variants") return say(await changeVariant(Number(id), asked, needs));
  if (request.method === "POST" && section === "products" && id === "new") return say(await addProduct(asked, needs));
  if (request.method === "POST" && section === "products" && act === "tags") {
    const form = await readForm(request);
    const isKnown = needs.store.setProductTags(Number(id), tagsFrom(form?.get("tags") ?? ""));
    return say(isKnown ? `${needs.store.product(Number(id))?.title} is saved.` : GONE);
  }
  if (request.method === "POST" && section === "products" && act === "delete") {
    const title = needs.store.product(Number(id))?.title;
    return say(needs.store.deleteProduct(Number(id)) ? `${title} is deleted.` : GONE);
  }
  if (section !== "products" || id !== undefined) return false;
  sendPage(response, adminPage(place, "products", "Products", productsView(asked, needs)));
  return true;
};

async function changeVariant(id: number, { request }: FrameRequest, { store }: FrameNeeds): Promise<string> {
  const form = await readForm(request);
  const wanted = form && parseVariantForm(form, currencyOf(store.shop.currency));
  const found = store.variant(id);
  if (!found) return GONE;
  if (!wanted) return "That is no price, no cost or no stock: nothing was changed.";
  const { product, variant } = found;
  if (variant.priceMinor !== wanted.price.minor) store.setPrice(id, wanted.price.minor);
  if (variant.stock !== wanted.stock) store.setStock(id, wanted.stock);
  if (wanted.cost !== undefined && variant.costMinor !== wanted.cost) store.setCost(id, wanted.cost);
  return `${product.title} is saved.`;
}

async function addProduct({ request }: FrameRequest, { store }: FrameNeeds): Promise<string> {
  const form = await readForm(request);
  const wanted = form && parseVariantForm(form, currencyOf(store.shop.currency));
  const text = (name: string) => form?.get(name) ?? "";
  const added =
    wanted &&
    store.createProduct({
      title: text("title"),
      type: text("type"),
      tags: tagsFrom(text("tags")),
      priceMinor: wanted.price.minor,
      stock: wanted.stock,
    });
  return added ? `${added.title} is added.` : "Nothing was added: a product needs a title, a price and a stock.";
}

function productsView({ query, place }: FrameRequest, { store }: FrameNeeds) {
  const text = query.get("query") ?? "";
  const found = store.products().filter((product) => matchesSearch(product, text));
  const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get("page")) || 1)));
  const notice = query.get("notice");
  return productsPage({
    products: found.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE),
    found: found.length,
    page,
    pages,
    query: text,
    currency: currencyOf(store.shop.currency),
    base: place.base,
    storeUrl: place.storeUrl,
    ...(notice && { notice }),
  });
}

function currencyOf(code: string) {
  const currency = parseCurrency(code);
  if (!currency) throw new Error(`the sandbox shop has no currency ${code}`);
  return currency;
}
