import { parse, stringify } from "yaml";
import { readDocumentText } from "../read-document.ts";
import type { Versions } from "./compare-types.ts";

/** A document of which anything may be changed. */
// biome-ignore lint/suspicious/noExplicitAny: it is only written to, and read by the code under test.
export type Loose = any;

/** An API without `x-client`: its methods go by operationId. */
const PLAIN = `
openapi: 3.1.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - { name: limit, in: query, schema: { type: integer } }
        - { name: kind, in: query, schema: { $ref: "#/components/schemas/Kind" } }
      responses:
        "200":
          description: Pets.
          content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } }
    post:
      operationId: createPet
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/PetCreate" } } }
      responses:
        "201":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
  /owners/{ownerId}/pets/{petId}:
    get:
      operationId: getPet
      parameters:
        - { name: ownerId, in: path, required: true, schema: { type: string } }
        - { name: petId, in: path, required: true, schema: { type: string } }
      responses:
        "200":
          description: The pet.
          content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } }
    delete:
      operationId: deletePet
      parameters:
        - { name: ownerId, in: path, required: true, schema: { type: string } }
        - { name: petId, in: path, required: true, schema: { type: string } }
      responses:
        "204": { description: Gone. }
components:
  schemas:
    Kind: { type: string, enum: [cat, dog] }
    PetCreate:
      type: object
      required: [name]
      properties:
        name: { type: string }
        tag: { type: string }
        kind: { $ref: "#/components/schemas/Kind" }
        home: { oneOf: [{ $ref: "#/components/schemas/House" }, { $ref: "#/components/schemas/Boat" }] }
        toys: { type: array, items: { type: object, properties: { size: { type: integer } } } }
    House: { type: object, required: [street], properties: { street: { type: string } } }
    Boat: { type: object, required: [berth], properties: { berth: { type: string } } }
    Pet:
      type: object
      required: [id, mood]
      properties:
        id: { type: string }
        tag: { type: string }
        mood: { type: string, enum: [calm, wild] }
        parent: { $ref: "#/components/schemas/Pet" }
        owner:
          allOf:
            - { type: object, required: [name], properties: { name: { type: string } } }
            - { type: object, properties: { age: { type: integer } } }
`;

/** The same, with methods of its own: \`pets.list\`. */
function withClient(document: Loose): Loose {
  document.servers = [
    { url: "https://api.pets.example", "x-client": { environment: "live" } },
    { url: "https://test.pets.example", "x-client": { environment: "test" } },
  ];
  document["x-client"] = { name: "Pets", envelope: { value: "", success: { absent: "/error" } } };
  const places: Record<string, string> = {
    listPets: "pets.list",
    createPet: "pets.create",
    getPet: "pets.get",
    deletePet: "pets.delete",
  };
  for (const item of Object.values<Loose>(document.paths)) {
    for (const operation of Object.values<Loose>(item))
      operation["x-client"] = { method: places[operation.operationId] };
  }
  return document;
}

/** One change, and what it does to those who compile against the client. */
export interface TypeCase {
  readonly name: string;
  readonly client?: boolean;
  /** What both versions have of their own. */
  readonly base?: (document: Loose) => void;
  readonly change: (document: Loose) => void;
  /** The breaks: pointer, and what their message has. */
  readonly breaks: Readonly<Record<string, string>>;
}

/** @returns Both versions of a case's document. */
export function versionsOf({ name, client, base: prepare, change }: TypeCase): Versions {
  const [base, revision] = [parse(PLAIN), parse(PLAIN)].map((document) => (client ? withClient(document) : document));
  for (const document of [base, revision]) prepare?.(document);
  change(revision);
  return {
    base: readDocumentText(stringify(base), `${name}, old`),
    revision: readDocumentText(stringify(revision), `${name}, new`),
  };
}
