import type { Element, ElementContent, Nodes, Root } from "hast";
import rehypeParse from "rehype-parse";
import rehypeRemark from "rehype-remark";
import remarkGfm from "remark-gfm";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

/** Elements that are for the eye, the hand or a browser. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ..."script style template button svg input label legend select textarea footer".split(" "),
]);

/** Classes of elements whose children stand side by side, apart from each other by a gap. */
const ROWS: ReadonlySet<unknown> = new Set(["row", "name", "call", "method", "status-line", "facts", "endpoint"]);

/** Classes of lines that head something, without being a heading. */
const TITLES: ReadonlySet<unknown> = new Set(["panel-title", "print-only"]);

const parser = unified().use(rehypeParse);
const writer = unified()
  .use(rehypeRemark, { handlers: { span: (state, node) => state.all(node) } })
  .use(remarkGfm)
  .use(remarkStringify, { bullet: "-", rule: "-", fences: true });

/**
 * @param html A built page.
 * @param address The page's address in full, which its links are resolved against. One to another page leads to its Markdown.
 * @returns What it says, as Markdown: the text of its `<main>`, with what is folded away. Empty for a page without one.
 */
export function pageMarkdown(html: string, address: string): string {
  const main = find(parser.parse(html), "main");
  if (!main) return "";
  const tree: Root = { type: "root", children: simplify(main.children, new URL(address)) };
  return writer.stringify(writer.runSync(tree) as Parameters<typeof writer.stringify>[0]);
}

function find(node: Nodes, tagName: string): Element | undefined {
  if (node.type === "element" && node.tagName === tagName) return node;
  for (const child of "children" in node ? node.children : []) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return undefined;
}

function simplify(nodes: readonly ElementContent[], address: URL): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === "comment") return [];
    if (node.type !== "element") return [node];
    const classes = classesOf(node);
    if (LEFT_OUT.has(node.tagName) || classes.includes("sl-anchor-link")) return [];
    if (node.tagName === "pre") return [{ ...node, children: [codeOf(node)] }];
    if (node.tagName === "code") return codePieces(node, address);
    const inside = simplify(node.children, address);
    const children = classes.some((name) => ROWS.has(name)) ? inside.flatMap((child) => [child, text(" ")]) : inside;
    if (classes.includes("mark")) return [element("em", children), text(" ")];
    if (classes.some((name) => TITLES.has(name))) return [element("p", [element("strong", children)])];
    if (node.tagName === "summary") return [element("p", [element("strong", children)])];
    if (node.tagName === "a") return linkOf(node, children, address);
    if (node.tagName === "dt") return [element("strong", children), text(": ")];
    if (node.tagName === "dl") return [element("ul", children)];
    // A group of a description list is an item of the list.
    if (node.tagName === "div" && node.children.some((child) => isNamed(child, "dt"))) {
      return [
        element(
          "li",
          children.flatMap((child) => (isNamed(child, "dd") ? child.children : [child])),
        ),
      ];
    }
    return [{ ...node, children }];
  });
}

/** Markdown has no links within code: each piece is code of its own. */
function codePieces(code: Element, address: URL): ElementContent[] {
  if (!code.children.some((child) => isNamed(child, "a"))) return [{ ...code, children: [text(textOf(code))] }];
  return code.children.flatMap((child) => {
    const piece = element("code", [text(textOf(child).trim())]);
    return isNamed(child, "a") ? [...linkOf(child, [piece], address), text(" ")] : [piece, text(" ")];
  });
}

function linkOf(link: Element, children: ElementContent[], address: URL): ElementContent[] {
  const href = String(link.properties.href ?? "");
  if (href === "" || href.startsWith("#")) return children;
  const target = new URL(href, address);
  if (target.origin === address.origin && target.pathname.endsWith("/")) target.pathname += "index.md";
  return [{ ...link, properties: { href: target.href }, children }];
}

/** The code of a block, whose lines Expressive Code has in elements of their own. */
function codeOf(pre: Element): Element {
  const lines: Element[] = [];
  const collect = (node: Element) => {
    if (classesOf(node).includes("ec-line")) lines.push(node);
    else for (const child of node.children) if (child.type === "element") collect(child);
  };
  collect(pre);
  const code = lines.length > 0 ? lines.map((line) => textOf(line).replace(/\n$/, "")).join("\n") : textOf(pre);
  const language = pre.properties.dataLanguage;
  const className = typeof language === "string" ? [`language-${language}`] : [];
  return { type: "element", tagName: "code", properties: { className }, children: [text(code)] };
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}

function classesOf({ properties }: Element): readonly unknown[] {
  return Array.isArray(properties.className) ? properties.className : [];
}

function isNamed(node: ElementContent, tagName: string): node is Element {
  return node.type === "element" && node.tagName === tagName;
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
