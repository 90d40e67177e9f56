// What each provider's seeded customers are created from.
import type { CustomerCreate as AsiaBillCustomer } from "@customer-clients/asiabill";
import type { CustomerCreate as FinanCustomer } from "@customer-clients/finan";
import type { CustomerCreate as LumyriCustomer } from "@customer-clients/lumyri";
import type { CustomerCreate as PingxxCustomer } from "@customer-clients/pingxx";
import type { ProviderName } from "../options.ts";
import type { Random } from "../random.ts";
import { chinesePerson, numberOf, type Person, unaccented, vietnamesePerson } from "./people.ts";

const remarks = ["VIP客户", "老客户，回头率高", "偏好邮件联系", "通过展会认识", "首次下单"] as const;
const levels = ["金卡", "银卡", "普通"] as const;
const places = [
  {
    province: "Thành phố Hồ Chí Minh",
    district: "Quận 1",
    ward: "Phường Bến Nghé",
    zip_code: "700000",
    geo: [10.7769, 106.7009],
  },
  {
    province: "Hà Nội",
    district: "Quận Cầu Giấy",
    ward: "Phường Dịch Vọng Hậu",
    zip_code: "100000",
    geo: [21.0285, 105.8542],
  },
  {
    province: "Đà Nẵng",
    district: "Quận Hải Châu",
    ward: "Phường Thạch Thang",
    zip_code: "550000",
    geo: [16.0544, 108.2022],
  },
] as const;
const streets = ["Lê Lợi", "Nguyễn Huệ", "Trần Hưng Đạo", "Hai Bà Trưng", "Xuân Thủy", "Điện Biên Phủ"] as const;
const banks = [
  { bank_code: "VCB", bank_name: "Vietcombank" },
  { bank_code: "TCB", bank_name: "Techcombank" },
  { bank_code: "BIDV", bank_name: "Ngân hàng Đầu tư và Phát triển Việt Nam" },
] as const;

/** Makes the body of one customer's create, by provider. */
export const seedBodies: Readonly<Record<ProviderName, (random: Random) => unknown>> = {
  asiabill: asiabillCustomer,
  finan: finanCustomer,
  lumyri: lumyriCustomer,
  pingxx: pingxxCustomer,
};

function asiabillCustomer(random: Random): AsiaBillCustomer {
  const { family, given, email } = chinesePerson(random);
  return {
    email,
    firstName: given,
    lastName: family,
    phone: `138${numberOf(random, 8)}`,
    description: random.pick(remarks),
  };
}

function finanCustomer(random: Random): FinanCustomer {
  const person = vietnamesePerson(random);
  const { geo: _, ...place } = random.pick(places);
  return {
    general_info: random.below(4) === 0 ? companyInfo(random, person) : personInfo(random, person),
    address: { country: "Việt Nam", ...place, address: streetAddress(random) },
    bank_accounts: [
      {
        ...random.pick(banks),
        account_holder_name: unaccented(`${person.family} ${person.given}`).toUpperCase(),
        account_number: numberOf(random, 12),
      },
    ],
  };
}

function personInfo(random: Random, { family, given, email }: Person): FinanCustomer["general_info"] {
  const name = `${family} ${given}`;
  return { name, customer_code: codeOf(random), phone: phoneOf(random), phone_code: "+84", email, type: "personal" };
}

function companyInfo(random: Random, { family, given, email }: Person): FinanCustomer["general_info"] {
  return {
    name: `Công ty TNHH ${given}`,
    customer_code: codeOf(random),
    phone: phoneOf(random),
    phone_code: "+84",
    type: "company",
    tax_id: `03${numberOf(random, 8)}`,
    contact_persons: [{ name: `${family} ${given}`, phone_number: phoneOf(random), email }],
  };
}

function lumyriCustomer(random: Random): LumyriCustomer {
  const { family, given, email } = vietnamesePerson(random);
  const { district, province, geo } = random.pick(places);
  const address = {
    category: random.pick(["Home", "Office"] as const),
    location: { name: `${streetAddress(random)}, ${district}, ${province}`, geo: [...geo] as [number, number] },
  };
  const phone = `+84${phoneOf(random).slice(1)}`;
  return { email, first_name: given, last_name: family, phone, address: [address] };
}

function pingxxCustomer(random: Random): PingxxCustomer {
  return {
    // The app of the provider's samples.
    app: "app_1Gqj58ynP0mHeX1q",
    source: `tok_${numberOf(random, 16)}`,
    sms_code: { id: `sms_${numberOf(random, 8)}`, code: "123456" },
    description: random.pick(remarks),
    email: chinesePerson(random).email,
    metadata: { level: random.pick(levels), points: random.below(10_000) },
  };
}

/** Long enough for two never to be the same. */
function codeOf(random: Random): string {
  return `KH${numberOf(random, 12)}`;
}

function phoneOf(random: Random): string {
  return `09${numberOf(random, 8)}`;
}

function streetAddress(random: Random): string {
  return `${random.below(300) + 1} ${random.pick(streets)}`;
}
