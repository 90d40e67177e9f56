import type { Language } from "../site/languages.ts";
import { compare as enCompare } from "./en/compare.ts";
import { home as enHome } from "./en/home.ts";
import { mistakes as enMistakes } from "./en/mistakes.ts";
import { reference as enReference } from "./en/reference.ts";
import { run as enRun } from "./en/run.ts";
import { workbench as enWorkbench } from "./en/workbench.ts";
import { compare as viCompare } from "./vi/compare.ts";
import { home as viHome } from "./vi/home.ts";
import { mistakes as viMistakes } from "./vi/mistakes.ts";
import { reference as viReference } from "./vi/reference.ts";
import { run as viRun } from "./vi/run.ts";
import { workbench as viWorkbench } from "./vi/workbench.ts";
import { compare as zhCompare } from "./zh-CN/compare.ts";
import { home as zhHome } from "./zh-CN/home.ts";
import { mistakes as zhMistakes } from "./zh-CN/mistakes.ts";
import { reference as zhReference } from "./zh-CN/reference.ts";
import { run as zhRun } from "./zh-CN/run.ts";
import { workbench as zhWorkbench } from "./zh-CN/workbench.ts";

/** The same keys as the English strings, each with a text of its own. */
export type Translated<T> = { readonly [K in keyof T]: string };

const WORDS = {
  en: {
    compare: enCompare,
    home: enHome,
    mistakes: enMistakes,
    reference: enReference,
    run: enRun,
    workbench: enWorkbench,
  },
  "zh-CN": {
    compare: zhCompare,
    home: zhHome,
    mistakes: zhMistakes,
    reference: zhReference,
    run: zhRun,
    workbench: zhWorkbench,
  },
  vi: {
    compare: viCompare,
    home: viHome,
    mistakes: viMistakes,
    reference: viReference,
    run: viRun,
    workbench: viWorkbench,
  },
};

/** The interface's strings, by the part of the site that uses them. */
export interface Words {
  readonly compare: Translated<typeof enCompare>;
  readonly home: Translated<typeof enHome>;
  readonly mistakes: Translated<typeof enMistakes>;
  readonly reference: Translated<typeof enReference>;
  readonly run: Translated<typeof enRun>;
  readonly workbench: Translated<typeof enWorkbench>;
}

/** @returns The interface's strings in a language. English is the list of what there is; a missing translation doesn't compile. */
export function words(language: Language): Words {
  return WORDS[language];
}
