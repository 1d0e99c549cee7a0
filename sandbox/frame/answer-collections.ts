import type { MembershipRule, StoredCollection } from "../store/state/collection.ts";
import { readForm, redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import { collectionPage, collectionsPage } from "./collections-page.ts";
import type { FrameAnswer, FrameNeeds, FrameRequest } from "./frame-request.ts";

/** /collections, /collections/<id>, and the POSTs /collections/new, /collections/<id>/title, …/add, …/remove and …/delete. */
export const answerCollections: FrameAnswer = async (asked, needs) => {
  const { path, request, response, place } = asked;
  const [, id, act] = path;
  const { store } = needs;
  const say = (to: string, notice: string) => {
    redirect(response, `${place.base}/collections${to}?${new URLSearchParams({ notice })}`);
    return true;
  };
  if (request.method === "POST" && id === "new") {
    const added = addCollection((await readForm(request)) ?? new URLSearchParams(), store);
    return added
      ? say(`/${added.id}`, `${added.title} is added.`)
      : say("", "Nothing was added: a collection needs a title, and a type or tag where it is filled by one.");
  }
  if (id === undefined) return showAll(asked, needs);
  const collection = store.collection(Number(id));
  if (!collection) return false;
  if (request.method !== "POST") return showOne(collection, asked, needs);
  const form = (await readForm(request)) ?? new URLSearchParams();
  if (act === "delete") {
    store.deleteCollection(collection.id);
    return say("", `${collection.title} is deleted.`);
  }
  const isChanged = change(collection.id, act, form, store);
  return say(`/${collection.id}`, isChanged ? "The collection is saved." : "Nothing was changed.");
};

function addCollection(form: URLSearchParams, store: FrameNeeds["store"]): StoredCollection | undefined {
  const title = form.get("title") ?? "";
  const by = form.get("by");
  const is = (form.get("is") ?? "").trim();
  if (by !== "type" && by !== "tag") return store.createCollection(title);
  const rule: MembershipRule = { kind: "rule", column: by, is };
  return is === "" ? undefined : store.createCollection(title, rule);
}

function change(id: number, act: string | undefined, form: URLSearchParams, store: FrameNeeds["store"]): boolean {
  const product = Number(form.get("product"));
  if (act === "title") return store.renameCollection(id, form.get("title") ?? "");
  if (act === "add") return store.changeCollection(id, { add: [product] });
  return act === "remove" && store.changeCollection(id, { remove: [product] });
}

function showAll({ response, place, query }: FrameRequest, { store }: FrameNeeds): true {
  const collections = store
    .collections()
    .map((collection) => ({ collection, size: store.productsIn(collection).length }));
  const notice = query.get("notice");
  const page = collectionsPage({ collections, base: place.base, ...(notice && { notice }) });
  sendPage(response, adminPage(place, "collections", "Collections", page));
  return true;
}

function showOne(collection: StoredCollection, { response, place, query }: FrameRequest, { store }: FrameNeeds): true {
  const products = store.productsIn(collection);
  const others = store.products().filter((product) => !products.includes(product));
  const notice = query.get("notice");
  const { base, storeUrl } = place;
  const page = collectionPage({ collection, products, others, base, storeUrl, ...(notice && { notice }) });
  sendPage(response, adminPage(place, "collections", collection.title, page));
  return true;
}
