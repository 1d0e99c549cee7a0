import { GraphQLError } from "graphql";
import { isGranted } from "../../access-scopes.ts";
import { isOursToWrite, keptNamespace } from "../../metafields/app-namespace.ts";
import { SCOPE_TO_WRITE, VALUE_BYTES_MOST } from "../../metafields/doubts.ts";
import {
  compareDigest,
  deleteMetafield,
  isOwner,
  metafieldAt,
  ownersChanged,
  writeMetafield,
} from "../../metafields/keep-metafields.ts";
import { isOfType } from "../../metafields/value-types.ts";
import { accessDenied } from "../access.ts";
import type { ApiContext } from "../api-context.ts";
import { parseGid } from "../gid.ts";
import { appMetafieldNode } from "../nodes/metafield.ts";
import { ownerTypeOf } from "./owner-types.ts";

interface SetInput {
  readonly ownerId: string;
  readonly namespace?: string | null;
  readonly key: string;
  readonly type?: string | null;
  readonly value: string;
  /** null: only where there is none yet. */
  readonly compareDigest?: string | null;
}

interface Identifier {
  readonly ownerId: string;
  readonly namespace: string;
  readonly key: string;
}

const MOST_AT_ONCE = 25;

/** https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet: all of them or none. */
export const metafieldMutations = {
  metafieldsSet({ metafields }: { metafields: readonly SetInput[] }, context: ApiContext) {
    const { engine } = context;
    mayBeSoMany(metafields.length);
    mayWrite("metafieldsSet", metafields, context);
    const wanted = metafields.map((input) => ({
      ...input,
      owner: input.ownerId,
      namespace: keptNamespace(input.namespace),
      type: input.type ?? typeDefined(context, input),
    }));
    const userErrors = wanted.flatMap((input, index) => {
      const problem = problemOf(context, input);
      return problem ? [{ ...problem, field: ["metafields", String(index), problem.at], elementIndex: index }] : [];
    });
    if (userErrors.length > 0) return { metafields: null, userErrors };
    const written = wanted.map(({ owner, namespace, key, type, value }) =>
      writeMetafield(engine, { owner, namespace, key, type: type ?? "", value }),
    );
    ownersChanged(
      engine,
      wanted.map(({ owner }) => owner),
    );
    return { metafields: written.map(appMetafieldNode), userErrors: [] };
  },

  /** What is not there is null, and no error. */
  metafieldsDelete({ metafields }: { metafields: readonly Identifier[] }, context: ApiContext) {
    const { engine } = context;
    mayBeSoMany(metafields.length);
    mayWrite("metafieldsDelete", metafields, context);
    const deleted = metafields.map(({ ownerId, namespace, key }) => {
      const wanted = { owner: ownerId, namespace: keptNamespace(namespace), key };
      return deleteMetafield(engine, wanted) ? { ownerId, namespace: wanted.namespace, key } : null;
    });
    ownersChanged(
      engine,
      deleted.flatMap((gone) => (gone ? [gone.ownerId] : [])),
    );
    return { deletedMetafields: deleted, userErrors: [] };
  },
};

function mayBeSoMany(count: number): void {
  if (count <= MOST_AT_ONCE) return;
  const message = `The input array size of ${count} is greater than the maximum allowed of ${MOST_AT_ONCE}.`;
  throw new GraphQLError(message, { extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } });
}

function mayWrite(field: string, inputs: readonly { readonly ownerId: string }[], { scopes }: ApiContext): void {
  for (const { ownerId } of inputs) {
    const scope = SCOPE_TO_WRITE[parseGid(ownerId)?.type ?? ""];
    if (scope && !isGranted(scopes, scope)) {
      throw accessDenied(field, {
        requiredAccess: `the same access level needed to mutate the owner resource (${scope}).`,
      });
    }
  }
}

function typeDefined({ engine }: ApiContext, { ownerId, namespace, key }: SetInput): string | undefined {
  const kept = keptNamespace(namespace);
  const ownerType = ownerTypeOf(ownerId);
  const definition = engine.state.metafieldDefinitions.find(
    (known) => known.ownerType === ownerType && known.namespace === kept && known.key === key,
  );
  return definition?.type ?? metafieldAt(engine, { owner: ownerId, namespace: kept, key })?.type;
}

interface Wanted extends Omit<SetInput, "type" | "namespace"> {
  readonly owner: string;
  readonly namespace: string;
  readonly type: string | undefined;
}

function problemOf(context: ApiContext, input: Wanted) {
  const problem = (at: string, code: string, message: string) => ({ at, code, message });
  const { engine } = context;
  if (!isOwner(engine, input.owner)) return problem("ownerId", "INVALID", "Owner does not exist.");
  if (!isOursToWrite(input.namespace)) {
    return problem(
      "namespace",
      "APP_NOT_AUTHORIZED",
      "Access to this namespace and key on Metafields for this resource type is not allowed.",
    );
  }
  if (!/^[A-Za-z0-9_-]{2,64}$/.test(input.key)) {
    return problem(
      "key",
      input.key.length > 64 ? "TOO_LONG" : "INVALID",
      "Key must be 2 to 64 letters, digits, hyphens or underscores.",
    );
  }
  if (input.type === undefined) return problem("type", "BLANK", "Type can't be blank");
  const defined = typeDefined(context, { ...input, type: null });
  if (defined !== undefined && defined !== input.type) {
    return problem("type", "INVALID_TYPE", `Type must be consistent with the definition's type: '${defined}'.`);
  }
  if (input.value === "") return problem("value", "BLANK", "Value can't be blank");
  if (Buffer.byteLength(input.value) > VALUE_BYTES_MOST) {
    return problem("value", "TOO_LONG", "Value is too long (maximum is 16 KB).");
  }
  if (!isOfType(input.type, input.value)) return problem("value", "INVALID_VALUE", "Value is invalid for its type.");
  if (input.compareDigest === undefined) return undefined;
  const known = metafieldAt(engine, input);
  const digest = known ? compareDigest(known.value) : null;
  return digest === input.compareDigest
    ? undefined
    : problem(
        "compareDigest",
        "STALE_OBJECT",
        "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
      );
}
