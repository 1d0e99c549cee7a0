import { tagsFrom } from "../store/tags.ts";
import { readForm, redirect, sendPage } from "../web/http.ts";
import { adminPage } from "./admin-layout.ts";
import { customersPage } from "./customers-page.ts";
import type { FrameAnswer, FrameNeeds } from "./frame-request.ts";

/** /customers, and the POSTs /customers/new, /customers/<id>/tags and …/delete. */
export const answerCustomers: FrameAnswer = async ({ path, request, response, query, place }, { store }) => {
  const [, id, act] = path;
  if (request.method === "POST" && id !== undefined) {
    const form = (await readForm(request)) ?? new URLSearchParams();
    const notice = id === "new" ? addCustomer(form, store) : changeCustomer(Number(id), act, form, store);
    if (notice === undefined) return false;
    redirect(response, `${place.base}/customers?${new URLSearchParams({ notice })}`);
    return true;
  }
  if (id !== undefined) return false;
  const notice = query.get("notice");
  const customers = store.customers().map((customer) => ({ customer, ...store.customerHistory(customer.id) }));
  const view = { customers, shop: store.shop, base: place.base, ...(notice && { notice }) };
  sendPage(response, adminPage(place, "customers", "Customers", customersPage(view)));
  return true;
};

type Store = FrameNeeds["store"];

function addCustomer(form: URLSearchParams, store: Store): string {
  const field = (name: string) => (form.get(name) ?? "").trim().slice(0, 200);
  const who = { email: field("email"), firstName: field("firstName"), lastName: field("lastName") };
  const added = store.createCustomer(who);
  return added
    ? `${added.email} is added.`
    : "Nobody was added: that is no e-mail address, or a customer has it already.";
}

function changeCustomer(id: number, act: string | undefined, form: URLSearchParams, store: Store): string | undefined {
  if (act === "tags") {
    const isKnown = store.setCustomerTags(id, tagsFrom(form.get("tags") ?? ""));
    return isKnown ? "The tags are saved." : "There is no such customer any more.";
  }
  if (act !== "delete") return undefined;
  return store.deleteCustomer(id) ? "The customer is deleted." : "A customer who has bought something stays.";
}
