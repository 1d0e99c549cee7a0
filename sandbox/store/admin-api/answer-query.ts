import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from "graphql";
import type { ApiContext } from "./api-context.ts";
import { mutationRoot } from "./nodes/mutation-root.ts";
import { queryRoot } from "./nodes/query-root.ts";
import { actualCost, requestedCost } from "./query-cost.ts";
import type { Throttle } from "./throttle.ts";

export interface AskedQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** A GraphQL answer with Shopify's cost extension; refused queries are answers too (HTTP 200 with `errors`). */
export async function answerQuery(
  schema: GraphQLSchema,
  throttle: Throttle,
  context: ApiContext,
  asked: AskedQuery,
): Promise<unknown> {
  let document: DocumentNode;
  try {
    document = parse(asked.query);
  } catch (error) {
    return { errors: [error] };
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return { errors: problems };
  const operation = getOperationAST(document, asked.operationName);
  if (!operation) return { errors: [new GraphQLError("An operation name is required")] };

  const requestedQueryCost = requestedCost(schema, document, operation, asked.variables);
  const cost = (actualQueryCost: number | null) => ({
    cost: { requestedQueryCost, actualQueryCost, throttleStatus: throttle.status() },
  });
  if (!throttle.take(requestedQueryCost)) return { errors: [THROTTLED], extensions: cost(null) };
  const result = await execute({
    schema,
    document,
    rootValue: operation.operation === "mutation" ? mutationRoot : queryRoot,
    contextValue: context,
    variableValues: asked.variables,
    operationName: asked.operationName,
  });
  const spent = Math.min(actualCost(result.data), requestedQueryCost);
  throttle.giveBack(requestedQueryCost, spent);
  return { ...result, extensions: cost(spent) };
}

const THROTTLED = new GraphQLError("Throttled", {
  extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
});
