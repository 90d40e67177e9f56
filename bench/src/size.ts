import { gzipSync } from "node:zlib";
import { build, type Platform } from "esbuild";
import type { Gate, Outcome, Row, Table } from "./outcome.ts";
import { withRival } from "./rival.ts";
import { providers } from "./workspace.ts";

/** What an application takes of a package. */
interface Use {
  readonly name: string;
  /** A module that does so. */
  readonly source: string;
}

/** What an application pays for a client: its code bundled, minified (esbuild, es2022) and compressed (gzip, level 9). */
export async function size(): Promise<Outcome> {
  const tables: Table[] = [];
  for (const provider of providers) tables.push(table(`${provider}, bundled`, await rows(await usesOf(provider))));
  const others = await withRival(({ source }) =>
    rows([
      { name: "openapi-fetch, unsigned", source: 'export { default } from "openapi-fetch";' },
      {
        name: "Redocly's generated client for asiabill, unsigned",
        source: `export { client } from ${JSON.stringify(source)};`,
      },
    ]),
  );
  const [main, withApi] = await usesOf("asiabill");
  return {
    tables: [...tables, table("others, bundled", others)],
    gates: [await gate(main, 4_300), await gate(withApi, 6_600)],
  };
}

/**
 * What a provider's client adds to an application for browsers, in bytes: as its factory alone, and with that of `/api`.
 *
 * @returns Also the factory's name.
 */
export async function clientSizes(provider: string): Promise<{ factory: string; alone: number; withApi: number }> {
  const [main, withApi] = await usesOf(provider);
  return { factory: main.name, alone: await bytes(main, "browser"), withApi: await bytes(withApi, "browser") };
}

/** @returns Its client alone and with that of `/api`, each as its factory and as everything that the entries export. */
async function usesOf(provider: string): Promise<[Use, Use, Use, Use]> {
  const entry = `@customer-clients/${provider}`;
  const api = `${entry}/api`;
  const [factory, apiFactory] = [await factoryOf(entry), await factoryOf(api)];
  const main = `export { ${factory} } from "${entry}";`;
  const everything = `export * from "${entry}";`;
  return [
    { name: factory, source: main },
    { name: `${factory} and ${apiFactory}`, source: `${main} export { ${apiFactory} } from "${api}";` },
    { name: "everything", source: everything },
    { name: "everything, with /api", source: `${everything} export * from "${api}";` },
  ];
}

async function factoryOf(entry: string): Promise<string> {
  const factory = Object.keys(await import(entry)).find((name) => /^create[A-Z]/.test(name));
  if (factory === undefined) throw new Error(`${entry}: expected an export named create…`);
  return factory;
}

function table(title: string, rows: readonly Row[]): Table {
  const columns = [
    { name: "browser", unit: "B" },
    { name: "node", unit: "B" },
  ] as const;
  return { title, columns, rows };
}

function rows(uses: readonly Use[]): Promise<Row[]> {
  return Promise.all(
    uses.map(async (use) => ({ name: use.name, values: [await bytes(use, "browser"), await bytes(use, "node")] })),
  );
}

async function gate(use: Use, limit: number): Promise<Gate> {
  return { name: `${use.name}, bundled for browsers`, value: await bytes(use, "browser"), limit, unit: "B" };
}

async function bytes({ source }: Use, platform: Platform): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
    legalComments: "none",
    platform,
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength;
}
