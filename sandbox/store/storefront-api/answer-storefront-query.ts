import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import {
  buildSchema,
  type DocumentNode,
  execute,
  GraphQLError,
  GraphQLObjectType,
  type GraphQLSchema,
  getDirectiveValues,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import { accessDenied } from "../admin-api/access.ts";
import type { Engine } from "../engine.ts";
import { contextFrom } from "../markets/markets.ts";
import type { BuyerContext } from "../state/cart.ts";
import type { QueryAnswer } from "./query-answer.ts";
import { type StorefrontContext, storefrontRoot } from "./storefront-root.ts";

type AskStorefront = (
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  context?: Partial<BuyerContext>,
) => Promise<QueryAnswer>;

/**
 * What the token of a UI extension may not read: stock is behind `unauthenticated_read_product_inventory`, which is none
 * of the scopes extensions have (https://shopify.dev/docs/apps/build/checkout/capabilities#storefront-api-access).
 */
const DENIED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Product: ["totalInventory"],
  ProductVariant: ["quantityAvailable"],
};

/** Our part of the Storefront API, behind the dials for its latency and failures. */
export function storefrontApi(engine: Engine): AskStorefront {
  const schema = storefrontSchema();
  return async (query, variables = {}, context = {}) => {
    const { storefrontLatencyMs, storefrontAnswers } = engine.dials;
    await sleep(storefrontLatencyMs);
    if (storefrontAnswers === "never") return new Promise(() => undefined);
    if (storefrontAnswers === "error")
      return { errors: [{ message: "Internal error. Looks like something went wrong on our end." }] };
    return answer(engine, schema, query, variables, contextFrom(context));
  };
}

async function answer(
  engine: Engine,
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  buyer: BuyerContext,
): Promise<QueryAnswer> {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch (error) {
    return { errors: [messageOf(error)] };
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return { errors: problems.map(messageOf) };
  const contextValue: StorefrontContext = { engine, buyer: inContext(schema, document, variables, buyer) };
  const { data, errors } = await execute({
    schema,
    document,
    rootValue: storefrontRoot,
    contextValue,
    variableValues: variables,
  });
  // As JSON: what an extension is given crossed a network.
  return JSON.parse(JSON.stringify({ data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) }));
}

/** `@inContext` overrules who asks: its country's market says the currency. */
function inContext(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  buyer: BuyerContext,
): BuyerContext {
  const directive = schema.getDirective("inContext");
  const operation = getOperationAST(document);
  const given = directive && operation ? getDirectiveValues(directive, operation, variables) : undefined;
  const { country, language } = (given ?? {}) as {
    readonly country?: string | null;
    readonly language?: string | null;
  };
  return contextFrom({
    country: country ?? buyer.country,
    language: language?.split("_")[0] ?? buyer.language,
    ...(country == null || country === buyer.country ? { currency: buyer.currency } : {}),
  });
}

function storefrontSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(new URL("schema.graphql", import.meta.url), "utf8"));
  for (const [owner, names] of Object.entries(DENIED_FIELDS)) {
    const type = schema.getType(owner);
    if (!(type instanceof GraphQLObjectType)) continue;
    for (const name of names) {
      const field = type.getFields()[name];
      if (!field) continue;
      field.resolve = () => {
        throw accessDenied(name, { requiredAccess: "`unauthenticated_read_product_inventory` access scope." });
      };
    }
  }
  return schema;
}

function messageOf(error: unknown): { readonly message: string } {
  return error instanceof GraphQLError ? error.toJSON() : { message: String(error) };
}
