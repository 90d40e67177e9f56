import type { home as english } from "../en/home.ts";
import type { Translated } from "../words.ts";

/** The Chinese strings of the start page's figures. */
export const home: Translated<typeof english> = {
  size: "浏览器打包后，压缩并 gzip",
  call: "一次经回环地址的签名调用",
  byHand: "手写同样代码所需的时间",
  sandbox: "沙箱",
  firstAnswer: "从创建到第一个响应",
  measured: "由仓库自带的基准测试（pnpm bench）测得；测试环境与对照对象见 README。",
};
