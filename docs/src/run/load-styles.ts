import { make } from "./make.ts";

const loaded = new Set<string>();

/** Adds a style sheet to the page, and waits for it: what it is for isn't seen bare. */
export async function loadStyles(href: string): Promise<void> {
  if (loaded.has(href)) return;
  loaded.add(href);
  const link = make("link", { rel: "stylesheet", href });
  await new Promise((resolve) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", resolve);
    document.head.append(link);
  });
}
