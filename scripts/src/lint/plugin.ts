import { outlineOf } from "../spec/outline.ts";
import { type JsonObject, segmentsOf } from "../spec/pointer.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules/index.ts";

/** The parts of Redocly's own types that the plugin uses: its command line is published without types. */
interface Location {
  child(keys: readonly (string | number)[]): Location;
  /** The same place, shown as the line of its key. */
  key(): Location;
}

interface Context {
  readonly location: Location;
  report(problem: { readonly message: string; readonly location: Location }): void;
}

interface Visitor {
  readonly Root: { leave(document: JsonObject, context: Context): void };
}

interface Plugin {
  readonly id: string;
  readonly rules: { readonly oas3: Readonly<Record<string, () => Visitor>> };
  readonly configs: { readonly all: { readonly rules: Readonly<Record<string, "error">> } };
}

/** The plugin that redocly.yaml names: this project's rules as `specs/<rule>`, and the ruleset `specs/all`. */
export default function specsPlugin(): Plugin {
  const named = Object.entries(rules);
  return {
    id: "specs",
    rules: { oas3: Object.fromEntries(named.map(([name, rule]) => [name, () => visitorOf(rule)])) },
    configs: { all: { rules: Object.fromEntries(named.map(([name]) => [`specs/${name}`, "error"])) } },
  };
}

function visitorOf(rule: Rule): Visitor {
  return {
    Root: {
      leave(document, { location, report }) {
        for (const { pointer, message } of rule(outlineOf(document))) {
          report({ message, location: pointer === "" ? location : location.child(segmentsOf(pointer)).key() });
        }
      },
    },
  };
}
