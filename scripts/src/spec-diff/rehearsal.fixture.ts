import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "../testing/folder.ts";
import { specDiffCommand } from "./command.ts";
import type { ProviderReview } from "./review.ts";

const NOW = Date.UTC(2026, 10, 22);

export const SPEC = "specs/acme/openapi.yaml";

export const spec = `openapi: 3.1.1
info: { title: Acme, version: "1" }
servers:
  - url: https://api.acme.example
    x-client: { environment: live }
x-client:
  name: Acme
  envelope: { value: "", success: { absent: /error }, error: ErrorAnswer }
paths:
  /customers:
    post:
      operationId: createCustomer
      summary: Create a customer
      x-client: { method: customers.create }
      requestBody:
        required: true
        content:
          application/json:
            schema: { $ref: "#/components/schemas/CustomerCreate" }
      responses:
        "200":
          description: The customer.
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Customer" }
components:
  schemas:
    CustomerCreate:
      type: object
      additionalProperties: false
      required: [name]
      properties:
        name: { type: string }
        phone: { type: string }
    Customer:
      type: object
      required: [id]
      properties:
        id: { type: string }
        note: { type: string }
    ErrorAnswer:
      type: object
      required: [error]
      properties:
        error: { type: string }
`;

export const withoutPhone: string = spec.replace("        phone: { type: string }\n", "");

/** A repository with a provider at a version, on a branch that its main branch has nothing of yet. */
export class Rehearsal {
  readonly folder: string;

  constructor(version: string, files: Readonly<Record<string, string>> = {}) {
    this.folder = folderWith({
      [SPEC]: spec,
      "packages/acme/package.json": JSON.stringify({ name: "@customer-clients/acme", version }),
      ".changeset/config.json": "{}",
      ".changeset/README.md": "# Changesets",
      ...files,
    });
    this.git("init", "--quiet", "--initial-branch=main");
    this.commit("Start");
    this.git("switch", "--quiet", "--create", "branch");
  }

  git(...command: string[]): string {
    const settings = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
    const { status, stdout, stderr } = spawnSync("git", [...settings, ...command], {
      cwd: this.folder,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`git ${command.join(" ")}: ${stderr}`);
    return stdout;
  }

  write(path: string, text: string): this {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
    return this;
  }

  changeset(bump: string | undefined): this {
    const release = bump ? `"@customer-clients/acme": ${bump}\n` : "";
    return this.write(".changeset/brave-fox.md", `---\n${release}---\n\nThe phone is gone.\n`);
  }

  commit(message: string): this {
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", message);
    return this;
  }

  async run(...commandLine: string[]): Promise<{ code: number; printed: string; errors: string }> {
    let printed = "";
    let errors = "";
    const code = await specDiffCommand(commandLine, {
      workspace: this.folder,
      output: { print: (text) => (printed += text), printError: (text) => (errors += text) },
      color: false,
      now: () => NOW,
    });
    return { code, printed, errors };
  }

  async review(): Promise<{ code: number; provider: ProviderReview }> {
    const { code, printed } = await this.run("--format", "json");
    return { code, provider: JSON.parse(printed).providers[0] };
  }
}
