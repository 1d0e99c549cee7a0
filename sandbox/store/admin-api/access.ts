import { defaultFieldResolver, GraphQLError, type GraphQLField, type GraphQLNamedType, getNamedType } from "graphql";
import { isGranted } from "../access-scopes.ts";
import type { ApiContext } from "./api-context.ts";
import { type PublishedScope, scopeOfField, scopeOfType } from "./published.ts";

/** Puts Shopify's published access requirements in front of a field: its own, and those of what it returns. */
export function guarded(
  owner: string,
  field: GraphQLField<unknown, ApiContext>,
): NonNullable<GraphQLField<unknown, ApiContext>["resolve"]> {
  const resolve = field.resolve ?? defaultFieldResolver;
  const needed = [scopeOfField(owner, field.name), ...typesReturned(getNamedType(field.type)).map(scopeOfType)];
  const requirements = needed.filter((scope) => scope !== undefined);
  if (requirements.length === 0) return resolve;
  return (source, args, context, info) => {
    for (const requirement of requirements) {
      if (!isMet(requirement, context.scopes)) throw accessDenied(field.name, requirement);
    }
    return resolve(source, args, context, info);
  };
}

/** For what is only known when it is there: the object behind `node(id)`. */
export function mayRead(typeName: string, scopes: readonly string[]): PublishedScope | undefined {
  const requirement = scopeOfType(typeName);
  return requirement && !isMet(requirement, scopes) ? requirement : undefined;
}

/** Shopify's words. https://shopify.dev/docs/api/usage/response-codes */
export function accessDenied(
  fieldName: string,
  { requiredAccess }: Pick<PublishedScope, "requiredAccess">,
): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: "ACCESS_DENIED",
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    },
  });
}

function isMet(requirement: PublishedScope, scopes: readonly string[]): boolean {
  return requirement.offlineScopes.some((scope) => isGranted(scopes, scope));
}

/** A connection needs what its nodes need. */
function typesReturned(type: GraphQLNamedType): string[] {
  if (!type.name.endsWith("Connection") || !("getFields" in type)) return [type.name];
  const nodes = type.getFields().nodes;
  return nodes ? [type.name, getNamedType(nodes.type).name] : [type.name];
}
