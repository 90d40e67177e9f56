import { expect, test } from "vitest";
import { llmsFullText, llmsText } from "./llms.ts";
import { pageMarkdown } from "./page-markdown.ts";

const markdown = (main: string) =>
  pageMarkdown(`<html><body><nav>no</nav><main>${main}</main></body></html>`, "https://x.test/base/a/");

test("a field is a line, with its type, its marks and what is folded away", () => {
  const html = `<ul class="fields"><li><div class="name"><a class="anchor" href="#b"><code>email</code></a><code class="type">string | <a href="/base/s/">Null</a></code><span class="required">required</span><a class="mark" href="#marks">inferred</a></div><p>Text.</p><details><summary>Fields</summary><ul><li>in it</li></ul></details></li></ul>`;
  expect(markdown(html)).toBe(
    "- `email` `string |` [`Null`](https://x.test/base/s/index.md) required *inferred*\n\n  Text.\n\n  **Fields**\n\n  - in it\n",
  );
});

test("links to pages lead to their Markdown, others stay", () => {
  expect(markdown('<p><a href="../b/#c">b</a> <a href="/f.yaml">f</a> <a href="https://y.test/">y</a></p>')).toBe(
    "[b](https://x.test/base/b/index.md#c) [f](https://x.test/f.yaml) [y](https://y.test/)\n",
  );
});

test("a block of code keeps its lines and its language", () => {
  const html = `<pre data-language="ts"><code><div class="ec-line"><div class="code"><span>const a</span> = 1;</div></div><div class="ec-line"><div class="code">\n</div></div><div class="ec-line"><div class="code">a();</div></div></code></pre>`;
  expect(markdown(html)).toBe("```ts\nconst a = 1;\n\na();\n```\n");
});

test("what is for the hand or a browser is left out, and a page without a text has none", () => {
  expect(markdown("<button>Copy</button><script>a()</script><p>b</p><footer>c</footer>")).toBe("b\n");
  expect(pageMarkdown("<html><body>none</body></html>", "https://x.test/")).toBe("");
});

test("llms.txt names each page under its group, with its address", () => {
  const page = {
    title: "Get",
    description: "Gives one.",
    address: "https://x.test/a/index.md",
    group: "P",
    markdown: "# Get",
  };
  expect(llmsText("Site", "What it is.", [page])).toBe(
    "# Site\n\n> What it is.\n\n## P\n\n- [Get](https://x.test/a/index.md): Gives one.\n",
  );
  expect(llmsFullText([page, page]).match(/# Get/g)).toHaveLength(2);
});
