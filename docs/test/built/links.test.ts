import { expect, inject, test } from "vitest";
import { deadLinks } from "../support/links.ts";
import { pagesIn } from "../support/pages.ts";

test("every link and anchor leads somewhere", () => {
  const { folder } = inject("site");
  const pages = pagesIn(folder);
  expect(pages.length).toBeGreaterThan(100);
  expect(deadLinks(pages, folder, "/")).toEqual([]);
});

test("an id stands once on a page", () => {
  const doubled = pagesIn(inject("site").folder).flatMap(({ place, html }) => {
    const ids = [...html.replace(/<template[\s\S]*?<\/template>/g, "").matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${place}: ${id}`);
  });
  expect(doubled).toEqual([]);
});

test("no page leaves the site to load something, and each has its policy first", () => {
  const { folder } = inject("site");
  const leaving = pagesIn(folder).flatMap(({ place, html }) => {
    const loads = html.match(
      /<(?:script|img|iframe|source|link rel="(?:stylesheet|icon|shortcut icon|preload)")\b[^>]*(?:src|href)="(?:https?:)?\/\/[^>]*>/g,
    );
    return (loads ?? []).map((tag) => `${place}: ${tag}`);
  });
  expect(leaving).toEqual([]);
  const without = pagesIn(folder).filter(
    ({ html }) => !/<head><meta http-equiv="content-security-policy" content="default-src 'self'; /.test(html),
  );
  expect(without.map(({ place }) => place)).toEqual([]);
});
