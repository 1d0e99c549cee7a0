import type { LoaderFunctionArgs } from "@remix-run/node";
import { Failure } from "#app/admin/failure.tsx";
import { TemplatesPage } from "#app/admin/rules/templates-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  return null;
}

export default speaking(["rules", "templates"], TemplatesPage);

export const ErrorBoundary = () => <Failure />;
