import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { attachment } from "#app/admin/attachment.ts";
import { isRun } from "#app/admin/exports/exports-ask.ts";
import { exportKindOf } from "#app/core/values/export-kind.ts";
import type { Shop } from "#app/core/values/ids.ts";

/** A file that is ready, while it is kept. */
export async function loader({ request, params, context: { encore } }: LoaderFunctionArgs) {
  const { session } = await encore.shopify.authenticate.admin(request);
  const shop = session.shop as Shop;
  const kind = exportKindOf(params.kind);
  const { run } = params;
  const stream = kind && isRun(run) ? await encore.flows.readExport({ shop, kind, run }) : undefined;
  if (!stream) throw json({ code: "no-such-file" }, { status: 404 });
  const name = `encore-${kind}-${shop.split(".")[0]}`;
  return kind === "orders"
    ? attachment(stream, `${name}.csv`, "text/csv; charset=utf-8")
    : attachment(stream, `${name}.jsonl.gz`, "application/gzip");
}
