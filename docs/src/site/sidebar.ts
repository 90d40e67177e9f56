import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { nameOf } from "../spec/overview.ts";
import { PROVIDERS, specOf } from "../spec/specs.ts";
import { words } from "../words/words.ts";
import { placeOf } from "./paths.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

/** The sidebar of the guides; a reference page has one of its own. */
export const sidebar: Sidebar = [
  {
    label: words("en").reference.guides,
    translations: { "zh-CN": words("zh-CN").reference.guides, vi: words("vi").reference.guides },
    items: [{ autogenerate: { directory: "guides" } }],
  },
  {
    label: words("en").reference.reference,
    translations: { "zh-CN": words("zh-CN").reference.reference, vi: words("vi").reference.reference },
    items: PROVIDERS.map((id) => ({
      label: nameOf(specOf(id).document),
      link: `/${placeOf.overview(id)}/`,
    })),
  },
];
