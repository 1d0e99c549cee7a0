import { randomBytes } from "node:crypto";
import { customerOf } from "../customers.ts";
import type { Engine } from "../engine.ts";
import type { Customer } from "../state/customer.ts";

/** A new session for whom the shop knows by this address; the code that Shopify mails first is left out. */
export function signIn(engine: Engine, email: string): string | undefined {
  const customer = customerOf(engine, email);
  if (!customer) return undefined;
  const session = randomBytes(16).toString("hex");
  engine.state.sessions[session] = customer.id;
  engine.changed();
  return session;
}

export function signedIn({ state }: Engine, session: string): Customer | undefined {
  const id = Object.hasOwn(state.sessions, session) ? state.sessions[session] : undefined;
  return state.customers.find((customer) => customer.id === id);
}

export function signOut(engine: Engine, session: string): void {
  delete engine.state.sessions[session];
  engine.changed();
}
