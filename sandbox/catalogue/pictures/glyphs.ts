interface GlyphColours {
  readonly base: string;
  readonly accent: string;
  readonly deep: string;
  readonly pale: string;
}

const LEAF = "#5f8f57";
const RED = "#c93a32";

/** Small ornaments for printed cloth and tin, about 44 wide around the origin. */
export const GLYPHS = {
  dot: ({ accent }) => `<circle r="15" fill="${accent}"/>`,
  star: ({ accent }) =>
    `<path d="M0-17L5-5 17-5 7 3 11 15 0 8-11 15-7 3-17-5-5-5z" fill="${accent}" stroke="${accent}" stroke-width="2" stroke-linejoin="round"/>`,
  heart: ({ accent }) =>
    `<path d="M0 15C-24 0-18-17-8-16-3-15 0-11 0-8 0-11 3-15 8-16 18-17 24 0 0 15z" fill="${accent}"/>`,
  flower: ({ accent, deep }) => `${ring(5, 9, 9, accent)}<circle r="6" fill="${deep}"/>`,
  rose: () =>
    `<path d="M-20 8Q-26-4-10-6M20 10Q26-2 10-6" fill="${LEAF}" stroke="${LEAF}" stroke-width="5"/><circle r="14" fill="#d9657f"/><path d="M-7-2Q0-12 7-3 4 8-3 5-6 0 0-2" fill="none" stroke="#a83a58" stroke-width="3" stroke-linecap="round"/>`,
  leaf: ({ accent }) =>
    `<g transform="rotate(35)"><path d="M0-20Q15-4 0 20-15-4 0-20z" fill="${accent}"/><path d="M0-12V22" stroke="#5a6b46" stroke-width="2.4"/></g>`,
  apple: () =>
    `<path d="M0-8C-8-16-20-8-17 4-15 14-7 19 0 15 7 19 15 14 17 4 20-8 8-16 0-8z" fill="${RED}"/><path d="M0-8Q0-15 5-18" stroke="#6b4430" stroke-width="3" fill="none"/><path d="M3-12Q12-20 15-13 9-8 3-12z" fill="${LEAF}"/>`,
  pear: () =>
    `<path d="M0-16C7-15 6-4 12 3 18 13 8 19 0 19-8 19-18 13-12 3-6-4-7-15 0-16z" fill="#e6c65a"/><path d="M0-16Q1-22 5-23" stroke="#6b4430" stroke-width="3" fill="none"/><path d="M2-18Q11-24 13-17 8-13 2-18z" fill="${LEAF}"/>`,
  strawberry: () =>
    `<path d="M0 20C-18 8-20-8-10-10-5-11 5-11 10-10 20-8 18 8 0 20z" fill="${RED}"/><path d="M-12-10Q0-18 12-10 4-6 0-2-4-6-12-10z" fill="${LEAF}"/><path d="M-6 0v.5M5 0v.5M0 8v.5M-8-4v.5" stroke="#fff3d0" stroke-width="3.4" stroke-linecap="round"/>`,
  skull: ({ accent, deep }) =>
    `<path d="M0-18C14-18 19-8 17 1 16 6 11 8 10 10V18H-10V10C-11 8-16 6-17 1-19-8-14-18 0-18z" fill="${accent}"/><circle cx="-7" cy="-3" r="5" fill="${deep}"/><circle cx="7" cy="-3" r="5" fill="${deep}"/><path d="M0 4l-3 5h6zM-4 12v6M4 12v6" fill="${deep}" stroke="${deep}" stroke-width="2"/>`,
  rocket: ({ accent }) =>
    `<g transform="rotate(30)"><path d="M0-24Q13-8 9 12H-9Q-13-8 0-24z" fill="${accent}"/><path d="M-9 4L-17 18-8 13zM9 4L17 18 8 13z" fill="${RED}"/><circle cy="-5" r="5" fill="#f0c75e"/><path d="M-5 14L0 25 5 14z" fill="#f0a04b"/></g>`,
  paisley: ({ accent, deep }) =>
    `<g transform="rotate(-25)"><path d="M4-22C-2-10-18-6-16 8-14 22 10 22 14 6 16-6 6-10 4-22z" fill="${accent}"/><circle cx="-1" cy="7" r="7" fill="none" stroke="${deep}" stroke-width="3"/><circle cx="-1" cy="7" r="2.4" fill="${deep}"/></g>`,
  mushroom: ({ accent }) =>
    `<path d="M-6 0H6L8 18H-8z" fill="${accent}"/><path d="M-20 2Q-18-20 0-20 18-20 20 2z" fill="${RED}"/><circle cx="-8" cy="-8" r="3.6" fill="#fff"/><circle cx="5" cy="-12" r="3" fill="#fff"/><circle cx="10" cy="-4" r="3" fill="#fff"/>`,
  doily: ({ accent }) =>
    `${ring(12, 25, 5, "#fffdf7")}<circle r="25" fill="#fffdf7"/><circle r="19" fill="none" stroke="${accent}" stroke-width="2.5" stroke-dasharray="4 4"/>${ring(8, 11, 3.2, accent)}<circle r="4" fill="${accent}"/>`,
  swirl: ({ accent }) =>
    `<path d="M0 22V-2M0 6C-16 8-22-6-14-14-6-19 0-10-6-6M0 6C16 8 22-6 14-14 6-19 0-10 6-6M0-2C-4-12 0-18 0-24 0-18 4-12 0-2" fill="none" stroke="${accent}" stroke-width="4" stroke-linecap="round"/>`,
  letters: ({ deep }) =>
    `<text font-family="Georgia,serif" font-weight="700" font-size="36" fill="${RED}" text-anchor="end" x="2" y="10">A</text><text font-family="Georgia,serif" font-weight="700" font-size="26" fill="${deep}" x="5" y="18">b</text>`,
  owl: ({ accent, deep }) =>
    `<path d="M-16-18L-8-13H8L16-18V6Q14 20 0 20-14 20-16 6z" fill="${accent}"/><circle cx="-7" cy="-4" r="6" fill="${deep}"/><circle cx="7" cy="-4" r="6" fill="${deep}"/><circle cx="-7" cy="-4" r="2.4" fill="#fff"/><circle cx="7" cy="-4" r="2.4" fill="#fff"/><path d="M-3 3H3L0 9z" fill="#e8894a"/>`,
  car: ({ accent, deep }) =>
    `<path d="M-26 8V-1Q-18-2-14-12H10Q15-3 26-1V8z" fill="${RED}"/><path d="M-10-8H-2V-2H-14zM2-8H8L12-2H2z" fill="${accent}"/><circle cx="-14" cy="9" r="7" fill="${deep}"/><circle cx="14" cy="9" r="7" fill="${deep}"/>`,
  dinosaur: ({ accent }) =>
    `<path d="M-28 14Q-12 12-10 0-4-10 6-6 10-22 24-20 28-14 22-11 16-10 16 2L14 16H8L7 7H-3L-5 16H-11L-12 10Q-20 16-28 14z" fill="${accent}"/>`,
  crown: ({ accent }) =>
    `<path d="M-20 13L-22-8-10 2 0-16 10 2 22-8 20 13z" fill="${accent}"/><circle cx="0" cy="-18" r="3.4" fill="${accent}"/>`,
  bus: ({ accent }) =>
    `<path d="M-22-16H22V12H-22z" fill="${RED}"/><path d="M-17-11H17V-5H-17zM-17-1H17V4H-17z" fill="${accent}"/><circle cx="-11" cy="13" r="5" fill="#222"/><circle cx="11" cy="13" r="5" fill="#222"/>`,
  gingham: ({ accent }) =>
    `<path d="M-33-33H0V33H-33z" fill="${accent}" opacity=".55"/><path d="M-33-33H33V0H-33z" fill="${accent}" opacity=".55"/>`,
  stripe: ({ accent }) => `<path d="M-33-33H0V33H-33z" fill="${accent}"/>`,
  teacup: ({ accent }) =>
    `<path d="M-15-9H12Q12 10-1 11-15 10-15-9z" fill="${accent}"/><path d="M12-6Q22-6 19 1 16 5 10 4M-19 15H16" fill="none" stroke="${accent}" stroke-width="4" stroke-linecap="round"/>`,
  cupcake: () =>
    `<path d="M-14 2H14L9 19H-9z" fill="#c93a32"/><path d="M-17 3Q-20-7-9-8-7-18 2-17 12-16 11-8 20-6 16 3z" fill="#fbe3e8"/><circle cx="1" cy="-19" r="5" fill="#c93a32"/>`,
  snowflake: ({ accent }) =>
    `<path d="M0-19V19M-16-9L16 9M-16 9L16-9M-5-15L0-10 5-15M-5 15L0 10 5 15" fill="none" stroke="${accent}" stroke-width="4" stroke-linecap="round"/>`,
  butterfly: ({ accent, deep }) =>
    `<path d="M0 0Q-10-20-20-12-24 2 0 2-16 6-12 15-4 18 0 4 4 18 12 15 16 6 0 2 24 2 20-12 10-20 0 0z" fill="${accent}"/><path d="M0-8V12" stroke="${deep}" stroke-width="3" stroke-linecap="round"/>`,
  bird: ({ accent, deep }) =>
    `<path d="M-20 6Q-10-14 6-10 10-18 17-13L23-9 17-6Q16 12-4 12-14 12-24 16z" fill="${accent}"/><circle cx="13" cy="-10" r="2" fill="${deep}"/>`,
  tree: ({ accent }) =>
    `<path d="M0-22L12-6H6L16 8H-16L-6-6H-12z" fill="${accent}"/><path d="M-3 8H3V16H-3z" fill="${accent}"/>`,
  bauble: ({ accent }) =>
    `<circle cy="4" r="15" fill="${accent}"/><path d="M-14 1H14M-13 8H13" stroke="#3f7d58" stroke-width="4"/><path d="M-4-14H4V-9H-4z" fill="#e7c15a"/>`,
  union: () =>
    `<path d="M-33-33H33V33H-33z" fill="#2f4a7a"/><path d="M-33-33L33 33M33-33L-33 33" stroke="#fff8ee" stroke-width="13"/><path d="M-33-33L33 33M33-33L-33 33" stroke="#c93a32" stroke-width="5"/><path d="M0-33V33M-33 0H33" stroke="#fff8ee" stroke-width="21"/><path d="M0-33V33M-33 0H33" stroke="#c93a32" stroke-width="12"/>`,
} satisfies Record<string, (colours: GlyphColours) => string>;

export type GlyphName = keyof typeof GLYPHS;

function ring(count: number, radius: number, size: number, fill: string): string {
  return Array.from({ length: count }, (_, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    return `<circle cx="${(radius * Math.cos(angle)).toFixed(1)}" cy="${(radius * Math.sin(angle)).toFixed(1)}" r="${size}" fill="${fill}"/>`;
  }).join("");
}
