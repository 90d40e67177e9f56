import type { compare as english } from "../en/compare.ts";
import type { Translated } from "../words.ts";

/** The Vietnamese strings of the comparison of the customer models. */
export const compare: Translated<typeof english> = {
  fields: "Các trường cùng nghĩa",
  create: "Các trường khi tạo",
  paging: "Danh sách được phân trang thế nào",
  operations: "Thao tác",
  delete: "Xóa",
  none: "không có",
  id: "Mã",
  name: "Họ tên",
  email: "Địa chỉ email",
  phone: "Số điện thoại",
  address: "Địa chỉ",
  freeText: "Mô tả",
  tags: "Nhãn",
  app: "Ứng dụng",
  created: "Thời điểm tạo",
  others: "Chỉ có ở đây",
  sameMeaning: "cùng nghĩa",
  kind: "Cách phân trang",
  number: "theo số trang",
  cursor: "theo con trỏ",
  single: "không: tất cả trong một phản hồi",
  leading: "Tham số sang trang",
  size: "Số mục mỗi trang",
  total: "Tổng số, trong phản hồi",
  otherParameters: "Tham số khác",
  request: "Yêu cầu",
  whom: "Xóa ai",
  answer: "Phản hồi, theo ví dụ",
};
