// Starts a server, asks it for a path, and writes what it answers: `request.js <path> <server command>`.
import { startServer } from "./server.js";

const [path, ...command] = process.argv.slice(2);
const server = await startServer(command);
try {
  const response = await fetch(new URL(path, server.url));
  console.log(await response.text());
} finally {
  server.stop();
}
