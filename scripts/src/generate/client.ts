import { UnusableSpecError } from "../spec/problem.ts";
import { KINDS } from "./answer-rules.ts";
import { addMethod, clientGroup, type Group } from "./groups.ts";
import { checkTypeName, Names } from "./identifiers.ts";
import { liftErrors } from "./lift-errors.ts";
import { clientOperations, type Operation, operationId, readOperation } from "./operation.ts";
import { clientOf, type Provider, readProvider } from "./provider.ts";
import type { SpecNode } from "./spec-node.ts";
import type { AliasOf } from "./value-type.ts";

/** What the generated module imports, declares itself, or takes from the language. */
const MODULE_NAMES = (
  "byAbsence byCode byCursor byNumber call CallOptions components CursorPaging descriptors Environment Exchange exchange Exclude flat form list " +
  "ListDescriptor methods nested NonNullable NumberPaging OperationDescriptor operations PageList Paging Promise provider " +
  "ProviderDescriptor whole"
).split(" ");

/** What a provider's package exports beside it. */
const PACKAGE_NAMES =
  "ClientError ClientOptions ConnectionError Hooks InvalidArgumentError InvalidResponseError Page TimeoutError".split(
    " ",
  );

/** Names that no schema and no operation can have. */
export const RESERVED_NAMES: readonly string[] = [...MODULE_NAMES, ...PACKAGE_NAMES, ...KINDS];

const ARGUMENTS = ["body", "query", "options"];

/** What a spec says of its client. */
export interface Client {
  readonly provider: Provider;
  readonly schemas: readonly [name: string, node: SpecNode][];
  readonly operations: readonly Operation[];
  /** The operations by their place. */
  readonly group: Group;
}

/**
 * Reads what the client is made of.
 *
 * @param root The document's root; what it says is checked here, as nobody has yet.
 * @param refuse Called for an operation that can't be a method, which is then left out. Throws, unless told otherwise.
 * @throws {UnusableSpecError} For what can't be named, sent or typed.
 */
export function readClient(
  root: SpecNode,
  refuse: (operation: SpecNode, error: UnusableSpecError) => void = (_, error) => {
    throw error;
  },
): Client {
  const provider = readProvider(root);
  const names = new Names(RESERVED_NAMES);
  const schemas = root.at("/components/schemas")?.entries() ?? [];
  for (const [name, node] of schemas) names.claim(checkTypeName(name, node), node, `the schema ${name}`);
  for (const suffix of ["Options", "Credentials"]) names.claim(provider.name + suffix, clientOf(root), "the package");
  const group = clientGroup(names.claim(`${provider.name}Client`, clientOf(root), "the client"));

  const keep = <T, R>(items: readonly T[], nodeOf: (item: T) => SpecNode, read: (item: T) => R): R[] =>
    items.flatMap((item) => {
      try {
        return [read(item)];
      } catch (error) {
        if (!(error instanceof UnusableSpecError)) throw error;
        refuse(nodeOf(item), error);
        return [];
      }
    });

  const lifted = liftErrors(root, clientOf(root).get("envelope")?.text("error"));
  // All the names before any operation is read: an argument can't have another operation's name.
  const named = keep(
    clientOperations(lifted),
    ({ node }) => node,
    (found) => ({ ...found, id: names.claim(operationId(found.node), found.node, "an operation") }),
  );
  const context = {
    names,
    value: provider.envelope.value,
    signingHeaders: provider.signingHeaders,
    aliasOf: aliasIn(schemas),
    takenNames: new Set([...MODULE_NAMES, ...ARGUMENTS, ...named.map(({ id }) => id)]),
  };
  const operations = keep(
    named,
    ({ node }) => node,
    (found) => {
      const operation = readOperation(found, context);
      addMethod(group, operation, names);
      return operation;
    },
  );
  if (operations.length === 0) root.fail("expected at least one operation that can be a method, with x-client");
  return { provider, schemas, operations, group };
}

/** A reference's alias: the name of the component schema itself, which the module declares. */
function aliasIn(schemas: readonly [name: string, node: SpecNode][]): AliasOf {
  const names = new Map(schemas.map(([name]) => [`#/components/schemas/${name}`, name]));
  return (reference) => names.get(reference);
}
