import fc from "fast-check";
import { expect, test } from "vitest";
import { markLanguages } from "./mark-languages.ts";

const toHtml = (text: string) => text.replaceAll("<", "&lt;");

test("marks Chinese inside English text, with what stands between its characters", () => {
  expect(markLanguages("A customer (创建 Customer 对象), its id (客户ID).", "en", toHtml)).toBe(
    'A customer (<span lang="zh-CN">创建 Customer 对象</span>), its id (<span lang="zh-CN">客户</span>ID).',
  );
});

test("marks Vietnamese inside English and Chinese text, but not French", () => {
  expect(markLanguages("the text Thực thi API thành công here", "en", toHtml)).toBe(
    'the text <span lang="vi">Thực thi API thành công</span> here',
  );
  expect(markLanguages("名字 Nguyễn Văn B", "zh-CN", toHtml)).toBe('名字 <span lang="vi">Nguyễn Văn</span> B');
  expect(markLanguages("a café", "en", toHtml)).toBe("a café");
});

test("marks Vietnamese words without accents, where it is told which they are", () => {
  expect(markLanguages("A customer (Khach hang).", "en", toHtml, /Khach hang/u)).toBe(
    'A customer (<span lang="vi">Khach hang</span>).',
  );
  expect(markLanguages("Khach hang", "vi", toHtml, /Khach hang/u)).toBe("Khach hang");
});

test("marks nothing in the text's own language, and escapes all of it", () => {
  expect(markLanguages("khách hàng <b>", "vi", toHtml)).toBe("khách hàng &lt;b>");
  expect(markLanguages("客户 <b>", "zh-CN", toHtml)).toBe("客户 &lt;b>");
  expect(markLanguages("<i>客户</i>", "en", toHtml)).toBe('&lt;i><span lang="zh-CN">客户</span>&lt;/i>');
});

test("marks are put around text and change none of it", () => {
  const pieces = fc.constantFrom("客户", "（ID）", "khách hàng", "Đà Nẵng", "a customer", " ", "<b>", "&", "café", "1");
  fc.assert(
    fc.property(fc.array(pieces), fc.constantFrom("en", "zh-CN", "vi"), (texts, language) => {
      const text = texts.join("");
      const marked = markLanguages(text, language as "en", (piece) => piece);
      expect(marked.replace(/<span lang="[^"]*">|<\/span>/g, "")).toBe(text);
    }),
    { seed: 5 },
  );
});
