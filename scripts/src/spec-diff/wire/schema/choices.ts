import { likeness, matchBranches, nameOf, referenceOf } from "./branches.ts";
import { type Conjunction, conjunctionOf, type PlainNode } from "./conjunction.ts";
import { aloneByKeywords, edited } from "./edit.ts";
import { having } from "./facts.ts";
import { listOf, type SchemaNode } from "./node.ts";
import type { Alone, SchemaChange } from "./pair.ts";
import { type Child, type Compared, keywordChange } from "./properties.ts";
import { branchNodes } from "./prover.ts";

const KEYWORDS = ["anyOf", "oneOf"] as const;

/** Compares the branches of two schemas' choices. */
export function compareChoices(base: Conjunction, revision: Conjunction): Compared {
  const was = choicesOf(base);
  const is = choicesOf(revision);
  const changes: SchemaChange[] = [];
  const children: Child[] = [];
  for (let index = 0; index < Math.max(was.length, is.length); index += 1) {
    const one = was[index];
    const other = is[index];
    if (one && other) compareBranches(base, revision, one, other, changes, children);
    else {
      const { keyword } = (one ?? other) as Choice;
      changes.push({ ...keywordChange(base, revision, keyword, one ? "removed" : "added"), detail: String(index) });
    }
  }
  return { changes, children };
}

/** Keywords that say nothing of what is allowed, or nothing here. */
const BESIDE: ReadonlySet<string> = new Set(
  "title description examples example default deprecated discriminator $defs $comment externalDocs xml".split(" "),
);

/**
 * Compares a schema with a choice that one like it is a branch of: `A` that became `oneOf: [A, B]`.
 *
 * @returns Undefined where neither is such a choice.
 */
export function compareWrapped(base: Conjunction, revision: Conjunction): Compared | undefined {
  const was = wrapperOf(base);
  const is = wrapperOf(revision);
  if (!was === !is) return undefined;
  const { node, keyword } = (was ?? is) as Choice;
  const plain = was ? revision : base;
  if (choicesOf(plain).length > 0 || plain.nodes.length === 0) return undefined;
  const branches = branchNodes(node, keyword);
  const like = branches
    .map((branch) => ({ branch, likeness: likeness(plain, conjunctionOf([branch])) }))
    .filter((one) => one.likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)[0]?.branch;
  const alike = like && conjunctionOf([like]);
  const change: SchemaChange = {
    ...keywordChange(base, revision, keyword, was ? "removed" : "added"),
    before: was ? branches.map(nameOf) : undefined,
    after: was ? undefined : branches.map(nameOf),
    alone: { base, baseWith: revision, revisionWithout: base, revision },
  };
  const step = { kind: "same" } as const;
  const children = alike ? [was ? { step, base: alike, revision } : { step, base, revision: alike }] : [];
  return { changes: [change], children };
}

function wrapperOf(all: Conjunction): Choice | undefined {
  const choices = choicesOf(all);
  const [first] = choices;
  const isAlone = all.nodes.every(({ value }) =>
    Object.keys(value).every((key) => BESIDE.has(key) || key.startsWith("x-") || key === first?.keyword),
  );
  return choices.length === 1 && isAlone ? first : undefined;
}

interface Choice {
  readonly node: PlainNode;
  readonly keyword: "anyOf" | "oneOf";
}

function choicesOf(all: Conjunction): Choice[] {
  return KEYWORDS.flatMap((keyword) => having(all, keyword).map((node) => ({ node, keyword })));
}

function compareBranches(
  base: Conjunction,
  revision: Conjunction,
  was: Choice,
  is: Choice,
  changes: SchemaChange[],
  children: Child[],
): void {
  const before = branchNodes(was.node, was.keyword);
  const after = branchNodes(is.node, is.keyword);
  const { pairs, removed, added } = matchBranches(before, after);
  for (const [one, other] of pairs) {
    children.push({ step: { kind: "same" }, base: conjunctionOf([one]), revision: conjunctionOf([other]) });
  }
  if (was.keyword !== is.keyword) {
    changes.push({
      ...keywordChange(base, revision, is.keyword, "changed", KEYWORDS),
      before: was.keyword,
      after: is.keyword,
    });
  }
  const rule = is.keyword === "oneOf" ? "one-of" : "any-of";
  for (const branch of removed) {
    changes.push({
      rule: `${rule}-branch-removed`,
      detail: "",
      keyword: was.keyword,
      before: nameOf(branch),
      basePointer: branch.pointer,
      alone: removal(base, revision, was, is, branch),
      // The name says that something is no longer taken, even where another alternative looks the same to a validator.
      ...(referenceOf(branch) !== undefined && { breaksIn: "request" }),
      only: "less",
      kind: "additive",
    });
  }
  for (const branch of added) {
    const {
      base: revisionSide,
      baseWith,
      revisionWithout,
      revision: baseSide,
    } = removal(revision, base, is, was, branch);
    changes.push({
      rule: `${rule}-branch-added`,
      detail: "",
      keyword: is.keyword,
      after: nameOf(branch),
      revisionPointer: branch.pointer,
      alone: { base: baseSide, baseWith: revisionWithout, revisionWithout: baseWith, revision: revisionSide },
      ...(is.keyword === "oneOf" && referenceOf(branch) !== undefined && { breaksIn: "answer" }),
      only: "more",
      kind: "additive",
    });
  }
}

/** What taking a branch away does. */
function removal(base: Conjunction, revision: Conjunction, was: Choice, is: Choice, branch: SchemaNode): Alone {
  const isIn = (choice: Choice, list: unknown) => list === choice.node.value[choice.keyword];
  const without = edited(base, `-${branch.key}`, (value) => {
    if (!isIn(was, value[was.keyword])) return value;
    const rest = listOf(value[was.keyword]).filter((one) => one !== branch.value);
    return { ...value, [was.keyword]: rest.length > 0 ? rest : [false] };
  });
  const withIt = edited(revision, `+${branch.key}`, (value) =>
    isIn(is, value[is.keyword]) ? { ...value, [is.keyword]: [...listOf(value[is.keyword]), branch.value] } : value,
  );
  return { ...aloneByKeywords(base, revision, []), baseWith: without, revisionWithout: withIt };
}

/**
 * A named schema that is joined to an `allOf`, all else kept: a value must also be one of these, even where a validator
 * can't tell.
 */
export function joinedChanges(base: Conjunction, revision: Conjunction): SchemaChange[] {
  const was = new Set(base.joined.map((node) => JSON.stringify(node.value)));
  const is = new Set(revision.joined.map((node) => JSON.stringify(node.value)));
  if (was.size === 0 || [...was].some((content) => !is.has(content))) return [];
  return revision.joined
    .filter((node) => !was.has(JSON.stringify(node.value)) && referenceOf(node) !== undefined)
    .map((node) => ({
      rule: "all-of-branch-added",
      detail: "",
      keyword: "allOf",
      after: nameOf(node),
      revisionPointer: node.pointer,
      breaksIn: "request",
      kind: "additive",
    }));
}
