// Makes a trust check with the generated TypeScript client: the gateway's address, then a token.
import { Configuration, TrustChecksApi } from "../clients/compiled/clients/typescript/index.js";

const [basePath, accessToken] = process.argv.slice(2);
const checks = new TrustChecksApi(new Configuration({ basePath, accessToken }));
const { verdict } = await checks.gatewayCheckAccount({ platform: "TIKTOK", handle: "nobody.here" });
console.log(verdict);
