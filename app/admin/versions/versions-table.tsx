import { Badge, Link, Text } from "@shopify/polaris";
import { said } from "#app/core/values/say.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import type { VersionsPageData } from "./versions-data.ts";
import styles from "./versions-table.module.css";
import { whoWords } from "./who.ts";

/** One row a version, the latest first; below 768 px each is a small card of its own. */
export function VersionsTable({ data, format }: { readonly data: VersionsPageData; readonly format: Format }) {
  const say = useSay();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say("versions.column.version")}</th>
          <th scope="col">{say("versions.column.at")}</th>
          <th scope="col">{say("versions.column.by")}</th>
          <th scope="col">{say("versions.column.note")}</th>
          <th scope="col">{say("versions.column.share")}</th>
          <th scope="col">
            <Text as="span" visuallyHidden>
              {say("versions.roll-back")}
            </Text>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.versions.map(({ version, publishedAt, publishedBy, note, share }) => (
          <tr key={version}>
            <td className={styles.version}>{say("versions.version", { version })}</td>
            <td>
              <time dateTime={new Date(publishedAt).toISOString()}>{format.dateTime(publishedAt)}</time>
            </td>
            <td className={styles.by}>{whoWords(publishedBy, data.viewer, say)}</td>
            <td className={styles.note}>{typeof note === "string" ? note : said(note, say)}</td>
            <td className={styles.share}>
              <Share percent={share} />
            </td>
            <td className={styles.back}>
              {share === 0 ? (
                <Link url={`/app/versions/${version}`} accessibilityLabel={say("versions.roll-back-to", { version })}>
                  {say("versions.roll-back")}
                </Link>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Share({ percent }: { readonly percent: number }) {
  const say = useSay();
  if (percent === 0) return say("versions.share.none");
  if (percent === 100) return <Badge tone="success">{say("versions.share.everyone")}</Badge>;
  return <Badge tone="info">{say("versions.share.some", { percent })}</Badge>;
}
