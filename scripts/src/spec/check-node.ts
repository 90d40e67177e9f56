import { isAlias, isCollection, isMap, isNode, isScalar, isSeq, type Node, type YAMLMap } from "yaml";

/** Deeper than any document written for people, shallow enough for every tool's recursion. */
const MAX_DEPTH = 200;

/** Keys whose text another tool may open as a file or an address. */
const REFERENCE_KEYS: ReadonlySet<string> = new Set(["$ref", "$dynamicRef", "$recursiveRef", "operationRef"]);

/** Something that keeps a document from being used, and its offset in the text. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Finds what a YAML parser lets through: duplicated keys, merge keys, `__proto__`, deep nesting, aliases that go round,
 * and references that leave the document.
 *
 * @param root The contents of a parsed YAML document.
 */
export function checkNode(root: Node): Fault[] {
  const faults: Fault[] = [];
  const report = (node: unknown, message: string) => {
    faults.push({ offset: (node as Node | null)?.range?.[0] ?? 0, message });
  };

  const anchored = new Map<string, Node>();
  const resolve = (node: unknown) => (isAlias(node) ? anchored.get(node.source) : node);

  const checkReference = (node: unknown) => {
    const target = resolve(node);
    if (!isScalar(target) || typeof target.value !== "string" || target.value.startsWith("#")) return;
    report(node, `expected a reference within the document (#/…), found ${quote(target.value)}`);
  };

  const checkMapping = (node: unknown) => {
    const discriminator = resolve(node);
    const mapping = isMap(discriminator) ? resolve(discriminator.get("mapping", true)) : undefined;
    if (!isMap(mapping)) return;
    for (const { value } of mapping.items) {
      const name = resolve(value);
      // OpenAPI lets a mapping name a component instead of referring to it.
      const isName = isScalar(name) && isMap(root) && root.hasIn(["components", "schemas", name.value]);
      if (!isName) checkReference(value);
    }
  };

  const checkMap = (map: YAMLMap) => {
    const seen = new Set<string>();
    for (const { key, value } of map.items) {
      if (!isScalar(key)) {
        report(key ?? map, "expected a plain text key");
        continue;
      }
      const name = String(key.value);
      if (seen.has(name)) report(key, `expected each key once, found ${quote(name)} again`);
      seen.add(name);
      if (name === "<<") report(key, "expected no merge key: YAML 1.2 has none, and tools disagree about it");
      if (name === "__proto__")
        report(key, "expected another key: in JavaScript, __proto__ sets an object's prototype");
      if (name === "$id" && isScalar(value)) report(key, "expected no $id: it changes where references lead");
      if (name === "externalValue" && isScalar(value)) report(key, "expected the example itself, in value");
      check(value);
      if (name === "discriminator") checkMapping(value);
      if (REFERENCE_KEYS.has(name)) checkReference(value);
    }
  };

  const around: (string | undefined)[] = [];
  const check = (node: unknown): void => {
    if (isAlias(node)) {
      if (!anchored.has(node.source)) report(node, `expected an anchor &${node.source} before its alias`);
      else if (around.includes(node.source)) report(node, "expected an alias of something that it doesn't stand in");
      return;
    }
    if (isNode(node) && node.anchor) anchored.set(node.anchor, node);
    if (!isCollection(node)) return;
    if (around.length >= MAX_DEPTH) {
      report(node, `expected at most ${MAX_DEPTH} levels of nesting`);
      return;
    }
    around.push(node.anchor);
    if (isMap(node)) checkMap(node);
    if (isSeq(node)) node.items.forEach(check);
    around.pop();
  };

  check(root);
  return faults;
}

function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
