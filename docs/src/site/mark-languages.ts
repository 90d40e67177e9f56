import type { Language } from "./languages.ts";

/** Chinese characters, with the punctuation and the Latin words between them. */
const CHINESE = /\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[A-Za-z0-9 ]+(?=\p{Script=Han}))*/u;

/** Words of which one at least has a letter that Vietnamese alone writes. */
const VIETNAMESE =
  /(?:\p{Lu}\p{L}* )*\p{L}*[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]\p{L}*(?: \p{L}*[^\x00-\x7f\s\p{P}]\p{L}*)*/u;

const FOREIGN: Readonly<Record<Language, readonly (readonly [Language, RegExp])[]>> = {
  en: [
    ["zh-CN", CHINESE],
    ["vi", VIETNAMESE],
  ],
  "zh-CN": [["vi", VIETNAMESE]],
  vi: [["zh-CN", CHINESE]],
};

/**
 * Marks the runs of another language in a text, so that they are read aloud and set as what they are.
 *
 * @param language The language of the text.
 * @param escape What makes text fit for HTML.
 * @returns HTML.
 */
export function markLanguages(text: string, language: Language, escape: (text: string) => string): string {
  for (const [foreign, pattern] of FOREIGN[language]) {
    const match = pattern.exec(text);
    if (!match) continue;
    const after = match.index + match[0].length;
    return [
      markLanguages(text.slice(0, match.index), language, escape),
      `<span lang="${foreign}">${escape(match[0])}</span>`,
      markLanguages(text.slice(after), language, escape),
    ].join("");
  }
  return escape(text);
}
