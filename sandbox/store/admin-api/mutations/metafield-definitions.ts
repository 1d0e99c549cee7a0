import { isGranted } from "../../access-scopes.ts";
import type { Engine } from "../../engine.ts";
import { isOursToWrite, keptNamespace } from "../../metafields/app-namespace.ts";
import { SCOPE_TO_WRITE } from "../../metafields/doubts.ts";
import type { MetafieldDefinition } from "../../state/metafield.ts";
import { accessDenied } from "../access.ts";
import type { ApiContext } from "../api-context.ts";
import { gid, parseGid } from "../gid.ts";
import { definitionNode } from "../nodes/metafield.ts";
import { gidTypeOf, ownerTypeOf } from "./owner-types.ts";
import { errorsIn } from "./user-errors.ts";

interface DefinitionInput {
  readonly name: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly description?: string | null;
  readonly ownerType: string;
  readonly type: string;
}

/** What may be written where, and who may see it. https://shopify.dev/docs/apps/build/custom-data/metafields/definitions */
export const metafieldDefinitionMutations = {
  metafieldDefinitionCreate({ definition: input }: { definition: DefinitionInput }, { engine, scopes }: ApiContext) {
    mayDefine("metafieldDefinitionCreate", input.ownerType, scopes);
    const namespace = keptNamespace(input.namespace);
    const errors = errorsIn("definition");
    if (input.name.trim() === "") errors.add("name", "BLANK", "Name can't be blank");
    if (!isOursToWrite(namespace)) errors.add("namespace", "RESERVED_NAMESPACE_KEY", "Namespace is reserved.");
    if (!/^[A-Za-z0-9_-]{2,64}$/.test(input.key))
      errors.add("key", "INVALID_CHARACTER", "Key contains invalid characters.");
    const wanted = { ownerType: input.ownerType, namespace, key: input.key };
    if (definitionOf(engine, wanted)) {
      errors.add("key", "TAKEN", `Key is in use for ${input.ownerType} metafields on the '${namespace}' namespace.`);
    }
    if (errors.errors.length > 0) return { createdDefinition: null, userErrors: errors.errors };
    const definition: MetafieldDefinition = {
      id: engine.newId("metafield-definition"),
      name: input.name.trim(),
      ...wanted,
      type: input.type,
      description: input.description ?? undefined,
    };
    engine.state.metafieldDefinitions.push(definition);
    engine.changed();
    return { createdDefinition: definitionNode(engine, definition), userErrors: [] };
  },

  metafieldDefinitionDelete(
    args: {
      id?: string | null;
      identifier?: { ownerType: string; namespace?: string | null; key: string } | null;
      deleteAllAssociatedMetafields?: boolean | null;
    },
    { engine, scopes }: ApiContext,
  ) {
    const { identifier } = args;
    const found = identifier
      ? definitionOf(engine, { ...identifier, namespace: keptNamespace(identifier.namespace) })
      : engine.state.metafieldDefinitions.find(({ id }) => args.id != null && id === parseGid(args.id)?.id);
    if (!found) {
      const error = { field: [identifier ? "identifier" : "id"], message: "Definition not found.", code: "NOT_FOUND" };
      return { deletedDefinitionId: null, userErrors: [error] };
    }
    mayDefine("metafieldDefinitionDelete", found.ownerType, scopes);
    const { state } = engine;
    state.metafieldDefinitions = state.metafieldDefinitions.filter((definition) => definition !== found);
    if (args.deleteAllAssociatedMetafields) {
      const isIts = (owner: string) => ownerTypeOf(owner) === found.ownerType;
      state.metafields = state.metafields.filter(
        ({ owner, namespace, key }) => !(isIts(owner) && namespace === found.namespace && key === found.key),
      );
    }
    engine.changed();
    return { deletedDefinitionId: gid("MetafieldDefinition", found.id), userErrors: [] };
  },
};

function definitionOf(
  { state }: Engine,
  wanted: Pick<MetafieldDefinition, "ownerType" | "namespace" | "key">,
): MetafieldDefinition | undefined {
  return state.metafieldDefinitions.find(
    ({ ownerType, namespace, key }) =>
      ownerType === wanted.ownerType && namespace === wanted.namespace && key === wanted.key,
  );
}

function mayDefine(field: string, ownerType: string, scopes: readonly string[]): void {
  const scope = SCOPE_TO_WRITE[gidTypeOf(ownerType) ?? ""];
  if (scope && !isGranted(scopes, scope)) {
    throw accessDenied(field, { requiredAccess: `API client to have access to the resource type (${scope}).` });
  }
}
