import { PlanPage } from "#app/admin/settings/plan-page.tsx";

export default function Plan() {
  return <PlanPage />;
}
