/**
 * Who may import whom (docs/architecture.md has the table and its reasons). Every area lists what it may reach; all
 * else is a violation. `tests/architecture` plants one of each and sees it caught.
 */
const node = { builtins: true };
const npm = (...names) => ({ packages: names });
const folders = (...paths) => ({ folders: paths });

/** The core's stages in the order of an order's journey: each may import itself and what stands left of it. */
const STAGES = [
  "values",
  "catalog",
  "facts",
  "suggestions",
  "economics",
  "rules",
  "experiments",
  "decision",
  "extract",
  "replay",
  "acceptance",
  "attribution",
  "analytics",
];

const core = Object.fromEntries(
  STAGES.map((stage, index) => [
    `app/core/${stage}`,
    // The catalogue's keys are a type there: nothing of it is in what runs.
    [folders("app/locales/en.json", ...STAGES.slice(0, index + 1).map((left) => `app/core/${left}`))],
  ]),
);

const extractAndLeft = STAGES.slice(0, STAGES.indexOf("extract") + 1).map((stage) => `app/core/${stage}`);

const areas = {
  ...core,
  "app/contracts": [folders("app/contracts", "app/core"), npm("zod")],
  "app/platform": [folders("app/platform", "app/core/values"), npm("pino", "zod"), node],
  "app/stores": [
    folders("app/stores", "app/core", "app/platform"),
    npm("@prisma/", "pg", "graphile-worker", "prisma", "@shopify/shopify-app-session-storage", "@shopify/shopify-api"),
    node,
  ],
  "app/shopify": [folders("app/shopify", "app/core", "app/platform"), npm("@shopify/", "fast-jwt", "zod"), node],
  "app/flows": [
    folders("app/flows", "app/core", "app/stores", "app/shopify", "app/platform", "app/jobs/catalogue.ts"),
    node,
  ],
  "app/jobs": [
    folders("app/jobs", "app/flows", "app/stores", "app/platform", "app/core/values"),
    npm("graphile-worker", "zod"),
    node,
  ],
  "app/http": [
    folders(
      "app/http",
      "app/flows",
      "app/contracts",
      "app/core",
      "app/platform",
      "app/shopify/authenticate",
      "app/shopify/tickets",
    ),
    npm("zod"),
    node,
  ],
  "app/routes": [
    folders(
      "app/routes",
      "app/flows",
      "app/contracts",
      "app/core",
      "app/stores/read-models",
      "app/shopify/authenticate",
      "app/admin",
      "app/locales",
      "app/composition.ts",
      "app/load-context.ts",
    ),
    npm("@remix-run/", "react", "@shopify/"),
  ],
  "app/admin": [
    folders(
      "app/admin",
      "app/core",
      "app/contracts",
      "app/locales",
      "hosts",
      "app/stores/read-models",
      "docs/merchants",
    ),
    npm("react", "@shopify/", "@remix-run/react", "@dnd-kit/", "marked"),
  ],
  "app/preview": [
    folders("app/preview", "app/core", "app/contracts", "app/http/offer-view.ts", "app/http/page-words", "hosts"),
  ],
  // The catalogues in pieces, as scripts/vite serves them.
  "app/locales": [folders("app/locales", "app/core/values", "virtual:texts"), npm("icu-minify")],
  "app/cli": [folders("app/cli", "app/core", "app/flows", "app/platform", "app/locales"), node],
  extensions: [
    folders("extensions", "app/contracts", ...extractAndLeft),
    npm("@shopify/post-purchase-ui-extensions", "@shopify/ui-extensions", "preact", "@preact/signals"),
  ],
  hosts: [
    folders("hosts"),
    npm("@remote-ui/", "@remote-dom/", "@quilted/threads", "preact"),
    { except: "^hosts/[^/]+/build\\.ts$" },
  ],
  sandbox: [folders("sandbox", "hosts", "app/contracts", "app/core/values"), { anyPackage: true }, node],
};

const rules = Object.entries(areas).map(([area, allowances]) => ({
  name: `${area.replaceAll("/", "-")}-imports-only-what-it-may`,
  severity: "error",
  // A host's build.ts is what bundles it for a page: it runs in Node, beside the host.
  from: { path: `^${area}/`, pathNot: allowances.flatMap(({ except = [] }) => except) },
  to: {
    pathNot: allowances.flatMap(patternsOf),
    ...(allowances.some(({ builtins }) => builtins) ? { dependencyTypesNot: ["core"] } : {}),
  },
}));

function patternsOf({ folders: paths = [], packages = [], anyPackage = false }) {
  return [
    ...paths.map((path) => `^${path.replaceAll(".", "\\.")}`),
    ...packages.map((name) => `(^|/)node_modules/(@types/)?${name}`),
    ...(anyPackage ? ["(^|/)node_modules/"] : []),
  ];
}

export default {
  forbidden: [
    ...rules,
    { name: "no-circle", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolvable",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^virtual:"] },
    },
    {
      name: "no-extension-imports-another",
      severity: "error",
      from: { path: "^extensions/([^/]+)/", pathNot: "^extensions/shared/" },
      to: { path: "^extensions/", pathNot: ["^extensions/$1/", "^extensions/shared/"] },
    },
    {
      name: "one-flow-never-reaches-into-another",
      severity: "error",
      from: { path: "^app/flows/([^/]+)\\.ts$" },
      to: { path: "^app/flows/[^/]+/" },
    },
    {
      name: "nothing-that-ships-imports-tests-bench-or-sandbox",
      severity: "error",
      from: { path: "^(app|extensions|server\\.ts)" },
      to: { path: "^(tests|bench|sandbox|scripts)/" },
    },
    {
      name: "only-the-composition-wires-stores-flows-http-and-jobs-together",
      severity: "error",
      from: { path: "^app/(?!composition\\.ts)" },
      to: { path: "^app/composition\\.ts", dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
