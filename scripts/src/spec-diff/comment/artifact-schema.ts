import type { AnySchemaObject } from "ajv";
import { BUMPS } from "../gate/bump.ts";

const text = { type: "string", maxLength: 10_000 };
const place = { type: "integer", minimum: 1, maximum: 10_000_000 };
const bump = { enum: [...BUMPS] };
const direction = { enum: ["request", "answer"] };

const witness = {
  type: "object",
  required: ["direction", "operationId", "where", "before", "after"],
  properties: { direction, operationId: text, where: text, before: { enum: ["valid", "impossible"] }, after: text },
};

const finding = {
  type: "object",
  required: ["id", "kind", "breaking", "surface", "pointer", "operations", "message", "line", "column"],
  properties: {
    id: text,
    kind: { enum: ["breaking", "additive", "documentation"] },
    breaking: { type: "boolean" },
    surface: { enum: ["wire", "types", "both"] },
    pointer: text,
    operations: {
      type: "array",
      maxItems: 10_000,
      items: {
        type: "object",
        required: ["operationId", "direction"],
        properties: { operationId: text, direction, method: text },
      },
    },
    message: text,
    line: place,
    column: place,
    accepted: { type: "object", required: ["reason", "expires"], properties: { reason: text, expires: text } },
    witness: { anyOf: [{ const: "unproven" }, witness] },
  },
};

const texts = { type: "array", maxItems: 1_000, items: text };

/** What a comment is made of, of all that `pnpm spec-diff --format json` prints. */
export const ARTIFACT_SCHEMA: AnySchemaObject = {
  type: "object",
  required: ["providers"],
  properties: {
    providers: {
      type: "array",
      maxItems: 1_000,
      items: {
        type: "object",
        required: ["provider", "spec", "bump", "findings", "changeset", "problems", "notes"],
        properties: {
          provider: text,
          spec: text,
          bump,
          findings: { type: "array", maxItems: 100_000, items: finding },
          changeset: {
            type: "object",
            required: ["declared", "required", "ok"],
            properties: { declared: bump, required: bump, ok: { type: "boolean" } },
          },
          problems: texts,
          notes: texts,
        },
      },
    },
  },
};
