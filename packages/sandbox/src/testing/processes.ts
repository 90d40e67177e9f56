// Sandboxes in processes of their own, which a test can kill.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Sandbox } from "../sandbox.ts";

/** A sandbox in a process of its own. */
export interface SandboxProcess extends Pick<Sandbox, "urls" | "credentials"> {
  /** Ends the process at once, whatever it is doing. */
  kill(): Promise<void>;
  /** The most memory that it took so far, in bytes. */
  peakMemory(): Promise<number>;
}

const script = fileURLToPath(new URL("./sandbox-process.ts", import.meta.url));

/**
 * Starts one.
 *
 * @param cacheFolder Where Node keeps what it compiled, for the next one to start faster.
 */
export async function startProcess(database: string, cacheFolder: string): Promise<SandboxProcess> {
  const child = fork(script, [database], { env: { ...process.env, NODE_COMPILE_CACHE: cacheFolder } });
  const exited = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  const ended = exited.then(([code]) => Promise.reject(new Error(`the sandbox's process ended with ${code}`)));
  const [started] = await Promise.race([once(child, "message"), ended]);
  // From here on an end is what a test wants.
  ended.catch(() => {});
  const peakMemory = async () => {
    child.send("memory");
    const [bytes] = await once(child, "message");
    return bytes;
  };
  return { ...started, kill, peakMemory };
}
