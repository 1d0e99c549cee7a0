import type { GraphQLFieldResolver } from "graphql";
import { belongsTo } from "../../collections.ts";
import type { AppMetafield } from "../../state/metafield.ts";
import type { ApiContext } from "../api-context.ts";
import { connectionOf, type PageArgs } from "../connection.ts";
import { gid, parseGid } from "../gid.ts";
import { type CollectionListArgs, collectionConnection } from "./collection.ts";
import { productNode, variantConnection } from "./goods.ts";
import { nodeBehind } from "./node.ts";

type Resolver<Source, Args> = (source: Source, args: Args, context: ApiContext) => unknown;

/** What leads from one kind of thing to another and back, kept apart so that no module imports in a circle. By "Type.field". */
export const LINKED_FIELDS = new Map<string, GraphQLFieldResolver<unknown, ApiContext>>([
  linked<{ id: string }, CollectionListArgs>("Product.collections", (source, args, { engine }) => {
    const product = engine.state.products.find(({ id }) => id === parseGid(source.id)?.id);
    const its = engine.state.collections.filter((collection) => product && belongsTo(product, collection));
    return collectionConnection(engine, its, args);
  }),
  linked<{ id: string }, PageArgs>("Product.bundleComponents", (source, args, { engine }) => {
    const { products } = engine.state;
    const bundle = products.find(({ id }) => id === parseGid(source.id)?.id);
    const parts = (bundle?.components ?? []).flatMap(({ productId, quantity }) => {
      const product = products.find(({ id }) => id === productId);
      return product ? [{ product, quantity }] : [];
    });
    return connectionOf(
      parts,
      args,
      ({ product }) => product.id,
      ({ product, quantity }) => ({
        componentProduct: () => productNode(engine, product),
        componentVariants: (page: PageArgs) => variantConnection(engine, product, product.variants, page),
        quantity,
      }),
    );
  }),
  linked<AppMetafield, object>("Metafield.reference", ({ type, value }, _, { engine }) =>
    /^[a-z_]+_reference$/.test(type) ? nodeBehind(engine, value) : null,
  ),
  linked<AppMetafield, PageArgs>("Metafield.references", ({ type, value }, args, { engine }) => {
    if (!/^list\.[a-z_]+_reference$/.test(type)) return null;
    const found = (JSON.parse(value) as string[]).flatMap((id) => nodeBehind(engine, id) ?? []);
    return connectionOf(found, args, idOf, (node) => node);
  }),
]);

/** Resolvers are given what their parent type's node function made: the types here say which part of it they read. */
function linked<Source, Args>(name: string, resolve: Resolver<Source, Args>) {
  const resolver: GraphQLFieldResolver<unknown, ApiContext> = (source, args, context) =>
    resolve(source as Source, args as Args, context);
  return [name, resolver] as const;
}

function idOf(node: { readonly __typename: string }): string {
  return "id" in node ? String(node.id) : gid(node.__typename, 0);
}
