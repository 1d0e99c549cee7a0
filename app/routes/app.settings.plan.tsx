import { PlanPage } from "#app/admin/settings/plan-page.tsx";
import { speaking } from "#app/admin/speaking.tsx";

export default speaking(["settings"], Plan);

function Plan() {
  return <PlanPage />;
}
