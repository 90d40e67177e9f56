// What tests of Ping++ send: the provider's own samples.

/** Where customers are. */
export const path = "/v1/customers";

export const sms_code: { readonly id: string; readonly code: string } = {
  id: "sms_BHTPMJCpGc8qiKvva3OgBV2V",
  code: "123456",
};

/** What binds a card. */
export const card: { readonly source: string; readonly sms_code: typeof sms_code } = {
  source: "tok_BHTPMJCtIJ8HaqXBDr4ILeLJ",
  sms_code,
};

/** What creates a customer. */
export const customer: typeof card & { readonly app: string } = { app: "app_1Gqj58ynP0mHeX1q", ...card };
