import { scenario } from "./scenario.js";

const sandbox = await (await fetch("/sandbox.json")).json();
const calls = await scenario({
  ...sandbox,
  // No provider says that it answers a page of another origin: what is signed here goes through the page's own server.
  fetch: (url, init) => fetch(`/relay?to=${encodeURIComponent(url)}`, init),
});
const shown = document.createElement("pre");
shown.id = "calls";
shown.textContent = JSON.stringify(calls);
document.body.append(shown);
