// Plays one case of the page's session without a browser and without waiting; ends with an error if it goes otherwise.
import assert from "node:assert/strict";
import { createSession } from "../../main/resources/pages/ours/session.js";

const jwt = (claims) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sig`;
const minh = (exp = 1000) => jwt({ sub: "minh", preferred_username: "admin-minh", exp, realm_access: { roles: ["alliance-admin", "offline_access"] } });
const lan = (exp = 1000) => jwt({ sub: "lan", preferred_username: "assessor-lan", exp, realm_access: { roles: ["assessor"] } });

const world = (...answers) => {
  const it = { clock: 0, timers: [], asked: [], heard: [] };
  it.tick = (millis) => {
    it.clock += millis;
    it.timers.splice(0).forEach(({ at, run }) => (at <= it.clock ? run() : it.timers.push({ at, run })));
    return new Promise((resolve) => setImmediate(resolve));
  };
  it.session = createSession(
    { authorizationUrl: "https://issuer/auth", tokenUrl: "https://issuer/token", clientId: "page", redirectUrl: "https://page/back" },
    {
      now: () => it.clock,
      later: (run, millis) => it.timers.push({ at: it.clock + millis, run }),
      open: () => ({ location: { replace() {} } }),
      fetch: async (url, { body }) => {
        it.asked.push(`${url} ${body.get("grant_type") || ""} ${body.get("refresh_token") || ""}`.trim());
        const answer = answers.shift();
        if (!answer) {
          throw new TypeError("Failed to fetch");
        }
        return { ok: !answer.status, status: answer.status || 200, json: async () => answer };
      },
    },
  );
  it.session.onChange((what) => it.heard.push(what || it.session.state()));
  return it;
};

const granted = (access, refresh, seconds = 60) => ({ access_token: access, refresh_token: refresh, expires_in: seconds });

/** Signs in as the issuer's page does. */
const signIn = async (it) => {
  const listeners = new Set();
  globalThis.location = { origin: "https://page" };
  globalThis.window = { addEventListener: (_, listener) => listeners.add(listener), removeEventListener: (_, listener) => listeners.delete(listener) };
  let state;
  const original = globalThis.crypto.getRandomValues.bind(globalThis.crypto);
  const made = [];
  globalThis.crypto.getRandomValues = (bytes) => {
    made.push(original(bytes));
    return bytes;
  };
  const done = it.session.signIn();
  globalThis.crypto.getRandomValues = original;
  state = Buffer.from(made[1]).toString("base64url");
  await new Promise((resolve) => setTimeout(resolve, 20));
  listeners.forEach((listener) => listener({ origin: "https://evil", data: { state, code: "stolen" } }));
  listeners.forEach((listener) => listener({ origin: "https://page", data: { state: "other", code: "old" } }));
  listeners.forEach((listener) => listener({ origin: "https://page", data: { state, code: "code" } }));
  await done;
};

const cases = {
  async shown() {
    const it = world(granted(minh(), "r1"));
    assert.equal(it.session.state(), "out");
    await signIn(it);
    assert.deepEqual(it.session.person(), { id: "minh", name: "admin-minh", roles: ["alliance-admin"] });
    assert.deepEqual(it.heard, ["in"]);
    assert.deepEqual(it.asked, ["https://issuer/token authorization_code"]);
  },
  async renewed() {
    const it = world(granted(minh(), "r1"), granted(minh(2000), "r2"), granted(minh(3000), "r3"));
    await signIn(it);
    await it.tick(46_000);
    assert.equal(it.asked[1], "https://issuer/token refresh_token r1");
    await it.tick(46_000);
    assert.equal(it.asked[2], "https://issuer/token refresh_token r2");
    assert.equal(await it.session.access(), minh(3000));
    assert.equal(it.session.state(), "in");
  },
  async asleep() {
    const it = world(granted(minh(), "r1"), granted(minh(2000), "r2"));
    await signIn(it);
    it.clock += 3_600_000; // no timer ran
    const both = await Promise.all([it.session.access(), it.session.access()]);
    assert.deepEqual(both, [minh(2000), minh(2000)]);
    assert.equal(it.asked.length, 2, "a refresh token is used once");
  },
  async ended() {
    const it = world(granted(minh(), "r1"), { status: 400 });
    await signIn(it);
    await it.tick(46_000);
    assert.equal(it.session.state(), "ended");
    assert.equal(await it.session.access(), null);
    assert.equal(it.session.person().name, "admin-minh", "whose work it is stays");
    assert.ok(!it.heard.includes("another"), "what was typed stays");
  },
  async again() {
    const it = world(granted(minh(), "r1"), { status: 400 }, granted(minh(), "r9"));
    await signIn(it);
    await it.tick(46_000);
    await signIn(it);
    assert.equal(it.session.state(), "in");
    assert.ok(!it.heard.includes("another"));
  },
  async unreachable() {
    const it = world(granted(minh(), "r1"), null, granted(minh(2000), "r2"));
    await signIn(it);
    await it.tick(46_000);
    assert.equal(it.session.state(), "in", "the token is good for a while");
    assert.equal(await it.session.access(), minh(2000), "and is renewed as soon as that is possible");
  },
  async away() {
    const it = world(granted(minh(), "r1"), null);
    await signIn(it);
    it.clock += 61_000;
    await assert.rejects(it.session.access(), /unreachable/);
    assert.equal(it.session.state(), "in", "nobody said that it has ended");
  },
  async out() {
    const it = world(granted(minh(), "r1"), {});
    await signIn(it);
    assert.equal(await it.session.signOut(), true);
    assert.equal(it.asked[1], "https://issuer/logout  r1");
    assert.equal(it.session.state(), "out");
    assert.equal(it.session.person(), null);
    assert.ok(it.heard.includes("another"), "nothing is left for the next");
  },
  async vain() {
    const it = world(granted(minh(), "r1"), { status: 503 });
    await signIn(it);
    assert.equal(await it.session.signOut(), false);
    assert.equal(await it.session.access(), null);
  },
  async another() {
    const it = world(granted(minh(), "r1"), { status: 400 }, granted(lan(), "l1"));
    await signIn(it);
    await it.tick(46_000);
    await signIn(it);
    assert.equal(it.session.person().name, "assessor-lan");
    assert.ok(it.heard.includes("another"));
  },
  async token() {
    const it = world();
    it.session.use(minh(60));
    assert.equal(await it.session.access(), minh(60));
    await it.tick(61_000);
    assert.equal(it.session.state(), "ended");
    assert.throws(() => it.session.use("nonsense"));
    assert.throws(() => it.session.use(minh(30)), "one that has ended");
  },
  async refused() {
    const it = world(granted(minh(), "r1"));
    await signIn(it);
    it.session.refused();
    assert.equal(it.session.state(), "ended");
  },
};

await cases[process.argv[2]]();
