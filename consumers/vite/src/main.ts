import { ownSandbox } from "../own-sandbox";
import { type Sandbox, scenario } from "../scenario";

declare const SANDBOX: Sandbox | undefined;

/** No provider says that it answers a page of another origin: what is signed here goes through the page's own server. */
function relayed(sandbox: Sandbox): Sandbox {
  return {
    ...sandbox,
    fetch(url, init) {
      const [provider] = Object.entries(sandbox.urls).find(([, base]) => url.startsWith(base)) ?? [];
      const { pathname, search } = new URL(url);
      return fetch(`/relay/${provider}${pathname}${search}`, init);
    },
  };
}

const calls = document.createElement("pre");
calls.id = "calls";
calls.textContent = JSON.stringify(await scenario(SANDBOX ? relayed(SANDBOX) : await ownSandbox()));
document.body.append(calls);
