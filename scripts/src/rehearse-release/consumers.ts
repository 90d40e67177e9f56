// Which consumers there are, and with what each is run.

/** A project that uses the packages: a folder of `consumers/`. */
export interface Consumer {
  readonly name: string;
  /** What installs it. */
  readonly install: readonly [string, ...string[]];
  /** Which of the files that consumers share are put beside it; a `.js` is made from the `.ts`. */
  readonly shared?: readonly ("scenario.ts" | "scenario.js" | "own-sandbox.ts" | "own-sandbox.js")[];
  /** Commands that run once, before all runs. */
  readonly build?: readonly Step[];
  readonly runs: readonly Run[];
}

/** A way in which a consumer is run: one line of the result. */
export interface Run {
  /** With what. `{name}` stands for the version of that package of the rig. */
  readonly label: string;
  /** The Node that it runs on; by default the newest one. */
  readonly node?: string;
  /** The commands, in order. The last one reports the calls. */
  readonly steps: readonly Step[];
  /** The consumer has its own sandbox, in process. */
  readonly isInProcess?: boolean;
  /** Needs a browser. */
  readonly isInBrowser?: boolean;
}

/** A command; `rig:` begins a file of the rig, `tsc@` a compiler. */
export type Step = readonly [string, ...string[]];

const nodes = ["20.19", "22", "24", "26"];
const npm = ["npm", "install"] as const;

/** One run for each Node. */
function onEachNode(...steps: Step[]): Run[] {
  return nodes.map((node) => ({ label: `Node {node-${node}}`, node, steps }));
}

/** One run for each TypeScript: the types have to hold under each kind of module resolution. */
function withEachTypeScript(versions: readonly string[], projects: readonly string[], ...then: Step[]): Run[] {
  return versions.map((version) => ({
    label: `TypeScript {typescript-${version}}`,
    steps: [...projects.map((project): Step => [`tsc@${version}`, "-p", project]), ...then],
  }));
}

/** The same steps twice: with the sandbox on loopback, and with one of the consumer's own. */
function inBothWays(label: string, ...steps: Step[]): Run[] {
  return [
    { label, steps },
    { label: `${label}, own sandbox`, steps, isInProcess: true },
  ];
}

/** Jest runs ES modules by a feature of Node's that asks for a flag. */
const jest = ["node", "--experimental-vm-modules", "node_modules/jest/bin/jest.js"] as const;

const both = ["scenario.ts", "own-sandbox.ts"] as const;

/** All of them. */
export const consumers: readonly Consumer[] = [
  { name: "node-esm", install: npm, shared: ["scenario.js"], runs: onEachNode(["node", "main.js"]) },
  { name: "node-commonjs", install: npm, runs: onEachNode(["node", "main.cjs"]) },
  {
    name: "typescript-esm",
    install: npm,
    shared: both,
    runs: withEachTypeScript(
      ["5.4", "5.9", "6", "7"],
      ["nodenext", "node16", "bundler", "dom"].map((kind) => `tsconfig.${kind}.json`),
      ["node", "dist/main.js"],
    ),
  },
  {
    name: "typescript-commonjs",
    install: npm,
    shared: ["scenario.ts"],
    build: [["tsc@5.9", "-p", "."]],
    runs: [
      ...withEachTypeScript(["5.8", "5.9", "6", "7"], ["."], ["node", "dist/main.js"]),
      ...onEachNode(["node", "dist/main.js"]),
    ],
  },
  {
    name: "deno",
    install: ["deno", "install", "--minimum-dependency-age=0"],
    shared: both,
    runs: inBothWays(
      "Deno {deno}",
      ["deno", "check", "main.ts"],
      ["deno", "run", "--allow-net", "--allow-env", "main.ts"],
    ),
  },
  { name: "bun", install: ["bun", "install"], shared: both, runs: inBothWays("Bun {bun}", ["bun", "run", "main.ts"]) },
  {
    name: "worker",
    install: npm,
    shared: both,
    build: [
      ["tsc@5.9", "-p", "."],
      ["esbuild", "worker.ts", "--bundle", "--format=esm", "--conditions=workerd,worker", "--outfile=dist/worker.js"],
    ],
    runs: inBothWays("Miniflare {miniflare}", ["node", "rig:workerd.js", "dist/worker.js"]),
  },
  {
    name: "vite",
    install: npm,
    shared: both,
    build: [["tsc@5.9", "-p", "."]],
    runs: inBothWays(
      "Vite, Chromium",
      ["vite", "build", "--logLevel=warn"],
      ["node", "rig:browser.js", "vite", "preview", "--host=127.0.0.1", "--port=0"],
    ).map((run) => ({ ...run, isInBrowser: true })),
  },
  {
    name: "esbuild",
    install: npm,
    shared: ["scenario.ts"],
    build: [["esbuild", "main.ts", "--bundle", "--minify", "--format=esm", "--outfile=dist/main.js"]],
    runs: [{ label: "esbuild, Chromium", steps: [["node", "rig:browser.js", "node", "server.js"]], isInBrowser: true }],
  },
  {
    name: "webpack",
    install: npm,
    shared: ["scenario.js"],
    build: [["webpack"]],
    runs: [{ label: "webpack, Node {node-20.19}", node: "20.19", steps: [["node", "dist/main.js"]] }],
  },
  {
    name: "next",
    install: npm,
    shared: ["scenario.ts"],
    build: [["next", "build"]],
    runs: ["node", "edge"].map((runtime) => ({
      label: `Next.js, ${runtime} runtime`,
      steps: [["node", "rig:request.js", `/${runtime}`, "next", "start", "--hostname=127.0.0.1", "--port=0"]],
    })),
  },
  {
    name: "vitest",
    install: npm,
    shared: both,
    runs: [
      {
        label: "Vitest",
        steps: [
          ["vitest", "run", "--reporter=json", "--outputFile=report.json"],
          ["cat", "report.json"],
        ],
        isInProcess: true,
      },
    ],
  },
  {
    name: "jest",
    install: npm,
    runs: [
      { label: "Jest, Node {node-24}", node: "24", steps: [[...jest, "--json"]], isInProcess: true },
      {
        label: "Jest with Babel, Node {node-22}",
        node: "22",
        steps: [["jest", "--json", "--config=jest.babel.config.js"]],
        isInProcess: true,
      },
    ],
  },
  {
    name: "pnpm",
    install: ["pnpm", "install"],
    shared: ["scenario.js"],
    runs: [{ label: "pnpm {pnpm}", steps: [["node", "main.js"]] }],
  },
  {
    name: "yarn",
    install: ["yarn", "install"],
    shared: ["scenario.js"],
    runs: [{ label: "Yarn {@yarnpkg/cli-dist}, Plug'n'Play", steps: [["yarn", "node", "main.js"]] }],
  },
];

/** What all consumers call that don't have their own. */
export const sandbox: Consumer = { name: "sandbox", install: npm, runs: [] };
