// Runs commands, each in a process group of its own, so that ending one ends what it started too, and nothing else.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** A command, without a shell between. */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: NodeJS.ProcessEnv;
  /**
   * How long it may take to end, or a service to begin.
   * @default 600_000
   */
  readonly timeoutMs?: number;
}

/** A command that goes on: a server. */
export interface Service {
  /** The first line that it wrote on standard output, as JSON. */
  readonly start: unknown;
  /** The lines after that. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

/** The commands of one rehearsal. */
export interface Processes {
  /**
   * Runs a command to its end.
   *
   * @returns What it wrote on standard output.
   * @throws Error with the end of its output when it fails, takes too long, or the rehearsal is being ended.
   */
  run(command: Command): Promise<string>;
  /**
   * Starts a command that writes one line of JSON once it is ready. It is to end when its standard input ends.
   *
   * @throws Error with its output when it ends instead.
   */
  serve(command: Command): Promise<Service>;
  /** Ends everything that was started, and lets nothing more be started. */
  stopAll(): Promise<void>;
  /** The same at once, for an exit that waits for nothing. */
  killAll(): void;
}

const defaultTimeoutMs = 600_000;
const shownLines = 40;

/**
 * Keeps the commands of one rehearsal together.
 *
 * @param graceMs - How long a process group has to end after SIGTERM, in milliseconds; then SIGKILL follows.
 */
export function createProcesses(graceMs: number = 5_000): Processes {
  const running = new Set<ChildProcess>();
  let isEnding = false;

  function start({ argv: [name, ...rest], cwd, env }: Command): ChildProcess {
    if (isEnding) throw new Error("the rehearsal is being ended");
    const child = spawn(name, rest, { cwd, env, detached: true, stdio: ["pipe", "pipe", "pipe"] });
    // Whoever ends without reading closes the pipe; that it ended is told elsewhere.
    child.stdin?.on("error", () => {});
    running.add(child);
    child.once("close", () => running.delete(child));
    return child;
  }

  async function stop(child: ChildProcess): Promise<void> {
    if (!running.has(child)) return;
    const closed = once(child, "close");
    signal(child, "SIGTERM");
    const timer = setTimeout(() => signal(child, "SIGKILL"), graceMs);
    await closed;
    clearTimeout(timer);
    // What the leader left behind.
    signal(child, "SIGKILL");
  }

  return {
    async run(command) {
      const { timeoutMs = defaultTimeoutMs } = command;
      const child = start(command);
      child.stdin?.end();
      let stdout = "";
      let both = "";
      child.stdout?.on("data", (chunk) => {
        stdout += chunk;
        both += chunk;
      });
      child.stderr?.on("data", (chunk) => {
        both += chunk;
      });
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        void stop(child);
      }, timeoutMs);
      try {
        const [code, by] = await once(child, "close");
        if (isLate) throw failure(command, `took longer than ${timeoutMs / 1000} s`, both);
        if (code !== 0) throw failure(command, by ? `was ended by ${by}` : `ended with ${code}`, both);
        return stdout;
      } finally {
        clearTimeout(timer);
        signal(child, "SIGKILL");
      }
    },

    async serve(command) {
      const child = start(command);
      const lines: string[] = [];
      let errors = "";
      child.stderr?.on("data", (chunk) => {
        errors += chunk;
      });
      const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
      const first = new Promise<string>((resolve, reject) => {
        reader.once("line", (line) => {
          resolve(line);
          reader.on("line", (next) => lines.push(next));
        });
        child.once("error", reject);
        child.once("close", (code) => reject(failure(command, `ended with ${code} before it was ready`, errors)));
      });
      const { timeoutMs = defaultTimeoutMs } = command;
      const timer = setTimeout(() => void stop(child), timeoutMs);
      try {
        return { start: JSON.parse(await first), lines, stop: () => stop(child) };
      } finally {
        clearTimeout(timer);
      }
    },

    async stopAll() {
      isEnding = true;
      await Promise.all([...running].map(stop));
    },

    killAll() {
      isEnding = true;
      for (const child of running) signal(child, "SIGKILL");
    },
  };
}

/** Signals a whole process group; one that is gone needs none. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function failure({ argv }: Command, what: string, output: string): Error {
  const end = output.trim().split("\n").slice(-shownLines).join("\n");
  return new Error(`${argv.join(" ")} ${what}${end && `:\n${end}`}`);
}
