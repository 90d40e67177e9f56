import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OperationView } from "../spec/operation.ts";
import { type Provider, providerOf } from "../spec/provider.ts";
import type { SchemaPage } from "../spec/schema-page.ts";
import { PROVIDERS, SPECS } from "../spec/specs.ts";
import { text } from "../translations/text.ts";
import { words } from "../words/words.ts";
import { LANGUAGES, type Language } from "./languages.ts";
import { type Heading, headingsOf, plainText } from "./markdown.ts";
import { placeOf } from "./paths.ts";
import { SITE_NAME } from "./site-name.ts";

/** What a reference page is about. */
export type Subject =
  | { readonly kind: "home" }
  | { readonly kind: "overview"; readonly provider: Provider }
  | { readonly kind: "operation"; readonly provider: Provider; readonly operation: OperationView }
  | { readonly kind: "schema"; readonly provider: Provider; readonly schema: SchemaPage }
  | { readonly kind: "workbench"; readonly provider: Provider }
  | { readonly kind: "changelog"; readonly provider: Provider; readonly text: string | undefined };

/** A page of the reference in a language. */
export interface ReferencePage {
  readonly language: Language;
  readonly place: string;
  readonly title: string;
  /** Of one sentence or so, without marks. */
  readonly description: string;
  readonly headings: readonly Heading[];
  readonly subject: Subject;
}

/** All the providers, in the order of their names. */
export const PROVIDERS_IN_FULL: readonly Provider[] = PROVIDERS.map(providerOf);

/** @returns Every page of the reference in every language. */
export function referencePages(): ReferencePage[] {
  return LANGUAGES.flatMap(({ tag }) => [
    {
      language: tag,
      place: "",
      title: SITE_NAME,
      description: words(tag).reference.tagline,
      headings: [],
      subject: { kind: "home" },
    } as const,
    ...PROVIDERS_IN_FULL.flatMap((provider) => pagesOf(tag, provider)),
  ]);
}

function pagesOf(language: Language, provider: Provider): ReferencePage[] {
  const { id, overview, operations, schemas } = provider;
  const w = words(language).reference;
  const plain = (pointer: string | undefined) => plainText((pointer && text(language, id, pointer)?.text) || "");
  const page = (place: string, title: string, description: string, subject: Subject): ReferencePage => ({
    language,
    place,
    title,
    description: firstSentence(description),
    headings: [],
    subject,
  });
  return [
    {
      ...page(placeOf.overview(id), overview.name, plain(overview.summary), { kind: "overview", provider }),
      headings: overviewHeadings(language, provider),
    },
    ...operations.map((operation) => {
      const { operationId, verb, path, summary, description } = operation;
      const about = `${overview.name}, ${verb} ${path}: ${plain(description)}`;
      const title = plain(summary) || operationId;
      return page(placeOf.operation(id, operationId), title, about, { kind: "operation", provider, operation });
    }),
    ...schemas.map((schema) => {
      const about = `${overview.name}: ${plain(schema.view.descriptions[0])}`;
      return page(placeOf.schema(id, schema.name), schema.name, about, { kind: "schema", provider, schema });
    }),
    page(placeOf.workbench(id), `${overview.name}: ${w.workbench}`, w.workbenchIntro, { kind: "workbench", provider }),
    page(placeOf.changelog(id), `${overview.name}: ${w.changelog}`, overview.title, {
      kind: "changelog",
      provider,
      text: changelogOf(id),
    }),
  ];
}

function changelogOf(id: string): string | undefined {
  const file = join(SPECS, id, "CHANGELOG.md");
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function overviewHeadings(language: Language, { id, overview }: Provider): Heading[] {
  const w = words(language).reference;
  const heading = (slug: string, label: string) => ({ depth: 2, slug, text: label });
  const inEnglish = headingsOf(text("en", id, overview.description ?? "")?.text ?? "", { level: 1, prefix: "" });
  const here = headingsOf(text(language, id, overview.description ?? "")?.text ?? "", { level: 1, prefix: "" });
  return [
    heading("operations", w.operations),
    ...inEnglish.map(({ depth, slug }, index) => ({ depth, slug, text: here[index]?.text ?? slug })),
    heading("hosts", w.hosts),
    heading("security", w.security),
    heading("envelope", w.envelope),
    ...(overview.errors.length > 0 ? [heading("error-codes", w.errorCodes)] : []),
    heading("schemas", w.schemas),
    heading("downloads", w.downloads),
  ];
}

/** A description for a search engine's list: the beginning, up to the end of a sentence where one is near. */
function firstSentence(about: string): string {
  return /^.{40,200}?(?:\.(?= |$)|。)/u.exec(about)?.[0] ?? about.slice(0, 200);
}
