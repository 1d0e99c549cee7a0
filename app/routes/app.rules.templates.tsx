import type { LoaderFunctionArgs } from "@remix-run/node";
import { Failure } from "#app/admin/failure.tsx";
import { TemplatesPage } from "#app/admin/rules/templates-page.tsx";

export async function loader({ request, context: { encore } }: LoaderFunctionArgs) {
  await encore.shopify.authenticate.admin(request);
  return null;
}

export default TemplatesPage;

export const ErrorBoundary = () => <Failure />;
