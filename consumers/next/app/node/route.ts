import { scenario } from "../../scenario";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return Response.json(await scenario(JSON.parse(process.env.SANDBOX ?? "")));
}
