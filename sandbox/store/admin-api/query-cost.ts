import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/**
 * What a query asks for, in points: an object 1, scalars nothing, a mutation 10, a connection 2 and its nodes.
 *
 * Documented is that a connection counts by its page's size; measured is far less than size times node (25 points for
 * product → 250 variants → inventory item, https://community.shopify.dev/t/23101). So a page counts at most as this
 * many nodes, and the documented ceiling of 1,000 points a query is not enforced: our sum is too rough to refuse by.
 */
const MOST_NODES_COUNTED = 11;
const MUTATION_POINTS = 10;

export function requestedCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const fragments = new Map(
    document.definitions
      .filter((definition): definition is FragmentDefinitionNode => definition.kind === "FragmentDefinition")
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const typeInfo = new TypeInfo(schema);
  let total = operation.operation === "mutation" ? MUTATION_POINTS : 0;
  const multipliers = [1];

  const count = (selections: FragmentDefinitionNode | OperationDefinitionNode) => {
    visit(
      selections,
      visitWithTypeInfo(typeInfo, {
        Field: {
          enter(field) {
            const type = typeInfo.getType();
            const named = type ? getNamedType(type) : undefined;
            const factor = multipliers.at(-1) ?? 1;
            const isConnection = named?.name.endsWith("Connection") ?? false;
            const isWrapping = ["nodes", "edges", "pageInfo"].includes(field.name.value);
            if (isCompositeType(named) && !isWrapping) total += factor * (isConnection ? 2 : 1);
            if (field.name.value === "nodes" || field.name.value === "node") total += isWrapping ? factor : 0;
            const size = field.arguments?.find(({ name }) => name.value === "first" || name.value === "last")?.value;
            const asked =
              size?.kind === "IntValue"
                ? Number(size.value)
                : size?.kind === "Variable"
                  ? Number(variables[size.name.value])
                  : 1;
            multipliers.push(isConnection ? factor * Math.max(1, Math.min(asked || 1, MOST_NODES_COUNTED)) : factor);
          },
          leave: () => void multipliers.pop(),
        },
        FragmentSpread(spread) {
          const fragment = fragments.get(spread.name.value);
          if (fragment) count(fragment);
        },
      }),
    );
  };
  count(operation);
  return Math.max(1, total);
}

/** What the answer turned out to hold: one point an object. */
export function actualCost(data: unknown): number {
  if (Array.isArray(data)) return data.reduce<number>((sum, entry) => sum + actualCost(entry), 0);
  if (typeof data !== "object" || data === null) return 0;
  return Object.values(data).reduce<number>((sum, entry) => sum + actualCost(entry), 1);
}
