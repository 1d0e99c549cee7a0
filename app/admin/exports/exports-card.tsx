import { Banner, BlockStack, Box, Card, Divider, Text } from "@shopify/polaris";
import { EXPORT_KINDS, type ExportKind } from "#app/core/values/export-kind.ts";
import { said } from "#app/core/values/say.ts";
import type { ExportTold } from "#app/stores/read-models/exports-screen.ts";
import { useFormat } from "../format.tsx";
import { useSay } from "../say.tsx";
import { ExportRow } from "./export-row.tsx";
import { useExports } from "./use-exports.ts";

/**
 * The shop's data as files: asked for, watched, cancelled, downloaded. What is being written goes on when the page is left.
 * `known` is how the files stood when the page was loaded.
 */
export function ExportsCard({
  known,
  timezone,
  kinds = EXPORT_KINDS,
}: {
  readonly known: readonly ExportTold[];
  readonly timezone: string;
  readonly kinds?: readonly ExportKind[];
}) {
  const say = useSay();
  const format = useFormat(timezone);
  const { exports, why, send, asked } = useExports(known);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {say("exports.title")}
        </Text>
        {why ? <Banner tone="warning" title={said(why, say)} /> : null}
        {kinds.map((kind, index) => (
          <BlockStack gap="400" key={kind}>
            {index > 0 ? <Divider /> : null}
            <Box>
              <ExportRow
                kind={kind}
                told={exports.find((one) => one.kind === kind)}
                asked={asked?.kind === kind ? asked.intent : undefined}
                send={send}
                format={format}
              />
            </Box>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
