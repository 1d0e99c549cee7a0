import { Text } from "@shopify/polaris";
import type { HomeScreen } from "#app/stores/read-models/home-screen.ts";
import type { Format } from "../format.tsx";
import { useSay } from "../say.tsx";
import styles from "./home.module.css";

type Days = HomeScreen["days"];

/** Pixels of the tallest bar; a day on which more went back than came in goes below the line. */
const HEIGHT = 120;
/** So many days have room for a date below each bar, on a phone too. */
const DATED_MOST = 7;
/** A bar of a day that earned anything can be seen. */
const LEAST = 2;

/** A bar a day. Who cannot see it has the same as a table. */
export function EarnedChart({ days, format }: { readonly days: Days; readonly format: Format }) {
  const say = useSay();
  const amounts = days.map(({ earned }) => earned.minor);
  const most = Math.max(0, ...amounts);
  const least = Math.min(0, ...amounts);
  const scale = most - least === 0 ? 0 : HEIGHT / (most - least);
  const zeroAt = most * scale;
  const width = 100 / days.length;
  const best = days.find(({ earned }) => earned.minor === most);
  const dayText = (day: string) => format.day(noonOf(day));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.caption}>
        <Text as="span" variant="bodySm" tone="subdued">
          {say("home.chart.title")}
        </Text>
        {most > 0 && best ? (
          <Text as="span" variant="bodySm" tone="subdued">
            {say("home.chart.best", { amount: format.money(best.earned), day: dayText(best.day) })}
          </Text>
        ) : null}
      </figcaption>
      <svg className={styles.bars} width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
        {days.map(({ day, earned }, index) => {
          const height = earned.minor === 0 ? 0 : Math.max(LEAST, Math.abs(earned.minor) * scale);
          return (
            <rect
              key={day}
              className={earned.minor < 0 ? styles.back : styles.bar}
              x={`${index * width + width * 0.12}%`}
              width={`${width * 0.76}%`}
              y={earned.minor < 0 ? zeroAt : zeroAt - height}
              height={height}
            >
              <title>{`${dayText(day)}: ${format.money(earned)}`}</title>
            </rect>
          );
        })}
        <line
          className={styles.zero}
          x1="0"
          x2="100%"
          y1={scale === 0 ? HEIGHT : zeroAt}
          y2={scale === 0 ? HEIGHT : zeroAt}
        />
      </svg>
      <Dates days={days} format={format} dayText={dayText} />
      <DaysTable days={days} format={format} dayText={dayText} />
    </figure>
  );
}

interface Dated {
  readonly days: Days;
  readonly format: Format;
  readonly dayText: (day: string) => string;
}

/** Below each bar its date where there is room, else below the first and the last. */
function Dates({ days, format, dayText }: Dated) {
  const isEach = days.length <= DATED_MOST;
  const dated = isEach ? days : [days[0], days.at(-1)].filter((one) => one !== undefined);
  return (
    <div className={isEach ? styles.dates : styles.caption} aria-hidden="true">
      {dated.map(({ day }) => (
        <Text key={day} as="span" variant="bodySm" tone="subdued" {...(isEach ? { alignment: "center" } : {})}>
          {isEach ? format.shortDay(noonOf(day)) : dayText(day)}
        </Text>
      ))}
    </div>
  );
}

const noonOf = (day: string) => Date.parse(`${day}T12:00:00Z`);

function DaysTable({ days, format, dayText }: Dated) {
  const say = useSay();
  return (
    <div className={styles.hidden}>
      <table>
        <caption>{say("home.chart.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("home.chart.day")}</th>
            <th scope="col">{say("home.chart.earned")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, earned }) => (
            <tr key={day}>
              <th scope="row">{dayText(day)}</th>
              <td>{format.money(earned)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
