import { Card, SkeletonBodyText, SkeletonPage } from "@shopify/polaris";

/** What stands in a screen's place while the screen is on its way. */
export function Skeleton() {
  return (
    <SkeletonPage primaryAction>
      <Card>
        <SkeletonBodyText lines={8} />
      </Card>
    </SkeletonPage>
  );
}
