import { docComment, type Tag } from "./comments.ts";
import { isIdentifier } from "./identifiers.ts";
import { LINE_WIDTH, stringLiteral } from "./literal.ts";
import type { Operation } from "./operation.ts";
import type { PathParameter } from "./parameters.ts";
import { sourceMark } from "./source-mark.ts";
import type { SpecNode } from "./spec-node.ts";

/** @returns A method's signature in an interface, with its documentation. */
export function emitSignature(operation: Operation, name: string, indent: string): string {
  const { parameters, body, query, page, result } = operation;
  // An argument that may be left out can't stand before one that may not.
  const bodyIsOptional = body && !body.required && !query?.required;
  const declared = [
    ...parameters.path.map(({ argument, type }) => `${argument}: ${type}`),
    ...(body
      ? [bodyIsOptional ? `body?: ${body.type}` : `body: ${body.type}${body.required ? "" : " | undefined"}`]
      : []),
    ...(query ? [`query${query.required ? "" : "?"}: ${query.type}`] : []),
    "options?: CallOptions",
  ];
  const returned = page ? `PageList<${result}>` : `Promise<${result}>`;
  const line = `${indent}${name}(${declared.join(", ")}): ${returned};`;
  const lines =
    line.length <= LINE_WIDTH
      ? [line]
      : [`${indent}${name}(`, ...declared.map((one) => `${indent}  ${one},`), `${indent}): ${returned};`];
  return `${docComment(paragraphs(operation), tags(operation), indent)}${lines.join("\n")}\n`;
}

/** @returns A method's implementation as a member of an object literal. */
export function emitImplementation(operation: Operation, name: string, indent: string): string {
  const { parameters, body, query, page, id } = operation;
  const given = [
    ...parameters.path.map(({ argument }) => argument),
    ...(body ? ["body"] : []),
    ...(query ? ["query"] : []),
  ];
  const input = [
    ...(parameters.path.length > 0 ? [`path: { ${parameters.path.map(pathMember).join(", ")} }`] : []),
    ...(body ? ["body"] : []),
    ...(query ? ["query"] : []),
  ];
  const literal = input.length > 0 ? `{ ${input.join(", ")} }` : "{}";
  const head = `${indent}${name}: (${[...given, "options"].join(", ")}) =>`;
  const call = page
    ? `list(exchange, ${id}, ${page.reader}, ${literal}, options),`
    : `call(exchange, ${id}, ${literal}, options),`;
  return head.length + 1 + call.length <= LINE_WIDTH ? `${head} ${call}\n` : `${head}\n${indent}  ${call}\n`;
}

function pathMember({ wireName, argument }: PathParameter): string {
  if (wireName === argument) return argument;
  return `${isIdentifier(wireName) ? wireName : stringLiteral(wireName)}: ${argument}`;
}

function paragraphs({ node }: Operation): (string | undefined)[] {
  return [node.text("summary"), node.text("description"), sourceOf(node)];
}

function tags(operation: Operation): Tag[] {
  const { node, parameters, body, query, callerHeaders } = operation;
  const isDeprecated = node.get("deprecated")?.value === true;
  const headers = callerHeaders.map((header) => `\`${header.text("name")}\``).join(", ");
  const seeAlso = node.at("/externalDocs/url");
  return [
    ...(isDeprecated ? [{ tag: "deprecated", text: "The provider advises against it." }] : []),
    ...parameters.path.map(({ argument, node: parameter }) => param(argument, brief(parameter))),
    ...(body ? [param("body", brief(body.node) || brief(body.schema.target()) || "What is sent.")] : []),
    ...(query ? [param("query", `What is asked for.${parameters.query.map(queryText).join("")}`)] : []),
    param("options", `Options of this call.${headers && ` \`headers\` may have ${headers}.`}`),
    { tag: "throws", text: `ApiError when the provider reports an error${errorsOf(node)}` },
    ...(seeAlso ? [{ tag: "see", text: checkLink(seeAlso) }] : []),
  ];
}

function queryText(parameter: SpecNode): string {
  return `\n${labelled(`\`${parameter.text("name")}\``, brief(parameter))}`;
}

function errorsOf(operation: SpecNode): string {
  const responses =
    operation
      .get("responses")
      ?.entries()
      .filter(([status]) => !/^[123]/.test(status)) ?? [];
  const [only] = responses;
  if (only === undefined) return ".";
  if (responses.length === 1 && only[0] === "default") return `: ${brief(only[1].target())}`;
  const lines = responses.map(([status, response]) => {
    return labelled(status === "default" ? "any other" : `\`${status}\``, brief(response.target()));
  });
  return `:\n${lines.join("\n")}`;
}

function labelled(label: string, text: string): string {
  return text === "" ? label : `${label}: ${text}`;
}

function param(name: string, text: string): Tag {
  return { tag: "param", text: text === "" ? name : `${name} - ${text}` };
}

/** The first paragraph of a description. */
function brief(node: SpecNode): string {
  const [first = ""] = (node.text("description") ?? "").trim().split(/\n\s*\n/);
  return [first.replaceAll("\n", " "), sourceOf(node)].filter(Boolean).join(" ");
}

function sourceOf(node: SpecNode): string | undefined {
  return sourceMark(node.get("x-source")?.value);
}

function checkLink(node: SpecNode): string {
  const url = URL.parse(String(node.value));
  if (url && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return url.href;
  return node.fail("expected a link that starts with https:// or http://");
}
