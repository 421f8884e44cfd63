// May this account do this? With Node.js 18 or newer.      node check.mjs TIKTOK hu.cau.s1n2 [ADVERTISE]
// Needs ISSUER, GATEWAY, CLIENT_ID and CLIENT_SECRET in the environment; see the README beside it.
const { ISSUER, GATEWAY, CLIENT_ID, CLIENT_SECRET } = process.env;

let token;
let useUntil = 0;

/** One token serves many checks: ask for the next one only when this one is about to end. */
async function bearer() {
  if (Date.now() >= useUntil) {
    const answer = await fetch(`${ISSUER}/protocol/openid-connect/token`, {
      method: "POST",
      headers: { Authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString("base64")}` },
      body: new URLSearchParams({ grant_type: "client_credentials" }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) {
      throw new Error(`no token: ${answer.status}`);
    }
    const { access_token, expires_in } = await answer.json();
    token = access_token;
    useUntil = Date.now() + (expires_in - 30) * 1000;
  }
  return token;
}

/** What the suite says of an account; the verdict is in `verdict`, the reasons in `restrictions`. */
export async function check(platform, handle, activity) {
  const query = new URLSearchParams({ platform, handle, ...(activity && { activity }) });
  const answer = await fetch(`${GATEWAY}/trust/v1/accounts?${query}`, {
    headers: { Authorization: `Bearer ${await bearer()}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) {
    // RFC 9457: switch on `type`, show `detail`.
    const problem = await answer.json();
    throw new Error(`${problem.type}: ${problem.detail}`);
  }
  return answer.json();
}

const [platform, handle, activity] = process.argv.slice(2);
console.log(JSON.stringify(await check(platform, handle, activity)));
