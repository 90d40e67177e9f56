import { stringLiteral } from "../../generate/literal.ts";
import type { SpecNode } from "../../generate/spec-node.ts";
import type { Direction } from "../finding.ts";
import type { Checks, TypeBreak } from "./checks.ts";
import type { Method, Typed } from "./methods.ts";
import type { Pair, Pairs } from "./pairs.ts";

/** What the compiler is asked about one method in one direction, and what needs no compiler. */
export interface MethodComparison {
  readonly method: Method;
  readonly direction: Direction;
  readonly known: readonly TypeBreak[];
  readonly checks: readonly number[];
  readonly pairs: readonly Pair[];
  /** The check of the whole, for when no other one fails. */
  readonly whole: number | undefined;
}

/**
 * Asks whether a method's old parameters still suit it, and whether its result is still of the old type.
 *
 * @param type The interface that both versions of the generated method stand in, where there are such.
 */
export function compareMethod(
  base: Method,
  revision: Method,
  pairs: Pairs,
  checks: Checks,
  type: string | undefined,
): MethodComparison[] {
  const request = draft();
  const answer = draft();
  compareArguments(base, revision, pairs, request);
  compareBody(base, revision, pairs, request);
  compareQuery(base, revision, pairs, checks, request);
  compareAnswers(base, revision, pairs, checks, answer);
  const { pointer } = revision.node;
  return [
    {
      method: revision,
      direction: "request",
      ...request,
      whole:
        type === undefined
          ? undefined
          : checks.parameters(type, {
              rule: "method-parameters-changed",
              ...whereParametersChanged(base, revision),
            }),
    },
    {
      method: revision,
      direction: "answer",
      ...answer,
      whole:
        type === undefined
          ? undefined
          : checks.result(type, {
              rule: "method-result-changed",
              pointer,
              in: "revision",
              message: "{} no longer give{s} a value of the old type",
            }),
    },
  ];
}

type Draft = { known: TypeBreak[]; checks: number[]; pairs: Pair[] };

function draft(): Draft {
  return { known: [], checks: [], pairs: [] };
}

function visit(
  { pairs: found }: Draft,
  pairs: Pairs,
  base: Typed,
  revision: Typed,
  direction: Direction,
  what: string,
) {
  const pair = pairs.visit(base, revision, direction, what);
  if (pair) found.push(pair);
}

function compareArguments(base: Method, revision: Method, pairs: Pairs, found: Draft): void {
  const [before, after] = [base.path.map(({ name }) => name), revision.path.map(({ name }) => name)];
  const { pointer } = revision.node;
  if (before.length !== after.length) {
    found.known.push({
      rule: "path-arguments-changed",
      pointer,
      in: "revision",
      message: `{} take{s} ${after.length} path argument${after.length === 1 ? "" : "s"} in place of ${before.length}`,
    });
    return;
  }
  const swapped = after.find((name, index) => before.includes(name) && before[index] !== name);
  if (swapped !== undefined) {
    found.known.push({
      rule: "path-arguments-reordered",
      pointer,
      in: "revision",
      message: `{} take{s} \`${swapped}\` as argument ${after.indexOf(swapped) + 1}, no longer ${before.indexOf(swapped) + 1}`,
    });
  }
  base.path.forEach((parameter, index) => {
    const other = revision.path[index] as Method["path"][number];
    visit(found, pairs, parameter, other, "request", `\`${other.name}\``);
  });
}

function compareBody(base: Method, revision: Method, pairs: Pairs, found: Draft): void {
  const [before, after] = [base.body, revision.body];
  const at = (owner: Method, key: string) => (owner.node.get("requestBody")?.target().get(key) ?? owner.node).pointer;
  if (before && after) visit(found, pairs, before, after, "request", "the body");
  if (after?.required && !before?.required) {
    const pointer = before ? at(revision, "required") : (revision.node.get("requestBody") as SpecNode).pointer;
    const basePointer = before && base.node.get("requestBody")?.target().pointer;
    found.known.push({
      rule: "body-required",
      pointer,
      in: "revision",
      basePointer,
      message: "{} now require{s} a body",
    });
  } else if (before && !after) {
    const { pointer } = base.node.get("requestBody") as SpecNode;
    found.known.push({ rule: "body-removed", pointer, in: "base", message: "{} no longer take{s} a body" });
  }
}

function compareQuery(base: Method, revision: Method, pairs: Pairs, checks: Checks, found: Draft): void {
  const before = byName(base.query?.parameters);
  const after = byName(revision.query?.parameters);
  const types = [
    pairs.base.declare(base.query?.type ?? "{}"),
    pairs.revision.declare(revision.query?.type ?? "{}"),
  ] as const;
  const isRequired = (parameter: SpecNode | undefined) => parameter?.get("required")?.value === true;
  for (const [name, parameter] of before) {
    const other = after.get(name);
    if (other === undefined) {
      found.checks.push(
        checks.known(types[1], name, {
          rule: "query-parameter-removed",
          pointer: parameter.pointer,
          in: "base",
          message: `{} no longer accept{s} \`${name}\``,
        }),
      );
      continue;
    }
    const value = (type: string, node: SpecNode) => ({
      node: node.get("schema") ?? node,
      type: `_Value<${type}, ${stringLiteral(name)}>`,
    });
    visit(found, pairs, value(types[0], parameter), value(types[1], other), "request", `\`${name}\``);
  }
  for (const [name, parameter] of after) {
    if (!isRequired(parameter) || isRequired(before.get(name))) continue;
    found.checks.push(
      checks.lacks("request", types[0], types[1], name, {
        rule: "query-parameter-required",
        pointer: parameter.pointer,
        in: "revision",
        basePointer: before.get(name)?.pointer,
        message: `{} now require{s} \`${name}\``,
      }),
    );
  }
}

function compareAnswers(base: Method, revision: Method, pairs: Pairs, checks: Checks, found: Draft): void {
  // Of different parts only the whole can be compared.
  if (base.part !== revision.part) return;
  const union = [...base.answers.values()].map(({ value }) => value?.type ?? "undefined").join(" | ") || "undefined";
  for (const [status, { node, value }] of revision.answers) {
    const before = base.answers.get(status);
    if (before?.value && value) {
      visit(found, pairs, before.value, value, "answer", "its result");
    } else if (!before || before.value || value) {
      const then: TypeBreak = {
        rule: "answer-added",
        pointer: node.pointer,
        in: "revision",
        message: value ? `{} may now give what a ${status} answers` : `{} may now give nothing, with ${status}`,
      };
      const type = pairs.revision.declare(value?.type ?? "undefined");
      found.checks.push(checks.assignable("answer", pairs.base.declare(union), type, then));
    }
  }
}

/** Where the parameters of a method moved: at what is new in front of its options, or at the operation. */
function whereParametersChanged(base: Method, revision: Method): Omit<TypeBreak, "rule"> {
  const added = (!base.body && revision.node.get("requestBody")) || (!base.query && revision.query?.parameters[0]);
  if (added)
    return {
      pointer: added.pointer,
      in: "revision",
      message: `{} take{s} ${base.body || !revision.body ? "a query" : "a body"} in front of its options now`,
    };
  return { pointer: revision.node.pointer, in: "revision", message: "{} no longer take{s} the old arguments" };
}

function byName(parameters: readonly SpecNode[] | undefined): Map<string, SpecNode> {
  return new Map(parameters?.map((parameter) => [String(parameter.get("name")?.value), parameter]));
}
