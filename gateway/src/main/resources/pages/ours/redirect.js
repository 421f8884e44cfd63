// Where the issuer leads back to: hands on to the page that asked, which alone knows the rest of the secret.
const answer = Object.fromEntries(new URLSearchParams(location.search));
window.opener?.postMessage({ state: answer.state, code: answer.code, error: answer.error }, location.origin);
window.close();
