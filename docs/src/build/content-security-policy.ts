import { createHash } from "node:crypto";

/** Scripts that run, which a policy has to know: an inline one without a `src`, whatever its other attributes. */
const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const INLINE_STYLE = /<style[^>]*>([\s\S]*?)<\/style>/g;

/**
 * @param html A page.
 * @returns The element with its content-security policy. Scripts are the site's own files and the inline ones that are on the page
 * now, known by their hash; so are style sheets. Style attributes are let through: Starlight and the highlighted code have them, and
 * they can't run anything. Requests go to the site and to loopback, where a reader's own sandbox listens.
 */
export function contentSecurityPolicy(html: string): string {
  const scripts = hashes(html, INLINE_SCRIPT, 2);
  const styles = hashes(html, INLINE_STYLE, 1);
  const directives = [
    "default-src 'self'",
    // Pagefind's index is read by WebAssembly.
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(" "),
    ["style-src-elem 'self'", ...styles].join(" "),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self' http://127.0.0.1:* http://localhost:*",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<meta http-equiv="content-security-policy" content="${directives.join("; ")}">`;
}

function hashes(html: string, pattern: RegExp, group: number): string[] {
  const texts = [...html.matchAll(pattern)].map((match) => match[group] ?? "");
  return [...new Set(texts)].map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
}
