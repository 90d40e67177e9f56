import { type Outline, outlineOf } from "@customer-clients/scripts/src/spec/outline.ts";
import { segmentsOf } from "@customer-clients/scripts/src/spec/pointer.ts";
import { placeOf } from "../site/paths.ts";
import { type OperationView, operationParts, viewOperation } from "./operation.ts";
import { type Overview, viewOverview } from "./overview.ts";
import { type SchemaPage, schemaParts, viewSchemaPage } from "./schema-page.ts";
import { specOf } from "./specs.ts";

/** Everything that the pages of a provider show. */
export interface Provider {
  readonly id: string;
  readonly outline: Outline;
  readonly overview: Overview;
  readonly operations: readonly OperationView[];
  readonly schemas: readonly SchemaPage[];
}

const known = new Map<string, Provider>();

/**
 * @param id The name of a folder in specs/.
 * @returns What its pages show; made once.
 * @throws {Error} When two of its operations or schemas would have the same address.
 */
export function providerOf(id: string): Provider {
  const made = known.get(id);
  if (made) return made;
  const outline = outlineOf(specOf(id).document);
  const provider = {
    id,
    outline,
    overview: viewOverview(outline),
    operations: operationParts(outline).map((part) => viewOperation(outline, part)),
    schemas: schemaParts(outline).map((part) => viewSchemaPage(outline, part)),
  };
  checkAddresses(provider);
  known.set(id, provider);
  return provider;
}

/** @returns The names of the headers that the provider's client sets itself, in lower case. */
export function headersSetByClient({ overview }: Provider): ReadonlySet<string> {
  return new Set(overview.security.flatMap(({ headers }) => headers));
}

/** @returns The name of the field of an operation's answers that holds the value which the client gives; undefined for none. */
export function valueFieldOf({ overview }: Provider, { value }: OperationView): string | undefined {
  const pointer = value ?? overview.envelope.find(([keyword]) => keyword === "value")?.[1] ?? "";
  return segmentsOf(pointer).at(-1);
}

function checkAddresses({ id, operations, schemas }: Provider): void {
  const owners = new Map<string, string>();
  const named: (readonly [place: string, name: string])[] = [
    ...operations.map(({ operationId }) => [placeOf.operation(id, operationId), operationId] as const),
    ...schemas.map(({ name }) => [placeOf.schema(id, name), name] as const),
  ];
  for (const [place, name] of named) {
    const owner = owners.get(place);
    if (owner !== undefined) {
      throw new Error(`specs/${id}/openapi.yaml: expected an address each, found ${place} for ${owner} and ${name}`);
    }
    owners.set(place, name);
  }
}
