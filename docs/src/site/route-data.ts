import { defineRouteMiddleware } from "@astrojs/starlight/route-data";

/** Tells programs of each page's Markdown twin, which stands beside it. */
export const onRequest = defineRouteMiddleware((context) => {
  const { head, entry } = context.locals.starlightRoute;
  if (entry.id === "404") return;
  head.push({ tag: "link", attrs: { rel: "alternate", type: "text/markdown", href: "index.md" }, content: "" });
});
