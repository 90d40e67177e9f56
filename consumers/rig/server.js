import { spawn } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

/** Starts a server, and waits for the first address that it writes. */
export async function startServer([name, ...rest]) {
  const server = spawn(name, rest, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  for await (const chunk of server.stdout.iterator({ destroyOnReturn: false })) {
    output += stripVTControlCharacters(String(chunk));
    const [url] = /http:\/\/[\w.]+:\d+\/?(?=\s)/.exec(output) ?? [];
    if (url) {
      server.stdout.resume();
      return { url, stop: () => server.kill() };
    }
  }
  throw new Error(`expected the server's address, found ${output}`);
}
