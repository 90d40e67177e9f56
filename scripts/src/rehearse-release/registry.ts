// A registry on loopback, with its storage in a temporary folder.
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Processes } from "./processes.ts";
import type { Rig } from "./rig.ts";

/** A registry that listens. */
export interface Registry {
  readonly url: string;
  /** Settings for whoever publishes: the registry with a token for it. */
  readonly publisher: string;
  /** Settings for whoever installs. */
  readonly reader: string;
}

/**
 * Starts Verdaccio. Packages that aren't ours come from the registry that npm is set up with on this machine.
 *
 * @param folder - Where it keeps everything.
 * @param scope - Our packages' scope: never looked for anywhere else.
 * @param machine - The environment with the machine's own settings of npm.
 */
export async function startRegistry(
  { run, serve }: Processes,
  rig: Rig,
  folder: string,
  scope: string,
  machine: NodeJS.ProcessEnv,
  env: NodeJS.ProcessEnv,
): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const setting = async (name: string) => {
    const value = await run({ argv: ["npm", "config", "get", name], cwd: folder, env: machine });
    return /^(null|undefined|)$/.test(value.trim()) ? undefined : value.trim();
  };
  const [upstream, certificates, proxy] = await Promise.all(["registry", "cafile", "https-proxy"].map(setting));
  const settings = { storage: folder, scope, upstream, proxy };
  const { start } = await serve({
    argv: ["node", "registry.js", JSON.stringify(settings)],
    cwd: rig.folder,
    env: certificates ? { ...env, NODE_EXTRA_CA_CERTS: certificates } : env,
  });
  const { url } = start as { url: string };
  const token = await addUser(url);
  return {
    url,
    publisher: write(join(folder, "publisher"), `registry=${url}\n${url.replace("http:", "")}:_authToken=${token}\n`),
    reader: reader(join(folder, "reader"), url),
  };
}

/** The settings of each package manager. A package that was published a moment ago is what is wanted here. */
function reader(home: string, url: string): string {
  write(home, `registry=${url}\nfund=false\naudit=false\nupdate-notifier=false\n`);
  const yarn = {
    npmRegistryServer: url,
    unsafeHttpWhitelist: ["127.0.0.1"],
    enableTelemetry: false,
    npmMinimalAgeGate: 0,
  };
  writeFileSync(join(home, ".yarnrc.yml"), JSON.stringify(yarn));
  return home;
}

/** Writes settings as the home folder of somebody has them. */
function write(home: string, settings: string): string {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, ".npmrc"), settings, { mode: 0o600 });
  return home;
}

/** Signs a user up, with a password that nobody keeps. */
async function addUser(url: string): Promise<string> {
  const name = "rehearsal";
  const response = await fetch(`${url}-/user/org.couchdb.user:${name}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name, password: randomBytes(24).toString("hex") }),
    signal: AbortSignal.timeout(30_000),
  });
  const { token, error } = (await response.json()) as { token?: string; error?: string };
  if (!token) throw new Error(`${url}: expected a token for a new user, found ${response.status} ${error ?? ""}`);
  return token;
}
