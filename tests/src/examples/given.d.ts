import type { Given } from "./prelude.ts";

declare global {
  var signKey: Given["signKey"];
  var clientId: Given["clientId"];
  var secret: Given["secret"];
  var appId: Given["appId"];
  var tokens: Given["tokens"];
  var apiKey: Given["apiKey"];
  var privateKey: Given["privateKey"];
  var customerId: Given["customerId"];
  var request: Given["request"];
  var rawBody: Given["rawBody"];
}
