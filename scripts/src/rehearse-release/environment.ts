import { delimiter, isAbsolute, join, relative } from "node:path";

/** Variables that would lead a command back into the workspace, or away from the rehearsal's own settings. */
const leading =
  /^(npm_|pnpm_|yarn_|bun_|deno_|turbo_|git_|xdg_|node_path$|node_options$|node_env$|no_proxy$|init_cwd$|ci$)/i;

/** What tools would tell others, or ask them, is left off. */
const silent = {
  DENO_NO_UPDATE_CHECK: "1",
  DO_NOT_TRACK: "1",
  NEXT_TELEMETRY_DISABLED: "1",
  TURBO_TELEMETRY_DISABLED: "1",
} as const;

/**
 * The environment of a command that knows nothing of the workspace.
 *
 * @param inherited - What to start from.
 * @param workspace - The folder that is not to be found on the `PATH`.
 */
export function environment(inherited: NodeJS.ProcessEnv, workspace: string): NodeJS.ProcessEnv {
  const kept = Object.entries(inherited).filter(([name]) => !leading.test(name));
  const folders = (inherited.PATH ?? "").split(delimiter).filter((folder) => !isInside(folder, workspace));
  return {
    ...Object.fromEntries(kept),
    PATH: folders.join(delimiter),
    // The registry and the sandbox are on loopback, whatever proxy leads to the world.
    NO_PROXY: [inherited.NO_PROXY ?? inherited.no_proxy, "127.0.0.1", "localhost"].filter(Boolean).join(","),
    NO_COLOR: "1",
    ...silent,
  };
}

/** The same with more commands: those in these folders come before all others. */
export function withCommands(env: NodeJS.ProcessEnv, ...folders: readonly (string | undefined)[]): NodeJS.ProcessEnv {
  return { ...env, PATH: [...folders.filter((folder) => folder !== undefined), env.PATH].join(delimiter) };
}

/** The same with a home folder of its own, so that no settings or caches of the machine's user are read or written. */
export function homedIn(home: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, HOME: home, USERPROFILE: home, DENO_DIR: join(home, "deno") };
}

/** Whether a path is a folder or lies in it. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
}
