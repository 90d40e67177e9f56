import type { home as english } from "../en/home.ts";
import type { Translated } from "../words.ts";

/** The Vietnamese strings of the start page's figures. */
export const home: Translated<typeof english> = {
  size: "trong gói cho trình duyệt, rút gọn, gzip",
  call: "Một lời gọi có ký qua loopback",
  byHand: "thời gian của cùng đoạn mã viết tay",
  sandbox: "Sandbox",
  firstAnswer: "từ lúc tạo đến phản hồi đầu tiên",
  measured: "Đo bằng bộ đo của chính kho mã (pnpm bench); README nói rõ đo trên máy nào và so với gì.",
};
