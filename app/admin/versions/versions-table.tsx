import { Badge, Link, Text } from "@shopify/polaris";
import type { Format } from "../format.tsx";
import { rulebookWords } from "../rulebook/words.ts";
import type { VersionsPageData } from "./versions-data.ts";
import styles from "./versions-table.module.css";
import { whoWords } from "./who.ts";

const words = rulebookWords.versions;

/** One row a version, the latest first; below 768 px each is a small card of its own. */
export function VersionsTable({ data, format }: { readonly data: VersionsPageData; readonly format: Format }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.columns.version}</th>
          <th scope="col">{words.columns.at}</th>
          <th scope="col">{words.columns.by}</th>
          <th scope="col">{words.columns.note}</th>
          <th scope="col">{words.columns.share}</th>
          <th scope="col">
            <Text as="span" visuallyHidden>
              {words.rollBack}
            </Text>
          </th>
        </tr>
      </thead>
      <tbody>
        {data.versions.map(({ version, publishedAt, publishedBy, note, share }) => (
          <tr key={version}>
            <td className={styles.version}>{words.version(version)}</td>
            <td>
              <time dateTime={new Date(publishedAt).toISOString()}>{format.dateTime(publishedAt)}</time>
            </td>
            <td className={styles.by}>{whoWords(publishedBy, data.viewer)}</td>
            <td className={styles.note}>{note}</td>
            <td className={styles.share}>
              {share === 0 ? words.none : <Badge tone={share === 100 ? "success" : "info"}>{words.share(share)}</Badge>}
            </td>
            <td className={styles.back}>
              {share === 0 ? (
                <Link url={`/app/versions/${version}`} accessibilityLabel={words.rollBackTo(version)}>
                  {words.rollBack}
                </Link>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
