// Which consumers there are, and with what each is run.

/** A project that uses the packages: a folder of `consumers/`. */
export interface Consumer {
  readonly name: string;
  /** What installs it. */
  readonly install: readonly [string, ...string[]];
  /** What is made of the shared scenario for it. */
  readonly scenario?: "scenario.ts" | "scenario.js";
  /** Commands that run once, before all runs. */
  readonly build?: readonly Step[];
  readonly runs: readonly Run[];
}

/** A way in which a consumer is run: one line of the result. */
export interface Run {
  /** With what. */
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
  return nodes.map((node) => ({ label: `Node ${node}`, node, steps }));
}

/** One run for each TypeScript: the types have to hold under each kind of module resolution. */
function withEachTypeScript(versions: readonly string[], projects: readonly string[], ...then: Step[]): Run[] {
  return versions.map((version) => ({
    label: `TypeScript ${version}`,
    steps: [...projects.map((project): Step => [`tsc@${version}`, "-p", `tsconfig.${project}.json`]), ...then],
  }));
}

/** All of them. */
export const consumers: readonly Consumer[] = [
  { name: "node-esm", install: npm, scenario: "scenario.js", runs: onEachNode(["node", "main.js"]) },
  { name: "node-commonjs", install: npm, runs: onEachNode(["node", "main.cjs"]) },
  {
    name: "typescript-esm",
    install: npm,
    scenario: "scenario.ts",
    runs: withEachTypeScript(
      ["5.4", "5.9", "6", "7"],
      ["nodenext", "node16", "bundler", "dom"],
      ["node", "dist/main.js"],
    ),
  },
  {
    name: "typescript-commonjs",
    install: npm,
    scenario: "scenario.ts",
    runs: [
      ...withEachTypeScript(["5.8", "5.9", "6", "7"], ["nodenext"], ["node", "dist/main.js"]),
      ...onEachNode(["node", "dist/main.js"]),
    ],
  },
  {
    name: "deno",
    install: ["deno", "install"],
    scenario: "scenario.ts",
    runs: [
      {
        label: "Deno",
        steps: [
          ["deno", "check", "main.ts"],
          ["deno", "run", "--allow-net", "--allow-env=SANDBOX", "main.ts"],
        ],
      },
    ],
  },
  {
    name: "bun",
    install: ["bun", "install"],
    scenario: "scenario.ts",
    runs: [{ label: "Bun", steps: [["bun", "run", "main.ts"]] }],
  },
];

/** What all consumers call that don't have their own. */
export const sandbox: Consumer = { name: "sandbox", install: npm, runs: [] };
