// Verdaccio on a free port of loopback, until standard input ends.
import { join } from "node:path";
import { runServer } from "verdaccio";

const { storage, scope, upstream, proxy } = JSON.parse(process.argv[2]);

const server = await runServer({
  self_path: storage,
  configPath: join(storage, "config.yaml"),
  storage: join(storage, "packages"),
  auth: { htpasswd: { file: join(storage, "htpasswd"), max_users: 1 } },
  uplinks: { upstream: { url: upstream, timeout: "60s", ...(proxy && { https_proxy: proxy, http_proxy: proxy }) } },
  packages: {
    // Ours come from here or from nowhere.
    [`${scope}/*`]: { access: "$all", publish: "$authenticated" },
    "**": { access: "$all", proxy: "upstream" },
  },
  max_body_size: "50mb",
  web: { enable: false },
  log: { type: "file", path: join(storage, "log"), format: "json", level: "warn" },
});
server.listen(0, "127.0.0.1", () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${server.address().port}/` }));
});
process.stdin.on("end", () => process.exit()).resume();
