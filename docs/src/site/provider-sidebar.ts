import type { StarlightUserConfig } from "@astrojs/starlight/types";
import type { Provider } from "../spec/provider.ts";
import { text } from "../translations/text.ts";
import { words } from "../words/words.ts";
import type { Language } from "./languages.ts";
import { plainText } from "./markdown.ts";
import { placeOf } from "./paths.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

/** @returns The sidebar of a provider's pages: its own in full, the others by name. */
export function sidebarOf(language: Language, provider: Provider, all: readonly Provider[]): Sidebar {
  const { id, overview, operations, schemas } = provider;
  const w = words(language).reference;
  const page = (label: string, place: string) => ({ label, link: `/${place}/` });
  return [
    {
      label: overview.name,
      items: [
        page(w.overview, placeOf.overview(id)),
        page(w.workbench, placeOf.workbench(id)),
        page(w.changelog, placeOf.changelog(id)),
      ],
    },
    {
      label: w.operations,
      items: operations.map(({ operationId, verb, summary }) => ({
        ...page(plainText(text(language, id, summary ?? "")?.text ?? operationId), placeOf.operation(id, operationId)),
        badge: { text: verb, class: `verb ${verb.toLowerCase()}` },
      })),
    },
    { label: w.schemas, items: schemas.map(({ name }) => page(name, placeOf.schema(id, name))) },
    {
      label: w.otherProviders,
      items: [
        ...all
          .filter((other) => other !== provider)
          .map((other) => page(other.overview.name, placeOf.overview(other.id))),
      ],
    },
  ];
}
