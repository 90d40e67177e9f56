import { emitImplementation, emitSignature } from "./emit-method.ts";
import type { Group } from "./groups.ts";

/** @returns The code of the client: an interface for each group, the client's own, and the function that makes one. */
export function emitClient(client: Group): string {
  return [
    ...emitInterfaces(client),
    "/**\n * @param exchange - The pipeline that the calls go through.\n * @returns The client's methods.\n */\n" +
      `export function methods(exchange: Exchange): ${client.type} {\n  return ${emitObject(client, "  ")};\n}\n`,
  ].join("\n");
}

/** Those of the inner groups first. */
function emitInterfaces(group: Group): string[] {
  return [...[...group.groups.values()].flatMap(emitInterfaces), emitInterface(group)];
}

function emitInterface(group: Group): string {
  const methods = [...group.methods].map(([name, operation]) => emitSignature(operation, name, "  "));
  const groups = [...group.groups].map(([name, { type }]) => `  readonly ${name}: ${type};\n`);
  return `/** ${group.title} */\nexport interface ${group.type} {\n${[...methods, ...groups].join("")}}\n`;
}

function emitObject(group: Group, indent: string): string {
  const methods = [...group.methods].map(([name, operation]) => emitImplementation(operation, name, `${indent}  `));
  const groups = [...group.groups].map(([name, inner]) => `${indent}  ${name}: ${emitObject(inner, `${indent}  `)},\n`);
  return `{\n${[...methods, ...groups].join("")}${indent}}`;
}
