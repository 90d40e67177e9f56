import type { compare as english } from "../en/compare.ts";
import type { Translated } from "../words.ts";

/** The Chinese strings of the comparison of the customer models. */
export const compare: Translated<typeof english> = {
  fields: "含义相同的字段",
  create: "创建时的字段",
  paging: "列表如何分页",
  operations: "接口",
  delete: "删除",
  none: "无",
  id: "ID",
  name: "姓名",
  email: "邮箱",
  phone: "电话",
  address: "地址",
  freeText: "描述",
  tags: "标签",
  app: "应用",
  created: "创建时间",
  others: "仅此一家有",
  sameMeaning: "含义相同",
  kind: "分页方式",
  number: "按页码",
  cursor: "按游标",
  single: "不分页：一次返回全部",
  leading: "翻页参数",
  size: "每页数量",
  total: "响应中的总数",
  otherParameters: "其他参数",
  request: "请求",
  whom: "删除谁",
  answer: "响应示例",
};
