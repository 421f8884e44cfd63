// Who is signed in: by authorization code and PKCE in a window of its own, so that what was typed stays. The access token is renewed
// before it ends, by timer and again before each request, because browsers put timers of hidden pages to sleep. A refresh token is
// good for one renewal, so there is never more than one under way. Tokens live in this page's memory and nowhere else.

const ENDS_SOON = 0.25; // of a token's life is left when it is renewed
const NOT_YET = 15_000; // milliseconds until a server that did not answer is asked again
const LONGEST = 86_400_000;

const base64 = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const random = () => base64(crypto.getRandomValues(new Uint8Array(32)));

const claimsOf = (token) => {
  try {
    const bytes = Uint8Array.from(atob(token.split(".")[1].replaceAll("-", "+").replaceAll("_", "/")), (each) => each.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return {};
  }
};

// Roles that the issuer gives to everybody say nothing.
const ROLES_OF_ISSUER = /^(default-roles-.*|offline_access|uma_authorization)$/;

const personOf = (token) => {
  const { preferred_username: name, sub, azp, realm_access: { roles = [] } = {} } = claimsOf(token);
  return { id: sub, name: name || azp || "?", roles: roles.filter((role) => !ROLES_OF_ISSUER.test(role)).sort() };
};

/**
 * @param issuer { authorizationUrl, tokenUrl, clientId, redirectUrl }
 * @param world what a test replaces: { fetch, now, later, open }
 */
export const createSession = (issuer, world = {}) => {
  const { fetch: ask = (...all) => fetch(...all), now = Date.now, later = setTimeout, open = (url) => window.open(url, "issuer", "width=520,height=720") } = world;
  const listeners = new Set();

  // "out", "in", or "ended": who was signed in and is no longer, without having wanted that.
  let state = "out";
  let person = null;
  let token = null;
  let renewing = null;

  const told = () => listeners.forEach((listener) => listener());

  const tokens = (form) =>
    ask(issuer.tokenUrl, { method: "POST", body: new URLSearchParams({ client_id: issuer.clientId, ...form }) });

  const end = () => {
    if (state === "in") {
      state = "ended";
      token = null;
      told();
    }
  };

  const renewLater = (millis) => {
    const mine = token;
    later(() => mine === token && state === "in" && renew().catch(() => {}), Math.min(millis, LONGEST));
  };

  const accept = ({ access_token: access, refresh_token: refresh, expires_in: seconds }) => {
    const life = seconds * 1000;
    token = { access, refresh, ends: now() + life, renewAt: now() + life * (1 - ENDS_SOON) };
    const before = person;
    person = personOf(access);
    state = "in";
    if (refresh) {
      renewLater(life * (1 - ENDS_SOON));
    } else {
      later(() => token && token.access === access && end(), Math.min(life, LONGEST));
    }
    if (before && before.id !== person.id) {
      listeners.forEach((listener) => listener("another"));
    } else {
      told();
    }
  };

  const renewed = async () => {
    const mine = token;
    let answer;
    try {
      answer = await tokens({ grant_type: "refresh_token", refresh_token: mine.refresh });
    } catch {
      answer = { ok: false, status: 0 };
    }
    if (mine !== token) {
      return; // signed out, or in as somebody else, meanwhile
    }
    if (answer.ok) {
      accept(await answer.json());
    } else if (answer.status === 0 || answer.status >= 500) {
      if (now() >= mine.ends) {
        throw new Error("unreachable");
      }
      renewLater(NOT_YET);
    } else {
      end();
    }
  };

  const renew = () => {
    renewing ??= renewed().finally(() => {
      renewing = null;
    });
    return renewing;
  };

  return {
    state: () => state,
    person: () => person,

    onChange(listener) {
      listeners.add(listener);
    },

    /** The address of the page to sign in on, and what turns its answer into a session. */
    async signIn() {
      const verifier = random();
      const expected = random();
      const popup = open("about:blank");
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
      const query = new URLSearchParams({
        response_type: "code",
        client_id: issuer.clientId,
        redirect_uri: issuer.redirectUrl,
        scope: "openid",
        state: expected,
        code_challenge: base64(digest),
        code_challenge_method: "S256",
        // Whoever signs in says who they are: the issuer may still remember the one before.
        ...(person ? { prompt: "login" } : {}),
      });
      const answered = new Promise((resolve) => {
        const listen = ({ origin, data }) => {
          if (origin === location.origin && data && data.state === expected) {
            window.removeEventListener("message", listen);
            resolve(data);
          }
        };
        window.addEventListener("message", listen);
      });
      if (!popup) {
        throw new Error("popup");
      }
      popup.location.replace(`${issuer.authorizationUrl}?${query}`);
      const { code } = await answered;
      if (!code) {
        throw new Error("refused");
      }
      const answer = await tokens({ grant_type: "authorization_code", code, code_verifier: verifier, redirect_uri: issuer.redirectUrl });
      if (!answer.ok) {
        throw new Error("refused");
      }
      accept(await answer.json());
    },

    /** A token that somebody has from elsewhere; nobody here can renew it. */
    use(access) {
      const { exp } = claimsOf(access);
      const seconds = exp - now() / 1000;
      if (!(seconds > 0)) {
        throw new Error("token");
      }
      accept({ access_token: access, expires_in: seconds });
    },

    /** Signs out here and at the issuer; false if the issuer did not take it. */
    async signOut() {
      const { refresh } = token || {};
      state = "out";
      person = null;
      token = null;
      listeners.forEach((listener) => listener("another"));
      if (!refresh) {
        return true;
      }
      const body = new URLSearchParams({ client_id: issuer.clientId, refresh_token: refresh });
      const answer = await ask(issuer.tokenUrl.replace(/token$/, "logout"), { method: "POST", body }).catch(() => ({ ok: false }));
      return answer.ok;
    },

    /** A token that has not ended; null if there is none; fails if the issuer does not answer. */
    async access() {
      if (token && token.refresh && (renewing || now() >= token.renewAt)) {
        await renew();
      }
      if (token && now() >= token.ends) {
        end();
      }
      return token && token.access;
    },

    /** A service has refused the token although it should be good: it is over. */
    refused() {
      end();
    },
  };
};
