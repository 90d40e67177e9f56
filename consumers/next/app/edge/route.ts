import { scenario } from "../../scenario";

export const runtime = "edge";

export async function GET(): Promise<Response> {
  return Response.json(await scenario(JSON.parse(process.env.SANDBOX ?? "")));
}
